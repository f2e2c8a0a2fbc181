import { expect, test } from "vitest";

import { plainDefinition, sampleCount } from "#tests/support/counts.ts";

import { rhythmOf } from "./rhythm.ts";
import { summariesOf } from "./summary.ts";
import type { ProgressFacts } from "./view.ts";

const today = "2026-03-31";

function facts(name: string, heldOn: readonly string[], over: Partial<ProgressFacts> = {}): ProgressFacts {
  const [startedOn, pauses] = ["2026-01-01", over.pauses ?? []];
  return {
    trainee: { id: name, name }, programmeName: "P", enrolment: { startedOn, endedOn: null, outcome: null }, entries: [], decided: [], pauses,
    version: { id: "v", pathwayId: "p", pathwayName: "NES", label: "1", effectiveFrom: "2020-01-01", definition: plainDefinition },
    count: sampleCount({ today, amounts: { cycles: 4, peer_supervision: 1 } }), rhythm: rhythmOf({ heldOn, startedOn, endedOn: null, pauses, today }), ...over,
  };
}

test("who has waited longest beyond the rhythm comes first, then by name; each with a chip that says it", () => {
  const all = summariesOf([
    facts("Zoë", ["2026-03-30"]), facts("Ailsa", ["2026-03-29"]), facts("Niamh", ["2026-03-10"]), facts("Gethin", ["2026-02-01"]), facts("Sadia", ["2026-03-05", "2026-04-02"]),
    facts("Tomasz", ["2026-01-05"], { pauses: [{ from: "2026-03-01", to: "2026-04-30" }] }), facts("Eleni", []),
  ]);
  expect(all.map((t) => [t.name, t.rhythm.chip?.text ?? null, t.isDue])).toEqual([
    ["Eleni", "over six weeks", true], ["Gethin", "over six weeks", true], ["Niamh", "due", true], ["Sadia", "planned", false],
    ["Ailsa", null, false], ["Zoë", null, false], ["Tomasz", "planned pause", false],
  ]);
  expect(all.map((t) => t.rhythm.text).slice(0, 4)).toEqual(["none logged yet; started 1 January 2026", "8 weeks ago", "3 weeks ago", "3 weeks ago · next 2 April"]);
});

test("figures are those of the stage under way; where nothing is asked there is no “of”", () => {
  expect(summariesOf([facts("Ailsa", [])])[0]).toMatchObject({
    stage: "Stage 1", heading: "Stage 1: the first cycle is the next step",
    figures: [{ key: "clients", text: "0 of 2" }, { key: "cycles", text: "4 of 6" }, { key: "supervision", text: "0\u00a0h of 5\u00a0h" }, { key: "peer_supervision", text: "1" }],
  });
});
