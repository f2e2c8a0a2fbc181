import { expect, test } from "vitest";

import { words } from "#app/words/words.ts";

import { attendanceForm } from "./attendance-form.ts";
import { recogniseForm } from "./recognise-form.ts";

const TODAY = "2026-11-21";
const CYCLES = { key: "cycles", most: 18, asked: "18" };
const MINUTES = { key: "supervision", most: 900, asked: "15 h" };

const typedDay = (name: string, day: string) => ({ [`${name}Choice`]: "other", [name]: day.split("-").reverse().join("\u001F") });

function askedOfAttendance(day: string, over: Record<string, unknown> = {}) {
  const form = { requestId: "made-by-the-form", training: "mid_point", halfDays: "1", traineeIds: ["made-by-the-portal"], ...typedDay("heldOn", day), ...over };
  return attendanceForm(TODAY).safeParse(form).error?.issues.map((issue) => [issue.path[0], issue.message]) ?? [];
}

function askedOfWork(over: Record<string, unknown> = {}) {
  const form = { requestId: "made-by-the-form", requirement: "cycles", amount: "2", reason: "earlier work in another service", ...typedDay("recognisedOn", "2026-11-20"), ...over };
  return recogniseForm(TODAY, { knownNames: [] }, [CYCLES, MINUTES]).safeParse(form).error?.issues.map((issue) => [issue.path[0], issue.message]) ?? [];
}

const asks = (day: string) => [["asMeant", words.outcomes.longAgo.question(day)]];

test.each<[why: string, day: string, wanted: readonly (readonly string[])[]]>([
  ["five years ago to the day", "2021-11-21", []], ["a day earlier", "2021-11-20", asks("2021-11-20")], ["another century", "1990-01-01", asks("1990-01-01")],
])("a day is asked about once it is more than five years ago: %s", (_why, day, wanted) => {
  expect(askedOfAttendance(day)).toEqual(wanted);
  expect(askedOfWork(typedDay("recognisedOn", day))).toEqual(wanted);
});

test("said once that it is meant, it stands", () => {
  expect(askedOfAttendance("1995-06-01", { asMeant: "on" })).toEqual([]);
  expect(askedOfWork({ ...typedDay("recognisedOn", "1995-06-01"), asMeant: "on" })).toEqual([]);
});

test("1950 is a slip of the keys, whatever is said of it", () => {
  for (const issues of [askedOfAttendance("1950-06-01", { asMeant: "on" }), askedOfWork({ ...typedDay("recognisedOn", "1950-06-01"), asMeant: "on" })]) {
    expect(issues.map(([field]) => field).filter((field) => field === "heldOn" || field === "recognisedOn")).toHaveLength(1);
  }
});

const { tooMuch } = words.outcomes.recognise.forms;
test.each<[why: string, over: Record<string, unknown>, wanted: readonly (readonly string[])[]]>([
  ["all that the pathway asks", { amount: "18" }, []], ["one more", { amount: "19" }, [["amount", tooMuch("18")]]], ["a slip of the keys", { amount: "6000" }, [["amount", tooMuch("18")]]],
  ["minutes are another unit", { requirement: "supervision", amount: "900" }, []], ["a minute more", { requirement: "supervision", amount: "901" }, [["amount", tooMuch("15 h")]]],
  ["what the pathway does not know is the command’s to refuse", { requirement: "nothing", amount: "6000" }, []],
])("no more is recognised than a pathway asks: %s", (_why, over, wanted) => {
  expect(askedOfWork(over)).toEqual(wanted);
});
