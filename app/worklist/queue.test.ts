import { expect, test } from "vitest";

import { waitingDays } from "./entry-line.ts";
import { type LineKind, queueHeading, type QueueLine, queueOf } from "./queue.ts";

const line = (id: string, ageDays: number, title = id, kind: LineKind = "supervision"): QueueLine => ({
  id, ageDays, title, kind, to: null, detail: [], doesNotCount: [], act: null, confirm: null, notices: [],
});

test.each<[reason: string, lines: QueueLine[], title: string, lead: string | undefined]>([
  ["nothing", [], "Nothing waits for you", undefined],
  ["one, of today", [line("a", 0)], "One thing waits for you", "All of it came today."],
  ["several, of every kind", [line("a", 9), line("b", 2), line("c", 0, "c", "external"), line("d", 1, "d", "sign")], "Four things wait for you", "Nothing is older than nine days."],
  ["only somebody to verify", [line("a", 3, "a", "external")], "One thing waits for you", "Nothing is older than three days."],
  ["thirteen stand in figures", Array.from({ length: 13 }, (_, i) => line(String(i), 1)), "13 things wait for you", "Nothing is older than one day."],
])("the heading counts what waits: %s", (_reason, lines, title, lead) => {
  expect(queueHeading(queueOf(lines))).toEqual({ title, lead });
});

test("the longest waiting stands first whatever its kind, of one age by title", () => {
  const lines = [line("a", 1, "Zoë"), line("b", 9, "b", "external"), line("c", 1, "Ailsa", "submission"), line("d", 4, "d", "sign")];
  expect(queueOf(lines).map(({ id }) => id)).toEqual(["b", "d", "c", "a"]);
});

test.each([
  ["logged on the day", { heldOn: "2026-03-01", recordedAt: "2026-03-01T10:00:00.000Z" }, 9],
  ["logged later: nobody could confirm before", { heldOn: "2026-03-01", recordedAt: "2026-03-08T10:00:00.000Z" }, 2],
  ["planned ahead: waits from its day on", { heldOn: "2026-03-09", recordedAt: "2026-02-01T10:00:00.000Z" }, 1],
  ["logged after midnight in London, before it in UTC", { heldOn: "2026-06-01", recordedAt: "2026-06-09T23:30:00.000Z" }, 0],
])("days waited: %s", (_reason, entry, days) => {
  expect(waitingDays(entry, entry.heldOn.startsWith("2026-06") ? "2026-06-10" : "2026-03-10")).toBe(days);
});
