import type { Versioned } from "./versioned.ts";

/** A trainee asks for a stage to be signed off. */
export interface SignOffRequestTable {
  id: string;
  trainee_id: string;
  stage: number;
  /** 1, 2, …: asked again after a "not yet", a withdrawal or a reopening. */
  round: number;
  /** Version of the trainee's record that was seen when asking. */
  record_version: number;
  evidence_hash: string;
  /** JSON: the evidence as it stood when it was asked for; null where a request is older than the column. */
  pack: string | null;
  asked_by: string;
  recorded_at: string;
}

export interface SignOffWithdrawalTable {
  request_id: string;
  withdrawn_by: string;
  recorded_at: string;
}

/** Somebody's signature under what they saw. Never changed, never taken back: a stage is reopened instead. */
export interface SignOffDecisionTable {
  id: string;
  request_id: string;
  trainee_id: string;
  stage: number;
  /** `recommendation` (by the own supervisor, where somebody else decides) or `decision`. */
  part: string;
  /** `recommended`, `signed`, `accredited` or `not_yet`. */
  outcome: string;
  /** The sentence that was signed, as it was shown. */
  statement: string;
  /** With `not_yet`: what is still to be done. */
  actions: string | null;
  decided_by: string;
  decided_on: string;
  record_version: number;
  /** SHA-256 of `pack`. */
  evidence_hash: string;
  /** JSON: the evidence as it was seen, ids, versions, counts and days. */
  pack: string;
  recorded_at: string;
}

/** Who is asked to decide, where it is not the own supervisor. */
export interface ReviewerAssignmentTable extends Versioned<string> {
  id: string;
  trainee_id: string;
  stage: number;
  reviewer_id: string;
  starts_on: string;
  ends_on: string | null;
}

export interface AccreditationSchema {
  sign_off_request: SignOffRequestTable;
  sign_off_withdrawal: SignOffWithdrawalTable;
  sign_off_decision: SignOffDecisionTable;
  reviewer_assignment: ReviewerAssignmentTable;
  current_reviewer_assignment: ReviewerAssignmentTable;
}
