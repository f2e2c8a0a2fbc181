import fc from "fast-check";
import { expect, test } from "vitest";

import { findSameTwice } from "#app/pathway/duplicates.ts";
import type { CountableEntry } from "#app/pathway/model.ts";
import { cycle, peerSupervision, supervision } from "#tests/support/countable.ts";

import type { Draft, ImportedCycle } from "./draft.ts";
import { lookUpIn } from "./in-log.ts";

const rest = { mode: null, note: null } as const;

/** The row of a file that would write the entry, without its time of day: no file has one. */
function rowOf(entry: CountableEntry): Draft {
  const contentOf = (): Draft["content"] => {
    if (entry.kind === "cycle") return cycleRow(entry.filmedOn, entry.reviewedOn);
    if (entry.kind === "supervision") return { ...rest, kind: "supervision", heldOn: entry.heldOn, startsAt: null, minutes: entry.minutes, format: entry.format, supervisorId: entry.supervisorId };
    return entry.kind === "peer_supervision" ? { ...rest, kind: "peer_supervision", heldOn: entry.heldOn, startsAt: null, minutes: entry.minutes, attendeeIds: entry.attendeeIds } : null;
  };
  return { row: 2, part: entry.kind === "recognised" ? "row" : entry.kind, reasons: [], questions: [], leansOn: [], label: null, identity: null, unreviewed: null, sameAs: null, content: contentOf() };
}

function cycleRow(filmedOn: string, reviewedOn: string | null): ImportedCycle {
  return { ...rest, kind: "cycle", filmedOn, filmMinutes: null, clipsChosen: null, reviewedOn, reviewMinutes: null, goalRating: null, nextStep: null };
}

const anyDay = fc.constantFrom("2026-03-02", "2026-03-03");
const anyEntry = (entryId: string, recordedAt: string): fc.Arbitrary<CountableEntry> => fc.oneof(
  fc.record({ clientId: fc.constantFrom("c1", "c2"), filmedOn: anyDay, reviewedOn: fc.constantFrom(null, "2026-03-09") }).map((over) => cycle({ entryId, recordedAt, ...over })),
  fc.record({ heldOn: anyDay, minutes: fc.constantFrom(60, 90), supervisorId: fc.constantFrom("s1", "s2") }).map((over) => supervision({ entryId, recordedAt, ...over })),
  fc.record({ heldOn: anyDay, minutes: fc.constantFrom(60, 90), attendeeIds: fc.shuffledSubarray(["p1", "p2"], { minLength: 1 }) }).map((over) => peerSupervision({ entryId, recordedAt, ...over })),
);

test("a row is in the log already exactly where counting would leave its entry out as the same twice", () => {
  fc.assert(fc.property(anyEntry("logged", "2026-03-20T12:00:00.000Z"), anyEntry("row", "2026-03-21T12:00:00.000Z"), fc.boolean(), (first, second, voided) => {
    const logged = { ...first, voided };
    const isSame = findSameTwice([logged, second]).has("row");
    const found = lookUpIn([logged])(rowOf(second), second.kind === "cycle" ? second.clientId : null, new Set());
    expect(found?.code === "already_in_log").toBe(isSame);
  }));
});

test.each([
  ["its client's film waits for its review there", "c1", cycle({ entryId: "a", clientId: "c1", reviewedOn: null }), "adds_review"],
  ["its client's film has another review there: a second film of that day", "c1", cycle({ entryId: "a", clientId: "c1", reviewedOn: "2026-03-09" }), undefined],
  ["its client is not known: a film of that day may be this one", null, cycle({ entryId: "a", clientId: "c1" }), "film_day_in_log"],
  ["another client was filmed that day", "c2", cycle({ entryId: "a", clientId: "c1" }), undefined],
  ["the film there was voided", "c1", cycle({ entryId: "a", clientId: "c1", reviewedOn: null, voided: true }), undefined],
] as const)("a cycle of that film day, where %s", (_, clientId, entry, code) => {
  const row = { ...rowOf(entry), content: cycleRow(entry.filmedOn, "2026-03-10") };
  expect(lookUpIn([entry])(row, clientId, new Set())?.code).toBe(code);
});

test("a review is added once: the next row of that film is a cycle of its own", () => {
  const row = { ...rowOf(cycle({ entryId: "row" })), content: cycleRow("2026-03-02", "2026-03-10") };
  expect(lookUpIn([cycle({ entryId: "a", clientId: "c1", filmedOn: "2026-03-02", reviewedOn: null })])(row, "c1", new Set(["a"]))).toBeNull();
});

test("a film without its review that the log holds with it adds nothing", () => {
  const row = { ...rowOf(cycle({ entryId: "row" })), content: cycleRow("2026-03-02", null) };
  expect(lookUpIn([cycle({ entryId: "a", clientId: "c1", filmedOn: "2026-03-02", reviewedOn: "2026-03-09" })])(row, "c1", new Set())?.code).toBe("review_in_log");
});
