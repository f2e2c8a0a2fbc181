import { expect, test } from "vitest";

import type { CountableEntry, LeftOutReason } from "./model.ts";
import {
  countOf, cycle, nesWith, peerSupervision, reasonsFor, recognised, requirementOf, STARTED_ON, supervision, TODAY, TOMORROW, TRAINEE, training,
} from "#tests/support/countable.ts";

type Row = readonly [why: string, entry: CountableEntry, reasons: readonly LeftOutReason["code"][] | undefined];

function codesFor(entry: CountableEntry, key: string): readonly string[] | undefined {
  return reasonsFor(countOf([entry]), key, entry.entryId)?.map((r) => r.code);
}

const cycles: readonly Row[] = [
  ["film and shared review on one day count", cycle({ entryId: "e", filmedOn: "2026-03-02", reviewedOn: "2026-03-02" }), undefined],
  ["a shared review months later counts", cycle({ entryId: "e", filmedOn: "2025-10-01", reviewedOn: "2026-06-01" }), undefined],
  ["a shared review the day before the film", cycle({ entryId: "e", filmedOn: "2026-03-02", reviewedOn: "2026-03-01" }), ["review_before_film"]],
  ["no shared review", cycle({ entryId: "e", reviewedOn: null }), ["no_shared_review"]],
  ["a shared review today counts", cycle({ entryId: "e", reviewedOn: TODAY }), undefined],
  ["a shared review tomorrow is planned", cycle({ entryId: "e", reviewedOn: TOMORROW }), ["planned"]],
  ["a film tomorrow is planned and has no shared review", cycle({ entryId: "e", filmedOn: TOMORROW, reviewedOn: null }), ["planned", "no_shared_review"]],
  ["a film tomorrow reviewed today", cycle({ entryId: "e", filmedOn: TOMORROW, reviewedOn: TODAY }), ["planned", "review_before_film"]],
  ["a film on the first day counts", cycle({ entryId: "e", filmedOn: STARTED_ON }), undefined],
  ["a film the day before the first day", cycle({ entryId: "e", filmedOn: "2025-08-31" }), ["before_start"]],
  ["voided comes alone, whatever else is wrong", cycle({ entryId: "e", voided: true, filmedOn: TOMORROW, reviewedOn: null }), ["voided"]],
];

test.each(cycles)("cycle: %s", (_, entry, codes) => {
  expect(codesFor(entry, "cycles")).toEqual(codes);
});

const in2026 = (standing: "accredited" | "in_training", from: string, to: string | null) => ({ standing, from: `2026-${from}`, to: to && `2026-${to}` });
const held = (on: string, ...standings: ReturnType<typeof in2026>[]) => supervision({ entryId: "e", heldOn: `2026-${on}`, supervisorStandings: standings });
const gap = [in2026("accredited", "01-01", "02-28"), in2026("accredited", "03-02", null)] as const;

const sessions: readonly Row[] = [
  ["confirmed counts", supervision({ entryId: "e" }), undefined],
  ["waiting", supervision({ entryId: "e", confirmation: "waiting" }), ["waiting_for_confirmation"]],
  ["questioned", supervision({ entryId: "e", confirmation: "questioned" }), ["questioned"]],
  ["today counts", supervision({ entryId: "e", heldOn: TODAY }), undefined],
  ["tomorrow is planned", supervision({ entryId: "e", heldOn: TOMORROW }), ["planned"]],
  ["the first day on the pathway counts", supervision({ entryId: "e", heldOn: STARTED_ON }), undefined],
  ["the day before it does not", supervision({ entryId: "e", heldOn: "2025-08-31" }), ["before_start"]],
  ["the day before the accreditation", held("02-28", in2026("accredited", "03-01", "04-30")), ["supervisor_not_accredited"]],
  ["the first day of the accreditation counts", held("03-01", in2026("accredited", "03-01", "04-30")), undefined],
  ["the last day of the accreditation counts", held("04-30", in2026("accredited", "03-01", "04-30")), undefined],
  ["the day after the accreditation", held("05-01", in2026("accredited", "03-01", "04-30")), ["supervisor_not_accredited"]],
  ["an accreditation of that one day counts", held("03-01", in2026("accredited", "03-01", "03-01")), undefined],
  ["lapsed since, accredited then: counts", held("03-15", in2026("accredited", "03-01", "03-31")), undefined],
  ["accredited now, not yet then", held("03-15", in2026("accredited", "04-01", null)), ["supervisor_not_accredited"]],
  ["the last day before a gap counts", held("02-28", ...gap), undefined],
  ["the day of the gap", held("03-01", ...gap), ["supervisor_not_accredited"]],
  ["the first day after the gap counts", held("03-02", ...gap), undefined],
  ["never accredited", held("03-15"), ["supervisor_not_accredited"]],
  ["still in training then", held("03-15", in2026("in_training", "01-01", "03-31"), in2026("accredited", "04-01", null)), ["supervisor_in_training"]],
  ["in training and accredited at once: accredited", held("03-15", in2026("in_training", "01-01", null), in2026("accredited", "01-01", null)), undefined],
  ["with oneself", supervision({ entryId: "e", supervisorId: TRAINEE }), ["supervisor_is_trainee"]],
  ["an external supervisor whom no lead verified", supervision({ entryId: "e", supervisorVerified: false }), ["supervisor_not_verified"]],
  ["external, unverified, and nobody there can confirm: only the lead's verification is waited for", supervision({ entryId: "e", supervisorIsExternal: true, supervisorVerified: false, confirmation: "waiting" }), ["supervisor_not_verified"]],
  ["external and verified: the lead's word is the other side's", supervision({ entryId: "e", supervisorIsExternal: true, confirmation: "waiting" }), undefined],
  ["external, verified, and questioned: the question stands", supervision({ entryId: "e", supervisorIsExternal: true, confirmation: "questioned" }), ["questioned"]],
  ["in a group", supervision({ entryId: "e", format: "group" }), ["format_does_not_count"]],
  [
    "everything wrong at once gives every reason",
    supervision({ entryId: "e", heldOn: TOMORROW, confirmation: "waiting", supervisorId: TRAINEE, supervisorVerified: false, supervisorStandings: [], format: "group" }),
    ["planned", "waiting_for_confirmation", "supervisor_is_trainee", "supervisor_not_verified", "supervisor_not_accredited", "format_does_not_count"],
  ],
  ["voided comes alone, whatever else is wrong", supervision({ entryId: "e", voided: true, format: "group", confirmation: "questioned" }), ["voided"]],
];

test.each(sessions)("supervision: %s", (_, entry, codes) => {
  expect(codesFor(entry, "supervision")).toEqual(codes);
});

const peerSessions: readonly Row[] = [
  ["confirmed by another who was there counts", peerSupervision({ entryId: "e" }), undefined],
  ["waiting", peerSupervision({ entryId: "e", confirmation: "waiting" }), ["waiting_for_confirmation"]],
  ["questioned", peerSupervision({ entryId: "e", confirmation: "questioned" }), ["questioned"]],
  ["today counts", peerSupervision({ entryId: "e", heldOn: TODAY }), undefined],
  ["tomorrow is planned", peerSupervision({ entryId: "e", heldOn: TOMORROW }), ["planned"]],
  ["the first day on the pathway counts", peerSupervision({ entryId: "e", heldOn: STARTED_ON }), undefined],
  ["the day before it does not", peerSupervision({ entryId: "e", heldOn: "2025-08-31" }), ["before_start"]],
  ["voided comes alone", peerSupervision({ entryId: "e", voided: true, confirmation: "waiting" }), ["voided"]],
];

test.each(peerSessions)("peer supervision: %s", (_, entry, codes) => {
  expect(codesFor(entry, "peer_supervision")).toEqual(codes);
});

test("a peer session never adds to the supervision hours", () => {
  const count = requirementOf(countOf([peerSupervision({ entryId: "e" })]), "supervision");
  expect([count.count, count.counted, count.leftOut]).toEqual([0, [], []]);
});

test("reasons name their days", () => {
  const count = countOf([cycle({ entryId: "early", filmedOn: "2025-08-31" }), supervision({ entryId: "late", heldOn: TOMORROW })]);
  expect(reasonsFor(count, "cycles", "early")).toEqual([{ code: "before_start", day: "2025-08-31", startedOn: STARTED_ON }]);
  expect(reasonsFor(count, "supervision", "late")).toEqual([{ code: "planned", day: TOMORROW }]);
});

test("recognised work of tomorrow is planned; of a day before the start it counts, since earlier work is what it is for", () => {
  const count = countOf([recognised({ entryId: "tomorrow", recognisedOn: TOMORROW }), recognised({ entryId: "early", recognisedOn: "2025-08-31" })]);
  expect(reasonsFor(count, "cycles", "tomorrow")).toEqual([{ code: "planned", day: TOMORROW }]);
  expect(requirementOf(count, "cycles").counted.map((c) => c.entryId)).toEqual(["early"]);
});

const settings = [
  ["waiting supervision counts where no confirmation is asked", { supervisionNeedsConfirmation: false }, supervision({ entryId: "e", confirmation: "waiting" }), "supervision", undefined],
  ["a question stands all the same", { supervisionNeedsConfirmation: false }, supervision({ entryId: "e", confirmation: "questioned" }), "supervision", ["questioned"]],
  ["waiting peer sessions still wait there", { supervisionNeedsConfirmation: false }, peerSupervision({ entryId: "e", confirmation: "waiting" }), "peer_supervision", ["waiting_for_confirmation"]],
  ["waiting peer sessions count where no confirmation is asked", { peerSupervisionNeedsConfirmation: false }, peerSupervision({ entryId: "e", confirmation: "waiting" }), "peer_supervision", undefined],
  ["a supervisor in training counts where the pathway says so", { supervisorInTrainingCounts: true }, held("03-15", in2026("in_training", "03-15", "03-15")), "supervision", undefined],
  ["one who is neither does not", { supervisorInTrainingCounts: true }, held("03-16", in2026("in_training", "03-15", "03-15")), "supervision", ["supervisor_not_accredited"]],
] as const;

test.each(settings)("setting: %s", (_, setting, entry, key, codes) => {
  expect(reasonsFor(countOf([entry], { definition: nesWith(setting) }), key, "e")?.map((r) => r.code)).toEqual(codes);
});

const gates: readonly Row[] = [
  ["held and confirmed counts", training({ entryId: "e" }), undefined],
  ["held today counts", training({ entryId: "e", heldOn: TODAY }), undefined],
  ["booked for tomorrow does not", training({ entryId: "e", heldOn: TOMORROW }), ["planned"]],
  ["waiting for a lead", training({ entryId: "e", confirmation: "waiting" }), ["waiting_for_confirmation"]],
  ["questioned", training({ entryId: "e", confirmation: "questioned" }), ["questioned"]],
  ["voided comes alone", training({ entryId: "e", voided: true, confirmation: "waiting" }), ["voided"]],
  ["before the first day on the pathway counts", training({ entryId: "e", heldOn: "2025-08-31" }), undefined],
];

test.each(gates)("training: %s", (_, entry, codes) => {
  const gate = countOf([entry]).stages.flatMap((s) => s.gates).find((g) => g.gate.key === "mid_point");
  expect(gate?.leftOut.find((l) => l.entryId === "e")?.reasons.map((r) => r.code)).toEqual(codes);
  expect(gate?.state).toBe(codes === undefined ? "open" : "shut");
});
