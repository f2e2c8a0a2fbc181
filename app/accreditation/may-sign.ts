import type { PathwayDefinition } from "#app/pathway/model.ts";

import type { SigningPart, SignOffRequest } from "./model.ts";
import type { Unfit } from "./reviewer-choice.ts";

/** Who closes a stage, as the version of the pathway says. */
export type Closing = PathwayDefinition["stages"][number]["closing"];

/**
 * How somebody stands to a trainee and a stage, by what binds them most. Being a lead or an administrator is no standing
 * to sign from; `other` is whoever has none.
 */
export const SIGNERS = [
  "trainee", "present_supervisor", "unaccredited_supervisor", "recommender", "asked_reviewer", "asked_former_supervisor", "asked_without_standing", "lead", "administrator", "other",
] as const;
export type Signer = (typeof SIGNERS)[number];

/** Everything that decides how somebody stands; what is not known counts against them. */
export interface Standing {
  readonly isTrainee: boolean;
  readonly isPresentSupervisor: boolean;
  /** Accredited as a supervisor today; in training for it is not. */
  readonly isAccredited: boolean;
  readonly hasRecommended: boolean;
  /** Asked by a lead to decide on this stage, today. */
  readonly isAsked: boolean;
  /** Holds the standing of an independent reviewer in the programme today. */
  readonly isIndependentReviewer: boolean;
  readonly hasEverSupervised: boolean;
  readonly isLead: boolean;
  readonly isAdministrator: boolean;
}

const BY_STANDING: readonly (readonly [Signer, (s: Standing) => boolean])[] = [
  ["trainee", (s) => s.isTrainee],
  ["recommender", (s) => s.hasRecommended],
  ["unaccredited_supervisor", (s) => s.isPresentSupervisor && !s.isAccredited],
  ["present_supervisor", (s) => s.isPresentSupervisor],
  ["asked_former_supervisor", (s) => s.isAsked && s.hasEverSupervised],
  ["asked_without_standing", (s) => s.isAsked && !(s.isIndependentReviewer && s.isAccredited)],
  ["asked_reviewer", (s) => s.isAsked],
  ["lead", (s) => s.isLead],
  ["administrator", (s) => s.isAdministrator],
];

/** How somebody stands, said once. */
export function signerOf(standing: Standing): Signer {
  return BY_STANDING.find(([, applies]) => applies(standing))?.[0] ?? "other";
}

const MAY_SIGN: Readonly<Record<Closing, Readonly<Record<SigningPart, readonly Signer[]>>>> = {
  own_supervisor: { recommendation: [], decision: ["present_supervisor"] },
  second_supervisor: { recommendation: ["present_supervisor"], decision: ["present_supervisor", "asked_reviewer"] },
  independent_reviewer: { recommendation: ["present_supervisor"], decision: ["asked_reviewer"] },
};

/** Who may sign what for whom (docs/field.md, "Signing a stage"). What is not in the table is refused. */
export function maySign(closing: Closing, part: SigningPart, signer: Signer): boolean {
  return MAY_SIGN[closing][part].includes(signer);
}

/** What an open request waits for next. `reviewer_asked`: that a lead asks somebody who can decide. */
export type NextPart = "recommendation" | "signature" | "reviewer_decision" | "reviewer_asked";

/** What decides it. */
export interface Awaiting {
  readonly isRecommended: boolean;
  /** Somebody is asked to decide, and can today. */
  readonly hasReviewer: boolean;
  /** Present supervisors who have not recommended. */
  readonly supervisors: number;
}

/** Who has to do with a request today, beside its trainee. */
export interface Around {
  readonly supervisorIds: readonly string[];
  /** Whom a lead asked to decide. */
  readonly reviewerId: string | null;
  /** Why that person can decide no longer; null where they can, and where nobody is asked. */
  readonly lost: Unfit | null;
}

/** What decides it, from who has to do with the request. */
export function awaitingOf({ signatures }: { readonly signatures: readonly Pick<SignOffRequest["signatures"][number], "by">[] }, { supervisorIds, reviewerId, lost }: Around): Awaiting {
  return {
    isRecommended: signatures.length > 0, hasReviewer: reviewerId !== null && lost === null,
    supervisors: supervisorIds.filter((id) => !signatures.some((s) => s.by === id)).length,
  };
}

/** Which part of an open request is waited for next (docs/field.md, "Signing a stage"). */
export function nextPart(closing: Closing, { isRecommended, hasReviewer, supervisors }: Awaiting): NextPart {
  if (closing === "own_supervisor") return "signature";
  if (!isRecommended) return "recommendation";
  if (closing === "second_supervisor" && supervisors > 0) return "signature";
  return hasReviewer ? "reviewer_decision" : "reviewer_asked";
}

/** True where a lead has to ask somebody before the request can be decided, be it recommended yet or not: whoever recommends does not decide. */
export function needsReviewer(closing: Closing, { isRecommended, hasReviewer, supervisors }: Awaiting): boolean {
  return nextPart(closing, { isRecommended: true, hasReviewer, supervisors: isRecommended ? supervisors : supervisors - 1 }) === "reviewer_asked";
}

/** Who closes that stage: whatever a version says, the last one is an accreditation, and that is an independent reviewer's. */
export function closingOf({ stages }: Pick<PathwayDefinition, "stages">, stage: number): Closing {
  return stage === stages.length ? "independent_reviewer" : stages[stage - 1]?.closing ?? "independent_reviewer";
}

/** What a stage's decision is called where it says yes: the last one accredits. */
export function closingOutcome({ stages }: Pick<PathwayDefinition, "stages">, stage: number): "signed" | "accredited" {
  return stage === stages.length ? "accredited" : "signed";
}
