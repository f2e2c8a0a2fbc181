import { expect, test } from "vitest";

import { sendFeedback } from "#app/review/feedback.server.ts";
import { withdrawSubmission } from "#app/review/withdraw-submission.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { marked, secondSupervisor, submitted } from "#tests/support/review.ts";

import * as page from "./route.tsx";

async function at(world: World, person: { id: string }, submissionId: string, form?: Record<string, string>) {
  const { cookie } = await signIn(world.db, person.id, NOON);
  const request = requestOf(`/submissions/${submissionId}/send`, { cookie, ...(form ? { form } : {}) });
  return { request, context: contextFor(world.db, NOON), params: { submissionId } };
}

async function refusedBy(world: World, person: { id: string }, submissionId: string, form: Record<string, string>) {
  const answer = await page.action(await at(world, person, submissionId, form));
  return "init" in answer ? { status: answer.init?.status, error: answer.data.lastResult.error, typed: answer.data.lastResult.initialValue } : { status: answer.status, error: undefined, typed: undefined };
}

const LOOSE = "A moment is typed but not kept: keep it, or empty it, first.";
/** The moment's form as it stands before anybody touches it. */
const EMPTY = { kind: "attuned_moment", layer: "practitioner_client", sharing: "shared", note: "", starts: "", ends: "" };
const TYPED = { fromVersion: "0", workingPoint: "Leave a second turn.", nextStep: "A fourth cycle." };

test("sent, it leads back to the review", async () => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  const answer = await page.action(await at(world, world.supervisor, submissionId, TYPED));
  expect(answer instanceof Response && answer.headers.get("location")).toBe(`/submissions/${submissionId}?saved=reviewed`);
});

test.each([["another supervisor sent theirs", "Feedback was sent meanwhile"], ["the trainee withdrew it", "The trainee withdrew this meanwhile"]])("%s meanwhile: a 409 that keeps what was typed", async (what, text) => {
  const world = await makeWorld(await freshDatabase());
  const second = await secondSupervisor(world);
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  if (what.startsWith("another")) await sendFeedback(world.db, await actorFor(world.db, second), { submissionId, fromVersion: 0, workingPoint: null, nextStep: null }, NOON);
  else await withdrawSubmission(world.db, await actorFor(world.db, world.trainee), { submissionId }, NOON);
  const refused = await refusedBy(world, world.supervisor, submissionId, TYPED);
  expect(refused).toMatchObject({ status: 409, typed: TYPED });
  expect(JSON.stringify(refused.error)).toContain(text);
});

test.each([
  ["words", { note: "She turns to you." }], ["a time", { starts: "0:20" }], ["a principle", { principle: "receiving" }],
])("a moment beside with %s that was not kept: a 400 that names it, keeps all and sends nothing", async (_, typed) => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  const refused = await refusedBy(world, world.supervisor, submissionId, { ...TYPED, ...EMPTY, ...typed, text: "I watched it twice." });
  expect(refused).toMatchObject({ status: 400, error: { note: [LOOSE] }, typed: { ...TYPED, ...typed, text: "I watched it twice." } });
  expect(await world.db.reader.selectFrom("feedback").selectAll().execute()).toEqual([]);
});

test.each([["nothing", {}], ["no principle chosen", { principle: "none" }]])("a moment's form beside with %s is sent past", async (_, typed) => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  expect(await refusedBy(world, world.supervisor, submissionId, { ...TYPED, ...EMPTY, ...typed })).toMatchObject({ status: 302 });
});

test("sent meanwhile by another, with a moment typed beside: that is said first, and the moment is kept on the page", async () => {
  const world = await makeWorld(await freshDatabase());
  const second = await secondSupervisor(world);
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  await sendFeedback(world.db, await actorFor(world.db, second), { submissionId, fromVersion: 0, workingPoint: null, nextStep: null }, NOON);
  const typed = { ...TYPED, ...EMPTY, note: "She turns to you." };
  expect(await refusedBy(world, world.supervisor, submissionId, typed)).toMatchObject({ status: 409, typed: { ...TYPED, note: "She turns to you." } });
});

test("an answer typed beside is no part of it, and stays on the page", async () => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  const answer = await page.action(await at(world, world.supervisor, submissionId, { ...TYPED, text: "I watched it twice." }));
  expect(answer).toMatchObject({ data: { form: "reply", lastResult: { initialValue: { text: "I watched it twice." } } } });
  expect(await world.db.reader.selectFrom("feedback").select("is_sent").execute()).toEqual([{ is_sent: 1 }]);
});

test("without an attuned moment: a 409 that says what is missing", async () => {
  const world = await makeWorld(await freshDatabase());
  expect(await refusedBy(world, world.supervisor, await submitted(world), TYPED)).toMatchObject({ status: 409, typed: TYPED });
});

test.each([
  ["Ring 07700 900123", "workingPoint", "what looks like an identifier is refused at its field"], ["wee Callum laughs", "namesAreFine", "a possible name is asked about"],
])("%j: %s (%s)", async (workingPoint, field) => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  await marked(world, submissionId);
  const refused = await refusedBy(world, world.supervisor, submissionId, { ...TYPED, workingPoint });
  expect([refused.status, Object.keys(refused.error ?? {}), refused.typed?.workingPoint]).toEqual([400, [field], workingPoint]);
});

test("before it is sent the trainee is shown no moment and no draft; afterwards what is shared and nothing else", async () => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  await marked(world, submissionId, { note: "A shared strength." });
  await marked(world, submissionId, { kind: "note", principle: null, sharing: "private", note: "A private note." });
  const shown = async (person: { id: string }) => JSON.stringify(await page.loader(await at(world, person, submissionId)));
  expect(await shown(world.trainee)).not.toMatch(/A shared strength|A private note|working/);
  await page.action(await at(world, world.supervisor, submissionId, TYPED));
  expect(await shown(world.trainee)).toMatch(/A shared strength.*Leave a second turn/s);
  expect(await shown(world.trainee)).not.toContain("A private note");
  expect(await shown(world.supervisor)).toContain("A private note");
});
