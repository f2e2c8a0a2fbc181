import { instantOf, type Instant } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Trx } from "#db/database.server.ts";

import type { ClipPurpose, GrantReason } from "./model.ts";
import { listClipGrants } from "./queries.server.ts";

/** Who is to watch a clip besides its owner, from now on, and why. */
export interface NewClipGrant {
  readonly clipId: string;
  readonly purpose: ClipPurpose;
  /** Null with `own_supervisor`: whoever supervises the trainee at that moment. */
  readonly personId: string | null;
  readonly reason: GrantReason;
  readonly endsAt: Instant | null;
}

/** Lets somebody watch a clip, in the caller's transaction. Their role and the consents are asked at every play, not here. Returns the grant's id. */
export async function grantClip(trx: Trx, grant: NewClipGrant, by: string, now: Date): Promise<string> {
  const [id, at] = [newId(), instantOf(now)];
  await trx.insertInto("clip_grant").values({
    id, clip_id: grant.clipId, person_id: grant.personId, purpose: grant.purpose, starts_at: at, ends_at: grant.endsAt, reason: grant.reason,
    version: 1, recorded_at: at, recorded_by: by,
  }).execute();
  return id;
}

/** Ends, from now on, the grants to watch a clip that were given for that reason; those that ended before stay as they are. */
export async function endGrants(trx: Trx, ended: { readonly clipId: string; readonly reason: GrantReason }, by: string, now: Date): Promise<void> {
  const at = instantOf(now);
  const open = (await listClipGrants(trx, ended.clipId)).filter((grant) => grant.endsAt === null || grant.endsAt > at);
  for (const { id, version } of open) {
    const row = await trx.selectFrom("current_clip_grant").selectAll().where("id", "=", id).where("reason", "=", ended.reason).executeTakeFirst();
    // A grant that was to begin later never does.
    if (row) await trx.insertInto("clip_grant").values({ ...row, version: version + 1, ends_at: row.starts_at > at ? row.starts_at : at, recorded_at: at, recorded_by: by }).execute();
  }
}
