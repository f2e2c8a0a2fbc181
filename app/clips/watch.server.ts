import { listConsentsByIds } from "#app/logbook/consent-queries.server.ts";
import { hasEverSupervised } from "#app/logbook/ever-supervised.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { instantOf, londonDay } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Reader } from "#db/database.server.ts";

import { mayWatch, type WatchFacts, type WatchRefusal, type WatchVerdict } from "./may-watch.ts";
import type { Clip } from "./model.ts";
import { findClip, findErasure, listClipConsents, listClipGrants } from "./queries.server.ts";
import { type OpenFilm, openFilm } from "./sealed-film.server.ts";

async function watchFacts(db: Reader, actor: Actor, clip: Clip): Promise<WatchFacts> {
  const consentIds = await listClipConsents(db, clip.id);
  return {
    actor, ownerId: clip.traineeId,
    hasEverSupervised: await hasEverSupervised(db, actor.personId, clip.traineeId),
    isPresentSupervisor: (await listSupervisorsOf(db, clip.traineeId, actor.today)).some((s) => s.id === actor.personId),
    grants: await listClipGrants(db, clip.id),
    consents: await listConsentsByIds(db, consentIds),
    isErased: await findErasure(db, clip.id) !== undefined,
  };
}

/** Whether the actor may watch that clip now, and what for; asked of fresh rows each time. `no_grant` also where there is none. */
export async function watchVerdict(db: Reader, actor: Actor, clipId: string, now: Date): Promise<WatchVerdict & { readonly clip?: Clip }> {
  const clip = await findClip(db, clipId);
  if (!clip) return { ok: false, because: "no_grant" };
  const verdict = mayWatch(await watchFacts(db, { ...actor, today: londonDay(now) }, clip), instantOf(now));
  return { ...verdict, clip };
}

/** A clip that may be watched, opened. Whoever opens it closes it. */
export interface Watching {
  readonly clip: Clip;
  readonly film: OpenFilm;
}

/** Opens a clip for whoever may watch it at this moment. `erased` also where its key or its bytes are gone. */
export async function openForWatching(context: Pick<AppContext, "database" | "clips" | "clock">, actor: Actor, clipId: string): Promise<Result<Watching, WatchRefusal>> {
  const verdict = await watchVerdict(context.database.reader, actor, clipId, context.clock());
  if (!verdict.ok || !verdict.clip) return refused(verdict.ok ? "no_grant" : verdict.because);
  const film = await openFilm(context.clips, verdict.clip);
  return film ? done({ clip: verdict.clip, film }) : refused("erased");
}
