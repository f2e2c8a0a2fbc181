import { sql } from "kysely";

import { instantOf } from "#app/platform/clock.ts";
import type { Trx } from "#db/database.server.ts";

import type { detailsRow } from "./client-writes.server.ts";
import type { cycleRow, peerRow, supervisionRow, trainingRow } from "./content-rows.ts";
import type { OwnEntry } from "./content.ts";
import { inSlices } from "./in-slices.server.ts";
import type { Client } from "./model.ts";
import type { OwnRecord } from "./own-record.server.ts";

/** The columns of a row, each of them: a new one is missed here by the compiler, and by nobody later. */
function columnsOf<Row>(names: Readonly<Record<keyof Row, true>>): readonly string[] {
  return Object.keys(names);
}

interface Material { readonly material_version: number }

/** What a version says besides its mark, by kind of entry. */
const CONTENT: Readonly<Record<OwnEntry["kind"], readonly string[]>> = {
  cycle: columnsOf<ReturnType<typeof cycleRow>>({
    client_id: true, filmed_on: true, film_minutes: true, mode: true, clips_chosen: true, reviewed_on: true, review_minutes: true, goal_rating: true, next_step: true, note: true,
    filmed_roles: true, review_filmed: true, goal_2_rating: true, goal_3_rating: true, attuned_moments: true,
  }),
  supervision: columnsOf<ReturnType<typeof supervisionRow> & Material>({ held_on: true, starts_at: true, minutes: true, mode: true, format: true, supervisor_id: true, note: true, material_version: true }),
  peer_supervision: columnsOf<ReturnType<typeof peerRow> & Material>({ held_on: true, starts_at: true, minutes: true, mode: true, note: true, material_version: true }),
  training: columnsOf<ReturnType<typeof trainingRow> & Material>({ held_on: true, training: true, half_days: true, note: true, material_version: true }),
};

/** What stands beside a version in a table of its own. */
const BESIDE: Readonly<Partial<Record<OwnEntry["kind"], { readonly table: string; readonly column: string }>>> = {
  cycle: { table: "cycle_reflection", column: "reflection" }, supervision: { table: "supervision_cycle", column: "cycle_id" }, peer_supervision: { table: "peer_attendee", column: "person_id" },
};

const CLIENT = columnsOf<ReturnType<typeof detailsRow> & { age_band: unknown; opened_on: unknown; closed_on: unknown }>({
  age_band: true, opened_on: true, closed_on: true, setting: true, relation: true, helping_question: true, measured_in_dcs: true, next_steps: true,
  goal_1: true, goal_1_at_start: true, goal_2: true, goal_2_at_start: true, goal_3: true, goal_3_at_start: true, closed_because: true, copies: true, originals: true, reopened_on: true,
});

interface Voiding {
  /** `cycle` for `cycle_version` and `current_cycle`. */
  readonly what: OwnEntry["kind"] | "client";
  readonly key: "entry_id" | "client_id";
  readonly content: readonly string[];
}

/** The next version of each: as it stands, but voided. */
async function addVoided({ trx, traineeId, now }: OwnRecord, { what, key, content }: Voiding, ids: readonly string[], reason: string): Promise<void> {
  const columns = sql.join(content.map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(`${what}_version`)} (${sql.ref(key)}, version, recorded_at, recorded_by, voided, reason, ${columns})
    select ${sql.ref(key)}, version + 1, ${instantOf(now)}, ${traineeId}, 1, ${reason}, ${columns} from ${sql.table(`current_${what}`)} where ${sql.ref(key)} in (${sql.join(ids)})`.execute(trx);
}

/** What stood beside the version before stands beside the new one. */
async function keepBeside(trx: Trx, kind: OwnEntry["kind"], ids: readonly string[]): Promise<void> {
  const beside = BESIDE[kind];
  if (!beside) return;
  const [table, column] = [sql.table(beside.table), sql.ref(beside.column)];
  await sql`insert into ${table} (entry_id, version, ${column}) select s.entry_id, v.version, s.${column} from ${table} as s
    inner join ${sql.table(`current_${kind}`)} as v on v.entry_id = s.entry_id and s.version = v.version - 1 where s.entry_id in (${sql.join(ids)})`.execute(trx);
}

/** Voids the entries of an import, many to a statement, and forgets its rows, so that the same file can be imported again. */
export async function voidImported(record: OwnRecord, entries: readonly OwnEntry[], reason: string): Promise<void> {
  for (const kind of new Set(entries.map((entry) => entry.kind))) {
    const ids = entries.flatMap((entry) => (entry.kind === kind ? [entry.id] : []));
    await inSlices(ids, async (slice) => {
      await addVoided(record, { what: kind, key: "entry_id", content: CONTENT[kind] }, slice, reason);
      await keepBeside(record.trx, kind, slice);
      await record.trx.updateTable("entry").set({ fingerprint: null }).where("id", "in", slice).execute();
    });
  }
}

/** Voids clients, many to a statement. */
export async function voidClients(record: OwnRecord, clients: readonly Client[], reason: string): Promise<void> {
  await inSlices(clients.map((client) => client.id), (slice) => addVoided(record, { what: "client", key: "client_id", content: CLIENT }, slice, reason));
}
