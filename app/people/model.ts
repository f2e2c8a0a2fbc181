import { z } from "zod";

import type { Day, Instant } from "#app/platform/clock.ts";

export const ROLES = ["trainee", "supervisor", "lead", "administrator"] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

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
