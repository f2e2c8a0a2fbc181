import { type RawBuilder, sql } from "kysely";
import { z } from "zod";

import { countTrainee } from "#app/logbook/recount.server.ts";
import { findRecord, findRecordVersion } from "#app/pathway/queries.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { getAccount } from "#app/people/accounts.server.ts";
import type { Reader } from "#db/database.server.ts";

import { countsOf } from "./counts.ts";
import { RECORD_KINDS, RECORD_VERSION, type RecordFile } from "./format.ts";
import { columnOf, fieldsOf, type RecordKind, type RecordRow } from "./kind.ts";
import { peopleNamed } from "./references.ts";

const ROWS_AT_ONCE = 500;
const jsonText = z.string();

/** What stays private even from the record's own trainee, or is no row of theirs: chosen by these conditions. */
const SUBMITTED = sql`select id from submission where trainee_id =`;
// What a supervisor marked reaches the trainee with the feedback, and only what is shared then (docs/field.md, "Strengths first").
const SHARED_MOMENTS = (traineeId: string): RawBuilder<unknown> => sql`select m.id from moment as m
  join submission as s on s.id = m.submission_id join current_submission_step as c on c.submission_id = s.id join current_moment as v on v.moment_id = m.id
  where s.trainee_id = ${traineeId} and c.state = 'reviewed' and v.sharing = 'shared' and v.voided = 0`;

function chosen({ name }: RecordKind, traineeId: string): RawBuilder<unknown> {
  switch (name) {
    case "films": return sql`t.id in (select clip_id from submission where trainee_id = ${traineeId})`;
    case "moments": return sql`t.id in (${SHARED_MOMENTS(traineeId)})`;
    case "momentVersions": return sql`t.moment_id in (${SHARED_MOMENTS(traineeId)}) and t.version = (select max(l.version) from moment_version as l where l.moment_id = t.moment_id)`;
    case "feedback": return sql`t.is_sent = 1 and t.submission_id in (${SUBMITTED} ${traineeId})`;
    case "pathways": return sql`t.id in (select v.pathway_id from pathway_version as v join enrolment as e on e.pathway_version_id = v.id where e.trainee_id = ${traineeId})`;
    case "pathwayVersions": return sql`t.id in (select pathway_version_id from enrolment where trainee_id = ${traineeId})`;
    case "accreditations": return sql`t.version = (select max(l.version) from supervisor_accreditation as l where l.id = t.id)
      and t.person_id in (select v.supervisor_id from supervision_version as v join entry as e on e.id = v.entry_id where e.trainee_id = ${traineeId})`;
    default: throw new Error(`nobody says whose rows of ${name} belong to a record`);
  }
}

function belonging(kind: RecordKind, traineeId: string): RawBuilder<unknown> {
  switch (kind.scope.by) {
    case "trainee": return sql`t.trainee_id = ${traineeId}`;
    case "parent": return sql`${sql.ref(`t.${kind.scope.column}`)} in (select id from ${sql.table(kind.scope.parent)} where trainee_id = ${traineeId})`;
    case "choice": return chosen(kind, traineeId);
  }
}

function valueOf(kind: RecordKind, field: string, stored: unknown): unknown {
  if (stored === null || stored === undefined) return null;
  if (kind.flags?.includes(field)) return Number(stored) === 1;
  return kind.built?.includes(field) ? JSON.parse(jsonText.parse(stored)) : stored;
}

const rowSchema = z.record(z.string(), z.unknown());

async function readRows(db: Reader, kind: RecordKind, condition: RawBuilder<unknown>): Promise<RecordRow[]> {
  const fields = fieldsOf(kind);
  const columns = sql.join(fields.map((field) => sql.ref(`t.${columnOf(field)}`)));
  const order = sql.join(kind.order.map((column) => sql.ref(`t.${column}`)));
  const { rows } = await sql`select ${columns} from ${sql.table(kind.table)} as t where ${condition} order by ${order}`.execute(db);
  return rows.map((row) => {
    const stored = rowSchema.parse(row);
    return Object.fromEntries(fields.map((field) => [field, valueOf(kind, field, stored[columnOf(field)])]));
  });
}

async function readPeople(db: Reader, kind: RecordKind, ids: readonly string[]): Promise<RecordRow[]> {
  const people: RecordRow[] = [];
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) people.push(...await readRows(db, kind, sql`t.id in (${sql.join(ids.slice(from, from + ROWS_AT_ONCE))})`));
  return people;
}

/** An answer to a moment that is not in the file stands by itself; who recorded an accreditation is nobody's of this record. */
function tidied(rows: Map<string, RecordRow[]>): void {
  const moments = new Set((rows.get("moments") ?? []).map((moment) => moment.id));
  rows.set("replies", (rows.get("replies") ?? []).map((reply) => (moments.has(reply.momentId) ? reply : { ...reply, momentId: null })));
  rows.set("accreditations", (rows.get("accreditations") ?? []).map((period) => ({ ...period, recordedBy: null })));
}

/**
 * The whole record of that trainee as it stands; undefined for somebody who has none. Read in one transaction, so that all of it
 * is of one moment. `origin`: the address of this portal.
 */
export async function collectRecord(db: Reader, traineeId: string, origin: string, now: Date): Promise<RecordFile | undefined> {
  const record = await findRecord(db, traineeId);
  const count = await countTrainee(db, traineeId, now);
  const recordVersion = await findRecordVersion(db, traineeId);
  if (!record || !count || recordVersion === undefined) return undefined;
  const rows = new Map<string, RecordRow[]>();
  for (const kind of RECORD_KINDS) if (kind.name !== "people") rows.set(kind.name, await readRows(db, kind, belonging(kind, traineeId)));
  tidied(rows);
  const [people] = RECORD_KINDS.filter((kind) => kind.name === "people");
  if (people) rows.set("people", await readPeople(db, people, [...peopleNamed(rows)].filter((id) => id !== traineeId).sort()));
  const { name, email } = await getAccount(db, traineeId);
  return {
    head: {
      format: "attune-record", version: RECORD_VERSION, exportedAt: instantOf(now), origin, programme: record.programmeName, countedOn: count.today, recordVersion,
      trainee: { id: traineeId, name, email: email === "" ? null : email }, counts: countsOf(count),
    },
    rows,
  };
}
