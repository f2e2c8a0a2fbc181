import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { addDays } from "#app/platform/clock.ts";

import { isExpired, isUnchanged, type Kept, lastDayOf, onDays, onItsDay, saysTheSame, sendable, type TypedFields } from "./kept.ts";

const AT = "2026-03-12T09:00:00.000Z";

describe("how long something stays on the device", () => {
  test.each([
    ["at once", AT, AT, false],
    ["on the last of fourteen days", AT, "2026-03-26T23:59:00.000Z", false],
    ["on the day after it", AT, "2026-03-27T00:01:00.000Z", true],
    ["by London's days: the clocks have gone forward", "2026-03-20T12:00:00.000Z", "2026-04-03T22:59:00.000Z", false],
    ["by London's days: its next day has begun", "2026-03-20T12:00:00.000Z", "2026-04-03T23:01:00.000Z", true],
  ])("%s", (_why, keptAt, now, isOver) => {
    expect(isExpired(keptAt, new Date(now))).toBe(isOver);
  });

  it("says the last day before it comes", () => {
    expect(lastDayOf(AT)).toBe("2026-03-26");
  });
});

function entry(id: string, keptAt: string, refusals: readonly string[] = []): Kept {
  return { id, keptAt, fields: [], refusals };
}

test("of what waits the oldest goes first, and nothing that was refused or whose time is over", () => {
  const waiting = [entry("new", "2026-03-12T10:00:00.000Z"), entry("refused", AT, ["Choose the client"]), entry("gone", "2026-02-01T10:00:00.000Z"), entry("old", AT)];
  expect(sendable(waiting, new Date("2026-03-13T00:00:00.000Z")).map(({ id }) => id)).toEqual(["old", "new"]);
});

const TYPED: TypedFields = [["filmedOnChoice", "yesterday"], ["filmedOnDay", ""], ["reviewedOnChoice", "not_yet"], ["note", "today"]];

describe("a day that was pressed", () => {
  it("stays the day on which it was pressed, whenever it is sent", () => {
    expect(onItsDay(TYPED, "2026-03-01", "2026-03-04")).toEqual([
      ["reviewedOnChoice", "not_yet"], ["note", "today"], ["filmedOnChoice", "other"], ["filmedOnDay", "28"], ["filmedOnMonth", "2"], ["filmedOnYear", "2026"],
    ]);
  });

  it("is left as it is on the same day", () => {
    expect(onItsDay(TYPED, "2026-03-01", "2026-03-01")).toBe(TYPED);
  });

  it("moves once: what has a date keeps it", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (a, b) => {
      const once = onDays(TYPED, addDays("2026-01-01", a));
      expect(onDays(once, addDays("2026-01-01", b))).toEqual(once);
    }));
  });
});

describe("the same answers", () => {
  test.each([
    ["whatever the ids of the form", [["note", "a"], ["requestId", "2"]], [["requestId", "1"], ["note", "a"]], true],
    ["empty fields say nothing", [["note", "a"]], [["note", "a"], ["minutes", ""]], true],
    ["a form that holds more", [["note", "a"], ["minutes", "5"]], [["note", "a"]], true],
    ["one answer less", [["note", "a"]], [["note", "a"], ["minutes", "5"]], false],
    ["another one", [["note", "b"]], [["note", "a"]], false],
  ] satisfies [string, TypedFields, TypedFields, boolean][])("%s", (_why, present, kept, same) => {
    expect(saysTheSame(present, kept)).toBe(same);
  });

  it("a form is as it was found where nothing is more and nothing less", () => {
    expect(isUnchanged([["note", "a"]], [["note", "a"], ["minutes", ""]])).toBe(true);
    expect(isUnchanged([["note", "a"]], [["note", "a"], ["minutes", "5"]])).toBe(false);
  });
});
