import { done, refused, type Result } from "#app/platform/result.ts";

/** Where a submission stands (docs/field.md, "Submissions"). */
export const SUBMISSION_STATES = ["sent", "returned", "reviewed", "withdrawn"] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What ends the waiting of a submission: the trainee takes it back, or a supervisor asks or answers. */
export const SUBMISSION_ACTS = ["withdraw", "return", "send_feedback"] as const;
export type SubmissionAct = (typeof SUBMISSION_ACTS)[number];

const LEADS_TO = { withdraw: "withdrawn", return: "returned", send_feedback: "reviewed" } as const satisfies Record<SubmissionAct, SubmissionState>;

/** Why an act is not possible any more: what another did meanwhile. */
export const CLOSED_CODES = ["reviewed_meanwhile", "returned_meanwhile", "withdrawn_meanwhile"] as const;
export type ClosedCode = (typeof CLOSED_CODES)[number];

const CLOSED_BY = { reviewed: "reviewed_meanwhile", returned: "returned_meanwhile", withdrawn: "withdrawn_meanwhile" } as const satisfies Record<Exclude<SubmissionState, "sent">, ClosedCode>;

/** True while a supervisor's answer is waited for, and moments and feedback can be written. */
export function isOpen(state: SubmissionState): state is "sent" {
  return state === "sent";
}

/** Why nothing more can be done with a submission in that state; undefined while it is open. */
export function closedBecause(state: SubmissionState): ClosedCode | undefined {
  return isOpen(state) ? undefined : CLOSED_BY[state];
}

/** The state that an act leads to. Only what was sent moves; every other state is final, and a further attempt is a submission of its own. */
export function step(state: SubmissionState, act: SubmissionAct): Result<SubmissionState, ClosedCode> {
  const because = closedBecause(state);
  return because === undefined ? done(LEADS_TO[act]) : refused(because);
}

/** Why a cycle cannot be submitted (again), from the state of its last attempt; undefined where it can. */
export function notAgainBecause(last: SubmissionState | undefined): "submission_waits" | "reviewed_already" | undefined {
  if (last === "sent") return "submission_waits";
  return last === "reviewed" ? "reviewed_already" : undefined;
}
