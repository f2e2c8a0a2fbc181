import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { importContext, judged, partsOf } from "#tests/support/logbook-files.ts";

import { readFile } from "./read-file.server.ts";

/** What a file gives: why it is not taken, or of each entry its row, its verdict and what would be written. */
async function given(name: string): Promise<string | readonly string[]> {
  const read = await readFile(readFileSync(new URL(`../../../tests/fixtures/logbook-odd/${name}`, import.meta.url)), name);
  if (!read.ok) return read.problem;
  const file = judged(read.sheets[0] ?? { name: "", rows: [] }, importContext());
  return partsOf(file).filter((part) => part.part !== "row").map(({ row, outcome, reasons, entry }) => {
    const content = entry?.content;
    const written = content?.kind === "cycle" ? `${content.filmedOn} ${content.reviewedOn ?? "-"}` : content?.kind === "supervision" ? `${content.heldOn} ${String(content.minutes)}` : reasons[0]?.code;
    return [row, outcome, written].join(" ");
  });
}

test.each<readonly [name: string, why: string, gives: string | readonly string[]]>([
  ["pipes.csv", "any sign may stand between the cells", ["2 accept 2026-01-13 2026-01-20", "2 accept 2026-01-16 90", "3 accept 2026-02-03 2026-02-10"]],
  ["dotted-days.csv", "13.01.2026 is typed in Britain too, and the 31st of April is no day", ["2 accept 2026-01-13 2026-01-20", "2 accept 2026-01-16 90", "3 refuse not_a_day"]],
  ["utf-16.csv", "what Excel calls Unicode text, with tabs", ["2 warn 2026-01-13 2026-01-20", "2 accept 2026-01-16 90"]],
  ["old-mac.csv", "a carriage return alone ends a line", ["2 accept 2026-01-13 2026-01-20", "2 accept 2026-01-16 90", "3 accept 2026-02-03 2026-02-10"]],
  ["quote-never-closed.csv", "the rest of the file would be one cell", "not_csv"],
  ["quote-within.csv", "a quotation mark within a text is a sign like any other", ["2 accept 2026-01-13 2026-01-20"]],
  ["decimal-commas.csv", "an hour and a half, written with a comma", ["2 accept 2026-01-16 90", "3 accept 2026-01-23 45"]],
  ["fractions.csv", "an hour and a half, written as a fraction", ["2 accept 2026-01-16 90", "3 accept 2026-01-23 45", "4 accept 2026-01-30 90"]],
  ["no-year.csv", "the year of a film is asked about, never guessed", ["2 ask day_asked", "3 accept 2026-02-03 2026-02-10"]],
  ["formulas.csv", "a formula in a text is that text; in a day's cell it is no day", ["2 accept 2026-01-13 2026-01-20", "3 warn 2026-02-03 2026-02-10", "4 refuse not_a_day"]],
  ["byte-order-mark.csv", "the mark is no part of the first column's name", ["2 accept 2026-01-13 2026-01-20"]],
  ["empty.csv", "nothing stands in it", "empty"],
  ["header-only.csv", "there is no row, and nothing is wrong", []],
  ["merged-cells.xlsx", "a merged client is the client of every row beside it", ["2 accept 2026-01-13 2026-01-20", "3 accept 2026-02-03 2026-02-10", "4 accept 2026-03-03 2026-03-10"]],
  ["days-of-1904.xlsx", "Excel on a Mac counted days from 1904", ["2 accept 2026-01-13 2026-01-20"]],
  ["two-hundred-columns.xlsx", "of a wide sheet the first columns are looked at", ["2 accept 2026-01-13 2026-01-20"]],
  ["bomb.xlsx", "a few kilobytes that unpack to 45 MB", "unpacks_too_large"],
  ["older-excel.xls", "Excel before 2007 saved another kind of file", "old_excel"],
  ["really-pdf.csv", "what is in it decides, not its name", "not_a_sheet"],
])("%s: %s", async (name, _why, gives) => {
  expect(await given(name)).toEqual(gives);
});
