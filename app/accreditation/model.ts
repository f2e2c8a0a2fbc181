import { z } from "zod";

import type { Day, Instant } from "#app/platform/clock.ts";

import { DECISION_OUTCOMES } from "./decision-day.ts";

export const MAX_ACTIONS_CHARACTERS = 2000;

/** What somebody signs: that the trainee is ready, where another decides, or the stage itself. */
export const SIGNING_PARTS = ["recommendation", "decision"] as const;
export type SigningPart = (typeof SIGNING_PARTS)[number];
export const signingPartSchema = z.enum(SIGNING_PARTS);

type Outcome = (typeof DECISION_OUTCOMES)[number];
export const outcomeSchema = z.enum(DECISION_OUTCOMES);

/** A signature under what was seen. */
export interface Signature {
  readonly id: string;
  readonly part: SigningPart;
  readonly outcome: Outcome;
  /** The sentence that was signed, as it was shown. */
  readonly statement: string;
  readonly actions: string | null;
  readonly by: string;
  readonly on: Day;
  readonly recordVersion: number;
  readonly evidenceHash: string;
  /** The evidence as it was seen, in its canonical text. */
  readonly pack: string;
}

/** Where a request stands: `waiting` and `recommended` are open, everything else is over. */
export type RequestState = "waiting" | "recommended" | "withdrawn" | "signed" | "accredited" | "not_yet";

/** A trainee's request that a stage be signed off. */
export interface SignOffRequest {
  readonly id: string;
  readonly traineeId: string;
  readonly stage: number;
  /** 1, 2, …: earlier ones stay. */
  readonly round: number;
  readonly recordVersion: number;
  readonly evidenceHash: string;
  /** The evidence as it stood when it was asked for, in its canonical text; null where that was not kept. */
  readonly pack: string | null;
  readonly askedAt: Instant;
  readonly state: RequestState;
  readonly signatures: readonly Signature[];
}

/** What whoever signs had before them: where either moved since, nothing is signed. */
export interface Seen {
  readonly recordVersion: number;
  readonly evidenceHash: string;
}

/** True while somebody's signature is waited for. */
export function isOpenRequest({ state }: Pick<SignOffRequest, "state">): boolean {
  return state === "waiting" || state === "recommended";
}

/** Where a request stands, from its signatures and whether it was withdrawn. */
export function requestState(signatures: readonly Pick<Signature, "part" | "outcome">[], isWithdrawn: boolean): RequestState {
  const decided = signatures.find((s) => s.part === "decision");
  if (decided) return decided.outcome;
  if (isWithdrawn) return "withdrawn";
  return signatures.length > 0 ? "recommended" : "waiting";
}
