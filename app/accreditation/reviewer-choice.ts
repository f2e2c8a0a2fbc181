/** Why somebody cannot be asked to decide on a trainee's stage, by what binds them most. */
export const UNFIT = ["trainee", "self", "ever_supervised", "no_standing", "not_accredited"] as const;
export type Unfit = (typeof UNFIT)[number];

/** Somebody whom a lead might ask to decide, and why not. */
export interface ReviewerChoice {
  readonly id: string;
  readonly name: string;
  readonly unfit: Unfit | null;
}

/** What is known of somebody whom a lead might ask. */
export interface ReviewerFacts {
  readonly isTrainee: boolean;
  /** The lead who asks. */
  readonly isSelf: boolean;
  readonly hasEverSupervised: boolean;
  /** Holds the standing of an independent reviewer in the programme today. */
  readonly isHeld: boolean;
  readonly isAccredited: boolean;
}

const BY_REASON: Readonly<Record<Unfit, (facts: ReviewerFacts) => boolean>> = {
  trainee: (f) => f.isTrainee, self: (f) => f.isSelf, ever_supervised: (f) => f.hasEverSupervised, no_standing: (f) => !f.isHeld, not_accredited: (f) => !f.isAccredited,
};

/** Why that person cannot be asked; null where they can (docs/field.md, "Signing a stage"). */
export function whyUnfit(facts: ReviewerFacts): Unfit | null {
  return UNFIT.find((reason) => BY_REASON[reason](facts)) ?? null;
}
