import type { Instant } from "#app/platform/clock.ts";

import type { Unfit } from "./reviewer-choice.ts";

/** What somebody is waited for: to recommend a stage, to sign it, to decide on it as the reviewer, or, as a lead, to ask somebody to decide. */
export type RequestAct = "recommend" | "sign" | "decide" | "assign_reviewer";

/** An open request that waits for somebody, and since when. */
export interface WaitingRequest {
  readonly requestId: string;
  readonly traineeName: string;
  readonly stage: number;
  readonly act: RequestAct;
  readonly since: Instant;
  /** Where a lead is to ask somebody else: who was asked before, and why they can decide no longer. */
  readonly lost: { readonly name: string; readonly why: Unfit } | null;
}
