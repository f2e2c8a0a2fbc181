import { type RawBuilder, type SelectQueryBuilder, sql, type SqlBool } from "kysely";

import type { Day } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";
import type { Schema } from "#db/schema/schema.ts";

import type { Actor, Role } from "./model.ts";

type TraineeIds = SelectQueryBuilder<Schema, never, { trainee_id: string }>;
type PersonIds = SelectQueryBuilder<Schema, never, { person_id: string }>;

/** In SQL: the row under that alias is in force on that day. Its first and last day belong to it. */
export function inForce(alias: string, day: Day): RawBuilder<SqlBool> {
  const [startsOn, endsOn] = [sql.ref(`${alias}.starts_on`), sql.ref(`${alias}.ends_on`)];
  return sql<SqlBool>`(${startsOn} <= ${day} and (${endsOn} is null or ${endsOn} >= ${day}))`;
}

/**
 * Whose records this person sees: their own, and those of the trainees whom they supervise today while holding
 * a supervisor's grant. For `where("trainee_id", "in", visibleTraineeIds(db, actor))`. Leads and administrators
 * are not in it: they see counts (docs/field.md, "Who may do what").
 */
export function visibleTraineeIds(db: Reader, actor: Actor): TraineeIds {
  const own = db.selectFrom("person").where("person.id", "=", actor.personId).select("person.id as trainee_id");
  const supervised = db.selectFrom("current_supervisor_assignment as a")
    .innerJoin("current_role_grant as g", "g.person_id", "a.supervisor_id")
    .where("a.supervisor_id", "=", actor.personId).where("g.role", "=", "supervisor")
    .where(inForce("a", actor.today)).where(inForce("g", actor.today))
    .select("a.trainee_id");
  return own.union(supervised);
}

function programmesOf(db: Reader, actor: Actor, role: Role) {
  return db.selectFrom("current_role_grant as own")
    .where("own.person_id", "=", actor.personId).where("own.role", "=", role).where(inForce("own", actor.today))
    .select("own.programme_id");
}

/**
 * The trainees, past and coming ones too, of the programmes in which this person holds that role today.
 * For counts, dates and decisions; never for what stands in a record.
 */
export function programmeTraineeIds(db: Reader, actor: Actor, role: "lead" | "administrator"): TraineeIds {
  return db.selectFrom("current_role_grant as t")
    .where("t.role", "=", "trainee").where("t.programme_id", "in", programmesOf(db, actor, role))
    .select("t.person_id as trainee_id").distinct();
}

/** Everybody who ever held a role in a programme in which this person holds that role today. */
export function programmePersonIds(db: Reader, actor: Actor, role: "lead" | "administrator"): PersonIds {
  return db.selectFrom("current_role_grant as t")
    .where("t.programme_id", "in", programmesOf(db, actor, role))
    .select("t.person_id").distinct();
}
