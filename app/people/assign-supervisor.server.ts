import { recordAct } from "#app/audit/writes.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";

import { freshActor } from "./actor.server.ts";
import { type Actor, isOrdered, overlaps, type SupervisorAssignment } from "./model.ts";
import { can } from "./policy.ts";
import { findManagedPerson, listAssignmentsOf, listGrants } from "./queries.server.ts";
import { insertAssignment } from "./writes.server.ts";

type Refused = "not_there" | "not_allowed" | "ends_before_start" | "not_a_trainee" | "not_a_supervisor" | "own_supervisor" | "assigned_already";

async function mayAssign(trx: Trx, actor: Actor, traineeId: string): Promise<"not_a_trainee" | "not_allowed" | null> {
  const trains = (await listGrants(trx, traineeId)).filter((g) => g.role === "trainee");
  if (trains.length === 0) return "not_a_trainee";
  return trains.some((g) => can(actor, "people.manage", { programmeId: g.programmeId, personId: traineeId })) ? null : "not_allowed";
}

async function refusalOf(trx: Trx, actor: Actor, input: Omit<SupervisorAssignment, "id">): Promise<Refused | null> {
  if (!await findManagedPerson(trx, actor, input.traineeId) || !await findManagedPerson(trx, actor, input.supervisorId)) return "not_there";
  const refusal = await mayAssign(trx, actor, input.traineeId);
  if (refusal) return refusal;
  if (input.traineeId === input.supervisorId) return "own_supervisor";
  if (!isOrdered(input.startsOn, input.endsOn)) return "ends_before_start";
  if (!(await listGrants(trx, input.supervisorId)).some((g) => g.role === "supervisor")) return "not_a_supervisor";
  const same = (await listAssignmentsOf(trx, input.traineeId)).filter((a) => a.supervisorId === input.supervisorId);
  const period = { from: input.startsOn, to: input.endsOn };
  return same.some((a) => overlaps({ from: a.startsOn, to: a.endsOn }, period)) ? "assigned_already" : null;
}

/** Gives a trainee a supervisor from a day on, and perhaps to one. A trainee may have several at a time. */
export async function assignSupervisor(
  db: Database, actor: Actor, input: Omit<SupervisorAssignment, "id">, now: Date,
): Promise<Result<{ id: string }, Refused>> {
  return db.inTransaction(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    const refusal = await refusalOf(trx, fresh, input);
    if (refusal) return refused(refusal);
    const id = await insertAssignment(trx, input, { by: fresh.personId, now });
    await recordAct(trx, {
      actorId: fresh.personId, act: "assignment.recorded", subjects: { assignment: id, trainee: input.traineeId, supervisor: input.supervisorId },
    }, now);
    return done({ id });
  });
}

type EndRefused = "not_there" | "not_allowed" | "not_a_trainee" | "ends_before_start" | "changed_meanwhile";

/** Sets the last day on which a supervisor has this trainee, as a new version. `version` is the one that was seen. */
export async function endAssignment(
  db: Database, actor: Actor, input: { readonly traineeId: string; readonly assignmentId: string; readonly version: number; readonly endsOn: string }, now: Date,
): Promise<Result<null, EndRefused>> {
  try {
    return await db.inTransaction(async (trx) => {
      const fresh = await freshActor(trx, actor, now);
      const row = await trx.selectFrom("current_supervisor_assignment").select(["id", "version", "trainee_id", "supervisor_id", "starts_on"])
        .where("id", "=", input.assignmentId).where("trainee_id", "=", input.traineeId).executeTakeFirst();
      if (!row || !await findManagedPerson(trx, fresh, input.traineeId)) return refused("not_there");
      const refusal = await mayAssign(trx, fresh, input.traineeId);
      if (refusal) return refused(refusal);
      if (row.version !== input.version) return refused("changed_meanwhile");
      if (!isOrdered(row.starts_on, input.endsOn)) return refused("ends_before_start");
      await trx.insertInto("supervisor_assignment").values({
        ...row, version: row.version + 1, ends_on: input.endsOn, recorded_at: instantOf(now), recorded_by: fresh.personId,
      }).execute();
      await recordAct(trx, {
        actorId: fresh.personId, act: "assignment.recorded", subjects: { assignment: row.id, trainee: row.trainee_id, supervisor: row.supervisor_id },
      }, now);
      return done(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "supervisor_assignment", ["id", "version"])) return refused("changed_meanwhile");
    throw error;
  }
}
