import { expect, test } from "vitest";

import type { Cycle, Supervision } from "#app/logbook/model.ts";
import { sampleCount } from "#tests/support/counts.ts";
import { NO_DETAILS } from "#tests/support/logbook.ts";

import { type NextStepFacts, nextStepOf } from "./next-step.ts";
import { rhythmOf } from "./rhythm.ts";

const today = "2026-03-01";
const base = { traineeId: "t", version: 1, voided: false, reason: null, recordedAt: "", recordedBy: "t", loggedAt: "", note: null };
const cycle = (id: string, over: Partial<Cycle> = {}): Cycle => ({
  ...base, id, kind: "cycle", clientId: "c", clientCode: "C-07", filmedOn: "2026-02-01", reviewedOn: "2026-02-10",
  filmMinutes: null, mode: null, clipsChosen: null, reviewMinutes: null, goalRating: null, nextStep: null, ...NO_DETAILS, ...over,
});
const session = (id: string, over: Partial<Supervision> = {}): Supervision => ({
  ...base, id, kind: "supervision", heldOn: "2026-02-20", confirmation: "confirmed", confirmationNote: null, confirmedBy: "s",
  startsAt: null, minutes: 60, mode: null, format: "individual", supervisorId: "s", supervisorName: "Mairi", discussed: [], ...over,
});

const held = [session("held")];
const reached = { clients: 6, cycles: 18, supervision: 900, peer_supervision: 2 };

function facts(plan: Parameters<typeof sampleCount>[0], over: Partial<NextStepFacts> = {}): NextStepFacts {
  const entries = over.entries ?? held;
  const { startedOn = "2026-01-01", endedOn = null, pauses = [] } = over;
  const heldOn = entries.flatMap((e) => (e.kind === "supervision" ? [e.heldOn] : []));
  return {
    count: sampleCount({ today, ...plan }), endedOn, startedOn, pauses, outcome: null, hasEntries: entries.length > 0, isOwn: true, entries,
    rhythm: rhythmOf({ heldOn, startedOn, endedOn, pauses, today }), signOff: null, ...over,
  };
}

const waiting = [{ entryId: "w", reasons: [{ code: "waiting_for_confirmation" as const }] }];

test.each<[reason: string, facts: NextStepFacts, step: object | undefined]>([
  ["nothing logged: the first cycle, however long ago the start was", facts({}, { entries: [], startedOn: "2025-01-01" }), { kind: "cycle", isFirst: true }],
  ["a question goes before a film without its review", facts({}, { entries: [cycle("c", { reviewedOn: null }), session("q", { confirmation: "questioned" })] }), { kind: "answer_question", entry: { id: "q" } }],
  ["of two questions the older", facts({}, { entries: [session("q2", { confirmation: "questioned" }), session("q1", { confirmation: "questioned", heldOn: "2026-01-20" })] }), { entry: { id: "q1" } }],
  ["a question to a voided entry is settled", facts({}, { entries: [...held, session("q", { confirmation: "questioned", voided: true })] }), { kind: "cycle" }],
  ["a filmed cycle with no shared review: the oldest", facts({}, { entries: [...held, cycle("new", { reviewedOn: null, filmedOn: "2026-02-20" }), cycle("old", { reviewedOn: null, filmedOn: "2026-02-02" })] }), { kind: "shared_review", entryId: "old", filmedOn: "2026-02-02" }],
  ["a voided film waits for nothing", facts({}, { entries: [...held, cycle("c", { reviewedOn: null, voided: true })] }), { kind: "cycle" }],
  ["a film from before the start would not count with its review either", facts({ leftOut: { cycles: [{ entryId: "early", reasons: [{ code: "before_start", day: "2025-08-06", startedOn: "2025-08-22" }, { code: "no_shared_review" }] }] } }, { entries: [...held, cycle("early", { reviewedOn: null, filmedOn: "2025-08-06" })] }), { kind: "cycle" }],
  ["a film planned for tomorrow has no review to add", facts({}, { entries: [...held, cycle("c", { reviewedOn: null, filmedOn: "2026-03-02" })] }), { kind: "cycle" }],
  ["eight of eighteen cycles: no mid-point yet", facts({ underWay: 1, amounts: { cycles: 8 } }), { kind: "cycle" }],
  ["nine of eighteen: the mid-point", facts({ underWay: 1, amounts: { cycles: 9 } }), { kind: "mid_point", cycles: 9 }],
  ["the mid-point held", facts({ underWay: 1, amounts: { cycles: 9 }, open: ["mid_point"] }), { kind: "cycle" }],
  ["the mid-point logged and waiting for the lead", facts({ underWay: 1, amounts: { cycles: 9 }, leftOut: { mid_point: waiting } }), { kind: "cycle" }],
  ["supervision 20 days ago", facts({}, { entries: [session("s", { heldOn: "2026-02-09" })] }), { kind: "cycle" }],
  ["supervision three weeks ago", facts({}, { entries: [session("s", { heldOn: "2026-02-08" })] }), { kind: "supervision_gap", overdue: false }],
  ["supervision over six weeks ago is flagged", facts({}, { entries: [session("s", { heldOn: "2026-01-17" })] }), { kind: "supervision_gap", overdue: true }],
  ["a peer session missing in this stage", facts({ underWay: 2 }), { kind: "peer_supervision", remaining: 1 }],
  ["stage 1 asks for no peer session", facts({ underWay: 1 }), { kind: "cycle", isFirst: false }],
  ["the missing peer session waits for the other side", facts({ underWay: 2, leftOut: { peer_supervision: waiting } }), { kind: "cycle" }],
  ["one waits, another is missing", facts({ underWay: 3, leftOut: { peer_supervision: waiting } }), { kind: "peer_supervision" }],
  ["cycles reached, minutes missing", facts({ underWay: 1, amounts: { ...reached, supervision: 120 }, open: ["mid_point"] }), { kind: "supervision", remainingMinutes: 180 }],
  ["numbers reached, the gate shut", facts({ underWay: 1, amounts: reached, open: ["mid_point"] }), { kind: "gate", gate: { key: "initial_course" } }],
  ["everything reached: people decide", facts({ underWay: 3, amounts: reached, open: ["initial_course", "mid_point"] }, { signOff: { state: "ready", stage: 3 } }), { kind: "sign_off", signOff: { state: "ready", stage: 3 } }],
  ["in a planned pause nothing new is asked for", facts({ underWay: 2 }, { pauses: [{ from: "2026-02-25", to: "2026-03-05" }] }), undefined],
  ["in a planned pause a question stays", facts({}, { entries: [session("q", { confirmation: "questioned" })], pauses: [{ from: "2026-02-25", to: "2026-03-05" }] }), { kind: "answer_question" }],
  ["withdrawn", facts({}, { endedOn: "2026-02-25" }), undefined],
  ["all stages closed", facts({ underWay: null, amounts: reached }), undefined],
  ["not started", facts({}, { startedOn: "2026-03-02" }), undefined],
])("%s", (_reason, given, step) => {
  if (step === undefined) expect(nextStepOf(given)).toBeUndefined();
  else expect(nextStepOf(given)).toMatchObject(step);
});
