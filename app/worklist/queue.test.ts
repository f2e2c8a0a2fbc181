import { expect, test } from "vitest";

import { queueHeading, queueOf, type QueueItem, waitingDays } from "./queue.ts";

const item = (entryId: string, ageDays: number, title = entryId): QueueItem => ({
  entryId, ageDays, title, version: 1, kind: "supervision", detail: "", note: null, doesNotCount: [], minutes: 60, isVisible: true,
});

test.each<[reason: string, items: QueueItem[], externals: number, title: string, lead: string | undefined]>([
  ["nothing", [], 0, "Nothing waits for you", undefined],
  ["one, of today", [item("a", 0)], 0, "One thing waits for you", "All of it came today."],
  ["several", [item("a", 9), item("b", 2)], 5, "Seven things wait for you", "Nothing is older than nine days."],
  ["only somebody to verify", [], 1, "One thing waits for you", undefined],
  ["thirteen stand in figures", Array.from({ length: 13 }, (_, i) => item(String(i), 1)), 0, "13 things wait for you", "Nothing is older than one day."],
])("the heading counts what waits: %s", (_reason, items, externals, title, lead) => {
  const queue = queueOf(items, Array.from({ length: externals }, (_, i) => ({ personId: String(i), name: "N" })));
  expect(queueHeading(queue)).toEqual({ title, lead });
});

test("the longest waiting stands first, of one age by title", () => {
  expect(queueOf([item("a", 1, "Zoë"), item("b", 9), item("c", 1, "Ailsa")], []).items.map((i) => i.entryId)).toEqual(["b", "c", "a"]);
});

test.each([
  ["logged on the day", { heldOn: "2026-03-01", recordedAt: "2026-03-01T10:00:00.000Z" }, 9],
  ["logged later: nobody could confirm before", { heldOn: "2026-03-01", recordedAt: "2026-03-08T10:00:00.000Z" }, 2],
  ["planned ahead: waits from its day on", { heldOn: "2026-03-09", recordedAt: "2026-02-01T10:00:00.000Z" }, 1],
  ["logged after midnight in London, before it in UTC", { heldOn: "2026-06-01", recordedAt: "2026-06-09T23:30:00.000Z" }, 0],
])("days waited: %s", (_reason, entry, days) => {
  expect(waitingDays(entry, entry.heldOn.startsWith("2026-06") ? "2026-06-10" : "2026-03-10")).toBe(days);
});
