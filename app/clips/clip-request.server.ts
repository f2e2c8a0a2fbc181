import type { Actor } from "#app/people/model.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";

import type { Clip, Erasure } from "./model.ts";
import { findClip, findErasure } from "./queries.server.ts";

interface AskedClip {
  readonly actor: Actor;
  readonly clip: Clip;
  /** Null while the clip is kept. */
  readonly erasure: Erasure | null;
}

async function requireClip(request: Request, clipId: string | undefined, context: AppContext): Promise<AskedClip> {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const clip = clipId && isId(clipId) ? await findClip(db, clipId) : undefined;
  if (!clip) throw notFound();
  return { actor, clip, erasure: await findErasure(db, clip.id) ?? null };
}

/** A clip of whoever asks, erased or not. Throws 404 for any other. */
export async function requireOwnClip(request: Request, clipId: string | undefined, context: AppContext): Promise<AskedClip> {
  const asked = await requireClip(request, clipId, context);
  if (asked.clip.traineeId !== asked.actor.personId) throw notFound();
  return asked;
}

/** An erased clip, for its owner and their present supervisors. Throws 404 for everybody else, and while it is kept. */
export async function requireReceipt(request: Request, clipId: string | undefined, context: AppContext): Promise<AskedClip & { readonly erasure: Erasure }> {
  const { actor, clip, erasure } = await requireClip(request, clipId, context);
  const isTheirs = clip.traineeId === actor.personId
    || (await listSupervisorsOf(context.database.reader, clip.traineeId, actor.today)).some((s) => s.id === actor.personId);
  if (!isTheirs || erasure === null) throw notFound();
  return { actor, clip, erasure };
}
