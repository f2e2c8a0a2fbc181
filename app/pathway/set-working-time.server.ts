import { recordAct } from "#app/audit/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import { type Actor, overlaps } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { addDays, type Day, instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";

import { type Enrolment, findEnrolment, mapPauses } from "./queries.server.ts";
import type { TimeShare } from "./working-time.ts";
import { wasShareSet } from "./working-time-queries.server.ts";
import { recordPause } from "./writes.server.ts";

type Refused = "not_there" | "not_allowed";
/** Why a day of somebody's time makes no sense. */
type Senseless = "time_before_start" | "time_too_far_ahead";

/** Ten years: longer than any training takes, so a day beyond is a slip of the keys. */
const FURTHEST_DAYS = 3653;

interface Setting {
  readonly trx: Trx;
  readonly by: string;
  readonly today: Day;
  readonly enrolment: Enrolment;
}

/** Before the first day on the pathway there is no time to be set, and nobody plans so far ahead. */
function senseless({ enrolment, today }: Setting, from: Day, to: Day = from): Senseless | undefined {
  if (from < enrolment.startedOn) return "time_before_start";
  return to > addDays(today, FURTHEST_DAYS) ? "time_too_far_ahead" : undefined;
}

/** In one transaction, for whoever may set that trainee's time: a lead or administrator of the programme, never the trainee. */
async function setting<T, Code extends string>(
  db: Database, actor: Actor, traineeId: string, now: Date, set: (setting: Setting) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | Refused>> {
  return db.inTransaction(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    const enrolment = await findEnrolment(trx, traineeId);
    if (!enrolment) return refused("not_there");
    if (!can(fresh, "working_time.set", { traineeId, programmeId: enrolment.programmeId })) return refused("not_allowed");
    return set({ trx, by: fresh.personId, today: fresh.today, enrolment });
  });
}

/** Plans a pause: two days from the first on the pathway to ten years from today, never a reason. Pauses do not share a day. */
export async function planPause(
  db: Database, actor: Actor, input: { readonly traineeId: string; readonly startsOn: Day; readonly endsOn: Day }, now: Date,
): Promise<Result<{ pauseId: string }, Refused | Senseless | "ends_before_start" | "period_overlaps">> {
  const { traineeId, startsOn, endsOn } = input;
  return setting(db, actor, traineeId, now, async (at) => {
    const { trx, by } = at;
    if (endsOn < startsOn) return refused("ends_before_start");
    const why = senseless(at, startsOn, endsOn);
    if (why) return refused(why);
    const pauses = (await mapPauses(trx, [traineeId])).get(traineeId) ?? [];
    if (pauses.some((pause) => overlaps(pause, { from: startsOn, to: endsOn }))) return refused("period_overlaps");
    const pauseId = await recordPause(trx, input, by, now);
    await recordAct(trx, { actorId: by, act: "pause.recorded", subjects: { trainee: traineeId, pause: pauseId } }, now);
    return done({ pauseId });
  });
}

/** Takes a planned pause back, as if it had never been planned; what was planned stays on the record. */
export async function takeBackPause(
  db: Database, actor: Actor, { traineeId, pauseId }: { readonly traineeId: string; readonly pauseId: string }, now: Date,
): Promise<Result<null, Refused | "already_done">> {
  try {
    return await setting(db, actor, traineeId, now, async ({ trx, by }) => {
      const last = await trx.selectFrom("current_planned_pause").selectAll().where("id", "=", pauseId).where("trainee_id", "=", traineeId).executeTakeFirst();
      if (!last) return refused("not_there");
      if (last.voided === 1) return refused("already_done");
      await trx.insertInto("planned_pause").values({ ...last, version: last.version + 1, recorded_at: instantOf(now), recorded_by: by, voided: 1 }).execute();
      await recordAct(trx, { actorId: by, act: "pause.voided", subjects: { trainee: traineeId, pause: pauseId } }, now);
      return done(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "planned_pause", ["id", "version"])) return refused("already_done");
    throw error;
  }
}

/** The shares with one more; one from the same day takes the other's place. */
function withShare(shares: readonly TimeShare[], share: TimeShare): TimeShare[] {
  return [...shares.filter((one) => one.from !== share.from), share].sort((a, b) => (a.from < b.from ? -1 : 1));
}

async function nextShares({ trx, by, enrolment }: Setting, shares: readonly TimeShare[], now: Date): Promise<void> {
  const last = await trx.selectFrom("current_enrolment").selectAll().where("id", "=", enrolment.id).executeTakeFirstOrThrow();
  await trx.insertInto("enrolment").values({ ...last, version: last.version + 1, recorded_at: instantOf(now), recorded_by: by, shares: shares.length === 0 ? null : JSON.stringify(shares) }).execute();
  await recordAct(trx, { actorId: by, act: "working_time.set", subjects: { trainee: enrolment.traineeId, enrolment: enrolment.id } }, now);
}

/** Sets how much of full time a trainee works from a day on, within the days that a pause can have: the next version of their enrolment. */
export async function setShare(
  db: Database, actor: Actor, { traineeId, from, percent }: TimeShare & { readonly traineeId: string }, now: Date,
): Promise<Result<null, Refused | Senseless | "changed_meanwhile">> {
  try {
    return await setting(db, actor, traineeId, now, async (at) => {
      const why = senseless(at, from);
      if (why) return refused(why);
      await nextShares(at, withShare(at.enrolment.shares, { from, percent }), now);
      return done(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "enrolment", ["id", "version"])) return refused("changed_meanwhile");
    throw error;
  }
}

/** Takes back the share set from that day, as if it had never been set: the next version of the enrolment, the earlier ones stay on the record. */
export async function takeBackShare(
  db: Database, actor: Actor, { traineeId, from }: { readonly traineeId: string; readonly from: Day }, now: Date,
): Promise<Result<null, Refused | "already_done" | "changed_meanwhile">> {
  try {
    return await setting(db, actor, traineeId, now, async (at) => {
      const left = at.enrolment.shares.filter((share) => share.from !== from);
      if (left.length === at.enrolment.shares.length) return refused(await wasShareSet(at.trx, traineeId, from) ? "already_done" : "not_there");
      await nextShares(at, left, now);
      return done(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "enrolment", ["id", "version"])) return refused("changed_meanwhile");
    throw error;
  }
}
