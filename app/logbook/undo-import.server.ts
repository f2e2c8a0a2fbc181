import type { Locking } from "#app/pathway/locks.ts";
import { findRecord, lockingOf } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import { words } from "#app/words/words.ts";
import type { Database, Reader } from "#db/database.server.ts";

import type { OwnEntry } from "./content.ts";
import { lockOn } from "./entry-checks.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import { type ImportBatch, type ListedImport, STAYS_BECAUSE, type StaysBecause } from "./import-batch.ts";
import type { Client, Cycle } from "./model.ts";
import { inOwnRecord } from "./own-record.server.ts";
import { listClients } from "./queries.server.ts";
import { settle } from "./settle.server.ts";
import { listAddedReviews, takeCasesBack, takeReviewsBack } from "./undo-reviews.server.ts";
import { voidClients, voidImported } from "./void-many.server.ts";

/** What undoing an import takes back, and what it leaves. */
export interface Undoing {
  readonly batch: ImportBatch;
  readonly goes: readonly OwnEntry[];
  readonly stays: readonly { readonly entry: OwnEntry; readonly because: StaysBecause }[];
  /** Cycles that stood before, and lose the shared review that it added. */
  readonly reviews: readonly Cycle[];
  /** Clients that it opened and that have no other cycle. */
  readonly clients: readonly Client[];
}

function batchOf(row: { id: string; recorded_at: string; entries: number; undone_at: string | null }): ImportBatch {
  return { id: row.id, recordedAt: row.recorded_at, entries: row.entries, undoneAt: row.undone_at };
}

/** The trainee's imports, the newest first. */
export async function listImports(db: Reader, traineeId: string): Promise<ImportBatch[]> {
  const rows = await db.selectFrom("import_batch").select(["id", "recorded_at", "entries", "undone_at"])
    .where("trainee_id", "=", traineeId).orderBy("recorded_at", "desc").orderBy("id").execute();
  return rows.map(batchOf);
}

function whyItStays(entry: OwnEntry, locking: Locking, today: Day): StaysBecause | null {
  if (entry.voided) return "voided";
  if (entry.kind !== "cycle" && entry.confirmation === "confirmed") return "confirmed";
  return lockOn(entry, locking, today) ? "locked" : null;
}

async function clientsOf(db: Reader, traineeId: string, importId: string, goes: readonly OwnEntry[]): Promise<Client[]> {
  const opened = await db.selectFrom("client").select("id").where("import_id", "=", importId)
    .where("id", "not in", db.selectFrom("consent").select("client_id").where("trainee_id", "=", traineeId)).execute();
  const ids = new Set(opened.map((client) => client.id));
  const going = groupBy(goes.filter((entry) => entry.kind === "cycle"), (cycle) => cycle.clientId);
  return (await listClients(db, traineeId)).filter((client) => ids.has(client.id) && (going.get(client.id)?.length ?? 0) === client.cycles);
}

interface At {
  readonly traineeId: string;
  readonly locking: Locking;
  readonly today: Day;
}

/** Every entry of the import's and every cycle to which it added the shared review, each with why it stays; null where it goes. */
async function readParts(db: Reader, { locking, today }: At, importId: string) {
  const all = await readEntries(db, db.selectFrom("entry").select("entry.id").where("import_id", "=", importId), "current");
  const entries = all.filter((entry) => entry.kind !== "recognised").map((entry) => ({ entry, because: whyItStays(entry, locking, today) }));
  const added = (await listAddedReviews(db, importId)).map(({ cycle, isChanged }) => ({ entry: cycle, because: whyItStays(cycle, locking, today) ?? (isChanged ? "changed" as const : null) }));
  return { entries, added };
}

async function readUndoing(db: Reader, at: At, importId: string): Promise<Undoing | undefined> {
  const row = await db.selectFrom("import_batch").select(["id", "recorded_at", "entries", "undone_at"]).where("id", "=", importId).where("trainee_id", "=", at.traineeId).executeTakeFirst();
  if (!row) return undefined;
  const { entries, added } = await readParts(db, at, importId);
  const goes = entries.filter(({ because }) => because === null).map(({ entry }) => entry);
  const reviews = added.filter(({ because }) => because === null).map(({ entry }) => entry);
  const stays = [...entries, ...added].flatMap(({ entry, because }) => (because === null ? [] : [{ entry, because }]));
  return { batch: batchOf(row), goes, reviews, stays, clients: await clientsOf(db, at.traineeId, importId, goes) };
}

/** The trainee's imports as the list shows them: of each that stands whether anything of it can go, and why the rest stays. */
export async function listUndoable(db: Reader, traineeId: string, today: Day): Promise<ListedImport[]> {
  const record = await findRecord(db, traineeId);
  const listed: ListedImport[] = [];
  for (const batch of await listImports(db, traineeId)) {
    const parts = record && batch.undoneAt === null ? await readParts(db, { traineeId, locking: lockingOf(record), today }, batch.id) : { entries: [], added: [] };
    const becauses = [...parts.entries, ...parts.added].map(({ because }) => because);
    const stays = Object.fromEntries(STAYS_BECAUSE.flatMap((because) => {
      const n = becauses.filter((one) => one === because).length;
      return n === 0 ? [] : [[because, n]];
    }));
    listed.push({ ...batch, goes: becauses.includes(null), stays });
  }
  return listed;
}

/** How many entries that import took back when it was undone: voided in that moment, or put back as they stood; null where it was not, as for another's. */
export async function countUndone(db: Reader, traineeId: string, importId: string): Promise<number | null> {
  const batch = await db.selectFrom("import_batch").select("undone_at").where("id", "=", importId).where("trainee_id", "=", traineeId).executeTakeFirst();
  const at = batch?.undone_at ?? null;
  if (at === null) return null;
  let count = (await db.selectFrom("imported_review").select("entry_id").where("import_id", "=", importId).where("fingerprint", "is", null).execute()).length;
  for (const table of ["cycle_version", "supervision_version", "peer_supervision_version", "training_version"] as const) {
    const own = db.selectFrom("entry").select("entry.id").where("import_id", "=", importId);
    const { n } = await db.selectFrom(table).select((eb) => eb.fn.countAll<number | string>().as("n")).where("recorded_at", "=", at).where("voided", "=", 1).where("entry_id", "in", own).executeTakeFirstOrThrow();
    count += Number(n);
  }
  return count;
}

/** What undoing this import of the trainee's would do today; undefined for another's, as for one that is not there. */
export async function findUndoing(db: Reader, traineeId: string, importId: string, today: Day): Promise<Undoing | undefined> {
  const record = await findRecord(db, traineeId);
  return record && readUndoing(db, { traineeId, locking: lockingOf(record), today }, importId);
}

/**
 * Takes an import back: every entry that is neither confirmed nor locked is voided, and so are clients that are left
 * without a cycle; shared reviews that it added and cases that it opened again stand as before. What was counted before the import is counted again. `nothing_to_undo` where nothing would go.
 */
export async function undoImport(
  db: Database, actor: Actor, input: { importId: string }, now: Date,
): Promise<Result<{ entries: number }, "not_allowed" | "not_there" | "nothing_to_undo">> {
  return inOwnRecord<{ entries: number }, "not_there" | "nothing_to_undo">(db, actor, now, async (record) => {
    const undoing = await readUndoing(record.trx, record, input.importId);
    if (!undoing) return refused("not_there");
    const { batch, goes, reviews, stays, clients } = undoing;
    if (goes.length + reviews.length === 0) return refused("nothing_to_undo");
    const { reason } = words.imports.undo;
    await voidImported(record, goes, reason);
    await takeReviewsBack(record, input.importId, reviews, reason);
    await voidClients(record, clients, reason);
    await takeCasesBack(record, batch.recordedAt, stays.flatMap(({ entry, because }) => (entry.kind === "cycle" && because !== "voided" ? [entry] : [])), reason);
    await record.trx.updateTable("import_batch").set({ undone_at: instantOf(now) }).where("id", "=", input.importId).execute();
    await settle(record, actor, "import.undone", { import: input.importId });
    return done({ entries: goes.length + reviews.length });
  });
}
