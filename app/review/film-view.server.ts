import { agreedPurposes } from "#app/clips/keeping.ts";
import type { ClipDescription } from "#app/clips/model.ts";
import { describeClip, listClipConsents } from "#app/clips/queries.server.ts";
import { findLeaving } from "#app/clips/retention-job.server.ts";
import { watchVerdict } from "#app/clips/watch.server.ts";
import { listConsentsByIds } from "#app/logbook/consent-queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { AppContext } from "#app/platform/context.ts";
import type { Reader } from "#db/database.server.ts";

import type { Submission } from "./model.ts";
import type { SubmittedFilm } from "./page-data.ts";

async function keepingOf(db: Reader, clip: ClipDescription, { today }: Actor): Promise<SubmittedFilm["keeping"]> {
  if (clip.erasure !== null) return null;
  const consents = await listConsentsByIds(db, await listClipConsents(db, clip.id));
  return { agreedTo: agreedPurposes(consents, today), leaving: await findLeaving(db, clip, today) };
}

/** The film of a submission as the actor may see it; null where none was submitted. `supervisorIds` are the trainee's today. */
export async function viewFilm({ database, clock }: AppContext, actor: Actor, { clipId, traineeId }: Submission, supervisorIds: readonly string[]): Promise<SubmittedFilm | null> {
  if (clipId === null) return null;
  const db = database.reader;
  const clip = await describeClip(db, clipId);
  if (!clip) return null;
  const { erasure } = clip;
  const hasReceipt = actor.personId === traineeId || supervisorIds.includes(actor.personId);
  return {
    id: clip.id, durationMs: clip.durationMs, erased: erasure && { on: erasure.on, because: erasure.because, hasReceipt }, keeping: await keepingOf(db, clip, actor),
    mayWatch: (await watchVerdict(db, actor, clipId, clock())).ok, shownTo: { name: actor.name, on: actor.today },
  };
}
