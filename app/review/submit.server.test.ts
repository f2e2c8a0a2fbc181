import { describe, expect, test } from "vitest";

import { listClipGrants } from "#app/clips/queries.server.ts";
import type { ConsentContent } from "#app/logbook/consent-model.ts";
import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { listNotices } from "#app/notices/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeSupervisor } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { marked, recordedClip, reviewed, secondSupervisor, submitted } from "#tests/support/review.ts";

import { returnSubmission } from "./feedback.server.ts";
import { findSubmission, listAttempts, listWaitingSubmissions } from "./queries.server.ts";
import { type SubmitInput, type SubmittedWay, submitReview } from "./submit.server.ts";
import { withdrawSubmission } from "./withdraw-submission.server.ts";

const BY_REFERENCE: SubmittedWay = { way: "reference", reference: "VIG/2026/12" };

async function submit(world: World, entryId: string, over: Partial<SubmitInput> = {}, who: { id: string } = world.trainee) {
  return submitReview(world.db, await actorFor(world.db, who), { requestId: newId(), entryId, intention: null, how: BY_REFERENCE, ...over }, NOON);
}

const watched = (world: World, over: { watchedOn?: string; watchedWith?: string } = {}): SubmittedWay =>
  ({ way: "watched_together", watchedOn: "2026-11-19", watchedWith: world.supervisor.id, ...over });

const told = async ({ db }: World, person: { id: string }) => (await listNotices(db.reader, person.id, { unseenOnly: true, limit: 50 })).map((notice) => notice.kind);

test("by reference: it waits for every supervisor of the trainee, who are told, and is on the record", async () => {
  const world = await makeWorld(await freshDatabase());
  const second = await secondSupervisor(world);
  const entryId = await loggedCycle(world);
  const result = await submit(world, entryId, { intention: "How I give space before I speak." });
  const submissionId = result.ok ? result.value.submissionId : "";
  expect(await findSubmission(world.db.reader, await actorFor(world.db, world.supervisor), submissionId)).toMatchObject({
    traineeId: world.trainee.id, entryId, attempt: 1, way: "reference", reference: "VIG/2026/12", clipId: null, state: "sent", intention: "How I give space before I speak.",
  });
  for (const supervisor of [world.supervisor, second]) {
    expect((await listWaitingSubmissions(world.db.reader, await actorFor(world.db, supervisor))).map((s) => s.id)).toEqual([submissionId]);
    expect(await told(world, supervisor)).toEqual(["submission_sent"]);
  }
  expect(await world.db.reader.selectFrom("audit_entry").select("act").orderBy("seq", "desc").executeTakeFirst()).toEqual({ act: "submission.sent" });
});

test("the same form sent twice, also at the same time, submits once", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  const results = await Promise.all([submit(world, entryId, { requestId: "one-form" }), submit(world, entryId, { requestId: "one-form" })]);
  expect(results[0]).toEqual(results[1]);
  expect(await listAttempts(world.db.reader, entryId)).toHaveLength(1);
  expect(await told(world, world.supervisor)).toEqual(["submission_sent"]);
});

test.each<readonly [string, Partial<SubmitInput>]>([
  ["another intention", { intention: "The minute after that." }], ["another reference", { how: { way: "reference", reference: "VIG/2026/13" } }],
  ["another way", { how: { way: "watched_together", watchedOn: "2026-11-19", watchedWith: "somebody" } }],
])("the same form sent again with %s is not taken for what was sent", async (_, over) => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  const first = { requestId: "one-form", intention: "How I wait." };
  expect((await submit(world, entryId, first)).ok).toBe(true);
  expect(await submit(world, entryId, { ...first, ...over })).toEqual({ ok: false, code: "sent_before_differently" });
  expect(await listAttempts(world.db.reader, entryId)).toMatchObject([{ intention: "How I wait." }]);
});

test("two forms for one cycle at the same time: one waits, the other is told so", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  const results = await Promise.all([submit(world, entryId), submit(world, entryId)]);
  expect(results.map((r) => (r.ok ? "sent" : r.code)).sort()).toEqual(["sent", "submission_waits"]);
});

describe("which cycle", () => {
  test("another's is not there; neither is an entry that is no cycle", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await submit(world, await loggedCycle(world), {}, world.peer)).toMatchObject({ code: "not_there" });
    expect(await submit(world, await loggedSupervision(world))).toMatchObject({ code: "not_there" });
    expect(await submit(world, "nothing")).toMatchObject({ code: "not_there" });
  });

  test.each<readonly [string | null, string]>([[null, "no shared review yet"], ["2026-11-22", "the shared review is planned for tomorrow"]])("reviewed on %s: %s", async (reviewedOn) => {
    const world = await makeWorld(await freshDatabase());
    expect(await submit(world, await loggedCycle(world, { reviewedOn }))).toMatchObject({ code: "review_not_held" });
  });

  test("reviewed today can be submitted today", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await submit(world, await loggedCycle(world, { reviewedOn: "2026-11-21" }))).toMatchObject({ ok: true });
  });

  test("a voided one cannot", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world);
    await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, reason: "logged twice" }, NOON);
    expect(await submit(world, entryId)).toMatchObject({ code: "cycle_voided" });
  });

  test("nobody but a trainee in force submits", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await submit(world, await loggedCycle(world), {}, world.supervisor)).toMatchObject({ code: "not_allowed" });
  });
});

describe("attempts", () => {
  test("withdrawn or returned, it is submitted again and the earlier attempt stays; reviewed, it is done", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world);
    const first = await submitted(world, { entryId });
    await withdrawSubmission(world.db, await actorFor(world.db, world.trainee), { submissionId: first }, NOON);
    const second = await submitted(world, { entryId });
    await returnSubmission(world.db, await actorFor(world.db, world.supervisor), { submissionId: second, fromVersion: 0, workingPoint: null, nextStep: null, question: "Which minute?" }, NOON);
    const { submissionId: third } = await reviewed(world, { entryId });
    expect((await listAttempts(world.db.reader, entryId)).map((s) => [s.id, s.attempt, s.state])).toEqual([[first, 1, "withdrawn"], [second, 2, "returned"], [third, 3, "reviewed"]]);
    expect(await submit(world, entryId)).toMatchObject({ code: "reviewed_already" });
  });
});

test.each([["Callum 3", "reference_names_somebody"], ["https://example.org/12", "reference_not_an_identifier"]])("the reference %s is refused", async (reference, code) => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  expect(await submit(world, entryId, { how: { way: "reference", reference } })).toMatchObject({ code });
  expect(await listAttempts(world.db.reader, entryId)).toEqual([]);
});

describe("watched together", () => {
  test.each<readonly [string, true | string, string]>([
    ["2026-11-21", true, "today"], ["2026-11-22", "watched_in_future", "tomorrow"], ["2026-11-10", true, "the day of the shared review"], ["2026-11-09", "watched_before_review", "the day before it"],
  ])("on %s: %s (%s)", async (watchedOn, outcome) => {
    const world = await makeWorld(await freshDatabase());
    const result = await submit(world, await loggedCycle(world), { how: watched(world, { watchedOn }) });
    expect(result.ok || result.code).toBe(outcome);
  });

  test("waits for the supervisor it names alone", async () => {
    const world = await makeWorld(await freshDatabase());
    const second = await secondSupervisor(world);
    await submit(world, await loggedCycle(world), { how: watched(world) });
    const waitsFor = async (person: { id: string }) => (await listWaitingSubmissions(world.db.reader, await actorFor(world.db, person))).length;
    expect([await waitsFor(world.supervisor), await waitsFor(second)]).toEqual([1, 0]);
    expect([await told(world, world.supervisor), await told(world, second)]).toEqual([["submission_sent"], []]);
  });

  test("names nobody but a supervisor of the programme who supervises the trainee", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world);
    const notTheirs = await makeSupervisor(world.db, { programmeId: world.programmeId });
    const past = await makeSupervisor(world.db, { programmeId: world.programmeId });
    await makeAssignment(world.db, { traineeId: world.trainee.id, supervisorId: past.id, endsOn: "2026-11-20" });
    for (const watchedWith of [notTheirs.id, past.id, world.lead.id, world.peer.id, world.trainee.id, "nobody"]) {
      expect([watchedWith, await submit(world, entryId, { how: watched(world, { watchedWith }) })]).toMatchObject([watchedWith, { code: "watched_with_unknown" }]);
    }
  });
});

describe("an excerpt", () => {
  const excerpt = (clipId: string, olderFilmIsFine = false): SubmittedWay => ({ way: "excerpt", clipId, olderFilmIsFine });

  test("lets the own supervisors watch the film, until it is withdrawn", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world);
    const { clipId } = await recordedClip(world, entryId);
    const submissionId = await submitted(world, { entryId, how: excerpt(clipId) });
    expect(await listClipGrants(world.db.reader, clipId)).toMatchObject([{ purpose: "own_supervisor", personId: null, endsAt: null }]);
    await withdrawSubmission(world.db, await actorFor(world.db, world.trainee), { submissionId }, NOON);
    expect(await listClipGrants(world.db.reader, clipId)).toMatchObject([{ endsAt: NOON.toISOString(), version: 2 }]);
    expect(await submit(world, entryId, { how: excerpt(clipId) })).toMatchObject({ ok: true });
    expect((await listClipGrants(world.db.reader, clipId)).filter((grant) => grant.endsAt === null)).toHaveLength(1);
  });

  test("is of this cycle, one's own, and not erased", async () => {
    const world = await makeWorld(await freshDatabase());
    const [entryId, otherId] = [await loggedCycle(world), await loggedCycle(world, { filmedOn: "2026-11-04" })];
    const { clipId } = await recordedClip(world, otherId);
    expect(await submit(world, entryId, { how: excerpt(clipId) })).toMatchObject({ code: "clip_unknown" });
    expect(await submit(world, entryId, { how: excerpt("nothing") })).toMatchObject({ code: "clip_unknown" });
    await world.db.reader.insertInto("clip_erasure").values({ clip_id: clipId, receipt: "R", because: "owner", asked_by: null, asked_at: NOON.toISOString(), key_destroyed_at: null, bytes_removed_at: null }).execute();
    expect(await submit(world, otherId, { how: excerpt(clipId) })).toMatchObject({ code: "clip_unknown" });
  });

  test.each<readonly [Partial<ConsentContent>, string]>([
    [{ purposes: ["peers"] }, "not for the supervisor"], [{ givenOn: "2026-11-22" }, "given from tomorrow on"],
  ])("is refused where somebody's consent is %o (%s)", async (over) => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world);
    const { clipId } = await recordedClip(world, entryId, over);
    expect(await submit(world, entryId, { how: excerpt(clipId) })).toMatchObject({ code: "film_consent_missing" });
    expect(await listClipGrants(world.db.reader, clipId)).toEqual([]);
  });

  test("older than its consent is asked about once; as old as it is not", async () => {
    const world = await makeWorld(await freshDatabase());
    const [later, sameDay] = [await loggedCycle(world, { filmedOn: "2026-11-03" }), await loggedCycle(world, { filmedOn: "2026-11-05" })];
    const clip = await recordedClip(world, later, { givenOn: "2026-11-04" });
    expect(await submit(world, later, { how: excerpt(clip.clipId) })).toMatchObject({ code: "film_older_than_consent" });
    expect(await submit(world, later, { how: excerpt(clip.clipId, true) })).toMatchObject({ ok: true });
    const other = await recordedClip(world, sameDay, { givenOn: "2026-11-05" });
    expect(await submit(world, sameDay, { how: excerpt(other.clipId) })).toMatchObject({ ok: true });
  });
});

test("withdrawing is its trainee's, happens once, and takes nothing that was marked to anybody", async () => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  const withdraw = async (who: { id: string }) => withdrawSubmission(world.db, await actorFor(world.db, who), { submissionId }, NOON);
  expect(await withdraw(world.supervisor)).toMatchObject({ code: "not_allowed" });
  expect(await withdraw(world.peer)).toMatchObject({ code: "not_there" });
  expect([await withdraw(world.trainee), await withdraw(world.trainee)]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await told(world, world.supervisor)).toEqual(expect.arrayContaining(["submission_sent", "submission_withdrawn"]));
  expect(await told(world, world.supervisor)).toHaveLength(2);
  expect(await listWaitingSubmissions(world.db.reader, await actorFor(world.db, world.supervisor))).toEqual([]);
});
