import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { tidyFile } from "#tests/support/logbook-files.ts";

import { decodeFile } from "./decode-file.ts";
import { readTemplate } from "./read-template.ts";
import { sayProblem } from "./say.ts";
import { csvCell, csvText, MAX_IMPORT_ROWS, plainCell, TEMPLATE_KINDS, templateText } from "./template.ts";

const PEER = "date,minutes,attendees,setting,reflection";
const textOf = (name: Parameters<typeof tidyFile>[0]): string => decodeFile(tidyFile(name)) ?? "";

describe("decodeFile", () => {
  test.each([
    ["UTF-8", [0xc3, 0xa9], "é"], ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é"], ["Windows-1252", [0xa3, 0xe9, 0x96, 0x80], "£é–€"],
    ["UTF-16", [0xff, 0xfe, 0xe9, 0x00], "é"],
  ])("%s", (_name, bytes, text) => {
    expect(decodeFile(new Uint8Array(bytes))).toBe(text);
  });

  test("a workbook is no text, whatever its name says", () => {
    expect(decodeFile(new Uint8Array([0x50, 0x4b, 3, 4, 20]))).toBeNull();
    expect(decodeFile(new Uint8Array([0x61, 0, 0x62]))).toBeNull();
  });
});

describe("readTemplate", () => {
  test.each([["cycles", "cycles", 20], ["supervision", "supervision", 17], ["peer-supervision", "peer_supervision", 3]] as const)("tidy %s", (name, kind, rows) => {
    const read = readTemplate(textOf(name));
    expect(read).toMatchObject({ ok: true, file: { kind } });
    expect(read.ok && read.file.rows.map((r) => r.row)).toEqual(Array.from({ length: rows }, (_, i) => i + 2));
  });

  test("the mark, CRLF, semicolons and tabs change nothing", () => {
    const plain = readTemplate(textOf("peer-supervision"));
    const rows = textOf("peer-supervision").trimEnd().split("\n").map((line) => line.split(","));
    const variants = [
      `\ufeff${textOf("peer-supervision").replaceAll("\n", "\r\n")}`,
      rows.map((cells) => cells.map((c) => `"${c}"`).join(";")).join("\r\n"),
      rows.map((cells) => cells.join("\t")).join("\n"),
      csvText(rows),
    ];
    for (const text of variants) expect(readTemplate(text)).toEqual(plain);
  });

  test("rows are numbered as a spreadsheet shows them: titles, blank lines and line breaks in a cell", () => {
    const read = readTemplate(`My peer log\n\n${PEER}\n2026-01-29,75,a@example.org,,"one\ntwo"\n\n2026-02-01,60,a@example.org,,\n`);
    expect(read.ok && read.file.rows.map((r) => [r.row, r.cells.date])).toEqual([[4, "2026-01-29"], [5, ""], [6, "2026-02-01"]]);
  });

  test("columns may stand in another order, in other capitals and with spaces; empty ones beside them do not matter", () => {
    const read = readTemplate("Minutes,Date,REFLECTION,setting,Attendees,,\n75,2026-01-29,,remote,a@example.org,,\n");
    expect(read.ok && read.file.rows[0]).toMatchObject({ cells: { date: "2026-01-29", minutes: "75", attendees: "a@example.org" }, hasMoreCells: false });
  });

  test.each([
    ["nothing", "  \n", { code: "empty_file" }],
    ["NUL", "date\0", { code: "not_text" }],
    ["a quotation mark that stays open", `${PEER}\n"2026`, { code: "not_csv" }],
    ["another spreadsheet", "Name,Hours\nx,1\n", { code: "header_unknown" }],
    ["columns of two kinds alike", "date,minutes,setting\n", { code: "header_unknown" }],
    ["a missing and an unknown column", "date,minutes,attendees,setting,thoughts\n", { code: "columns_differ", kind: "peer_supervision", missing: ["reflection"], unknown: ["thoughts"], twice: [] }],
    ["a column twice", `${PEER},date\n`, { code: "columns_differ", kind: "peer_supervision", missing: [], unknown: [], twice: ["date"] }],
    ["a used column without a name", `${PEER},\n2026-01-29,75,a@example.org,,,more\n`, { code: "columns_differ", kind: "peer_supervision", missing: [], unknown: ["?"], twice: [] }],
    ["one row too many", `${PEER}\n${",,,,\n".repeat(MAX_IMPORT_ROWS + 1)}`, { code: "too_many_rows", most: MAX_IMPORT_ROWS }],
  ])("%s is said", (_name, text, problem) => {
    expect(readTemplate(text)).toEqual({ ok: false, problem });
  });

  test("as many rows as are allowed are read", () => {
    expect(readTemplate(`${PEER}\n${",,,,\n".repeat(MAX_IMPORT_ROWS)}`).ok).toBe(true);
  });

  test("columns are named in words", () => {
    const read = readTemplate("date,minutes,attendees,setting,thoughts\n");
    expect(read.ok ? [] : sayProblem(read.problem)).toEqual([
      "The columns are not those of the template for peer supervision.", "This column is missing: reflection.", "This column is not known: thoughts.",
    ]);
  });

  test("each empty template is read as its own kind", () => {
    for (const kind of TEMPLATE_KINDS) expect(readTemplate(templateText(kind))).toEqual({ ok: true, file: { kind, rows: [] } });
  });

  test("any bytes are read or refused in words", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = decodeFile(bytes);
      if (text !== null) readTemplate(text);
      const read = readTemplate(`${PEER}\n${text ?? ""}`);
      if (!read.ok) expect(sayProblem(read.problem).join("")).not.toBe("");
    }));
  });
});

describe("formulas", () => {
  test.each(["=1+1", "+44", "-5", "@SUM(A1)", " =1", "\t=1"])("%j is written so that no spreadsheet runs it, and read back as it was", (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
    expect(plainCell(`'${text}`)).toBe(text);
  });

  test("text stays text: a formula in a note is read as it stands", () => {
    const read = readTemplate(`${PEER}\n2026-01-29,75,a@example.org,,=1+1\n`);
    expect(read.ok && read.file.rows[0]?.cells.reflection).toBe("=1+1");
  });
});
