import type { TraineeFacts } from "#app/outcomes/model.ts";

import { plainDefinition } from "./counts.ts";

/** A trainee as a lead sees them, started on 1 September 2025 and active yesterday, with what is given in place of that. */
export function traineeFacts(over: Partial<TraineeFacts> = {}): TraineeFacts {
  return {
    traineeId: "ailsa", name: "Ailsa Rutherglen", place: { cohortId: "autumn", cohort: "2025 autumn", boardCode: "S08000022", board: "Highland" },
    definition: plainDefinition, startedOn: "2025-09-01", endedOn: null, outcome: null, closings: [], pauses: [], sums: [], lateCycles: [],
    lastWork: [{ kind: "cycle", lastOn: "2026-11-20" }], ...over,
  };
}

/** A stage closed on that day. */
export function closed(stage: number, closedOn: string, reopened = false): TraineeFacts["closings"][number] {
  return { stage, closedOn, decidedBy: "mairi", reopened };
}
