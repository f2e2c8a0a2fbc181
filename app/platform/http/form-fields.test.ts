import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

import { addDays } from "../clock.ts";
import { dayField, isStorable, joinDays, optionalTextField, optionalWholeNumberField, readDay, textField, typedDay, wholeNumberField } from "./form-fields.ts";
import { formTexts } from "./form-texts.ts";

test.each([
  ["12", "3", "2026", "2026-03-12", "digits"],
  ["02", "03", "2026", "2026-03-02", "leading noughts"],
  [" 2 ", " 3 ", " 2026 ", "2026-03-02", "blanks around"],
  ["2", "March", "2026", "2026-03-02", "the month's name"],
  ["2", "mar", "2026", "2026-03-02", "its short name"],
  ["2", "Sept.", "2026", "2026-09-02", "the other short name, with its dot"],
  ["29", "2", "2028", "2028-02-29", "a leap day"],
])("%s %s %s is %s: %s", (day, month, year, answer) => {
  expect(readDay({ day, month, year })).toEqual({ ok: true, value: answer });
});

test.each([
  ["", "3", "2026", "day_missing", "no day"],
  ["2", "", "2026", "month_missing", "no month"],
  ["2", "3", "", "year_missing", "no year"],
  ["0", "3", "2026", "day_unreadable", "below the first day"],
  ["32", "3", "2026", "day_unreadable", "above the last day of any month"],
  ["2nd", "3", "2026", "day_unreadable", "letters"],
  ["2", "0", "2026", "month_unreadable", "below January"],
  ["2", "13", "2026", "month_unreadable", "above December"],
  ["2", "ma", "2026", "month_unreadable", "March or May"],
  ["2", "3", "26", "year_unreadable", "two digits"],
  ["31", "4", "2026", "no_such_day", "April has 30"],
  ["29", "2", "2026", "no_such_day", "not a leap year"],
  ["2", "3", "1899", "no_such_day", "before any record"],
])("%s %s %s is refused as %s %s: %s", (day, month, year, code) => {
  expect(readDay({ day, month, year })).toEqual({ ok: false, code });
});

test("a day written into the three inputs reads as the same day", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
    const day = addDays("1900-01-01", days);
    expect(readDay(typedDay(day))).toEqual({ ok: true, value: day });
  }));
  expect(typedDay(null)).toEqual({ day: "", month: "", year: "" });
});

function parse<S extends z.ZodType>(schema: S, fields: Record<string, string>): z.ZodSafeParseResult<z.output<S>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  joinDays(form);
  return schema.safeParse(Object.fromEntries(form));
}

const typed = (day: string, month: string, year: string) => ({ filmedOnDay: day, filmedOnMonth: month, filmedOnYear: year });
const required = z.object(dayField("filmedOn", { required: true }));
const optional = z.object(dayField("filmedOn"));

test("a day in a form is one value under its name", () => {
  expect(parse(required, typed("2", "3", "2026")).data?.filmedOn).toBe("2026-03-02");
  expect(parse(optional, typed("2", "3", "2026")).data?.filmedOn).toBe("2026-03-02");
});

test("three empty inputs are no day: an error only where one is required", () => {
  expect(parse(optional, typed("", " ", "")).data?.filmedOn).toBeUndefined();
  expect(parse(optional, typed("", "", "")).success).toBe(true);
  expect(parse(required, typed("", "", "")).error?.issues.map((i) => [i.path, i.message])).toEqual([[["filmedOn"], formTexts.day.missing]]);
});

test("what is wrong with a day is said under its name", () => {
  expect(parse(optional, typed("31", "4", "2026")).error?.issues.map((i) => [i.path, i.message])).toEqual([[["filmedOn"], formTexts.day.no_such_day]]);
});

test.each<[year: string, message: string | undefined, why: string]>([
  ["1989", formTexts.day.year_unlikely, "before any work that a record holds"], ["1990", undefined, "the first year that a record can hold"],
  ["2099", undefined, "the last one"], ["2100", formTexts.day.year_unlikely, "further than anybody plans"],
])("a day in %s: %s, %s", (year, message, _why) => {
  expect(parse(required, typed("2", "3", year)).error?.issues.map((i) => i.message)[0]).toBe(message);
});

test("a day cannot be sent past its three inputs", () => {
  expect(parse(required, { filmedOn: "2026-03-02", ...typed("", "", "") }).success).toBe(false);
});

test("text is trimmed, its line ends made one kind, and kept within its limit", () => {
  const field = textField(5);
  expect(field.parse(" a\r\nb ")).toBe("a\nb");
  expect(field.parse("12345")).toBe("12345");
  expect(field.safeParse("123456").error?.issues[0]?.message).toBe(formTexts.tooLong(5));
  expect(field.safeParse("   ").error?.issues[0]?.message).toBe(formTexts.missing);
  expect(field.safeParse("a\0b").error?.issues[0]?.message).toBe(formTexts.notText);
  expect(field.safeParse(undefined).error?.issues[0]?.message).toBe(formTexts.missing);
});

test.each([["required", textField(5)], ["optional", optionalTextField(5)]])("in a text past its limit nothing else is looked for: %s", (_, field) => {
  const seen: unknown[] = [];
  expect(field.superRefine((text) => { seen.push(text); }).safeParse("123456\0").error?.issues.map((i) => i.message)).toEqual([formTexts.tooLong(5)]);
  expect(seen).toEqual([]);
});

test("optional text: blanks are none", () => {
  const field = optionalTextField(5);
  expect([field.parse(undefined), field.parse("  "), field.parse(" a ")]).toEqual([undefined, undefined, "a"]);
  expect(field.safeParse("a\0").success).toBe(false);
});

test.each([
  ["a space without width", "\u200B"], ["joiners", "\u200D\u2060"], ["marks of direction between blanks", " \u200E \u202C\n"], ["a filler", "\u3164"], ["a bell", "\u0007"],
])("what shows nothing is nothing: %s", (_, typed) => {
  expect(textField(10, "Say why").safeParse(typed).error?.issues[0]?.message).toBe("Say why");
  expect(optionalTextField(10).parse(typed)).toBeUndefined();
});

test("signs without width stay where they belong to a word", () => {
  expect(textField(10).parse("👩‍👧 ab\u200Cc")).toBe("👩‍👧 ab\u200Cc");
});

test.each([["NUL", "\0", false], ["half a surrogate pair", "\uD83D", false], ["its other half", "\uDE00", false], ["a whole pair", "😀", true]])("%s is storable: %s", (_, text, answer) => {
  expect(isStorable(text)).toBe(answer);
});

const minutes = wholeNumberField({ from: 1, to: 600 });
test.each([["1", 1], ["600", 600], [" 90 ", 90]])("%s is a number of minutes", (text, answer) => {
  expect(minutes.parse(text)).toBe(answer);
});
test.each([
  ["0", formTexts.outside(1, 600), "below"], ["601", formTexts.outside(1, 600), "above"], ["1.5", formTexts.notWhole, "a fraction"],
  ["1e2", formTexts.notWhole, "not digits alone"], ["9999999999", formTexts.notWhole, "too many digits"], ["", formTexts.notWhole, "nothing"],
])("%s is refused: %s", (text, message) => {
  expect(minutes.safeParse(text).error?.issues[0]?.message).toBe(message);
});
test("an optional number may be left out", () => {
  expect(optionalWholeNumberField({ from: 1, to: 10 }).parse(undefined)).toBeUndefined();
});
