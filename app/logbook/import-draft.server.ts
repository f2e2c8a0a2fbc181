import { instantOf } from "#app/platform/clock.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

const MS_PER_MINUTE = 60_000;
/** A file on its way in is gone after an hour. */
export const DRAFT_MINUTES = 60;

/** A file on its way in: ciphertext, whose key is in the browser. */
export interface ImportDraft {
  readonly id: string;
  readonly sealedFile: string;
  readonly sealedState: string;
}

/** Keeps the file in place of any that this trainee sent before. */
export async function putDraft(db: Database, traineeId: string, draft: ImportDraft, now: Date): Promise<void> {
  await db.inTransaction(async (trx) => {
    await trx.deleteFrom("import_draft").where("trainee_id", "=", traineeId).execute();
    await trx.insertInto("import_draft").values({
      id: draft.id, trainee_id: traineeId, sealed_file: draft.sealedFile, sealed_state: draft.sealedState, expires_at: instantOf(new Date(now.getTime() + DRAFT_MINUTES * MS_PER_MINUTE)),
    }).execute();
  });
}

/** The trainee's own file of that id; undefined once it is gone. */
export async function findDraft(db: Reader, traineeId: string, draftId: string, now: Date): Promise<ImportDraft | undefined> {
  const row = await db.selectFrom("import_draft").select(["id", "sealed_file", "sealed_state"])
    .where("trainee_id", "=", traineeId).where("id", "=", draftId).where("expires_at", ">", instantOf(now)).executeTakeFirst();
  return row && { id: row.id, sealedFile: row.sealed_file, sealedState: row.sealed_state };
}

/** The file as somebody read it: its state is sealed anew whenever it changes. */
export type ReadDraft = Pick<ImportDraft, "id" | "sealedState">;

/** Keeps what was chosen and answered since; false where another tab did so in between, or the file is gone. */
export async function saveDraftState(db: Database, traineeId: string, { id, sealedState }: ReadDraft, next: string): Promise<boolean> {
  const { numUpdatedRows } = await db.inTransaction((trx) => trx.updateTable("import_draft").set({ sealed_state: next })
    .where("trainee_id", "=", traineeId).where("id", "=", id).where("sealed_state", "=", sealedState).executeTakeFirst());
  return numUpdatedRows > 0n;
}

/** Deletes the file where it stands as it was read, in a transaction of the caller's: else it is gone, or another tab changed it. */
export async function takeDraft(trx: Trx, traineeId: string, { id, sealedState }: ReadDraft): Promise<"taken" | "changed" | "gone"> {
  const own = await trx.selectFrom("import_draft").select("sealed_state").where("trainee_id", "=", traineeId).where("id", "=", id).executeTakeFirst();
  if (!own) return "gone";
  const { numDeletedRows } = await trx.deleteFrom("import_draft").where("trainee_id", "=", traineeId).where("id", "=", id).where("sealed_state", "=", sealedState).executeTakeFirst();
  return numDeletedRows > 0n ? "taken" : "changed";
}

/** Throws the file away: nothing is left of it. */
export async function dropDraft(db: Database, traineeId: string, draftId: string): Promise<void> {
  await db.inTransaction((trx) => trx.deleteFrom("import_draft").where("trainee_id", "=", traineeId).where("id", "=", draftId).execute());
}

/** Deletes files whose hour is over. For the server's jobs. */
export async function dropOldDrafts(db: Database, now: Date): Promise<void> {
  await db.inTransaction((trx) => trx.deleteFrom("import_draft").where("expires_at", "<=", instantOf(now)).execute());
}
