import type { Versioned, Voidable } from "./versioned.ts";

export interface PathwayTable {
  id: string;
  name: string;
}

export interface PathwayVersionTable {
  id: string;
  pathway_id: string;
  label: string;
  effective_from: string;
  /** JSON, a `PathwayDefinition`. */
  definition: string;
  recorded_at: string;
}

export interface EnrolmentTable extends Versioned {
  id: string;
  trainee_id: string;
  programme_id: string;
  pathway_version_id: string;
  started_on: string;
  ended_on: string | null;
  /** `withdrawn` or `accredited`, with `ended_on`. */
  outcome: string | null;
  end_reason: string | null;
  /** JSON, `TimeShare[]` by their days; null: full time all along. */
  shares: string | null;
}

/** Dates, never a reason: `reason` stays null, also where it is voided. */
export interface PlannedPauseTable extends Voidable {
  id: string;
  trainee_id: string;
  starts_on: string;
  ends_on: string;
}

export interface StageClosingTable extends Voidable {
  id: string;
  trainee_id: string;
  /** 1, 2 or 3. */
  stage: number;
  closed_on: string;
  decided_by: string;
  /** 1: reopened by a lead; the stage's entries are no longer locked. */
  reopened: 0 | 1;
}

/** The optimistic lock of everything that counts for one trainee. */
export interface TraineeRecordTable {
  trainee_id: string;
  version: number;
  /** Day for which the projection was last counted. */
  counted_for: string | null;
}

/** The dated projection of what counts; rewritten by the rule in the transaction that changes evidence. */
export interface CountedEntryTable {
  id: string;
  trainee_id: string;
  stage: number;
  requirement: string;
  entry_id: string;
  /** What the entry adds: 1, or minutes. */
  amount: number;
  counts_on: string;
  known_from: string;
  known_until: string | null;
}

export interface PathwaySchema {
  pathway: PathwayTable;
  pathway_version: PathwayVersionTable;
  enrolment: EnrolmentTable;
  current_enrolment: EnrolmentTable;
  planned_pause: PlannedPauseTable;
  current_planned_pause: PlannedPauseTable;
  stage_closing: StageClosingTable;
  current_stage_closing: StageClosingTable;
  trainee_record: TraineeRecordTable;
  counted_entry: CountedEntryTable;
}
