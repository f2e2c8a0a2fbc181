import type { Person } from "#app/people/model.ts";
import { findPerson, listFellowTrainees, listProgrammeSupervisors } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import type { Reader } from "#db/database.server.ts";

import type { ImportContext, KnownPerson } from "./import/context.ts";
import { listNamesMet } from "./known-names.server.ts";
import { listClients, listCountableEntries } from "./queries.server.ts";

function known(people: readonly Person[]): KnownPerson[] {
  return people.flatMap(({ email, ...person }) => (email === null ? [] : [{ ...person, email }]));
}

async function mapKnownRows(db: Reader, traineeId: string): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom("entry").leftJoin("current_cycle", "current_cycle.entry_id", "entry.id").select(["entry.fingerprint", "current_cycle.client_id"])
    .where("entry.trainee_id", "=", traineeId).where("entry.fingerprint", "is not", null).execute();
  return new Map(rows.flatMap((r) => (r.fingerprint === null ? [] : [[r.fingerprint, r.client_id] as const])));
}

/** What verdicts on the rows of this trainee's files lean on; `namesAreFine` is set for each file by the caller. */
export async function importContextOf(db: Reader, keyring: Keyring, at: { traineeId: string; programmeId: string; startedOn: Day; today: Day }): Promise<ImportContext> {
  const { traineeId, programmeId, startedOn, today } = at;
  const trainee = await findPerson(db, traineeId);
  const supervisors = (await listProgrammeSupervisors(db, programmeId, today)).filter((s) => s.id !== traineeId);
  return {
    today, startedOn,
    trainee: { id: traineeId, name: trainee?.name ?? "", email: trainee?.email ?? "" },
    clients: (await listClients(db, traineeId)).map(({ id, code }) => ({ id, code })),
    supervisors: known(supervisors), fellowTrainees: known(await listFellowTrainees(db, at, today)),
    knownNames: [...await listNamesMet(db, at), ...(trainee ? [trainee.name] : [])],
    logged: await listCountableEntries(db, traineeId), knownRows: await mapKnownRows(db, traineeId),
    fingerprint: (text) => keyring.fingerprint("import", `${traineeId}\n${text}`),
    namesAreFine: new Set(),
  };
}
