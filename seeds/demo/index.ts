import { type DatedRecord, recordActs } from "#app/audit/writes.server.ts";
import { recount, recountAll } from "#app/logbook/recount.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { findAccount } from "#app/people/accounts.server.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#app/people/demo-accounts.ts";
import { hashPassword } from "#app/people/passwords.server.ts";
import type { Database, Reader } from "#db/database.server.ts";

import { type Calendar, calendarOf } from "./calendar.ts";
import { clockDeeds } from "./clock-deeds.server.ts";
import { type Deed, emptyScene, type Scene, type SeedServices } from "./deeds.ts";
import { withEvidence } from "./evidence.ts";
import { logbookDeeds } from "./logbook-deeds.server.ts";
import { programmeDeeds, staffDeeds, traineeDeeds } from "./people-deeds.server.ts";
import { STAFF } from "./people.ts";
import type { TraineePlan } from "./plan.ts";
import { reflectionDeeds } from "./reflection-deeds.server.ts";
import { signOffDeeds } from "./sign-off-deeds.server.ts";
import { FIRST_COHORT } from "./trainees/first-cohort.ts";
import { SECOND_COHORT } from "./trainees/second-cohort.ts";
import { THIRD_COHORT } from "./trainees/third-cohort.ts";

const TRAINEES: readonly TraineePlan[] = [...FIRST_COHORT, ...SECOND_COHORT, ...THIRD_COHORT].map(withEvidence);

/** Everything that was done, in the order of its days; of one instant, what others lean on comes first. */
function historyOf(calendar: Calendar): Deed[] {
  const deeds = [
    ...programmeDeeds(calendar), ...STAFF.flatMap((staff) => staffDeeds(staff, calendar)),
    ...TRAINEES.flatMap((plan) => traineeDeeds(plan, calendar)),
    ...TRAINEES.flatMap((plan) => [...logbookDeeds(plan, calendar), ...signOffDeeds(plan, calendar), ...reflectionDeeds(plan, calendar)]),
    ...clockDeeds(calendar),
  ];
  return deeds.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The deeds of each month together: what counts is reckoned up once a month and trainee, as it stood then. */
function monthsOf(deeds: readonly Deed[]): Deed[][] {
  const months = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const month = deed.at.toISOString().slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), deed]);
  }
  return [...months.values()];
}

/** Writes deeds in their order and records them; a command records itself, in its turn. */
async function writeInOrder(scene: Scene, deeds: readonly Deed[]): Promise<void> {
  const acts: DatedRecord[] = [];
  for (const deed of deeds) {
    if ("command" in deed) {
      if (acts.length > 0) await recordActs(scene.trx, acts.splice(0));
      await deed.command(scene, deed.at);
    } else {
      const subjects = await deed.write(scene, deed.at);
      acts.push({ record: { actorId: deed.by === null ? null : scene.idOf(deed.by), act: deed.act, subjects }, at: deed.at });
    }
  }
  await recordActs(scene.trx, acts);
}

async function writeMonth(scene: Scene, deeds: readonly Deed[]): Promise<void> {
  await writeInOrder(scene, deeds);
  const end = deeds.at(-1)?.at;
  if (!end) return;
  for (const key of new Set(deeds.flatMap((d) => ("write" in d ? d.recounts ?? [] : [])))) {
    await bumpRecord(scene.trx, scene.idOf(key));
    await recount(scene.trx, scene.idOf(key), end);
  }
}

/** The database holds people, and none of them is a demo's. The message is one sentence that says so. */
export class NotADemo extends Error {
  constructor() {
    super("This database holds people who are not a demo's: name another folder in ATTUNE_DATA.");
  }
}

// What a demo holds is open to whoever presses a button: no real person may ever stand beside its people.
async function refuseOthers(db: Reader): Promise<void> {
  const somebody = await db.selectFrom("person").select("id").limit(1).executeTakeFirst();
  if (somebody) throw new NotADemo();
}

async function isSeeded(db: Reader): Promise<boolean> {
  return (await findAccount(db, DEMO_ACCOUNTS[0].email)) !== undefined;
}

/** Films that were sealed for a seeding that failed belong to nobody. */
async function dropFilms({ clips }: SeedServices, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await clips.keys.destroy(id);
    await clips.blobs.remove(id);
  }
}

/**
 * Fills the database with the people of the demonstration and two years of their work, told from the day of `now`:
 * the same people, days and counts on every run of one day. Does nothing where they are there already; throws
 * `NotADemo` where only others are. Needs the reference data. All of it in one transaction, each act recorded under
 * the day on which it was done; the films are sealed as uploads are.
 */
export async function seedDemo(database: Database, services: SeedServices, now: Date): Promise<void> {
  if (await isSeeded(database.reader)) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const history = historyOf(calendarOf(now));
  const sealed: string[] = [];
  try {
    await database.inTransaction(async (trx) => {
      if (await isSeeded(trx)) return;
      await refuseOthers(trx);
      const scene = emptyScene(trx, services, passwordHash, sealed);
      for (const month of monthsOf(history)) await writeMonth(scene, month);
      await recordActs(trx, [{ record: { actorId: null, act: "demo.seeded", subjects: { programme: scene.idOf("the programme") } }, at: now }]);
    });
  } catch (error) {
    await dropFilms(services, sealed);
    throw error;
  }
  await recountAll(database, now);
}
