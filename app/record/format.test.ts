import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { RECORD_KINDS } from "./format.ts";
import { columnOf, fieldsOf } from "./kind.ts";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/record-format.md"), "utf8");

test.each(RECORD_KINDS.map((kind) => [kind.name, kind] as const))("docs/record-format.md says every field of %s, in its order", (name, kind) => {
  expect(page).toContain(`| \`${name}\` |`);
  expect(page.split("\n").find((line) => line.startsWith(`| \`${name}\` |`))).toContain(fieldsOf(kind).map((field) => `\`${field}\``).join(", "));
});

test.each([["goal2AtStart", "goal_2_at_start"], ["entryId", "entry_id"], ["forOwnSupervisor", "for_own_supervisor"], ["note", "note"]])("the column of %s is %s", (field, column) => {
  expect(columnOf(field)).toBe(column);
});
