import type { Trx } from "#db/database.server.ts";

import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";

import type { Cohort, Programme, Sector } from "./model.ts";

/** Opens a programme. Returns its id. */
export async function createProgramme(trx: Trx, programme: Pick<Programme, "name">, now: Date): Promise<string> {
  const id = newId();
  await trx.insertInto("programme").values({ id, name: programme.name, recorded_at: instantOf(now) }).execute();
  return id;
}

/** Opens a cohort of a programme. Returns its id. Throws where the programme has one of that name. */
export async function createCohort(trx: Trx, cohort: Omit<Cohort, "id">): Promise<string> {
  const id = newId();
  await trx.insertInto("cohort").values({ id, programme_id: cohort.programmeId, name: cohort.name, starts_on: cohort.startsOn }).execute();
  return id;
}

/** Puts a trainee in a cohort, with the board and sector they work in. */
export async function joinCohort(
  trx: Trx, membership: { traineeId: string; cohortId: string; boardCode: string; sector: Sector }, recordedBy: string | null, now: Date,
): Promise<void> {
  await trx.insertInto("cohort_membership").values({
    id: newId(), version: 1, recorded_at: instantOf(now), recorded_by: recordedBy,
    trainee_id: membership.traineeId, cohort_id: membership.cohortId, board_code: membership.boardCode, sector: membership.sector,
  }).execute();
}
