import { describe, expect, test } from "vitest";

import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant } from "#tests/support/factories.ts";
import { actorFor, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { findEnrolment, mapPauses } from "./queries.server.ts";
import { planPause, setShare, takeBackPause, takeBackShare } from "./set-working-time.server.ts";

const MARCH = { startsOn: "2027-03-01", endsOn: "2027-03-31" };

async function asLead(world: World) {
  return { actor: await actorFor(world.db, world.lead), traineeId: world.trainee.id };
}

async function pausesOf({ db, trainee }: World) {
  return (await mapPauses(db.reader, [trainee.id])).get(trainee.id) ?? [];
}

async function actsOf({ db }: World) {
  return (await db.reader.selectFrom("audit_entry").select("act").orderBy("seq").execute()).map((row) => row.act);
}

describe("a planned pause", () => {
  test("is planned and taken back; what was planned stays, and no reason is kept", async () => {
    const world = await makeWorld(await freshDatabase());
    const { actor, traineeId } = await asLead(world);
    const planned = await planPause(world.db, actor, { traineeId, ...MARCH }, NOON);
    expect(await pausesOf(world)).toEqual([{ from: MARCH.startsOn, to: MARCH.endsOn }]);
    const pauseId = planned.ok ? planned.value.pauseId : "";
    expect(await takeBackPause(world.db, actor, { traineeId, pauseId }, NOON)).toMatchObject({ ok: true });
    expect(await pausesOf(world)).toEqual([]);
    expect(await takeBackPause(world.db, actor, { traineeId, pauseId }, NOON)).toMatchObject({ ok: false, code: "already_done" });
    expect(await world.db.reader.selectFrom("planned_pause").select(["version", "voided", "reason"]).orderBy("version").execute())
      .toEqual([{ version: 1, voided: 0, reason: null }, { version: 2, voided: 1, reason: null }]);
    expect((await actsOf(world)).slice(-2)).toEqual(["pause.recorded", "pause.voided"]);
  });

  test.each<[why: string, startsOn: string, endsOn: string, code: string | null]>([
    ["one day", "2027-05-01", "2027-05-01", null],
    ["ends before it starts", "2027-05-02", "2027-05-01", "ends_before_start"],
    ["shares its first day with another's last", "2027-03-31", "2027-04-10", "period_overlaps"],
    ["begins the day after another", "2027-04-01", "2027-04-10", null],
  ])("%s", async (_why, startsOn, endsOn, code) => {
    const world = await makeWorld(await freshDatabase());
    const { actor, traineeId } = await asLead(world);
    await planPause(world.db, actor, { traineeId, ...MARCH }, NOON);
    const result = await planPause(world.db, actor, { traineeId, startsOn, endsOn }, NOON);
    expect(result.ok ? null : result.code).toBe(code);
  });

  test("another's pause is not there to be taken back", async () => {
    const world = await makeWorld(await freshDatabase());
    const { actor, traineeId } = await asLead(world);
    const planned = await planPause(world.db, actor, { traineeId: world.peer.id, ...MARCH }, NOON);
    expect(await takeBackPause(world.db, actor, { traineeId, pauseId: planned.ok ? planned.value.pauseId : "" }, NOON)).toMatchObject({ code: "not_there" });
  });
});

test("part time: dated shares in their order, one from the same day in the other's place; earlier versions stay", async () => {
  const world = await makeWorld(await freshDatabase());
  const { actor, traineeId } = await asLead(world);
  for (const [from, percent] of [["2027-03-01", 60], ["2026-12-01", 80], ["2027-03-01", 50]] as const) {
    expect(await setShare(world.db, actor, { traineeId, from, percent }, NOON)).toMatchObject({ ok: true });
  }
  expect(await findEnrolment(world.db.reader, traineeId)).toMatchObject({ startedOn: "2025-09-01", shares: [{ from: "2026-12-01", percent: 80 }, { from: "2027-03-01", percent: 50 }] });
  expect(await world.db.reader.selectFrom("enrolment").select("version").where("trainee_id", "=", traineeId).orderBy("version").execute()).toHaveLength(4);
});

test("part time is taken back: the share before it holds again, and what was set stays on the record", async () => {
  const world = await makeWorld(await freshDatabase());
  const { actor, traineeId } = await asLead(world);
  const take = (from: string) => takeBackShare(world.db, actor, { traineeId, from }, NOON);
  const shares = async () => (await findEnrolment(world.db.reader, traineeId))?.shares;
  for (const [from, percent] of [["2026-12-01", 80], ["2027-03-01", 50]] as const) await setShare(world.db, actor, { traineeId, from, percent }, NOON);
  expect(await take("2027-03-02"), "a day from which none was set").toMatchObject({ code: "not_there" });
  expect(await take("2027-03-01")).toEqual({ ok: true, value: null });
  expect(await shares()).toEqual([{ from: "2026-12-01", percent: 80 }]);
  expect(await take("2027-03-01"), "a second press").toMatchObject({ code: "already_done" });
  expect(await take("2026-12-01")).toEqual({ ok: true, value: null });
  expect(await shares()).toEqual([]);
  const versions = await world.db.reader.selectFrom("enrolment").select(["version", "shares", "recorded_by"]).where("trainee_id", "=", traineeId).orderBy("version").execute();
  expect(versions.map((version) => version.shares === null ? 0 : (JSON.parse(version.shares) as unknown[]).length)).toEqual([0, 1, 2, 1, 0]);
  expect(versions.at(-1)?.recorded_by).toBe(world.lead.id);
  expect((await actsOf(world)).slice(-4)).toEqual(Array.from({ length: 4 }, () => "working_time.set"));
});

const TOO_FAR = "2036-11-22";
test.each<[why: string, from: string, code: string | null]>([
  ["the day before their first on the pathway", "2025-08-31", "time_before_start"], ["their first day", "2025-09-01", null],
  ["ten years ahead", "2036-11-21", null], ["a day more", TOO_FAR, "time_too_far_ahead"],
])("a time from %s", async (_why, day, code) => {
  const world = await makeWorld(await freshDatabase());
  const { actor, traineeId } = await asLead(world);
  const share = await setShare(world.db, actor, { traineeId, from: day, percent: 50 }, NOON);
  const pause = await planPause(world.db, actor, { traineeId, startsOn: day, endsOn: day }, NOON);
  expect([share, pause].map((result) => (result.ok ? null : result.code))).toEqual([code, code]);
});

test("a pause that begins soon and ends far ahead is a slip of the keys", async () => {
  const world = await makeWorld(await freshDatabase());
  const { actor, traineeId } = await asLead(world);
  expect(await planPause(world.db, actor, { traineeId, startsOn: "2026-12-01", endsOn: TOO_FAR }, NOON)).toMatchObject({ code: "time_too_far_ahead" });
});

test.each<[who: string, actorOf: (world: World) => Promise<{ id: string }>, code: string | null]>([
  ["a lead of the programme", (w) => Promise.resolve(w.lead), null],
  ["an administrator of the programme", async (w) => { await makeGrant(w.db, { personId: w.peer.id, programmeId: w.programmeId, role: "administrator" }); return w.peer; }, null],
  ["the trainee", (w) => Promise.resolve(w.trainee), "not_allowed"],
  ["the trainee, who is a lead too", async (w) => { await makeGrant(w.db, { personId: w.trainee.id, programmeId: w.programmeId, role: "lead" }); return w.trainee; }, "not_allowed"],
  ["their supervisor", (w) => Promise.resolve(w.supervisor), "not_allowed"],
  ["a trainee of another programme", (w) => Promise.resolve(w.stranger), "not_allowed"],
])("set by %s", async (_who, actorOf, code) => {
  const world = await makeWorld(await freshDatabase());
  const actor = await actorFor(world.db, await actorOf(world));
  const result = await setShare(world.db, actor, { traineeId: world.trainee.id, from: "2027-01-01", percent: 50 }, NOON);
  expect(result.ok ? null : result.code).toBe(code);
  const back = await takeBackShare(world.db, actor, { traineeId: world.trainee.id, from: "2027-01-01" }, NOON);
  expect(back.ok ? null : back.code).toBe(code);
});

test("nobody's time is set who was never enrolled", async () => {
  const world = await makeWorld(await freshDatabase());
  const { actor } = await asLead(world);
  expect(await setShare(world.db, actor, { traineeId: world.supervisor.id, from: "2027-01-01", percent: 50 }, NOON)).toMatchObject({ code: "not_there" });
});
