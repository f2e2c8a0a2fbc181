import { expect, test } from "vitest";

import { readPdf } from "#tests/support/pdf.ts";

import type { LogbookSheet } from "./logbook-sheet.ts";
import { logbookPdf } from "./pdf.server.ts";

const AT = new Date("2026-03-12T09:00:00.000Z");
const HEADS = ["Day", "What", "With whom, and when", "Where it stands"];
const spaced = (text: string): string => text.replace(/\s+/g, " ");

async function made(rows: readonly (readonly string[])[]) {
  const sheet: LogbookSheet = {
    title: "Training logbook of Ailsa", about: [["Trainee", "Ailsa"]],
    parts: [{ title: "Cycles", level: 2, table: rows.length === 0 ? null : { columns: HEADS, rows } }, { title: "Training", level: 2, table: null }],
  };
  return readPdf(await logbookPdf(sheet, AT));
}

const row = (n: number): string[] => [`Day ${String(n)}`, `Cycle with client number ${String(n)}`, `Filmed on a day, shared review on another, ${String(n)}`, "Counts"];

test("five hundred rows: on every page the heads of the columns, every row once, and the heads read aloud once alone", async () => {
  const { pages, structure } = await made(Array.from({ length: 500 }, (_, n) => row(n)));
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages.slice(0, -1)) for (const head of HEADS) expect(spaced(page)).toContain(head);
  const whole = spaced(pages.join(" "));
  for (let n = 0; n < 500; n += 1) expect(whole.split(`Cycle with client number ${String(n)} `).length - 1).toBe(1);
  expect(structure).toMatchObject({ Table: 1, THead: 1, TBody: 1, TR: 501, TH: 504, TD: 1500 });
});

test("a text longer than a page goes on over as many as it needs, and none of it is cut off", async () => {
  const words = Array.from({ length: 3000 }, (_, n) => `word${String(n)}`);
  const hash = Array.from({ length: 400 }, (_, n) => String.fromCodePoint(97 + n % 26)).join("");
  const { pages, structure } = await made([["A", words.join(" "), hash, "Counts"], row(2)]);
  expect(pages.length).toBeGreaterThan(3);
  const whole = spaced(pages.join(" "));
  for (const word of words) expect(whole).toMatch(new RegExp(`\\b${word}\\b`));
  expect(whole.replaceAll(" ", "")).toContain(hash.slice(0, 20));
  expect(whole.replaceAll(" ", "")).toContain(hash.slice(-20));
  expect(whole).toContain("Cycle with client number 2");
  expect(structure).toMatchObject({ Table: 1, TR: 3, TH: 6, TD: 6 });
});

test("a row that its page cannot hold begins the next, whole", async () => {
  const lines = (n: number): string[] => ["A", Array.from({ length: 30 }, (_, i) => `line ${String(i)} of ${String(n)}`).join("\n"), "", "Counts"];
  const { pages } = await made([lines(1), lines(2), lines(3)]);
  for (const n of [1, 2, 3]) expect(pages.filter((page) => spaced(page).includes(`of ${String(n)} `))).toHaveLength(1);
});

test("names of many languages, signs of several parts and no text at all are written as they are", async () => {
  const { pages } = await made([["Zoë", "Siân Ó Súilleabháin", "Łukasz, Ђорђе, Αθηνά", ""], ["", "", "", ""]]);
  const whole = spaced(pages.join(" "));
  for (const name of ["Zoë", "Siân Ó Súilleabháin", "Łukasz", "Ђорђе", "Αθηνά"]) expect(whole).toContain(name);
});

test("where there is nothing yet, each part says so", async () => {
  const { pages, structure } = await made([]);
  expect(pages).toHaveLength(1);
  expect(spaced(pages.join(" ")).split("Nothing yet.").length - 1).toBe(2);
  expect(structure.Table).toBeUndefined();
});
