import type { SignOffStep } from "#app/progress/next-step.ts";

import type { RequestState } from "./model.ts";

/** A number or a training of a stage as it is shown: what it is, how much, and where its evidence is laid open. */
export interface NumberLine {
  readonly key: string;
  readonly title: string;
  readonly figure: string;
  readonly isMet: boolean;
  readonly to: string | null;
}

/** A thing that opens, in a line. */
export interface OpenLine {
  readonly key: string;
  readonly title: string;
  readonly to: string | null;
}

/** The evidence of a stage, ready to be shown. */
export interface EvidenceView {
  readonly numbers: readonly NumberLine[];
  readonly gates: readonly NumberLine[];
  readonly submissions: readonly OpenLine[];
  readonly skills: OpenLine;
}

/** Something that stands or is missing before a stage can be asked for, and where it is done. */
export interface NeedLine {
  readonly key: string;
  readonly text: string;
  readonly act: { readonly to: string; readonly text: string } | null;
}

/** A signature in words. */
export interface SignatureView {
  readonly id: string;
  readonly sentence: string;
  readonly statement: string;
  readonly actions: string | null;
  readonly hash: string;
}

/** A request that is over, or that waits, in a line. */
export interface RequestLine {
  readonly id: string;
  readonly title: string;
  readonly state: RequestState;
  readonly detail: string;
  /** With "not yet": what is still to be done. */
  readonly actions: string | null;
}

/** The stage that is under way, before it is signed. */
export interface StageCard {
  readonly stage: number;
  readonly stageName: string;
  /** The request that waits; null where none does. */
  readonly open: { readonly requestId: string; readonly state: RequestState; readonly text: string } | null;
  readonly isReady: boolean;
  readonly mayAsk: boolean;
  readonly missing: readonly NeedLine[];
  readonly standing: readonly NeedLine[];
  /** What the last "not yet" on this stage said is still to be done; null where it was asked again since, or never said. */
  readonly toDo: string | null;
  /** True where nothing but the review of a submission is missing. */
  readonly lacksOnlyReview: boolean;
}

/** A stage that was signed, whether it still stands closed or was reopened. */
export interface DecidedStage {
  readonly key: string;
  readonly title: string;
  /** Null where it was closed before anything was signed here. */
  readonly requestId: string | null;
  readonly hash: string | null;
  /** What is another than it was signed. */
  readonly moved: readonly string[];
  readonly reopening: { readonly why: string; readonly before: string } | null;
}

/** What a trainee's progress says of sign-off: the stage that is next, what was decided, and what was asked for before. */
export interface SignOffView {
  readonly next: StageCard | null;
  readonly decided: readonly DecidedStage[];
  /** Requests that closed nothing, the latest first. */
  readonly earlier: readonly RequestLine[];
}

/** The first signs of a hash: enough to tell two apart by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}

/** What the next step of a trainee's progress is told of sign-off. */
export function signOffStep({ next }: Pick<SignOffView, "next">): SignOffStep | null {
  if (next?.open) return { state: "asked", requestId: next.open.requestId };
  if (next?.mayAsk) return { state: "ready", stage: next.stage };
  return next?.lacksOnlyReview ? { state: "needs_review" } : null;
}
