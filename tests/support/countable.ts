import { countPathway } from "#app/pathway/counting.ts";
import type {
  CountableCycle, CountableEntry, CountablePeerSupervision, CountableRecognised, CountableSupervision, CountableTraining, CountingCase, LeftOutReason,
  PathwayCount, PathwayDefinition, RequirementCount, StageClosing,
} from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { NES_PRESET } from "#seeds/reference/pathways.ts";

/** The day on which counting tests take place. */
export const TODAY: Day = "2026-06-15";
export const TOMORROW: Day = "2026-06-16";
/** The first day on the pathway of the trainee they count. */
export const STARTED_ON: Day = "2025-09-01";
export const TRAINEE = "trainee";

const LOGGED_AT = "2025-09-01T12:00:00.000Z";

/** A cycle that counts; say what is different. */
export function cycle(over: Partial<CountableCycle> & { entryId: string }): CountableCycle {
  return { kind: "cycle", voided: false, recordedAt: LOGGED_AT, clientId: "client-1", filmedOn: "2026-03-02", reviewedOn: "2026-03-09", caseClosedOn: null, ...over };
}

/** An hour of individual supervision that counts: confirmed, with a supervisor accredited since 2020. */
export function supervision(over: Partial<CountableSupervision> & { entryId: string }): CountableSupervision {
  return {
    kind: "supervision", voided: false, recordedAt: LOGGED_AT, heldOn: "2026-03-10", startsAt: null, minutes: 60, format: "individual", supervisorId: "supervisor-1",
    supervisorStandings: [{ standing: "accredited", from: "2020-01-01", to: null }], supervisorIsExternal: false, supervisorVerified: true, confirmation: "confirmed", ...over,
  };
}

/** A peer session that counts. */
export function peerSupervision(over: Partial<CountablePeerSupervision> & { entryId: string }): CountablePeerSupervision {
  return {
    kind: "peer_supervision", voided: false, recordedAt: LOGGED_AT, heldOn: "2026-03-12", startsAt: null, minutes: 60, attendeeIds: ["peer-1"],
    confirmation: "confirmed", ...over,
  };
}

/** A half-day at the mid-point that counts. */
export function training(over: Partial<CountableTraining> & { entryId: string }): CountableTraining {
  return { kind: "training", voided: false, recordedAt: LOGGED_AT, heldOn: "2026-03-16", training: "mid_point", halfDays: 1, confirmation: "confirmed", ...over };
}

/** Two cycles of earlier work, recognised. */
export function recognised(over: Partial<CountableRecognised> & { entryId: string }): CountableRecognised {
  return { kind: "recognised", voided: false, recordedAt: LOGGED_AT, requirement: "cycles", amount: 2, recognisedOn: "2025-10-01", ...over };
}

export function closing(stage: number, closedOn: Day, over: Partial<StageClosing> = {}): StageClosing {
  return { stage, closedOn, decidedBy: "supervisor-1", reopened: false, ...over };
}

/** The NES preset with other settings. */
export function nesWith(settings: Partial<PathwayDefinition["settings"]>): PathwayDefinition {
  const { definition } = NES_PRESET.version;
  return { ...definition, settings: { ...definition.settings, ...settings } };
}

/** Counts those entries, on the NES preset and without closings unless said otherwise. */
export function countOf(
  entries: readonly CountableEntry[], over: { definition?: PathwayDefinition; closings?: readonly StageClosing[]; today?: Day } & Partial<CountingCase> = {},
): PathwayCount {
  const { definition = NES_PRESET.version.definition, closings = [], today = TODAY, startedOn = STARTED_ON, endedOn = null, traineeId = TRAINEE } = over;
  return countPathway(definition, { traineeId, startedOn, endedOn, closings, entries }, today);
}

/** One requirement over the whole pathway, or of one stage. */
export function requirementOf(count: PathwayCount, key: string, stage?: number): RequirementCount {
  const all = stage === undefined ? count.overall : count.stages.find((s) => s.stage === stage)?.requirements;
  const found = all?.find((r) => r.requirement.key === key);
  if (!found) throw new Error(`no requirement ${key}`);
  return found;
}

/** Why an entry is left out of that requirement over the whole pathway; undefined where it counts. */
export function reasonsFor(count: PathwayCount, key: string, entryId: string, stage?: number): readonly LeftOutReason[] | undefined {
  return requirementOf(count, key, stage).leftOut.find((l) => l.entryId === entryId)?.reasons;
}
