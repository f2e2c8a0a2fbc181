import { expect, test } from "vitest";
import { z } from "zod";

import { headSchema, RECORD_KINDS } from "#app/record/format.ts";
import { tables as words } from "#app/words/en/tables.ts";
import { NOT_IN_TABLES } from "#tests/support/not-in-tables.ts";

import { TABLES } from "./all-tables.ts";
import { WORDS } from "./cells.ts";

interface Leaf {
  readonly path: string;
  /** What it may be, where that is a closed list of words. */
  readonly choices: readonly string[];
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly type?: string;
}

/** Without the null of what may not be told. */
function told(shape: Shape): Shape {
  return shape.anyOf?.find(({ type }) => type !== "null") ?? shape;
}

/** Every field in which something stands, as a way of names; a list of plain things is one. */
function leavesOf(of: Shape, path: string): Leaf[] {
  const shape = told(of);
  if (NOT_IN_TABLES[path] !== undefined) return [{ path, choices: [] }];
  if (shape.properties) return Object.entries(shape.properties).flatMap(([name, field]) => leavesOf(field, `${path}.${name}`));
  const { propertyNames, additionalProperties: value } = shape;
  if (propertyNames?.enum && typeof value === "object") return propertyNames.enum.flatMap((name) => leavesOf(value, `${path}.${String(name)}`));
  return [{ path, choices: (told(shape.items ?? shape).enum ?? []).map(String) }];
}

const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { unrepresentable: "any" }) as Shape;

const head = shapeOf(headSchema);
const leaves = [
  ...leavesOf(head, "head").filter(({ path }) => path !== "head.counts"), ...leavesOf(head.properties?.counts?.items ?? {}, "counts"),
  ...RECORD_KINDS.flatMap((kind) => leavesOf(shapeOf(kind.row), kind.name)),
];
const shown = new Set<string>(TABLES.flatMap((table) => table.columns));

test("the walk reaches every list", () => {
  for (const { name } of RECORD_KINDS) expect(leaves.some(({ path }) => path.startsWith(`${name}.`))).toBe(true);
  expect(leaves.length).toBeGreaterThan(220);
});

test.each(leaves.map(({ path }) => path))("%s stands in a table, or it is said why not", (path) => {
  expect([shown.has(path), NOT_IN_TABLES[path] !== undefined].filter(Boolean)).toHaveLength(1);
});

test("nothing is said of a field that is none, and no column stands in no table", () => {
  const known = new Set(leaves.map(({ path }) => path));
  expect(Object.keys(NOT_IN_TABLES).filter((path) => !known.has(path))).toEqual([]);
  expect([...shown].filter((path) => !known.has(path) && !path.startsWith("standing."))).toEqual([]);
  expect(Object.keys(words.columns).filter((path) => !shown.has(path))).toEqual([]);
});

test.each(leaves.filter(({ path, choices }) => choices.length > 0 && NOT_IN_TABLES[path] === undefined))("$path is said in words, whatever it is", ({ path, choices }) => {
  expect(Object.keys(WORDS[path] ?? {}).sort()).toEqual(expect.arrayContaining([...choices].sort()));
});

test.each(TABLES.map((table) => [table.name, table] as const))("no two columns of %s have one head, and every list in it is its own or joined", (_name, { base, joins = [], columns }) => {
  const heads = columns.map((path) => words.columns[path]);
  expect(new Set(heads).size).toBe(heads.length);
  const lists = new Set([base, ...joins.map(({ list }) => list), "standing", "counts"]);
  expect(columns.filter((path) => !lists.has(path.split(".")[0] ?? ""))).toEqual([]);
});
