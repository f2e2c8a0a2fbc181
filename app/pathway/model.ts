import { z } from "zod";

import type { Day, Instant } from "#app/platform/clock.ts";

/** The kinds of entry that can count towards a stage. */
export const ENTRY_KINDS = ["cycle", "supervision", "peer_supervision", "training", "recognised"] as const;

export const SUPERVISION_FORMATS = ["individual", "group"] as const;
export type SupervisionFormat = (typeof SUPERVISION_FORMATS)[number];

export const TRAININGS = ["initial_course", "mid_point"] as const;
export type Training = (typeof TRAININGS)[number];

const requirementSchema = z.object({
  /** Stable name of the requirement within the pathway: `clients`, `cycles`, `supervision`, … */
  key: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  /** Shown where the word catalogue has no words of its own for the key. */
  label: z.string().min(1),
  /** Which entries can make it. */
  entries: z.enum(["cycle", "supervision", "peer_supervision"]),
  /** What of them is added up: how many, their minutes, or the different clients in them. */
  measure: z.enum(["entries", "minutes", "distinct_clients"]),
  /** Only supervision of these formats; absent means any. */
  formats: z.array(z.enum(SUPERVISION_FORMATS)).optional(),
  /** Needed at the end of each stage: running totals where stages are cumulative, each stage's own otherwise. Minutes for minutes. */
  needed: z.array(z.number().int().min(0)).length(3),
}).superRefine((r, ctx) => {
  if (r.measure === "distinct_clients" && r.entries !== "cycle") ctx.addIssue({ code: "custom", path: ["measure"], message: "only cycles have clients" });
  if (r.measure === "minutes" && r.entries === "cycle") ctx.addIssue({ code: "custom", path: ["measure"], message: "cycles are not counted in minutes" });
  if (r.formats !== undefined && r.entries !== "supervision") ctx.addIssue({ code: "custom", path: ["formats"], message: "only supervision has formats" });
});
export type Requirement = z.infer<typeof requirementSchema>;

const gateSchema = z.object({
  key: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  label: z.string().min(1),
  training: z.enum(TRAININGS),
  halfDaysNeeded: z.number().int().min(1),
  /** The stage that cannot close while the gate is shut. */
  closesStage: z.number().int().min(1).max(3),
});
export type Gate = z.infer<typeof gateSchema>;

/** The data that makes one version of a pathway. Rules read it; nothing about numbers stands in code. */
export const pathwayDefinitionSchema = z.object({
  stages: z.array(z.object({
    number: z.number().int().min(1).max(3),
    name: z.string().min(1),
    /** Who closes the stage. */
    closing: z.enum(["own_supervisor", "second_supervisor", "independent_reviewer"]),
  })).length(3),
  /** `cumulative`: thresholds run on from the start. `per_stage`: each stage counts its own entries. */
  accumulation: z.enum(["cumulative", "per_stage"]),
  requirements: z.array(requirementSchema).min(1),
  gates: z.array(gateSchema),
  settings: z.object({
    supervisionNeedsConfirmation: z.boolean(),
    peerSupervisionNeedsConfirmation: z.boolean(),
    supervisorInTrainingCounts: z.boolean(),
    /** When a client counts: with one counted cycle, or when the case is closed with at least one. */
    clientCountsWith: z.enum(["one_cycle", "closed_case"]),
    /** An entry logged late for a closed stage: belongs to that stage by its own day, or to the one under way. */
    lateEntriesBelongTo: z.enum(["stage_of_their_day", "stage_under_way"]),
  }),
  sources: z.array(z.object({ label: z.string().min(1), url: z.url().optional() })).min(1),
}).superRefine((d, ctx) => {
  const keys = [...d.requirements, ...d.gates].map((r) => r.key);
  if (new Set(keys).size < keys.length) ctx.addIssue({ code: "custom", path: ["requirements"], message: "a key names one requirement or one gate" });
  if (d.stages.some((s, i) => s.number !== i + 1)) ctx.addIssue({ code: "custom", path: ["stages"], message: "stages are numbered 1, 2, 3 in order" });
  const falls = (needed: readonly number[]) => needed.some((n, i) => i > 0 && n < (needed[i - 1] ?? 0));
  if (d.accumulation === "cumulative" && d.requirements.some((r) => falls(r.needed))) {
    ctx.addIssue({ code: "custom", path: ["requirements"], message: "running totals never fall from one stage to the next" });
  }
});
export type PathwayDefinition = z.infer<typeof pathwayDefinitionSchema>;

/** One version of a pathway, as a trainee is pinned to it. */
export interface PathwayVersion {
  readonly id: string;
  readonly pathwayId: string;
  readonly pathwayName: string;
  readonly label: string;
  readonly effectiveFrom: Day;
  readonly definition: PathwayDefinition;
}

/** Where an entry stands with the other side. */
export type Confirmation = "waiting" | "confirmed" | "questioned";

interface CountableBase {
  readonly entryId: string;
  readonly voided: boolean;
  /** When it was first logged: of two that are the same, the one logged later is left out. */
  readonly recordedAt: Instant;
}

export interface CountableCycle extends CountableBase {
  readonly kind: "cycle";
  readonly clientId: string;
  readonly filmedOn: Day;
  readonly reviewedOn: Day | null;
  /** The day the client's case was closed, if it is closed now. */
  readonly caseClosedOn: Day | null;
}

/** A period for which a supervisor was accredited or in training; both days inside. */
export interface StandingPeriod {
  readonly standing: "accredited" | "in_training";
  readonly from: Day;
  readonly to: Day | null;
}

export interface CountableSupervision extends CountableBase {
  readonly kind: "supervision";
  readonly heldOn: Day;
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly format: SupervisionFormat;
  readonly supervisorId: string;
  readonly supervisorStandings: readonly StandingPeriod[];
  /** From outside the programme: nobody there can confirm anything here, so a lead's verification stands for it. */
  readonly supervisorIsExternal: boolean;
  /** False for an external supervisor whom no lead has verified yet. */
  readonly supervisorVerified: boolean;
  readonly confirmation: Confirmation;
}

export interface CountablePeerSupervision extends CountableBase {
  readonly kind: "peer_supervision";
  readonly heldOn: Day;
  readonly startsAt: string | null;
  readonly minutes: number;
  /** The other trainees who were there. */
  readonly attendeeIds: readonly string[];
  readonly confirmation: Confirmation;
}

export interface CountableTraining extends CountableBase {
  readonly kind: "training";
  readonly heldOn: Day;
  readonly training: Training;
  readonly halfDays: number;
  readonly confirmation: Confirmation;
}

/** Earlier work that a lead recognised: adds to one requirement, shown apart. */
export interface CountableRecognised extends CountableBase {
  readonly kind: "recognised";
  readonly requirement: string;
  readonly amount: number;
  readonly recognisedOn: Day;
}

/** What counting needs to know of an entry, and nothing else. */
export type CountableEntry =
  | CountableCycle
  | CountableSupervision
  | CountablePeerSupervision
  | CountableTraining
  | CountableRecognised;

/** A stage that was closed; `reopened` ones do not lock. */
export interface StageClosing {
  readonly stage: number;
  readonly closedOn: Day;
  readonly decidedBy: string;
  readonly reopened: boolean;
  /** The day on which a lead reopened it, where that is known: until then the stage was closed. */
  readonly reopenedOn?: Day;
}

/** Everything counting is told about the trainee. */
export interface CountingCase {
  readonly traineeId: string;
  readonly startedOn: Day;
  /** The last day of an enrolment that ended; null while it is under way. */
  readonly endedOn: Day | null;
  readonly closings: readonly StageClosing[];
  readonly entries: readonly CountableEntry[];
}

/** Why an entry is left out; `app/words` says each in words. `sameAs` names the entry that came first. */
export type LeftOutReason =
  | { readonly code: "voided" }
  | { readonly code: "planned"; readonly day: Day }
  | { readonly code: "before_start"; readonly day: Day; readonly startedOn: Day }
  | { readonly code: "after_end"; readonly day: Day; readonly endedOn: Day }
  | { readonly code: "no_shared_review" }
  | { readonly code: "review_before_film" }
  | { readonly code: "same_twice"; readonly sameAs: string }
  | { readonly code: "waiting_for_confirmation" }
  | { readonly code: "questioned" }
  | { readonly code: "supervisor_not_accredited"; readonly day: Day }
  | { readonly code: "supervisor_in_training"; readonly day: Day }
  | { readonly code: "supervisor_not_verified" }
  | { readonly code: "supervisor_is_trainee" }
  | { readonly code: "format_does_not_count"; readonly format: SupervisionFormat }
  | { readonly code: "case_not_closed" }
  | { readonly code: "client_counted_already"; readonly countedBy: string }
  | { readonly code: "client_counted_in_earlier_stage"; readonly stage: number }
  | { readonly code: "no_such_requirement" };

/** An entry that made a number, and by how much. */
export interface CountedEntry {
  readonly entryId: string;
  readonly amount: number;
  readonly countsOn: Day;
  /** Set for clients: several cycles make one client; the first one counts it, the others are left out naming it. */
  readonly clientId?: string;
  readonly recognised: boolean;
}

/** An entry left out of a number, once, with every reason that applies; voided comes first and alone. */
export interface LeftOutEntry {
  readonly entryId: string;
  readonly reasons: readonly LeftOutReason[];
}

/** One requirement of one stage: a count that carries its evidence. */
export interface RequirementCount {
  readonly requirement: Requirement;
  readonly stage: number;
  /** Entries or clients, or minutes: the evidence without its surplus. */
  readonly count: number;
  /** What counts in a stage beyond what that stage asks; said of the whole where surplus is not carried over, else 0. */
  readonly surplus: number;
  readonly needed: number;
  readonly remaining: number;
  readonly state: "met" | "not_met";
  /** Whole percent, rounded down; may be over 100. 100 where nothing is needed. */
  readonly percent: number;
  readonly counted: readonly CountedEntry[];
  readonly leftOut: readonly LeftOutEntry[];
}

/** One gate: a fact of its own beside the numbers. */
export interface GateState {
  readonly gate: Gate;
  readonly halfDays: number;
  readonly state: "open" | "shut";
  readonly counted: readonly CountedEntry[];
  readonly leftOut: readonly LeftOutEntry[];
}

export interface StageCount {
  readonly stage: number;
  readonly name: string;
  /** `closed` is somebody's decision; reaching the numbers never makes it. */
  readonly state: "closed" | "reopened" | "under_way" | "ahead";
  readonly closedOn: Day | null;
  readonly requirements: readonly RequirementCount[];
  readonly gates: readonly GateState[];
  readonly numbersReached: boolean;
}

/** The whole count of one trainee on one day. */
export interface PathwayCount {
  readonly today: Day;
  /** The stage under way: the first that is not closed; null once all three are. */
  readonly stageUnderWay: number | null;
  readonly stages: readonly StageCount[];
  /**
   * Each requirement over the whole pathway: everything that counts against what the end of stage 3 asks. Where each
   * stage has its own, a stage gives no more than it asks: met exactly when every stage is.
   */
  readonly overall: readonly RequirementCount[];
  /** Entries that no requirement and no gate of this pathway takes: recognised work for another pathway's requirement, say. */
  readonly unasked: readonly LeftOutEntry[];
}
