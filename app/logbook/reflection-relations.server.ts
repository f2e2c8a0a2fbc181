import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { inForce } from "#app/people/scope.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { byName } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import type { PossibleReader } from "./reflection-model.ts";
import type { Relation, TraineePeriod } from "./reflection-sharing.ts";

interface Pair {
  readonly traineeId: string;
  readonly personId: string;
}

/** What stands between each of those trainees and readers; ask with the two ids. */
export async function readRelations(db: Reader, pairs: readonly Pair[]): Promise<(pair: Pair) => Relation> {
  const [trainees, readers] = [[...new Set(pairs.map((p) => p.traineeId))], [...new Set(pairs.map((p) => p.personId))]];
  if (pairs.length === 0) return () => ({ assigned: [], supervising: [], traineeAs: [], readerAs: [] });
  const assigned = await db.selectFrom("current_supervisor_assignment").select(["trainee_id", "supervisor_id", "starts_on as from", "ends_on as to"])
    .where("trainee_id", "in", trainees).where("supervisor_id", "in", readers).execute();
  const grants = await db.selectFrom("current_role_grant").select(["person_id", "role", "programme_id", "starts_on as from", "ends_on as to"])
    .where("person_id", "in", [...new Set([...trainees, ...readers])]).where("role", "in", ["supervisor", "trainee"]).execute();
  const asTrainee = (personId: string): TraineePeriod[] =>
    grants.filter((g) => g.person_id === personId && g.role === "trainee").map((g) => ({ programmeId: g.programme_id, from: g.from, to: g.to }));
  return ({ traineeId, personId }) => ({
    assigned: assigned.filter((a) => a.trainee_id === traineeId && a.supervisor_id === personId),
    supervising: grants.filter((g) => g.person_id === personId && g.role === "supervisor"),
    traineeAs: asTrainee(traineeId), readerAs: asTrainee(personId),
  });
}

async function listFellowsToday(db: Reader, traineeId: string, today: Day): Promise<{ id: string; name: string }[]> {
  const own = db.selectFrom("current_role_grant as o").select("o.programme_id").where("o.person_id", "=", traineeId).where("o.role", "=", "trainee").where(inForce("o", today));
  return db.selectFrom("person").innerJoin("current_role_grant as g", "g.person_id", "person.id").select(["person.id", "person.name"]).distinct()
    .where("person.id", "!=", traineeId).where("g.role", "=", "trainee").where(inForce("g", today)).where("g.programme_id", "in", own).execute();
}

/**
 * With whom this trainee may share a reflection today: their present supervisors who sign in here, then their fellow trainees,
 * each by name. Nobody as lead or administrator.
 */
export async function listPossibleReaders(db: Reader, traineeId: string, today: Day): Promise<PossibleReader[]> {
  const supervisors = (await listSupervisorsOf(db, traineeId, today)).filter((s) => !s.isExternal && s.id !== traineeId);
  const fellows = (await listFellowsToday(db, traineeId, today)).filter((f) => !supervisors.some((s) => s.id === f.id)).sort((a, b) => byName(a.name, b.name));
  return [
    ...supervisors.map(({ id, name }): PossibleReader => ({ id, name, as: "supervisor" })),
    ...fellows.map(({ id, name }): PossibleReader => ({ id, name, as: "fellow" })),
  ];
}
