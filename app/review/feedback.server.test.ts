import { describe, expect, test } from "vitest";

import { listNotices } from "#app/notices/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { marked, momentContent, recordedClip, reviewed, secondSupervisor, submitted } from "#tests/support/review.ts";

import { type FeedbackInput, returnSubmission, saveFeedback, sendFeedback } from "./feedback.server.ts";
import { changeMoment, markMoment, voidMoment } from "./mark-moment.server.ts";
import type { MomentContent } from "./model.ts";
import { findFeedback, findMoment, listMoments, listReplies } from "./note-queries.server.ts";
import { findSubmission } from "./queries.server.ts";
import { reply } from "./reply.server.ts";
import { withdrawSubmission } from "./withdraw-submission.server.ts";

type Who = { readonly id: string };
const told = async ({ db }: World, person: Who) => (await listNotices(db.reader, person.id, { unseenOnly: false, limit: 50 })).map((notice) => notice.kind);
const texts = (submissionId: string, over: Partial<FeedbackInput> = {}): FeedbackInput => ({ submissionId, fromVersion: 0, workingPoint: "Leave a second turn.", nextStep: "A fourth cycle.", ...over });
const save = async (world: World, input: FeedbackInput, who: Who = world.supervisor) => saveFeedback(world.db, await actorFor(world.db, who), input, NOON);
const send = async (world: World, input: FeedbackInput, who: Who = world.supervisor) => sendFeedback(world.db, await actorFor(world.db, who), input, NOON);
const giveBack = async (world: World, input: FeedbackInput, question: string | null, who: Who = world.supervisor) =>
  returnSubmission(world.db, await actorFor(world.db, who), { ...input, question }, NOON);
const withdraw = async (world: World, submissionId: string) => withdrawSubmission(world.db, await actorFor(world.db, world.trainee), { submissionId }, NOON);
const mark = async (world: World, submissionId: string, over: Partial<MomentContent> = {}, who: Who = world.supervisor, requestId = newId()) =>
  markMoment(world.db, await actorFor(world.db, who), { submissionId, requestId, content: momentContent(over) }, NOON);
const stateOf = async (world: World, submissionId: string) => (await findSubmission(world.db.reader, await actorFor(world.db, world.trainee), submissionId))?.state;
const outcome = (result: { ok: true } | { ok: false; code: string }): string => (result.ok ? "done" : result.code);

describe("marking", () => {
  test("the same form sent twice marks one moment", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    const results = await Promise.all([mark(world, submissionId, {}, world.supervisor, "one-form"), mark(world, submissionId, {}, world.supervisor, "one-form")]);
    expect(results[0]).toEqual(results[1]);
    expect(await listMoments(world.db.reader, submissionId, world.supervisor.id)).toHaveLength(1);
  });

  test.each<readonly [Partial<MomentContent>, string]>([
    [{ principle: null }, "principle_missing"], [{ kind: "note", note: null, sharing: "private" }, "note_missing"], [{ startsMs: 5000, endsMs: 4999 }, "ends_before_it_starts"],
    [{ startsMs: null, endsMs: 1 }, "ends_before_it_starts"], [{ startsMs: 10_800_001, endsMs: null }, "past_the_film"], [{ startsMs: 10_800_000, endsMs: null }, "done"],
    [{ startsMs: null, endsMs: null, note: null }, "done"], [{ kind: "note", principle: null }, "strength_first"], [{ kind: "note", principle: null, sharing: "private" }, "done"],
  ])("%o is %s", async (over, wanted) => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    expect(outcome(await mark(world, submissionId, over))).toBe(wanted);
  });

  test.each([[42_000, "done"], [42_001, "past_the_film"]])("in a film of 42 s, at %i ms: %s", async (startsMs, wanted) => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world);
    const { clipId } = await recordedClip(world, entryId);
    const submissionId = await submitted(world, { entryId, how: { way: "excerpt", clipId, olderFilmIsFine: false } });
    expect(outcome(await mark(world, submissionId, { startsMs, endsMs: null }))).toBe(wanted);
  });

  test("is a present supervisor's: never the trainee's own, and not there for others", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    expect([await mark(world, submissionId, {}, world.trainee), await mark(world, submissionId, {}, world.peer), await mark(world, submissionId, {}, world.lead)].map(outcome))
      .toEqual(["not_allowed", "not_there", "not_there"]);
  });

  test("a private moment is its author's alone", async () => {
    const world = await makeWorld(await freshDatabase());
    const second = await secondSupervisor(world);
    const submissionId = await submitted(world);
    const own = await marked(world, submissionId, { kind: "note", principle: null, sharing: "private" });
    expect([await listMoments(world.db.reader, submissionId, second.id), (await listMoments(world.db.reader, submissionId, world.supervisor.id)).map((m) => m.id)]).toEqual([[], [own]]);
  });

  test("a moment is changed by its author, from the version that was seen, and the same again changes nothing", async () => {
    const world = await makeWorld(await freshDatabase());
    const second = await secondSupervisor(world);
    const submissionId = await submitted(world);
    const momentId = await marked(world, submissionId);
    const change = async (fromVersion: number, over: Partial<MomentContent>, who: Who = world.supervisor) =>
      outcome(await changeMoment(world.db, await actorFor(world.db, who), { submissionId, momentId, fromVersion, content: momentContent(over) }, NOON));
    expect(await change(1, { note: "She laughs." })).toBe("done");
    expect(await change(1, { note: "She laughs." })).toBe("done");
    expect(await change(1, { note: "She turns." })).toBe("changed_meanwhile");
    expect(await change(2, { note: "She turns." }, second)).toBe("not_there");
    expect(await change(2, { principle: null })).toBe("principle_missing");
    expect(await findMoment(world.db.reader, submissionId, momentId)).toMatchObject({ version: 2, note: "She laughs." });
  });

  test("the only strength that is shared is neither taken back nor made private beside a shared note", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    const momentId = await marked(world, submissionId);
    const noteId = await marked(world, submissionId, { kind: "note", principle: null });
    const by = await actorFor(world.db, world.supervisor);
    const takeBack = async (id: string, fromVersion = 1) => outcome(await voidMoment(world.db, by, { submissionId, momentId: id, fromVersion }, NOON));
    expect(await takeBack(momentId)).toBe("strength_first");
    expect(outcome(await changeMoment(world.db, by, { submissionId, momentId, fromVersion: 1, content: momentContent({ sharing: "private" }) }, NOON))).toBe("strength_first");
    expect([await takeBack(noteId), await takeBack(noteId), await takeBack(momentId)]).toEqual(["done", "done", "done"]);
    expect(await listMoments(world.db.reader, submissionId, world.supervisor.id)).toEqual([]);
  });
});

describe("a draft", () => {
  test("is kept in versions, and the same again makes none", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    expect(await save(world, texts(submissionId))).toEqual({ ok: true, value: { version: 1 } });
    expect(await save(world, texts(submissionId))).toEqual({ ok: true, value: { version: 1 } });
    expect(await save(world, texts(submissionId, { fromVersion: 1, nextStep: null }))).toEqual({ ok: true, value: { version: 2 } });
    expect(await findFeedback(world.db.reader, submissionId)).toMatchObject({ workingPoint: "Leave a second turn.", nextStep: null, isSent: false, version: 2 });
  });

  test("of which somebody saw an older version is not written over", async () => {
    const world = await makeWorld(await freshDatabase());
    const second = await secondSupervisor(world);
    const submissionId = await submitted(world);
    await save(world, texts(submissionId));
    expect(outcome(await save(world, texts(submissionId, { workingPoint: "Another." }), second))).toBe("changed_meanwhile");
    expect(outcome(await send(world, texts(submissionId, { workingPoint: "Another." }), second))).toBe("attuned_moment_missing");
  });

  test("is kept when the submission is returned", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    expect(outcome(await giveBack(world, texts(submissionId), null))).toBe("question_missing");
    expect(outcome(await giveBack(world, texts(submissionId), "Which minute do you mean?"))).toBe("done");
    expect(await findFeedback(world.db.reader, submissionId)).toMatchObject({ workingPoint: "Leave a second turn.", isSent: false });
    expect(await findSubmission(world.db.reader, await actorFor(world.db, world.trainee), submissionId)).toMatchObject({ state: "returned", steps: [{}, { note: "Which minute do you mean?", by: world.supervisor.id }] });
    expect(await told(world, world.trainee)).toEqual(["submission_returned"]);
  });
});

describe("sending", () => {
  test("needs an attuned moment that is shared: a private one is none", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    expect(outcome(await send(world, texts(submissionId)))).toBe("attuned_moment_missing");
    await marked(world, submissionId, { sharing: "private" });
    expect(outcome(await send(world, texts(submissionId)))).toBe("attuned_moment_missing");
    expect([await stateOf(world, submissionId), await findFeedback(world.db.reader, submissionId)]).toEqual(["sent", undefined]);
    await marked(world, submissionId);
    expect(outcome(await send(world, texts(submissionId)))).toBe("done");
    expect(await told(world, world.trainee)).toEqual(["feedback_sent"]);
  });

  test("needs neither a working point nor a next step nor a skills record", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    await marked(world, submissionId);
    expect(outcome(await send(world, texts(submissionId, { workingPoint: null, nextStep: null })))).toBe("done");
    expect(await findFeedback(world.db.reader, submissionId)).toMatchObject({ isSent: true, workingPoint: null, nextStep: null });
  });

  test("what was watched together is confirmed by the supervisor it names, and by no other", async () => {
    const world = await makeWorld(await freshDatabase());
    const second = await secondSupervisor(world);
    const submissionId = await submitted(world, { how: { way: "watched_together", watchedOn: "2026-11-19", watchedWith: world.supervisor.id } });
    await marked(world, submissionId, {}, second);
    expect(outcome(await send(world, texts(submissionId), second))).toBe("named_supervisor_only");
    expect(outcome(await send(world, texts(submissionId)))).toBe("done");
  });

  test("a supervisor whose relation ended yesterday sends nothing, though their page was read before that", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    await marked(world, submissionId);
    const actor = await actorFor(world.db, world.supervisor);
    const row = await world.db.reader.selectFrom("current_supervisor_assignment").selectAll().where("supervisor_id", "=", world.supervisor.id).executeTakeFirstOrThrow();
    await world.db.reader.insertInto("supervisor_assignment").values({ ...row, version: 2, ends_on: "2026-11-20" }).execute();
    expect(outcome(await sendFeedback(world.db, actor, texts(submissionId), NOON))).toBe("not_there");
    expect(await stateOf(world, submissionId)).toBe("sent");
  });

  test("nothing that was sent is changed afterwards", async () => {
    const world = await makeWorld(await freshDatabase());
    const { submissionId, momentId } = await reviewed(world);
    const by = await actorFor(world.db, world.supervisor);
    expect([
      await mark(world, submissionId), await save(world, texts(submissionId, { fromVersion: 1, workingPoint: "More." })), await send(world, texts(submissionId)),
      await giveBack(world, texts(submissionId), "Why?"), await withdraw(world, submissionId), await voidMoment(world.db, by, { submissionId, momentId, fromVersion: 1 }, NOON),
      await changeMoment(world.db, by, { submissionId, momentId, fromVersion: 1, content: momentContent({ note: "More." }) }, NOON),
    ].map(outcome)).toEqual(Array(7).fill("reviewed_meanwhile"));
  });
});

describe("at the same time, exactly one wins, and whoever loses is told what happened", () => {
  test("two supervisors send", async () => {
    const world = await makeWorld(await freshDatabase());
    const second = await secondSupervisor(world);
    const submissionId = await submitted(world);
    await marked(world, submissionId);
    const results = await Promise.all([send(world, texts(submissionId)), send(world, texts(submissionId, { workingPoint: "Another." }), second)]);
    expect(results.map(outcome).sort()).toEqual(["done", "reviewed_meanwhile"]);
    const winner = results[0].ok ? "Leave a second turn." : "Another.";
    expect(await findFeedback(world.db.reader, submissionId)).toMatchObject({ version: 1, isSent: true, workingPoint: winner });
    expect(await told(world, world.trainee)).toEqual(["feedback_sent"]);
  });

  test.each([["the supervisor sends", "reviewed"], ["the supervisor returns it", "returned"]])("the trainee withdraws while %s", async (_, state) => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    await marked(world, submissionId);
    const act = state === "reviewed" ? send(world, texts(submissionId)) : giveBack(world, texts(submissionId), "Which minute?");
    const results = await Promise.all([withdraw(world, submissionId), act]);
    const outcomes = results.map(outcome);
    expect([["done", "withdrawn_meanwhile"], [`${state}_meanwhile`, "done"]]).toContainEqual(outcomes);
    expect(await stateOf(world, submissionId)).toBe(outcomes[0] === "done" ? "withdrawn" : state);
  });
});

describe("answering", () => {
  const say = async (world: World, submissionId: string, who: Who, momentId: string | null = null, requestId = newId()) =>
    outcome(await reply(world.db, await actorFor(world.db, who), { submissionId, requestId, momentId, text: "I had not seen that." }, NOON));

  test("both sides answer a shared moment or the whole, and the other side is told", async () => {
    const world = await makeWorld(await freshDatabase());
    const { submissionId, momentId } = await reviewed(world);
    expect([await say(world, submissionId, world.trainee, momentId, "one-form"), await say(world, submissionId, world.trainee, momentId, "one-form"), await say(world, submissionId, world.supervisor)]).toEqual(["done", "done", "done"]);
    expect((await listReplies(world.db.reader, submissionId)).map((r) => [r.authorId, r.momentId])).toEqual(expect.arrayContaining([[world.trainee.id, momentId], [world.supervisor.id, null]]));
    expect(await listReplies(world.db.reader, submissionId)).toHaveLength(2);
    expect([await told(world, world.supervisor), await told(world, world.trainee)].map((kinds) => kinds.includes("reply_written"))).toEqual([true, true]);
  });

  test("nobody else does", async () => {
    const world = await makeWorld(await freshDatabase());
    const { submissionId } = await reviewed(world);
    expect([await say(world, submissionId, world.peer), await say(world, submissionId, world.lead)]).toEqual(["not_there", "not_there"]);
  });

  test("a moment that the trainee does not see is not there to be answered; a withdrawn submission is spoken of no more", async () => {
    const world = await makeWorld(await freshDatabase());
    const submissionId = await submitted(world);
    const momentId = await marked(world, submissionId);
    expect([await say(world, submissionId, world.trainee, momentId), await say(world, submissionId, world.supervisor, momentId), await say(world, submissionId, world.trainee)]).toEqual(["not_there", "not_there", "done"]);
    await withdraw(world, submissionId);
    expect(await say(world, submissionId, world.supervisor)).toBe("withdrawn_meanwhile");
  });
});
