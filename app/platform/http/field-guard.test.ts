import fc from "fast-check";
import { expect, test } from "vitest";

import { areFieldsReadable, isFieldName, MAX_FIELDS, MAX_INDEX, MAX_NAME_LENGTH } from "./field-guard.ts";

test.each([
  ["note", true, "a plain name"],
  ["filmedOnDay", true, "a part of a day"],
  ["rows[3].kind", true, "a row's field"],
  ["entryIds[]", true, "one of several"],
  [`rows[${String(MAX_INDEX)}]`, true, "the last index allowed"],
  [`rows[${String(MAX_INDEX + 1)}]`, false, "the first index past it"],
  ["name[999999999]", false, "the name that ended a server"],
  ["a".repeat(MAX_NAME_LENGTH), true, "as long as a name may be"],
  ["a".repeat(MAX_NAME_LENGTH + 1), false, "longer"],
  ["__intent__", false, "an instruction to the parser"],
  ["__state__", false, "another"],
  ["__proto__", false, "a way into prototypes"],
  ["a.__proto__.b", false, "the same, further in"],
  ["a.constructor", false, "another way in"],
  ["constructor.prototype.x", false, "and its longer form"],
  ["note.toString", false, "what every object has: a text field would become one that cannot be read"],
  ["note[0].valueOf", false, "the same, further in"],
  ["a..b", false, "no name between the dots"],
  ["a[b]", false, "an index that is no number"],
  ["a[-1]", false, "an index below nought"],
  ["", false, "no name"],
  ["a\0b", false, "NUL"],
  ["a b", false, "a blank"],
])("%j is a field name: %s (%s)", (name, answer) => {
  expect(isFieldName(name)).toBe(answer);
});

const fields = (count: number, value = "x"): [string, string][] => Array.from({ length: count }, () => ["a", value]);

test.each([
  [MAX_FIELDS, true, "as many as may be"],
  [MAX_FIELDS + 1, false, "one more"],
])("%i fields are readable: %s (%s)", (count, answer) => {
  expect(areFieldsReadable(fields(count))).toBe(answer);
});

test.each([
  ["a long text: how long one may be is for its form to say", "x".repeat(1_000_000), true],
  ["NUL", "a\0", false],
])("a value is readable or not: %s", (_, value, answer) => {
  expect(areFieldsReadable(fields(1, value))).toBe(answer);
});

test("a file is judged by its name only", () => {
  expect(areFieldsReadable([["file", new File(["x".repeat(100)], "cycles.csv")]])).toBe(true);
});

test("no name that passes holds an index past the limit", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("a", "[", "]", "9", "0", ".", "_", "[]"), { maxLength: 12 }).map((parts) => parts.join("")), (name) => {
    if (isFieldName(name)) expect([...name.matchAll(/\d{4,}/g)].filter(([d]) => name.includes(`[${d}]`))).toEqual([]);
  }));
});
