import { instantOf, type Instant } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { contentOf } from "./content.ts";
import { readEntries } from "./entry-rows.server.ts";
import type { Cycle } from "./model.ts";
import type { OwnRecord } from "./own-record.server.ts";
import { reflectionIn } from "./reflections.server.ts";
import { insertVersion } from "./writes.server.ts";

/** A cycle of the log to which an import added the shared review, as it stands now. */
export interface AddedReview {
  readonly cycle: Cycle;
  /** True where it was changed since. */
  readonly isChanged: boolean;
}

function idsOf(db: Reader, importId: string) {
  return db.selectFrom("entry").innerJoin("imported_review as r", "r.entry_id", "entry.id").select("entry.id").where("r.import_id", "=", importId);
}

/** The cycles to which that import added the shared review. */
export async function listAddedReviews(db: Reader, importId: string): Promise<AddedReview[]> {
  const rows = await db.selectFrom("imported_review").select(["entry_id", "version"]).where("import_id", "=", importId).where("fingerprint", "is not", null).orderBy("entry_id").execute();
  if (rows.length === 0) return [];
  const versions = new Map(rows.map((row) => [row.entry_id, row.version]));
  const cycles = await readEntries(db, idsOf(db, importId), "current");
  return cycles.flatMap((cycle) => (cycle.kind === "cycle" ? [{ cycle, isChanged: cycle.version !== versions.get(cycle.id) }] : []));
}

/** Puts each back as it stood before its review was added. */
export async function takeReviewsBack({ trx, traineeId, now }: OwnRecord, importId: string, cycles: readonly Cycle[], reason: string): Promise<void> {
  if (cycles.length === 0) return;
  const before = new Map((await readEntries(trx, idsOf(trx, importId), "all")).map((entry) => [`${entry.id} ${String(entry.version)}`, entry]));
  for (const { id, version } of cycles) {
    const stood = before.get(`${id} ${String(version - 1)}`);
    if (stood?.kind !== "cycle") throw new Error("a review was added to a cycle that did not stand");
    const content = contentOf(stood);
    const whole = content.kind === "cycle" ? { ...content, reflection: await reflectionIn(trx, id, stood.version) } : content;
    await insertVersion(trx, id, whole, { version: version + 1, materialVersion: 1, recordedBy: traineeId, voided: false, reason }, now);
    await trx.updateTable("imported_review").set({ fingerprint: null }).where("import_id", "=", importId).where("entry_id", "=", id).execute();
  }
}

/** Puts back the cases that cycles of an import of that moment opened earlier or again, unless they were changed since or one of its cycles stays. */
export async function takeCasesBack({ trx, traineeId, now }: OwnRecord, importedAt: Instant, staying: readonly Cycle[], reason: string): Promise<void> {
  const stay = new Set(staying.map((cycle) => cycle.clientId));
  const moved = await trx.selectFrom("current_client as v").innerJoin("client", "client.id", "v.client_id").select(["v.client_id", "v.version"])
    .where("client.trainee_id", "=", traineeId).where("v.recorded_at", "=", importedAt).where("v.version", ">", 1).where("v.voided", "=", 0).orderBy("v.client_id").execute();
  for (const { client_id, version } of moved.filter((client) => !stay.has(client.client_id))) {
    const stood = await trx.selectFrom("client_version").selectAll().where("client_id", "=", client_id).where("version", "=", version - 1).executeTakeFirstOrThrow();
    await trx.insertInto("client_version").values({ ...stood, version: version + 1, recorded_at: instantOf(now), recorded_by: traineeId, reason }).execute();
  }
}
