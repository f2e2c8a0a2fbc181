import { expect, test } from "vitest";

import { withdrawRequest } from "#app/accreditation/ask-sign-off.server.ts";
import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { listNotices } from "#app/notices/queries.server.ts";
import { seeNotices } from "#app/notices/see-notices.server.ts";
import { newId } from "#app/platform/ids.ts";
import { returnSubmission } from "#app/review/feedback.server.ts";
import { reply } from "#app/review/reply.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, type MadePerson, makePerson } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedPeer, loggedSupervision, loggedTraining, NOON } from "#tests/support/logbook.ts";
import { reviewed, secondSupervisor, submitted } from "#tests/support/review.ts";
import { asked, assigned, makeReviewer, makeSigningWorld, recommended, type SigningWorld } from "#tests/support/signing.ts";

import { countWaiting, getWorklist } from "./queries.server.ts";

type Who = "trainee" | "peer" | "supervisor" | "second" | "reviewer" | "lead" | "stranger";
type Expected = Partial<Record<Who, readonly string[]>>;

/** The signing world with a second supervisor of the trainee, if the scene asks for one. */
interface Scene extends SigningWorld {
  readonly second: MadePerson;
}

async function answered(scene: Scene, submissionId: string, by: MadePerson): Promise<void> {
  const result = await reply(scene.db, await actorFor(scene.db, by), { submissionId, requestId: newId(), momentId: null, text: "I looked again." }, NOON);
  if (!result.ok) throw new Error(`not answered: ${result.code}`);
}

async function returned(scene: Scene, entryId?: string): Promise<void> {
  const submissionId = await submitted(scene, entryId === undefined ? {} : { entryId });
  const input = { submissionId, fromVersion: 0, workingPoint: null, nextStep: null, question: "Which minute?" };
  const result = await returnSubmission(scene.db, await actorFor(scene.db, scene.supervisor), input, NOON);
  if (!result.ok) throw new Error(`not returned: ${result.code}`);
}

async function sawEverything(scene: Scene, person: MadePerson): Promise<void> {
  const noticeIds = (await listNotices(scene.db.reader, person.id, { unseenOnly: true })).map(({ id }) => id);
  await seeNotices(scene.db, { personId: person.id }, { noticeIds }, NOON);
}

const endedGrant = ({ db }: Scene, { id }: MadePerson) => db.reader.updateTable("role_grant").set({ ends_on: "2026-11-20" }).where("person_id", "=", id).execute();
const endedAccreditation = ({ db }: Scene, { id }: MadePerson) => db.reader.updateTable("supervisor_accreditation").set({ accredited_to: "2026-11-20" }).where("person_id", "=", id).execute();

interface Setting {
  readonly closing?: "second_supervisor";
  readonly hasSecond?: true;
}

const SCENES: readonly (readonly [reason: string, set: (scene: Scene) => Promise<unknown>, expected: Expected, setting: Setting])[] = [
  ["nothing happened yet", () => Promise.resolve(), {}, {}],
  ["a session, a peer session and a course were logged", async (s) => { await loggedSupervision(s); await loggedPeer(s); await loggedTraining(s); },
    { supervisor: ["supervision", "peer_supervision"], peer: ["peer_supervision"], lead: ["training"] }, {}],
  ["somebody outside supervises", async ({ db, programmeId }) => makeGrant(db, { personId: (await makePerson(db, { isExternal: true })).id, programmeId, role: "supervisor" }), { lead: ["external"] }, {}],
  ["a shared review was submitted", (s) => submitted(s), { supervisor: ["submission"] }, {}],
  ["one with two supervisors waits for both", (s) => submitted(s), { supervisor: ["submission"], second: ["submission"] }, { hasSecond: true }],
  ["watched together, it waits for the one who watched", (s) => submitted(s, { how: { way: "watched_together", watchedOn: "2026-11-12", watchedWith: s.second.id } }), { second: ["submission"] }, { hasSecond: true }],
  ["it came back with a question", (s) => returned(s), { trainee: ["returned"] }, {}],
  ["it came back and was submitted again", async (s) => { const entryId = await loggedCycle(s); await returned(s, entryId); await submitted(s, { entryId }); }, { supervisor: ["submission"] }, {}],
  ["it came back and the cycle was voided", async (s) => {
    const entryId = await loggedCycle(s);
    await returned(s, entryId);
    await voidEntry(s.db, await actorFor(s.db, s.trainee), { entryId, fromVersion: 1, reason: "Logged twice" }, NOON);
  }, {}, {}],
  ["feedback was sent", (s) => reviewed(s), {}, {}],
  ["the trainee answered twice", async (s) => { const { submissionId } = await reviewed(s); await answered(s, submissionId, s.trainee); await answered(s, submissionId, s.trainee); }, { supervisor: ["reply"] }, {}],
  ["the trainee answered and the supervisor answered back", async (s) => {
    const { submissionId } = await reviewed(s);
    await answered(s, submissionId, s.trainee); await answered(s, submissionId, s.supervisor);
  }, { trainee: ["reply"] }, {}],
  ["the trainee answered about two reviews", async (s) => { for (const { submissionId } of [await reviewed(s), await reviewed(s)]) await answered(s, submissionId, s.trainee); }, { supervisor: ["reply", "reply"] }, {}],
  ["the answer was seen and needs none", async (s) => { await answered(s, (await reviewed(s)).submissionId, s.trainee); await sawEverything(s, s.supervisor); }, {}, {}],
  ["stage 1 was asked for: either supervisor signs", (s) => asked(s), { supervisor: ["sign"], second: ["sign"] }, { hasSecond: true }],
  ["it was taken back", async (s) => { const requestId = await asked(s); await withdrawRequest(s.db, await actorFor(s.db, s.trainee), { requestId }, NOON); }, {}, {}],
  ["the last stage was asked for and nobody is asked to decide", (s) => asked(s, 3), { supervisor: ["recommend"], lead: ["assign_reviewer"] }, {}],
  ["a reviewer was asked, and waits for the recommendation", async (s) => { await asked(s, 3); await assigned(s, s.reviewer); }, { supervisor: ["recommend"] }, {}],
  ["it was recommended, and nobody is asked to decide", async (s) => { await recommended(s, await asked(s, 3), 3); }, { lead: ["assign_reviewer"] }, {}],
  ["it was recommended, and the reviewer decides", async (s) => { const requestId = await asked(s, 3); await assigned(s, s.reviewer); await recommended(s, requestId, 3); }, { reviewer: ["decide"] }, {}],
  ["the reviewer turns out to have supervised the trainee", async (s) => {
    const requestId = await asked(s, 3);
    await assigned(s, s.reviewer); await recommended(s, requestId, 3);
    await loggedSupervision(s, { supervisorId: s.reviewer.id });
  }, { reviewer: ["supervision"], lead: ["assign_reviewer"] }, {}],
  ["the reviewer is none any longer, before anybody recommended", async (s) => { await asked(s, 3); await assigned(s, s.reviewer); await endedGrant(s, s.reviewer); }, { supervisor: ["recommend"], lead: ["assign_reviewer"] }, {}],
  ["the reviewer is accredited no longer", async (s) => { const requestId = await asked(s, 3); await assigned(s, s.reviewer); await recommended(s, requestId, 3); await endedAccreditation(s, s.reviewer); }, { lead: ["assign_reviewer"] }, {}],
  ["in their place somebody else was asked", async (s) => { await asked(s, 3); await assigned(s, s.reviewer); await endedGrant(s, s.reviewer); await assigned(s, await makeReviewer(s)); }, { supervisor: ["recommend"] }, {}],
  ["a second supervisor is to sign and there is none", (s) => asked(s), { supervisor: ["recommend"], lead: ["assign_reviewer"] }, { closing: "second_supervisor" }],
  ["a second supervisor is to sign: whoever recommends first", (s) => asked(s), { supervisor: ["recommend"], second: ["recommend"] }, { closing: "second_supervisor", hasSecond: true }],
  ["the one recommended, the other signs", async (s) => { await recommended(s, await asked(s), 1); }, { second: ["sign"] }, { closing: "second_supervisor", hasSecond: true }],
  ["the supervisor leads the programme too", async (s) => { await makeGrant(s.db, { personId: s.supervisor.id, programmeId: s.programmeId, role: "lead" }); await asked(s, 3); await loggedTraining(s); },
    { supervisor: ["recommend", "assign_reviewer", "training"], lead: ["assign_reviewer", "training"] }, {}],
];

test.each(SCENES)("what waits for whom, and as many as are counted: %s", async (_reason, set, expected, { closing, hasSecond }) => {
  const world = await makeSigningWorld(await freshDatabase(), closing);
  const scene = { ...world, second: hasSecond ? await secondSupervisor(world) : await makePerson(world.db) };
  await set(scene);
  for (const who of ["trainee", "peer", "supervisor", "second", "reviewer", "lead", "stranger"] as const) {
    const actor = await actorFor(scene.db, scene[who]);
    const { queue } = await getWorklist(scene.db.reader, actor);
    expect({ who, kinds: queue.map(({ kind }) => kind).sort() }).toEqual({ who, kinds: [...expected[who] ?? []].sort() });
    expect({ who, count: await countWaiting(scene.db.reader, actor) }).toEqual({ who, count: queue.length });
    expect(new Set(queue.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(queue.length);
  }
});

test("a lead reads why somebody else has to be asked to decide", async () => {
  const world = await makeSigningWorld(await freshDatabase());
  const scene = { ...world, second: world.stranger };
  await asked(scene, 3);
  const detail = async () => (await getWorklist(scene.db.reader, await actorFor(scene.db, scene.lead))).queue.map((line) => line.detail);
  expect(await detail()).toEqual([["Nobody is asked to decide on it yet."]]);
  await assigned(scene, scene.reviewer);
  expect(await detail()).toEqual([]);
  await endedAccreditation(scene, scene.reviewer);
  expect(await detail()).toEqual([[`${scene.reviewer.name} was asked to decide and can do so no longer: ${scene.reviewer.name} is not accredited as a supervisor today. Ask somebody else.`]]);
});
