import { expect, test } from "vitest";

import { findSameTwice } from "./duplicates.ts";
import type { CountableEntry } from "./model.ts";
import { countOf, cycle, peerSupervision, reasonsFor, recognised, requirementOf, supervision, training } from "#tests/support/countable.ts";

const LATER = "2026-03-20T12:00:00.000Z";

type Pair = readonly [why: string, first: CountableEntry, second: CountableEntry, isSame: boolean];

const pairs: readonly Pair[] = [
  ["cycles: same client, film day and review day", cycle({ entryId: "a" }), cycle({ entryId: "b" }), true],
  ["cycles: another client", cycle({ entryId: "a" }), cycle({ entryId: "b", clientId: "client-2" }), false],
  ["cycles: another film day", cycle({ entryId: "a" }), cycle({ entryId: "b", filmedOn: "2026-03-03" }), false],
  ["cycles: another review day", cycle({ entryId: "a" }), cycle({ entryId: "b", reviewedOn: "2026-03-10" }), false],
  ["cycles: one film without its shared review twice", cycle({ entryId: "a", reviewedOn: null }), cycle({ entryId: "b", reviewedOn: null }), true],
  ["supervision: same day, supervisor and minutes", supervision({ entryId: "a" }), supervision({ entryId: "b" }), true],
  ["supervision: another day", supervision({ entryId: "a" }), supervision({ entryId: "b", heldOn: "2026-03-11" }), false],
  ["supervision: another supervisor", supervision({ entryId: "a" }), supervision({ entryId: "b", supervisorId: "supervisor-2" }), false],
  ["supervision: other minutes", supervision({ entryId: "a" }), supervision({ entryId: "b", minutes: 61 }), false],
  ["supervision: same time of day", supervision({ entryId: "a", startsAt: "10:00" }), supervision({ entryId: "b", startsAt: "10:00" }), true],
  ["supervision: two times of day are two sessions", supervision({ entryId: "a", startsAt: "10:00" }), supervision({ entryId: "b", startsAt: "14:00" }), false],
  ["supervision: the second lacks its time", supervision({ entryId: "a", startsAt: "10:00" }), supervision({ entryId: "b" }), true],
  ["supervision: the first lacks its time", supervision({ entryId: "a" }), supervision({ entryId: "b", startsAt: "10:00" }), true],
  ["peer: same day, attendees and minutes", peerSupervision({ entryId: "a" }), peerSupervision({ entryId: "b" }), true],
  ["peer: attendees in another order", peerSupervision({ entryId: "a", attendeeIds: ["p", "q"] }), peerSupervision({ entryId: "b", attendeeIds: ["q", "p"] }), true],
  ["peer: one attendee more", peerSupervision({ entryId: "a" }), peerSupervision({ entryId: "b", attendeeIds: ["peer-1", "peer-2"] }), false],
  ["peer: other minutes", peerSupervision({ entryId: "a" }), peerSupervision({ entryId: "b", minutes: 90 }), false],
  ["peer: two times of day are two sessions", peerSupervision({ entryId: "a", startsAt: "10:00" }), peerSupervision({ entryId: "b", startsAt: "10:30" }), false],
  ["training: same training, day and half-days", training({ entryId: "a" }), training({ entryId: "b" }), true],
  ["training: another day", training({ entryId: "a" }), training({ entryId: "b", heldOn: "2026-03-17" }), false],
  ["recognised work is never the same twice", recognised({ entryId: "a" }), recognised({ entryId: "b" }), false],
  ["supervision and peer supervision of one day", supervision({ entryId: "a" }), peerSupervision({ entryId: "b" }), false],
];

test.each(pairs)("%s", (_, first, second, isSame) => {
  const later = { ...second, recordedAt: LATER };
  expect([...findSameTwice([later, first])]).toEqual(isSame ? [["b", "a"]] : []);
});

test("the one logged later is left out, naming the first, in whatever order they are handed in", () => {
  const first = supervision({ entryId: "z-first" });
  const later = supervision({ entryId: "a-later", recordedAt: LATER });
  for (const entries of [[first, later], [later, first]]) {
    const count = countOf(entries);
    expect(requirementOf(count, "supervision").count).toBe(60);
    expect(reasonsFor(count, "supervision", "a-later")).toEqual([{ code: "same_twice", sameAs: "z-first" }]);
  }
});

test("logged in the same instant, the order is by id and stays", () => {
  expect([...findSameTwice([cycle({ entryId: "b" }), cycle({ entryId: "a" })])]).toEqual([["b", "a"]]);
});

test("three times the same: both later ones name the first", () => {
  const thrice = [cycle({ entryId: "a" }), cycle({ entryId: "b", recordedAt: LATER }), cycle({ entryId: "c", recordedAt: LATER })];
  expect([...findSameTwice(thrice)]).toEqual([["b", "a"], ["c", "a"]]);
});

test("a voided one never blocks", () => {
  const count = countOf([cycle({ entryId: "voided", voided: true }), cycle({ entryId: "again", recordedAt: LATER })]);
  expect(requirementOf(count, "cycles").counted.map((c) => c.entryId)).toEqual(["again"]);
  expect(reasonsFor(count, "cycles", "voided")).toEqual([{ code: "voided" }]);
});

test("a questioned one blocks: logging it again does not get round the question", () => {
  const count = countOf([supervision({ entryId: "questioned", confirmation: "questioned" }), supervision({ entryId: "again", recordedAt: LATER })]);
  expect(requirementOf(count, "supervision").count).toBe(0);
  expect(reasonsFor(count, "supervision", "again")?.map((r) => r.code)).toEqual(["same_twice"]);
});

test.each([
  ["first", [null, "10:00", "14:00"], [["e1", "e0"]]],
  ["between", ["10:00", null, "14:00"], [["e1", "e0"]]],
  ["last", ["10:00", "14:00", null], [["e2", "e0"]]],
  ["first, and two of one time", [null, "10:00", "10:00"], [["e1", "e0"], ["e2", "e0"]]],
])("without its time, logged %s, it is the same as one timed session and no more", (_, times, same) => {
  const entries = times.map((startsAt, i) => supervision({ entryId: `e${String(i)}`, startsAt, recordedAt: `2026-03-20T12:0${String(i)}:00.000Z` }));
  expect([...findSameTwice(entries)]).toEqual(same);
  expect(requirementOf(countOf(entries), "supervision").count).toBe((times.length - same.length) * 60);
});

test("one time known, one not, one different: the one without its time is the same as the first, the third is a session of its own", () => {
  const entries = [
    supervision({ entryId: "a", startsAt: "10:00" }), supervision({ entryId: "b", recordedAt: LATER }), supervision({ entryId: "c", startsAt: "14:00", recordedAt: LATER }),
  ];
  expect([...findSameTwice(entries)]).toEqual([["b", "a"]]);
});
