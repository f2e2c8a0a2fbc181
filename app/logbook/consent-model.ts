import type { Day, Instant } from "#app/platform/clock.ts";

/** Whom a film of a case shows, by role and never by name (docs/field.md, "Who is filmed"). */
export const FILMED_ROLES = ["client", "child", "other_child", "other_adult", "professional"] as const;
export type FilmedRole = (typeof FILMED_ROLES)[number];

/** What a film may be shown for; each is agreed to apart (docs/field.md, "Consent"). */
export const PURPOSES = ["own_supervisor", "peers", "independent_reviewer", "wider_training"] as const;
export type Purpose = (typeof PURPOSES)[number];

export const GIVEN_BY = ["self", "parental_responsibility"] as const;
export type GivenBy = (typeof GIVEN_BY)[number];

export const GIVEN_HOW = ["signed_form", "electronic_form", "spoken_on_film"] as const;
export type GivenHow = (typeof GIVEN_HOW)[number];

/** A child who says no is not filmed, so there is no consent to record. */
export const CHILD_VIEWS = ["agrees", "not_able_to_say"] as const;
export type ChildView = (typeof CHILD_VIEWS)[number];

/** Why a record of consent is voided. Nothing is typed, so that nothing can name anybody. */
export const CONSENT_VOID_REASONS = ["recorded_twice", "another_client", "not_filmed", "never_given"] as const;
export type ConsentVoidReason = (typeof CONSENT_VOID_REASONS)[number];

/** What one person agreed to. The signed form stays in the service's own record. */
export interface ConsentContent {
  readonly givenOn: Day;
  readonly givenHow: GivenHow;
  /** A child's own view; null for everybody else. */
  readonly childView: ChildView | null;
  /** In the order of `PURPOSES`; nothing in it is for nobody but the practitioner. */
  readonly purposes: readonly Purpose[];
}

/** Somebody filmed in a client's case and what they agreed to, in its version in force. */
export interface Consent extends ConsentContent {
  readonly id: string;
  readonly traineeId: string;
  readonly clientId: string;
  readonly filmedRole: FilmedRole;
  readonly givenBy: GivenBy;
  readonly withdrawnOn: Day | null;
  readonly voided: boolean;
  readonly version: number;
  /** When it was first recorded. */
  readonly recordedAt: Instant;
  /** When the version in force was recorded. */
  readonly changedAt: Instant;
  readonly recordedBy: string;
}

/** True for the roles whose consent is given by whoever holds parental responsibility. */
export function isChild(role: FilmedRole): boolean {
  return role === "child" || role === "other_child";
}

/** Who gives consent for somebody in that role (docs/field.md, "Who is filmed"). */
export function giverFor(role: FilmedRole): GivenBy {
  return isChild(role) ? "parental_responsibility" : "self";
}
