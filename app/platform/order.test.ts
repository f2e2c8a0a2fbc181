import { expect, test } from "vitest";

import { groupBy } from "./group-by.ts";
import { byName, byText } from "./order.ts";

test.each<[reason: string, order: (a: string, b: string) => number, inOrder: string[]]>([
  ["days and instants by time", byText, ["2026-03-12", "2026-03-12T09:00:00.000Z", "2026-11-01"]],
  ["ids by their signs, capitals first, as the database has it", byText, ["B", "a", "é"]],
  ["names as people look for them", byName, ["Ailsa", "élodie", "Morag", "Zoë"]],
])("%s", (_, order, inOrder) => {
  expect([...inOrder].reverse().sort(order)).toEqual(inOrder);
  expect(inOrder.map((text) => order(text, text))).toEqual(inOrder.map(() => 0));
});

test("rows stand under their key in the order in which they came", () => {
  expect([...groupBy(["b1", "a1", "b2"], (row) => row.charAt(0))]).toEqual([["b", ["b1", "b2"]], ["a", ["a1"]]]);
  expect(groupBy([], String)).toEqual(new Map());
});
