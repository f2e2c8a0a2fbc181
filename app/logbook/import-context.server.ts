import type { Person } from "#app/people/model.ts";
import { findPerson, listFellowTrainees, listProgrammeSupervisors } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import type { Reader } from "#db/database.server.ts";

import { type Field, FIELDS } from "./import/columns.ts";
import type { ImportFacts, KnownPerson } from "./import/context.ts";
import { listNamesMet } from "./known-names.server.ts";
import { listClients, listCountableEntries } from "./queries.server.ts";

/** Whose file it is, and on which day it is looked at. */
export interface Importing {
  readonly traineeId: string;
  readonly programmeId: string;
  readonly startedOn: Day;
  readonly today: Day;
}

function known(people: readonly Person[]): KnownPerson[] {
  return people.flatMap(({ id, name, email, isExternal, verifiedOn }) => (email === null ? [] : [{ id, name, email, isExternal, verifiedOn }]));
}

async function mapKnownRows(db: Reader, traineeId: string): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom("entry").leftJoin("current_cycle", "current_cycle.entry_id", "entry.id").select(["entry.fingerprint", "current_cycle.client_id"])
    .where("entry.trainee_id", "=", traineeId).where("entry.fingerprint", "is not", null).orderBy("entry.id").execute();
  const reviews = await db.selectFrom("imported_review as r").innerJoin("current_cycle as c", "c.entry_id", "r.entry_id").innerJoin("entry", "entry.id", "r.entry_id")
    .select(["r.fingerprint", "c.client_id"]).where("entry.trainee_id", "=", traineeId).where("r.fingerprint", "is not", null).orderBy("r.entry_id").execute();
  return new Map([...rows, ...reviews].flatMap((r) => (r.fingerprint === null ? [] : [[r.fingerprint, r.client_id] as const])));
}

/** What verdicts on the rows of this trainee's files lean on. */
export async function importFactsOf(db: Reader, at: Importing): Promise<ImportFacts> {
  const { traineeId, programmeId, startedOn, today } = at;
  const trainee = await findPerson(db, traineeId);
  const supervisors = (await listProgrammeSupervisors(db, programmeId, today)).filter((s) => s.id !== traineeId);
  return {
    today, startedOn,
    trainee: { id: traineeId, name: trainee?.name ?? "", email: trainee?.email ?? "" },
    clients: (await listClients(db, traineeId)).map(({ id, code, lastDay, cycles, openedOn, opensWithFilm, closedOn }) => ({ id, code, lastDay, cycles, openedOn, opensWithFilm, closedOn })),
    supervisors: known(supervisors), fellowTrainees: known(await listFellowTrainees(db, at, today)),
    knownNames: [...await listNamesMet(db, at), ...(trainee ? [trainee.name] : [])],
    logged: await listCountableEntries(db, traineeId), knownRows: await mapKnownRows(db, traineeId),
  };
}

/** True where both give the same verdicts. */
export function areSameFacts(a: ImportFacts, b: ImportFacts): boolean {
  const text = (facts: ImportFacts): string => JSON.stringify({ ...facts, knownRows: [...facts.knownRows] });
  return text(a) === text(b);
}

/** The key of a trainee's fingerprints, which never leaves the server. */
export function fingerprintKeyOf(keyring: Keyring, traineeId: string): string {
  return keyring.fingerprint("import", traineeId);
}

/** What the trainee's columns held in earlier imports, by the fingerprints of their names; null for one that was left out. */
export async function mapColumns(db: Reader, traineeId: string): Promise<Map<string, Field | null>> {
  const rows = await db.selectFrom("import_column").select(["name_fingerprint", "field"]).where("trainee_id", "=", traineeId).orderBy("name_fingerprint").execute();
  return new Map(rows.map((row) => [row.name_fingerprint, FIELDS.find((field) => field === row.field) ?? null]));
}
