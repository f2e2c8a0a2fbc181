import { expect, test } from "vitest";

import { csvText, TEMPLATE_COLUMNS } from "./import/template.ts";
import { screenFreeText } from "./identifiers.ts";
import { screenAhead, screenWith } from "./screen-ahead.server.ts";

const row = (note: string): string[] => TEMPLATE_COLUMNS.supervision.map((column) => (column === "note" ? note : ""));
const fileWith = (notes: readonly string[]) => ({ text: csvText([TEMPLATE_COLUMNS.supervision, ...notes.map(row)]), namesAreFine: [] });

test("others have their turn between slices of the notes", async () => {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const { screenings } = await screenAhead([fileWith(Array.from({ length: 300 }, (_, n) => `${String(n)} ${"01 ".repeat(330)}`))], []);
  isOver = true;
  expect(screenings.size).toBe(300);
  expect(turns).toBeGreaterThan(10);
});

test("what was screened ahead says what screening says, and stands for the same names only", async () => {
  const notes = ["Was that when Callum was away?", "Ring 07700 900123", "We looked at the clip"];
  const ahead = await screenAhead([fileWith(notes)], ["Callum Reid"]);
  for (const names of [["Callum Reid"], []]) {
    const screen = screenWith(ahead, names);
    for (const note of [...notes, "another note of Callum’s"]) expect(screen(note)).toEqual(screenFreeText(note, names));
  }
});
