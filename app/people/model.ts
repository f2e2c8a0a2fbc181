import type { Day, Instant } from "#app/platform/clock.ts";

export const ROLES = ["trainee", "supervisor", "lead", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** A role held in a programme from a day, perhaps to a day; both days inside. */
export interface RoleGrant {
  readonly id: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly role: Role;
  /** Only a supervisor's grant can carry it. */
  readonly isIndependentReviewer: boolean;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** Who is asking, read afresh for every request: only the grants in force today. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly RoleGrant[];
  readonly today: Day;
  /** When this sign-in last proved the password (and second factor) again; null if not since signing in. */
  readonly reauthenticatedAt: Instant | null;
}

/** True where the actor holds the role today, in that programme or (without one named) in any. */
export function hasRole(actor: Actor, role: Role, programmeId?: string): boolean {
  return actor.grants.some((g) => g.role === role && (programmeId === undefined || g.programmeId === programmeId));
}

/** A supervisor's time with one trainee; both days inside. */
export interface SupervisorAssignment {
  readonly id: string;
  readonly traineeId: string;
  readonly supervisorId: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** A period for which a person was accredited as supervisor, or in training for it; both days inside. */
export interface Accreditation {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly standing: Standing;
  readonly from: Day;
  readonly to: Day | null;
}

/** Somebody as a supervisor, as counting asks: their periods, and whether a lead has still to verify them. */
export interface SupervisorStanding {
  readonly isExternal: boolean;
  /** True for everybody but an external person whom no lead has verified. */
  readonly isVerified: boolean;
  readonly periods: readonly Pick<Accreditation, "standing" | "from" | "to">[];
}

export const STANDINGS = ["accredited", "in_training"] as const;
export type Standing = (typeof STANDINGS)[number];

export const MAX_NAME_CHARACTERS = 120;
export const MAX_EMAIL_CHARACTERS = 254;

/** What e-mail addresses are compared by: without capitals, and without the blanks and unseen signs that copying leaves in them. */
export function emailKey(email: string): string {
  return email.normalize("NFKC").replace(/[\p{Cf}\s]/gu, "").toLowerCase();
}

/** A person to be added. Only somebody external may lack an e-mail: they never sign in. */
export interface NewPerson {
  readonly name: string;
  readonly email: string | null;
  readonly isExternal: boolean;
}

/** Somebody known to the programme. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly isExternal: boolean;
  /** Day on which a lead verified an external person. */
  readonly verifiedOn: Day | null;
}

/** A period with its days in order, both inside; false where it would end before it starts. */
export function isOrdered(from: Day, to: Day | null): boolean {
  return to === null || from <= to;
}

/** True where two periods share a day. */
export function overlaps(a: { readonly from: Day; readonly to: Day | null }, b: { readonly from: Day; readonly to: Day | null }): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
