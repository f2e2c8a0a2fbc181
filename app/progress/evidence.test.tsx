import { describe, expect, test } from "vitest";

import { countPathway } from "#app/pathway/counting.ts";
import type { CountingCase } from "#app/pathway/model.ts";
import type { Cycle, Entry, RecognisedWork, Supervision } from "#app/logbook/model.ts";
import { toCountable } from "#app/logbook/countable.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { NO_DETAILS } from "#tests/support/logbook.ts";
import { renderMarkup } from "#tests/support/render.tsx";

import { evidenceOf, type EvidenceView, stageAsked } from "./evidence.ts";
import { EvidencePage } from "./evidence-page.tsx";

const today = "2026-03-01";
const base = { traineeId: "t", version: 1, voided: false, reason: null, recordedAt: "2026-01-01T09:00:00.000Z", recordedBy: "t", note: null };
const cycle = (id: string, filmedOn: string, over: Partial<Cycle> = {}): Cycle => ({
  ...base, id, loggedAt: `2026-01-01T09:00:00.${id.padStart(3, "0").slice(-3)}Z`, kind: "cycle", clientId: "c1", clientCode: "C-45B2", filmedOn, reviewedOn: filmedOn,
  filmMinutes: null, mode: null, clipsChosen: null, reviewMinutes: null, goalRating: null, nextStep: null, ...NO_DETAILS, ...over,
});
const session = (id: string, heldOn: string, over: Partial<Supervision> = {}): Supervision => ({
  ...base, id, loggedAt: base.recordedAt, kind: "supervision", heldOn, confirmation: "confirmed", confirmationNote: null, confirmedBy: "s",
  startsAt: null, minutes: 90, mode: null, format: "individual", supervisorId: "s", supervisorName: "Mairi MacInnes", discussed: [], ...over,
});
const recognised = (id: string, requirement: string, amount: number): RecognisedWork => ({
  ...base, id, loggedAt: base.recordedAt, kind: "recognised", requirement, amount, recognisedOn: "2025-10-01",
});

const entries: Entry[] = [
  cycle("1", "2026-01-10"), cycle("2", "2026-01-05", { clientId: "c2", clientCode: "C-7KQX" }), cycle("3", "2026-01-10"),
  cycle("4", "2026-02-01", { reviewedOn: null }), cycle("5", "2026-02-02", { voided: true }), cycle("6", "2026-03-02"),
  session("7", "2026-01-20"), session("8", "2026-01-12", { minutes: 60 }), session("9", "2026-02-10", { confirmation: "waiting", supervisorId: "x", supervisorName: "Fearghas" }),
  recognised("10", "cycles", 4),
];

const named = { closedOn: new Map(), supervisors: new Map([["s", { isExternal: false, isVerified: true, periods: [{ standing: "accredited" as const, from: "2020-01-01", to: null }] }]]) };
const theCase: CountingCase = { traineeId: "t", startedOn: "2025-09-01", endedOn: null, closings: [], entries: entries.map((e) => toCountable(e, named)) };
const facts = { count: countPathway(plainDefinition, theCase, today), definition: plainDefinition, entries };

function evidence(key: string, stage?: number): EvidenceView {
  const view = evidenceOf(facts, key, stage);
  if (!view) throw new Error(`no evidence for ${key}`);
  return view;
}

function markupOf(view: EvidenceView): string {
  return renderMarkup(<EvidencePage view={view} back={{ to: "/progress", text: "Progress" }} stageAt={(stage) => `/progress/${view.key}?stage=${String(stage)}`} />);
}

describe("a number and its rows", () => {
  test("cycles: the earliest first, the running total ends on the number, recognised work apart", () => {
    const view = evidence("cycles");
    expect(view.heading).toBe("Cycles: 6 of 6 for stage 1");
    expect(view.sum).toBe("Three rows below: 2 logged and 4 recognised make 6.");
    expect(view.counted.map((r) => [r.entryId, r.amount, r.total])).toEqual([["2", "1", "1"], ["1", "1", "2"]]);
    expect(view.recognised.map((r) => [r.entryId, r.amount, r.total])).toEqual([["10", "4", "6"]]);
  });

  test("minutes add up in words", () => {
    const view = evidence("supervision");
    expect(view.heading).toBe("Supervision: 2\u00a0h\u00a030 of 5\u00a0h for stage 1");
    expect(view.sum).toBe("Two rows below, adding up to 2\u00a0h 30\u00a0min.");
    expect(view.counted.map((r) => [r.who, r.amount, r.total])).toEqual([["Mairi MacInnes", "1\u00a0h", "1\u00a0h"], ["Mairi MacInnes", "1\u00a0h 30\u00a0min", "2\u00a0h 30\u00a0min"]]);
  });

  test("every entry left out has every reason, and the same twice names the first", () => {
    const view = evidence("cycles");
    expect(view.leftOut.map((r) => [r.entryId, r.group, r.reasons.map((one) => one.text)])).toEqual([
      ["6", "open", ["It is planned for 2 March 2026 and counts once that day has come"]],
      ["5", "voided", ["It was voided"]],
      ["4", "open", ["The shared review has no date yet"]],
      ["3", "open", ["It is the same as cycle with C-45B2, 10 January 2026"]],
    ]);
    expect(view.leftOut.find((r) => r.entryId === "3")?.reasons[0]?.sameAs).toBe("1");
    expect(evidence("supervision").leftOut[0]?.reasons.map((one) => one.text)).toEqual(["Waiting for Fearghas to confirm", "Fearghas was not accredited on 10 February 2026"]);
  });

  test.each(["clients", "cycles", "supervision", "peer_supervision", "initial_course", "mid_point"])("%s: counted plus left out is everything of its kind, once", (key) => {
    const view = evidence(key);
    const ids = [...view.counted, ...view.recognised, ...view.leftOut].map((r) => r.entryId);
    const kinds = { clients: ["cycle"], cycles: ["cycle", "recognised"], supervision: ["supervision"], peer_supervision: [], initial_course: [], mid_point: [] }[key] ?? [];
    expect(ids.sort()).toEqual(entries.filter((e) => kinds.includes(e.kind)).map((e) => e.id).sort());
  });

  test("the number is the same in each stage of running totals, and the stage that is shown is marked", () => {
    expect(evidence("cycles", 2).stages).toEqual([
      { stage: 1, text: "Stage 1: 6 of 6", isShown: false }, { stage: 2, text: "Stage 2: 6 of 12", isShown: true }, { stage: 3, text: "Stage 3: 6 of 18", isShown: false },
    ]);
  });

  test("a gate has no stages, and says half-days", () => {
    expect(evidence("initial_course")).toMatchObject({ heading: "The initial course: 0 of 4 half-days", sum: "Nothing counts yet.", stages: [], counted: [] });
  });

  test.each([["nonsense", undefined], ["cycles", 4], ["cycles", 0], ["mid_point", 9]])("%s in stage %s is nothing", (key, stage) => {
    expect(evidenceOf(facts, key, stage)).toBeUndefined();
  });
});

describe("the page", () => {
  test("shows as many rows as the number says, and links each entry", () => {
    const markup = markupOf(evidence("cycles"));
    const rows = markup.match(/<tbody.*?<\/tbody>/gs)?.map((body) => body.match(/<tr/g)?.length);
    expect(rows).toEqual([2, 1]);
    for (const id of ["1", "2", "3", "4", "5", "6", "10"]) expect(markup).toContain(`href="/log/entries/${id}"`);
  });

  test("a client who counts already is not held against anybody: further cycles stand apart", () => {
    const view = evidence("clients");
    expect(view.counted.map((r) => r.entryId)).toEqual(["2", "1"]);
    const another = evidenceOf({ ...facts, count: countPathway(plainDefinition, { ...theCase, entries: [...theCase.entries, toCountable(cycle("11", "2026-02-20"), named)] }, today) }, "clients");
    expect(another?.leftOut.filter((r) => r.group === "further").map((r) => r.entryId)).toEqual(["11"]);
  });

  test("nothing logged: says so", () => {
    const markup = markupOf(evidence("peer_supervision"));
    expect(markup).toContain("Peer supervision: 0; stage 1 asks for none");
    expect(markup).toContain("No entry counts here yet.");
    expect(markup).toContain("Nothing logged is left out.");
  });
});

test.each([[null, undefined], ["2", 2], ["0", "unreadable"], ["12", "unreadable"], ["x", "unreadable"], ["", "unreadable"]])("?stage=%s", (text, stage) => {
  expect(stageAsked(text)).toBe(stage);
});
