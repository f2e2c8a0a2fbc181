import { expect, test } from "vitest";

import type { Judged, PartVerdict } from "./import/verdicts.ts";
import type { RowReason } from "./import/reasons.ts";
import { previewOf } from "./import-view.ts";

const EARLY: RowReason = { code: "before_start", day: "2025-08-06", startedOn: "2025-08-22" };
const facts = { supervisors: [], fellowTrainees: [], clients: [], today: "2026-11-21" };

function session(minutes: number, reasons: readonly RowReason[] = []): PartVerdict {
  const content = { kind: "supervision", heldOn: "2025-09-01", startsAt: null, minutes, mode: "remote", format: "individual", supervisorId: "s", discussedIds: [], note: null } as const;
  return { part: "supervision", outcome: reasons.length > 0 ? "warn" : "accept", reasons, entry: { fingerprint: "f", client: null, content } };
}

function cycle(reviewedOn: string | null, reasons: readonly RowReason[] = []): PartVerdict {
  const content = {
    kind: "cycle", filmedOn: "2025-08-06", reviewedOn, filmMinutes: null, reviewMinutes: null, mode: "in_person", clipsChosen: null, goalRating: null, nextStep: null, note: null,
  } as const;
  return { part: "cycle", outcome: "accept", reasons, entry: { fingerprint: "f", client: { id: "c" }, content, finishes: null } as unknown as PartVerdict["entry"] };
}

function judged(parts: readonly PartVerdict[]): Judged {
  return { verdicts: parts.map((part, i) => ({ row: i + 2, outcome: part.outcome, parts: [part], what: "" })), questions: [], newClients: [] };
}

test("what would come in is told as the log will count it: what is from before the start stands apart", () => {
  const { tally } = previewOf(judged([cycle("2025-09-01"), cycle("2025-08-10", [EARLY]), cycle(null), session(60), session(90, [EARLY])]), facts, { which: "all", page: 1 });
  expect(tally).toMatchObject({ cycles: 1, supervision: { sessions: 1, minutes: 60 }, beforeStart: 2 });
});
