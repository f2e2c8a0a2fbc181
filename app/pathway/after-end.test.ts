import fc from "fast-check";
import { expect, test } from "vitest";

import type { CountableEntry, LeftOutReason } from "./model.ts";
import { countPathway } from "./counting.ts";
import { anyCase, anyDay, anyDefinition } from "#tests/support/arbitraries.ts";
import { countOf, cycle, nesWith, peerSupervision, reasonsFor, recognised, supervision, TODAY, TOMORROW, training } from "#tests/support/countable.ts";

const ENDED_ON = "2026-03-10";
const AFTER = "2026-03-11";

type Row = readonly [why: string, key: string, entry: CountableEntry, codes: readonly LeftOutReason["code"][] | undefined];
const rows: readonly Row[] = [
  ["supervision on the last day counts", "supervision", supervision({ entryId: "e", heldOn: ENDED_ON }), undefined],
  ["supervision the day after does not", "supervision", supervision({ entryId: "e", heldOn: AFTER }), ["after_end"]],
  ["a peer session on the last day counts", "peer_supervision", peerSupervision({ entryId: "e", heldOn: ENDED_ON }), undefined],
  ["a peer session the day after does not", "peer_supervision", peerSupervision({ entryId: "e", heldOn: AFTER }), ["after_end"]],
  ["a shared review on the last day counts", "cycles", cycle({ entryId: "e", filmedOn: "2026-03-02", reviewedOn: ENDED_ON }), undefined],
  ["filmed before, reviewed the day after", "cycles", cycle({ entryId: "e", filmedOn: "2026-03-02", reviewedOn: AFTER }), ["after_end"]],
  ["a film after the end without a review", "cycles", cycle({ entryId: "e", filmedOn: AFTER, reviewedOn: null }), ["after_end", "no_shared_review"]],
  ["recognised on the last day counts", "cycles", recognised({ entryId: "e", recognisedOn: ENDED_ON }), undefined],
  ["recognised the day after does not", "cycles", recognised({ entryId: "e", recognisedOn: AFTER }), ["after_end"]],
  ["logged long after, held before: counts", "supervision", supervision({ entryId: "e", heldOn: ENDED_ON, recordedAt: "2026-06-01T12:00:00.000Z" }), undefined],
  ["of a day to come: planned, and after the end", "supervision", supervision({ entryId: "e", heldOn: TOMORROW }), ["planned", "after_end"]],
  ["waiting, and after the end", "supervision", supervision({ entryId: "e", heldOn: AFTER, confirmation: "waiting" }), ["after_end", "waiting_for_confirmation"]],
  ["voided comes alone", "supervision", supervision({ entryId: "e", heldOn: AFTER, voided: true }), ["voided"]],
];

test.each(rows)("%s", (_why, key, entry, codes) => {
  expect(reasonsFor(countOf([entry], { endedOn: ENDED_ON }), key, "e")?.map((r) => r.code)).toEqual(codes);
});

test.each<[string, boolean]>([[ENDED_ON, true], [AFTER, false]])("a training of %s opens its gate: %s", (heldOn, isOpen) => {
  const gates = countOf([training({ entryId: "e", heldOn })], { endedOn: ENDED_ON }).stages.flatMap((s) => s.gates);
  expect(gates.find((g) => g.gate.key === "mid_point")?.state).toBe(isOpen ? "open" : "shut");
});

test.each([[ENDED_ON, undefined], [AFTER, ["after_end"]]])("where a client counts with the closed case, closed on %s: %j", (caseClosedOn, codes) => {
  const count = countOf([cycle({ entryId: "e", caseClosedOn })], { endedOn: ENDED_ON, definition: nesWith({ clientCountsWith: "closed_case" }) });
  expect(reasonsFor(count, "clients", "e")?.map((r) => r.code)).toEqual(codes);
});

test("the reason names the day and the end", () => {
  const count = countOf([supervision({ entryId: "e", heldOn: AFTER })], { endedOn: ENDED_ON });
  expect(reasonsFor(count, "supervision", "e")).toEqual([{ code: "after_end", day: AFTER, endedOn: ENDED_ON }]);
});

test("whatever is on the record: nothing counts from a day after the end, and nothing of a day before it is left out for it", () => {
  fc.assert(fc.property(anyDefinition, anyCase, anyDay, (definition, of, endedOn) => {
    for (const { counted, leftOut } of countPathway(definition, { ...of, endedOn }, TODAY).overall) {
      for (const c of counted) expect(c.countsOn <= endedOn).toBe(true);
      for (const reason of leftOut.flatMap((l) => l.reasons)) if (reason.code === "after_end") expect(reason.day > endedOn).toBe(true);
    }
  }));
});

test("what is done after the end changes no number, whatever it is", () => {
  fc.assert(fc.property(anyDefinition, anyCase, (definition, of) => {
    const endedOn = TODAY;
    const late = [supervision({ entryId: "late-s", heldOn: TOMORROW }), training({ entryId: "late-t", heldOn: TOMORROW }), cycle({ entryId: "late-c", clientId: "client-late", filmedOn: TODAY, reviewedOn: TOMORROW })];
    const numbers = (entries: readonly CountableEntry[]) => countPathway(definition, { ...of, endedOn, entries, closings: [] }, TOMORROW).overall.map((r) => [r.count, r.surplus]);
    expect(numbers([...of.entries, ...late])).toEqual(numbers(of.entries));
  }));
});
