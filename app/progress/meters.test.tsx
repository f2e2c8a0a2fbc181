import { describe, expect, test } from "vitest";

import type { LeftOutEntry } from "#app/pathway/model.ts";
import { plainDefinition, sampleCount } from "#tests/support/counts.ts";
import { renderMarkup } from "#tests/support/render.tsx";

import { metersOf, type MeterView } from "./meters.ts";
import { Meters } from "./progress-page.tsx";
import { rhythmOf } from "./rhythm.ts";

const rhythm = rhythmOf({ heldOn: ["2026-02-15"], startedOn: "2025-01-06", endedOn: null, pauses: [], today: "2026-03-01" });
const perStage = {
  ...plainDefinition, accumulation: "per_stage" as const,
  requirements: plainDefinition.requirements.map((r) => (r.key === "cycles" ? { ...r, needed: [6, 9, 12] } : r)),
};

function meter(key: string, plan: Parameters<typeof sampleCount>[0]): MeterView {
  const found = metersOf({ count: sampleCount(plan), definition: plan?.definition ?? plainDefinition, rhythm }).find((m) => m.key === key);
  if (!found) throw new Error(`no meter ${key}`);
  return found;
}

describe("one number of the present stage", () => {
  test.each<[reason: string, key: string, plan: Parameters<typeof sampleCount>[0], view: Partial<MeterView>]>([
    ["below: what is missing for the stage and to the end", "cycles", { underWay: 2, amounts: { cycles: 10 } },
      { figure: "10", of: "of 12", value: 10, end: 18, ticks: [6, 12], met: false, note: "2 to go for stage 2 · 8 to the end" }],
    ["reached exactly", "cycles", { underWay: 2, amounts: { cycles: 12 } }, { met: true, note: "Reached for stage 2 · 6 to the end" }],
    ["more than the stage asks", "clients", { underWay: 2, amounts: { clients: 5 } }, { figure: "5", of: "of 4", met: true, note: "1 more than stage 2 asks · 1 to the end" }],
    ["more than the whole pathway asks, before the last stage", "cycles", { underWay: 2, amounts: { cycles: 19 } }, { note: "7 more than stage 2 asks · all of the pathway reached" }],
    ["the last stage says it once", "cycles", { underWay: 3, amounts: { cycles: 17 } }, { note: "1 to go for stage 3" }],
    ["minutes, and when the last session was", "supervision", { underWay: 2, amounts: { supervision: 510 } },
      { figure: "8\u00a0h\u00a030", of: "of 10\u00a0h", value: 510, end: 900, note: "1\u00a0h 30\u00a0min to go for stage 2 · 6\u00a0h 30\u00a0min to the end · last 2 weeks ago" }],
    ["a minute short is not reached", "supervision", { underWay: 3, amounts: { supervision: 899 } }, { figure: "14\u00a0h\u00a059", met: false }],
    ["nothing is asked in this stage", "peer_supervision", { underWay: 1 }, { figure: "0", of: "none asked yet", ticks: [0, 1], end: 2, note: "2 to the end" }],
    ["all closed: the last stage stays in sight", "cycles", { underWay: null, amounts: { cycles: 18 } }, { figure: "18", of: "of 18", met: true }],
    ["stages that count their own: each fills its part, surplus is not carried over", "cycles", { definition: perStage, underWay: 1, amounts: { cycles: 7 } },
      { figure: "7", of: "of 6", end: 27, ticks: [6, 15], value: 6 + 7 + 7 }],
  ])("%s", (_reason, key, plan, view) => {
    expect(meter(key, plan)).toMatchObject(view);
  });
});

describe("the words that open a number", () => {
  const out = (...codes: ("voided" | "waiting_for_confirmation" | "no_shared_review")[]): LeftOutEntry[] => codes.map((code, i) => ({ entryId: `out-${String(i)}`, reasons: [{ code }] }));
  test.each<[reason: string, key: string, amount: number, leftOut: LeftOutEntry[], words: string]>([
    ["nothing logged", "cycles", 0, [], "Nothing logged yet: how it counts"],
    ["one counts", "cycles", 1, [], "See the 1 cycle"],
    ["all count", "cycles", 10, [], "See the 10 cycles"],
    ["one does not", "cycles", 10, out("no_shared_review"), "10 count, 1 does not: why?"],
    ["several do not", "cycles", 1, out("no_shared_review", "no_shared_review"), "1 counts, 2 do not: why?"],
    ["only waiting", "supervision", 60, out("waiting_for_confirmation"), "1 counts, 1 waiting"],
    ["a voided entry is not asked about", "cycles", 10, out("voided"), "See the 10 cycles"],
    ["clients: their further cycles are not asked about", "clients", 5, out("no_shared_review"), "See the 5 clients"],
  ])("%s", (_reason, key, amount, leftOut, words) => {
    expect(meter(key, { underWay: 2, amounts: { [key]: amount }, leftOut: { [key]: leftOut } }).link).toBe(words);
  });
});

test("more than 100 % is said in words, and the bar is full", () => {
  const meters = metersOf({ count: sampleCount({ underWay: 3, amounts: { clients: 7, cycles: 18, supervision: 0, peer_supervision: 0 } }), definition: plainDefinition, rhythm });
  const markup = renderMarkup(<Meters meters={meters} evidenceAt={(key) => `/progress/${key}`} />);
  expect(markup).toContain("116 % of what is asked");
  expect(markup).not.toContain("100 % of");
  expect(markup).toContain('aria-label="Clients: 7 of 6 for stage 3, 6 in all"');
  expect(markup.match(/href="\/progress\/(\w+)"/g)).toEqual(['href="/progress/clients"', 'href="/progress/cycles"', 'href="/progress/supervision"', 'href="/progress/peer_supervision"']);
});
