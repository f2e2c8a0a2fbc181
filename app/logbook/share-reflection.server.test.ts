import { describe, expect, test } from "vitest";

import { listNotices } from "#app/notices/queries.server.ts";
import { addDays, londonDay } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeGrant, makePerson, makeSupervisor } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { changeEntry, voidEntry } from "./change-entry.server.ts";
import { contentOf } from "./content.ts";
import { listEntries } from "./queries.server.ts";
import { findOwn, findSharedWith, listOwnReflections, listReflectionVersions, listSharedWith, mapShares } from "./reflection-queries.server.ts";
import { listPossibleReaders } from "./reflection-relations.server.ts";
import { shareReflection, withdrawReflection } from "./share-reflection.server.ts";
import { changeReflection, voidReflection, writeReflection } from "./write-reflection.server.ts";

const TEXT = "I hurried the last clip.";
const CONTENT = { writtenOn: "2026-11-20", text: TEXT, entryId: null };
const TODAY = londonDay(NOON);

async function written(world: World, over: Partial<typeof CONTENT> = {}): Promise<string> {
  const result = await writeReflection(world.db, await actorFor(world.db, world.trainee), { requestId: newId(), content: { ...CONTENT, ...over } }, NOON);
  if (!result.ok) throw new Error(result.code);
  return result.value.reflectionId;
}

const makeOne = async (): Promise<{ world: World; id: string }> => {
  const world = await makeWorld(await freshDatabase());
  return { world, id: await written(world) };
};

const share = async (world: World, id: string, ...people: { readonly id: string }[]) =>
  shareReflection(world.db, await actorFor(world.db, world.trainee), { id, personIds: people.map((p) => p.id) }, NOON);
const withdraw = async (world: World, id: string, from: { readonly id: string }) =>
  withdrawReflection(world.db, await actorFor(world.db, world.trainee), { id, personId: from.id }, NOON);

/** Whether that person reads it, on that day. */
async function reads(world: World, person: { readonly id: string }, id: string, now = NOON): Promise<boolean> {
  const actor = await actorFor(world.db, person, now);
  const [one, all] = [await findSharedWith(world.db.reader, actor, id), await listSharedWith(world.db.reader, actor, world.trainee.id)];
  expect(all.some((r) => r.id === id)).toBe(one !== undefined);
  return one !== undefined;
}

const days = (n: number): Date => new Date(NOON.getTime() + n * 86_400_000);
const lastActs = async (world: World, n: number) => (await world.db.reader.selectFrom("audit_entry").select("act").orderBy("seq", "desc").limit(n).execute()).map((row) => row.act);

test("private until it is shared: nobody but its trainee reads it, and nobody is told", async () => {
  const { world, id } = await makeOne();
  for (const other of [world.supervisor, world.peer, world.lead, world.stranger]) {
    expect(await reads(world, other, id)).toBe(false);
    expect(await findOwn(world.db.reader, other.id, id)).toBeUndefined();
    expect(await listNotices(world.db.reader, other.id, { unseenOnly: false })).toEqual([]);
  }
  expect(await findOwn(world.db.reader, world.trainee.id, id)).toMatchObject({ text: TEXT, kind: "free", version: 1 });
  expect(await lastActs(world, 1)).toEqual(["reflection.written"]);
});

test("writing leaves the record's version as it is, so that nobody can tell", async () => {
  const world = await makeWorld(await freshDatabase());
  const versionOf = () => world.db.reader.selectFrom("trainee_record").select("version").where("trainee_id", "=", world.trainee.id).executeTakeFirstOrThrow();
  const before = await versionOf();
  await share(world, await written(world), world.supervisor);
  expect(await versionOf()).toEqual(before);
});

test("shared, exactly those read it, and each is told without a word of it", async () => {
  const { world, id } = await makeOne();
  expect(await share(world, id, world.supervisor, world.peer)).toEqual({ ok: true, value: null });
  for (const [other, expected] of [[world.supervisor, true], [world.peer, true], [world.lead, false], [world.stranger, false]] as const) expect(await reads(world, other, id)).toBe(expected);
  expect(await listNotices(world.db.reader, world.peer.id, { unseenOnly: true })).toMatchObject([{ kind: "reflection_shared", subjects: { reflection: id } }]);
  expect(JSON.stringify(await world.db.reader.selectFrom("notice").selectAll().execute())).not.toContain("hurried");
  expect(JSON.stringify(await world.db.reader.selectFrom("audit_entry").selectAll().execute())).not.toContain("hurried");
  expect([...(await mapShares(world.db.reader, world.trainee.id, TODAY)).get(id) ?? []].map((s) => [s.name, s.holds]).sort()).toEqual([["Agnieszka Wiśniewska-Reid", true], ["Tomasz Zieliński", true]]);
});

test("shared a second time nobody is told again", async () => {
  const { world, id } = await makeOne();
  await share(world, id, world.supervisor);
  await share(world, id, world.supervisor, world.peer);
  expect(await listNotices(world.db.reader, world.supervisor.id, { unseenOnly: false })).toHaveLength(1);
  expect(await world.db.reader.selectFrom("reflection_share").select("id").execute()).toHaveLength(2);
});

describe("it can be shared with nobody who could not be present to it", () => {
  test.each([
    { why: "a lead of the programme", who: (w: World) => w.lead },
    { why: "a trainee of another programme", who: (w: World) => w.stranger },
    { why: "oneself", who: (w: World) => w.trainee },
    { why: "somebody who is not there", who: () => ({ id: "nobody" }) },
  ])("$why", async ({ who }) => {
    const { world, id } = await makeOne();
    expect(await share(world, id, world.supervisor, who(world))).toEqual({ ok: false, code: "reader_unknown" });
    expect(await reads(world, world.supervisor, id)).toBe(false);
  });

  test("a supervisor of the past, one to come, one from outside, an administrator", async () => {
    const { world, id } = await makeOne();
    const { db, programmeId, trainee } = world;
    const [past, coming, outside] = [await makeSupervisor(db, { programmeId, name: "Past" }), await makeSupervisor(db, { programmeId, name: "Coming" }), await makePerson(db, { name: "Outside", isExternal: true })];
    await makeGrant(db, { personId: outside.id, programmeId, role: "supervisor" });
    await makeAssignment(db, { traineeId: trainee.id, supervisorId: past.id, endsOn: addDays(TODAY, -1) });
    await makeAssignment(db, { traineeId: trainee.id, supervisorId: coming.id, startsOn: addDays(TODAY, 1) });
    await makeAssignment(db, { traineeId: trainee.id, supervisorId: outside.id });
    const administrator = await makePerson(db, { name: "Administrator" });
    await makeGrant(db, { personId: administrator.id, programmeId, role: "administrator" });
    for (const person of [past, coming, outside, administrator]) expect(await share(world, id, person)).toEqual({ ok: false, code: "reader_unknown" });
    expect((await listPossibleReaders(db.reader, trainee.id, TODAY)).map((p) => [p.name, p.as])).toEqual([["Agnieszka Wiśniewska-Reid", "supervisor"], ["Tomasz Zieliński", "fellow"]]);
  });

  test("and only by its own trainee", async () => {
    const { world, id } = await makeOne();
    for (const other of [world.peer, world.supervisor]) {
      expect(await shareReflection(world.db, await actorFor(world.db, other), { id, personIds: [world.lead.id] }, NOON)).toEqual({ ok: false, code: "not_there" });
      expect(await withdrawReflection(world.db, await actorFor(world.db, other), { id, personId: world.peer.id }, NOON)).toEqual({ ok: false, code: "not_there" });
    }
  });
});

test("withdrawn it is gone at the next read, and a message not yet seen with it; others keep it", async () => {
  const { world, id } = await makeOne();
  await share(world, id, world.supervisor, world.peer);
  expect(await withdraw(world, id, world.supervisor)).toEqual({ ok: true, value: null });
  expect([await reads(world, world.supervisor, id), await reads(world, world.peer, id)]).toEqual([false, true]);
  expect(await listNotices(world.db.reader, world.supervisor.id, { unseenOnly: true })).toEqual([]);
  expect(await listNotices(world.db.reader, world.peer.id, { unseenOnly: true })).toHaveLength(1);
  expect((await world.db.reader.selectFrom("outbox").select(["person_id", "state"]).orderBy("state").execute())).toEqual([{ person_id: world.supervisor.id, state: "dropped" }, { person_id: world.peer.id, state: "waiting" }]);
  expect(await withdraw(world, id, world.supervisor), "a second press").toEqual({ ok: false, code: "already_done" });
  expect(await withdraw(world, id, world.lead), "with whom it was never shared").toEqual({ ok: false, code: "not_there" });
  expect(await share(world, id, world.supervisor)).toMatchObject({ ok: true });
  expect(await reads(world, world.supervisor, id)).toBe(true);
});

test("it ends by itself with the supervision, and stays ended when they come back; it can still be tidied away and shared anew", async () => {
  const { world, id } = await makeOne();
  const { db, trainee, supervisor } = world;
  await share(world, id, supervisor);
  await db.reader.updateTable("supervisor_assignment").set({ ends_on: addDays(TODAY, 2) }).where("supervisor_id", "=", supervisor.id).execute();
  expect([await reads(world, supervisor, id, days(2)), await reads(world, supervisor, id, days(3))]).toEqual([true, false]);
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisor.id, startsOn: addDays(TODAY, 5) });
  expect(await reads(world, supervisor, id, days(6))).toBe(false);
  expect((await mapShares(db.reader, trainee.id, addDays(TODAY, 6))).get(id)).toMatchObject([{ holds: false }]);
  const later = await actorFor(db, trainee, days(6));
  expect(await shareReflection(db, later, { id, personIds: [supervisor.id] }, days(6))).toMatchObject({ ok: true });
  expect(await reads(world, supervisor, id, days(6))).toBe(true);
  expect((await mapShares(db.reader, trainee.id, addDays(TODAY, 6))).get(id)).toMatchObject([{ holds: true }]);
});

test("it ends by itself when the trainee leaves, for the supervisor too, and stays ended when they come back", async () => {
  const { world, id } = await makeOne();
  const { db, trainee, supervisor, programmeId } = world;
  await share(world, id, supervisor);
  await db.reader.updateTable("role_grant").set({ ends_on: addDays(TODAY, 2) }).where("person_id", "=", trainee.id).execute();
  expect([await reads(world, supervisor, id, days(2)), await reads(world, supervisor, id, days(3))]).toEqual([true, false]);
  await makeGrant(db, { personId: trainee.id, programmeId, role: "trainee", startsOn: addDays(TODAY, 5) });
  expect(await reads(world, supervisor, id, days(6))).toBe(false);
});

describe("that of a cycle", () => {
  async function ofCycle() {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world, { reflection: TEXT });
    await share(world, entryId, world.supervisor);
    const actor = await actorFor(world.db, world.trainee);
    const change = async (fromVersion: number, reflection: string | null) => {
      const [entry] = await listEntries(world.db.reader, world.trainee.id);
      if (entry?.kind !== "cycle") throw new Error("no cycle");
      return changeEntry(world.db, actor, { entryId, fromVersion, content: contentOf(entry, reflection), reason: null }, NOON);
    };
    return { world, entryId, actor, change };
  }

  test("is shared under the cycle's id, and read as it stands", async () => {
    const { world, entryId, change } = await ofCycle();
    await change(1, "I waited.");
    expect(await findSharedWith(world.db.reader, await actorFor(world.db, world.supervisor), entryId)).toMatchObject({ kind: "cycle", text: "I waited.", entryId, writtenOn: "2026-11-10" });
    expect(await reads(world, world.peer, entryId)).toBe(false);
  });

  test("once taken out, what is written there later is private", async () => {
    const { world, entryId, change } = await ofCycle();
    await change(1, null);
    expect(await reads(world, world.supervisor, entryId)).toBe(false);
    await change(2, "Something else altogether.");
    expect(await reads(world, world.supervisor, entryId)).toBe(false);
    expect((await mapShares(world.db.reader, world.trainee.id, TODAY)).get(entryId)).toBeUndefined();
    await share(world, entryId, world.supervisor);
    expect(await reads(world, world.supervisor, entryId)).toBe(true);
  });

  test("of a voided cycle nobody else reads it, nor can it be shared", async () => {
    const { world, entryId, actor } = await ofCycle();
    await voidEntry(world.db, actor, { entryId, fromVersion: 1, reason: "Logged twice" }, NOON);
    expect(await reads(world, world.supervisor, entryId)).toBe(false);
    expect(await share(world, entryId, world.peer)).toEqual({ ok: false, code: "reflection_voided" });
    expect(await findOwn(world.db.reader, world.trainee.id, entryId)).toMatchObject({ text: TEXT, voided: true });
  });

  test("is neither changed nor voided as if it were free", async () => {
    const { world, entryId, actor } = await ofCycle();
    expect(await changeReflection(world.db, actor, { reflectionId: entryId, fromVersion: 1, content: CONTENT }, NOON)).toEqual({ ok: false, code: "not_there" });
    expect(await voidReflection(world.db, actor, { reflectionId: entryId, fromVersion: 1 }, NOON)).toEqual({ ok: false, code: "not_there" });
  });
});

describe("writing and changing", () => {
  test("today and before, about an entry of one's own, once however often it is sent", async () => {
    const world = await makeWorld(await freshDatabase());
    const [actor, peer] = [await actorFor(world.db, world.trainee), await actorFor(world.db, world.peer)];
    const entryId = await loggedCycle(world);
    const write = (over: object, by = actor, requestId = newId()) => writeReflection(world.db, by, { requestId, content: { ...CONTENT, ...over } }, NOON);
    expect(await write({ writtenOn: addDays(TODAY, 1) })).toEqual({ ok: false, code: "reflected_in_future" });
    expect(await write({ writtenOn: TODAY, entryId })).toMatchObject({ ok: true });
    expect(await write({ entryId }, peer)).toEqual({ ok: false, code: "entry_unknown" });
    for (const other of [world.supervisor, world.lead]) expect(await write({}, await actorFor(world.db, other))).toEqual({ ok: false, code: "not_allowed" });
    const first = await write({}, actor, "the-same-form");
    expect(await write({}, actor, "the-same-form")).toEqual(first);
    expect(await write({ text: "Another" }, actor, "the-same-form")).toEqual({ ok: false, code: "sent_before_differently" });
    expect(await listOwnReflections(world.db.reader, world.trainee.id)).toHaveLength(2);
  });

  test("a change is a version, seen by whom it is shared with; from an older one it is refused", async () => {
    const { world, id } = await makeOne();
    await share(world, id, world.supervisor);
    const change = async (fromVersion: number, text: string, by = world.trainee) =>
      changeReflection(world.db, await actorFor(world.db, by), { reflectionId: id, fromVersion, content: { ...CONTENT, text } }, NOON);
    expect(await change(1, "I waited.")).toMatchObject({ ok: true });
    expect(await change(1, "I sat.")).toEqual({ ok: false, code: "changed_meanwhile" });
    expect(await change(2, "I waited.")).toMatchObject({ ok: true });
    expect(await change(2, "Mine", world.peer)).toEqual({ ok: false, code: "not_there" });
    expect(await findSharedWith(world.db.reader, await actorFor(world.db, world.supervisor), id)).toMatchObject({ text: "I waited.", version: 2 });
    expect((await listReflectionVersions(world.db.reader, world.trainee.id, id)).map((v) => v.text)).toEqual(["I waited.", TEXT]);
    const both = await Promise.all([change(2, "One"), change(2, "Other")]);
    expect(both.filter((r) => r.ok)).toHaveLength(1);
  });

  test("voided, nobody else reads it and nothing more can be done with it; it stays for its trainee", async () => {
    const { world, id } = await makeOne();
    await share(world, id, world.supervisor, world.peer);
    const actor = await actorFor(world.db, world.trainee);
    expect(await voidReflection(world.db, actor, { reflectionId: id, fromVersion: 1 }, NOON)).toMatchObject({ ok: true });
    expect([await reads(world, world.supervisor, id), await reads(world, world.peer, id)]).toEqual([false, false]);
    expect(await share(world, id, world.peer)).toEqual({ ok: false, code: "reflection_voided" });
    expect(await changeReflection(world.db, actor, { reflectionId: id, fromVersion: 2, content: CONTENT }, NOON)).toEqual({ ok: false, code: "reflection_voided" });
    expect(await listOwnReflections(world.db.reader, world.trainee.id)).toMatchObject([{ id, text: TEXT, voided: true }]);
  });
});
