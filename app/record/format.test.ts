import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { tables } from "#app/words/en/tables.ts";

import { TABLES } from "./tables/all-tables.ts";
import { isTooLarge, MAX_ROWS, RECORD_KINDS, type RecordFile } from "./format.ts";
import { columnOf, fieldsOf } from "./kind.ts";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/record-format.md"), "utf8");

test.each(RECORD_KINDS.map((kind) => [kind.name, kind] as const))("docs/record-format.md says every field of %s, in its order", (name, kind) => {
  expect(page).toContain(`| \`${name}\` |`);
  expect(page.split("\n").find((line) => line.startsWith(`| \`${name}\` |`))).toContain(fieldsOf(kind).map((field) => `\`${field}\``).join(", "));
});

const columnsOf = new Map<string, readonly string[]>([
  ...TABLES.map(({ name, columns }) => [tables.files[name], columns.map((path) => tables.columns[path])] as const), [tables.files.history, Object.values(tables.history)],
]);

test.each([...columnsOf])("docs/record-format.md says every column of %s.csv, in its order", (name, columns) => {
  expect(page.split("\n").find((line) => line.startsWith(`| \`${name}.csv\` |`))).toContain(`| ${columns.map((column) => `\`${column}\``).join(", ")} |`);
});

test.each([["goal2AtStart", "goal_2_at_start"], ["entryId", "entry_id"], ["forOwnSupervisor", "for_own_supervisor"], ["note", "note"]])("the column of %s is %s", (field, column) => {
  expect(columnOf(field)).toBe(column);
});

test("a list as long as the format takes is written, and one row more is too large", () => {
  const head: RecordFile["head"] = {
    format: "attune-record", version: 1, exportedAt: "2026-03-12T09:00:00.000Z", origin: "https://attune.example.org", programme: "P", countedOn: "2026-03-12", recordVersion: 1,
    trainee: { id: "t1", name: "T", email: null }, counts: [],
  };
  const holding = (rows: number): boolean => isTooLarge({ head, rows: new Map([["entries", Array.from({ length: rows }, () => ({}))]]) });
  expect([holding(MAX_ROWS), holding(MAX_ROWS + 1)]).toEqual([false, true]);
});
