import { askErasure } from "#app/clips/erase.server.ts";
import { instantOf, systemClock } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";

import type { Cast } from "./cast.ts";

/** A film of that cycle as its upload leaves the database, under that consent; nothing of it lies on a disk. Returns its id. */
export async function clipOf({ db, trainee }: Cast, of: { readonly entryId: string; readonly clientId: string; readonly consentId: string }): Promise<string> {
  const id = newId();
  await db.inTransaction(async (trx) => {
    await trx.insertInto("clip").values({
      id, trainee_id: trainee.id, entry_id: of.entryId, client_id: of.clientId, media_type: "video/mp4", bytes: 342_000, duration_ms: 42_000, width: 640, height: 360,
      has_sound: 1, recorded_at: instantOf(systemClock()), recorded_by: trainee.id,
    }).execute();
    await trx.insertInto("clip_consent").values({ clip_id: id, consent_id: of.consentId }).execute();
  });
  return id;
}

/** Lets its owner erase the film. */
export async function erasedOf({ db, trainee }: Cast, clipId: string): Promise<void> {
  await db.inTransaction((trx) => askErasure(trx, { clipId, because: "owner", askedBy: trainee.id }, systemClock()));
}
