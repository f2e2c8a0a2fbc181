import { isStanding } from "#app/logbook/consent.ts";
import { listConsents } from "#app/logbook/consent-queries.server.ts";
import { callFilmed, caseConsent } from "#app/logbook/consent-view.ts";
import type { Cycle } from "#app/logbook/model.ts";
import { findClient } from "#app/logbook/queries.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { listArrivedFilms } from "./queries.server.ts";
import { findLeaving, findLeavingOfNew } from "./retention-job.server.ts";
import type { ArrivedFilm, UploadView } from "./upload-model.ts";

/** The films of the cycle that can be submitted. */
export async function viewArrivedFilms(db: Reader, cycle: Cycle, now: Date): Promise<ArrivedFilm[]> {
  const today = londonDay(now);
  return Promise.all((await listArrivedFilms(db, cycle)).map(async (clip) => {
    const { id, durationMs, bytes, recordedAt } = clip;
    return { id, durationMs, bytes, arrivedOn: londonDay(new Date(recordedAt)), leaving: await findLeaving(db, clip, today) };
  }));
}

/** What the form is given that sends a film of that cycle. */
export async function viewUpload(db: Reader, cycle: Cycle, now: Date): Promise<UploadView> {
  const today = londonDay(now);
  const all = await listConsents(db, cycle.clientId);
  const client = await findClient(db, cycle.traineeId, cycle.clientId);
  return {
    entryId: cycle.id, clientId: cycle.clientId,
    filmed: all.filter((consent) => isStanding(consent, today)).map((consent) => (
      { id: consent.id, role: consent.filmedRole, label: callFilmed(consent, all), purposes: consent.purposes })),
    missing: caseConsent(all, client?.ageBand ?? null, today).missing,
    leaving: await findLeavingOfNew(db, { traineeId: cycle.traineeId, entryId: cycle.id, clientId: cycle.clientId }, now),
  };
}
