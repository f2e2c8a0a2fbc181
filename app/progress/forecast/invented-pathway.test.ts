import { expect, test } from "vitest";

import { countPathway } from "#app/pathway/counting.ts";
import { type PathwayDefinition, pathwayDefinitionSchema } from "#app/pathway/model.ts";
import { addDays } from "#app/platform/clock.ts";
import { evidenceOf } from "#app/progress/evidence.ts";
import { NOBODY } from "#tests/support/ahead.ts";
import { cycle, peerSupervision, STARTED_ON, supervision, TODAY, TRAINEE } from "#tests/support/countable.ts";

import { aheadView } from "./ahead-view.ts";

/** A pathway that nobody has: minutes of peer supervision, group sessions counted one by one, stages with names of their own. */
const invented: PathwayDefinition = pathwayDefinitionSchema.parse({
  stages: [
    { number: 1, name: "Beginning", closing: "own_supervisor" }, { number: 2, name: "Middle", closing: "second_supervisor" }, { number: 3, name: "End", closing: "independent_reviewer" },
  ],
  accumulation: "per_stage",
  requirements: [
    { key: "films", label: "Films", entries: "cycle", measure: "entries", needed: [2, 4, 4] },
    { key: "group_sessions", label: "Group sessions", entries: "supervision", measure: "entries", formats: ["group"], needed: [1, 3, 3] },
    { key: "peer_time", label: "Peer time", entries: "peer_supervision", measure: "minutes", needed: [0, 480, 240] },
  ],
  gates: [{ key: "summer_school", label: "Summer school", training: "mid_point", halfDaysNeeded: 6, closesStage: 3 }],
  settings: {
    supervisionNeedsConfirmation: true, peerSupervisionNeedsConfirmation: true, supervisorInTrainingCounts: false, clientCountsWith: "one_cycle", lateEntriesBelongTo: "stage_of_their_day",
  },
  sources: [{ label: "Invented" }],
});

const entries = [0, 1, 2, 3].flatMap((month) => {
  const day = addDays(TODAY, -28 * month - 9);
  return [
    cycle({ entryId: `film-${String(month)}`, filmedOn: day, reviewedOn: day }), supervision({ entryId: `group-${String(month)}`, heldOn: day, format: "group" }),
    peerSupervision({ entryId: `peer-${String(month)}`, heldOn: day, minutes: 90 }),
  ];
});
const closings = [{ stage: 1, closedOn: addDays(TODAY, -50), decidedBy: "supervisor-1", reopened: false }];
const count = countPathway(invented, { traineeId: TRAINEE, startedOn: STARTED_ON, endedOn: null, closings, entries }, TODAY);
const view = aheadView({ traineeId: TRAINEE, count, definition: invented, startedOn: STARTED_ON, endedOn: null, time: { shares: [], pauses: [] }, others: NOBODY });

test("its forecast names its own stages, requirements and gate", () => {
  expect(view?.heading).toMatch(/^Middle: likely (between|in) /);
  expect(view?.stages.map((s) => s.stage)).toEqual(["Middle", "End"]);
  expect(["Films", "Group sessions", "Peer time"]).toContain(view?.stages[0]?.heldUp);
  expect(view?.when.notes[0]).toBe("Numbers only: summer school and the decision come beside them.");
});

test("so do its road map and what would change it", () => {
  expect(view?.roads.map((road) => road.columns.map((c) => c.title))).toEqual([["Films", "Group sessions", "Peer time"], ["Films", "Group sessions", "Peer time"]]);
  expect(view?.roads.at(-1)?.rows.at(-1)?.cells).toEqual({ films: "4 of 4", group_sessions: "3 of 3", peer_time: "4\u00a0h of 4\u00a0h" });
  expect(view?.changes[0]?.more).toMatch(/^(one of films|one of group sessions|an hour of peer time)$/);
  expect(["Films", "Group sessions", "Peer time"]).toContain(view?.changes[0]?.then);
});

test("and its evidence says what the minutes are in sessions", () => {
  expect(evidenceOf({ count, definition: invented, entries: [] }, "peer_time", 2)?.equivalence)
    .toBe("8\u00a0h are 480 minutes, however they are cut: 8\u00a0×\u00a01\u00a0h, 6\u00a0×\u00a090\u00a0min (540\u00a0min) or 4\u00a0×\u00a02\u00a0h.");
});
