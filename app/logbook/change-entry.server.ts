import type { Actor } from "#app/people/model.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { type Content, contentOf, isMaterialChange, isSameContent, type OwnEntry } from "./content.ts";
import { followFilms } from "./close-case.server.ts";
import { checkContent, type ContentCode, lockOn } from "./entry-checks.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { findOwnReflection } from "./reflections.server.ts";
import { settle } from "./settle.server.ts";
import { insertVersion, type VersionMark } from "./writes.server.ts";

/** Why an entry of one's own cannot be changed now. */
type HoldCode = "not_there" | "already_voided" | "changed_meanwhile" | "locked_by_stage";
/** Why an entry was not changed. */
export type ChangeCode = HoldCode | ContentCode | "not_allowed";

interface Held {
  readonly entry: OwnEntry;
  readonly materialVersion: number;
}

/** The version of an entry in which what is confirmed last changed. */
export async function materialVersionOf(trx: Trx, entry: OwnEntry): Promise<number> {
  if (entry.kind === "cycle") return 1;
  const view = `current_${entry.kind}` as const;
  return (await trx.selectFrom(view).select("material_version").where("entry_id", "=", entry.id).executeTakeFirstOrThrow()).material_version;
}

async function findOwn({ trx, traineeId }: OwnRecord, entryId: string): Promise<OwnEntry | undefined> {
  const ids = trx.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId).where("trainee_id", "=", traineeId);
  const entry = (await readEntries(trx, ids, "current"))[0];
  return entry?.kind === "recognised" ? undefined : entry;
}

function refusalFor(entry: OwnEntry, fromVersion: number, record: OwnRecord): HoldCode | undefined {
  if (entry.voided) return "already_voided";
  if (entry.version !== fromVersion) return "changed_meanwhile";
  return lockOn(entry, record.locking, record.today) ? "locked_by_stage" : undefined;
}

/** What stands after a change. `lapsed`: it had been confirmed, and has to be confirmed again. */
export interface Changed {
  readonly entryId: string;
  readonly version: number;
  readonly lapsed: boolean;
  /** The client's case had been closed before that day, and is open again. */
  readonly reopened?: true;
}

async function writeVersion(record: OwnRecord, { entry, materialVersion }: Held, content: Content, { voided, reason }: Pick<VersionMark, "voided" | "reason">): Promise<Changed> {
  const version = entry.version + 1;
  const isMaterial = isMaterialChange(contentOf(entry), content);
  const mark = { version, materialVersion: isMaterial ? version : materialVersion, recordedBy: record.traineeId, voided, reason };
  await insertVersion(record.trx, entry.id, content, mark, record.now);
  const reopened = content.kind === "cycle" && !voided && await followFilms(record, content.clientId, [content]);
  await settle(record, { personId: record.traineeId }, voided ? "entry.voided" : "entry.changed", { entry: entry.id });
  return { entryId: entry.id, version, lapsed: isMaterial && entry.kind !== "cycle" && entry.confirmation === "confirmed", ...(reopened ? { reopened } : {}) };
}

/**
 * Changes an entry of the actor's own from the version that they saw; `changed_meanwhile` where that is not the one
 * in force. What counts having changed, an earlier confirmation lapses; a change of the note alone leaves it.
 */
export async function changeEntry(
  db: Database, actor: Actor, input: { entryId: string; fromVersion: number; content: Content; reason: string | null }, now: Date,
): Promise<Result<Changed, ChangeCode>> {
  return inOwnRecord<Changed, ChangeCode>(db, actor, now, async (record) => {
    const entry = await findOwn(record, input.entryId);
    if (entry?.kind !== input.content.kind) return refused("not_there");
    const stood = contentOf(entry, await findOwnReflection(record.trx, record.traineeId, entry.id));
    if (!entry.voided && isSameContent(stood, input.content)) return done({ entryId: entry.id, version: entry.version, lapsed: false });
    const refusal = refusalFor(entry, input.fromVersion, record) ?? await checkContent(record, input.content, entry);
    if (refusal) return refused(refusal);
    return done(await writeVersion(record, { entry, materialVersion: await materialVersionOf(record.trx, entry) }, input.content, { voided: false, reason: input.reason }));
  });
}

/** Voids an entry with a reason. It stays to be seen, counts for nothing, and blocks no other. */
export async function voidEntry(
  db: Database, actor: Actor, input: { entryId: string; fromVersion: number; reason: string }, now: Date,
): Promise<Result<{ entryId: string }, HoldCode | "not_allowed">> {
  return inOwnRecord<{ entryId: string }, HoldCode>(db, actor, now, async (record) => {
    const entry = await findOwn(record, input.entryId);
    if (!entry) return refused("not_there");
    const refusal = refusalFor(entry, input.fromVersion, record);
    if (refusal) return refused(refusal);
    await writeVersion(record, { entry, materialVersion: await materialVersionOf(record.trx, entry) }, contentOf(entry), { voided: true, reason: input.reason });
    return done({ entryId: entry.id });
  });
}
