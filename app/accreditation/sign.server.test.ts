import { expect, test } from "vitest";

import { compareProjection } from "#app/logbook/recount.server.ts";
import { findEnrolment, findRecord } from "#app/pathway/queries.server.ts";
import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAccreditation, makeAssignment, makeGrant, makePerson } from "#tests/support/factories.ts";
import { actorFor, loggedSupervision, NOON } from "#tests/support/logbook.ts";
import { secondSupervisor } from "#tests/support/review.ts";
import { asked, assigned, makeSigningWorld, recommended, signAs, signingInput, type SigningWorld, told } from "#tests/support/signing.ts";

import { askSignOff } from "./ask-sign-off.server.ts";
import { hashOf } from "./pack.server.ts";
import { listForReviewer, readRequest } from "./queries.server.ts";
import { decide, type DecisionInput, recommend } from "./sign.server.ts";

const world = async (...over: [closing?: "own_supervisor" | "second_supervisor"]) => makeSigningWorld(await freshDatabase(), ...over);
const SIGNED = { outcome: "signed", actions: null } as const;
const actsOf = async ({ db }: SigningWorld) => (await db.reader.selectFrom("audit_entry").select("act").orderBy("seq").execute()).map((r) => r.act);
const decideAs = async (w: SigningWorld, who: { id: string }, requestId: string, over: Partial<Pick<DecisionInput, "outcome" | "actions">> = {}, stage = 3) =>
  decide(w.db, await actorFor(w.db, who), { ...await signingInput(w, requestId, stage), outcome: "accredited", actions: null, ...over }, NOON);

test("the own supervisor signs: the stage is closed that day under the hash of what was seen, counted afresh, told and on the record", async () => {
  const w = await world();
  const id = await asked(w);
  expect(await signAs(w, w.supervisor, id)).toEqual({ ok: true, value: { requestId: id } });
  expect((await findRecord(w.db.reader, w.trainee.id))?.closings).toMatchObject([{ stage: 1, closedOn: "2026-11-21", decidedBy: w.supervisor.id, reopened: false }]);
  const request = await readRequest(w.db.reader, id);
  expect(request?.state).toBe("signed");
  expect(request?.signatures.map((s) => hashOf(s.pack) === s.evidenceHash)).toEqual([true]);
  expect(await compareProjection(w.db.reader, w.trainee.id, NOON)).toBeUndefined();
  expect(await told(w, w.trainee)).toContain("sign_off_signed");
  expect((await actsOf(w)).slice(-2)).toEqual(["sign_off.asked", "stage.closed"]);
});

test("what was logged meanwhile moves the version: nothing is signed until it is looked at again", async () => {
  const w = await world();
  const id = await asked(w);
  const input = await signingInput(w, id);
  await loggedSupervision(w);
  expect(await decide(w.db, await actorFor(w.db, w.supervisor), { ...input, ...SIGNED }, NOON)).toEqual({ ok: false, code: "changed_meanwhile" });
  expect((await signAs(w, w.supervisor, id)).ok).toBe(true);
});

test("another hash under the same version is refused too", async () => {
  const w = await world();
  const id = await asked(w);
  const input = await signingInput(w, id);
  const result = await decide(w.db, await actorFor(w.db, w.supervisor), { ...input, ...SIGNED, seen: { ...input.seen, evidenceHash: hashOf("other") } }, NOON);
  expect(result).toEqual({ ok: false, code: "changed_meanwhile" });
});

test("two signatures at once: one wins, and the stage is closed once", async () => {
  const w = await world();
  const second = await secondSupervisor(w);
  const id = await asked(w);
  const input = await signingInput(w, id);
  const [a, b] = [await actorFor(w.db, w.supervisor), await actorFor(w.db, second)];
  const results = await Promise.all([decide(w.db, a, { ...input, ...SIGNED }, NOON), decide(w.db, b, { ...input, ...SIGNED }, NOON)]);
  expect(results.map((r) => (r.ok ? "signed" : r.code)).sort()).toEqual(["already_done", "signed"]);
  expect((await findRecord(w.db.reader, w.trainee.id))?.closings).toHaveLength(1);
});

test("the trainee, a lead, an independent reviewer who is not asked and a stranger sign nothing", async () => {
  const w = await world();
  await makeGrant(w.db, { personId: w.trainee.id, programmeId: w.programmeId, role: "supervisor", isIndependentReviewer: true });
  const id = await asked(w);
  const codes = [];
  for (const who of [w.trainee, w.lead, w.reviewer, w.stranger]) codes.push(await signAs(w, who, id));
  expect(codes.map((r) => (r.ok ? "signed" : r.code))).toEqual(["not_allowed", "not_there", "not_there", "not_there"]);
});

test("where a second supervisor closes, one recommends and another signs", async () => {
  const w = await world("second_supervisor");
  const second = await secondSupervisor(w);
  const id = await asked(w);
  expect(await signAs(w, second, id)).toEqual({ ok: false, code: "recommendation_missing" });
  await recommended(w, id, 1);
  expect(await signAs(w, w.supervisor, id)).toEqual({ ok: false, code: "not_allowed" });
  expect((await signAs(w, second, id)).ok).toBe(true);
});

test("where the own supervisor signs there is nothing to recommend", async () => {
  const w = await world();
  const id = await asked(w);
  expect(await recommend(w.db, await actorFor(w.db, w.supervisor), await signingInput(w, id), NOON)).toEqual({ ok: false, code: "not_allowed" });
});

test("the reviewer whom a lead asked accredits after a recommendation: the last stage is closed and the time on the pathway ends", async () => {
  const w = await world();
  const id = await asked(w, 3);
  expect((await assigned(w, w.reviewer)).ok).toBe(true);
  expect(await listForReviewer(w.db.reader, await actorFor(w.db, w.reviewer))).toMatchObject([{ id }]);
  expect(await decideAs(w, w.reviewer, id)).toEqual({ ok: false, code: "recommendation_missing" });
  await recommended(w, id, 3);
  expect(await decideAs(w, w.supervisor, id)).toEqual({ ok: false, code: "not_allowed" });
  expect(await signAs(w, w.reviewer, id, 3)).toEqual({ ok: false, code: "not_allowed" });
  expect((await decideAs(w, w.reviewer, id)).ok).toBe(true);
  expect(await findEnrolment(w.db.reader, w.trainee.id)).toMatchObject({ outcome: "accredited", endedOn: "2026-11-21" });
  expect((await findRecord(w.db.reader, w.trainee.id))?.closings.map((c) => c.stage)).toEqual([1, 2, 3]);
  for (const who of [w.trainee, w.supervisor, w.lead]) expect(await told(w, who)).toContain("accredited");
  expect(await compareProjection(w.db.reader, w.trainee.id, NOON)).toBeUndefined();
});

test("not yet needs what is still to be done, closes nothing, and the stage can be asked for again", async () => {
  const w = await world();
  const id = await asked(w, 3);
  await assigned(w, w.reviewer);
  await recommended(w, id, 3);
  expect(await decideAs(w, w.reviewer, id, { outcome: "not_yet", actions: " " })).toEqual({ ok: false, code: "actions_missing" });
  expect((await decideAs(w, w.reviewer, id, { outcome: "not_yet", actions: "Another shared review." })).ok).toBe(true);
  expect(await readRequest(w.db.reader, id)).toMatchObject({ state: "not_yet" });
  expect(await told(w, w.trainee)).toContain("sign_off_not_yet");
  expect((await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 3 }, NOON)).ok).toBe(true);
});

test("a present supervisor says not yet to the first stage: nothing is closed, the trainee reads what to do and asks again", async () => {
  const w = await world();
  const id = await asked(w);
  expect(await decideAs(w, w.supervisor, id, { outcome: "not_yet", actions: null }, 1)).toEqual({ ok: false, code: "actions_missing" });
  expect((await decideAs(w, w.supervisor, id, { outcome: "not_yet", actions: " One more review. " }, 1)).ok).toBe(true);
  expect((await readRequest(w.db.reader, id))?.signatures).toMatchObject([{ part: "decision", outcome: "not_yet", actions: "One more review.", by: w.supervisor.id }]);
  expect((await findRecord(w.db.reader, w.trainee.id))?.closings).toEqual([]);
  expect(await told(w, w.trainee)).toContain("sign_off_not_yet");
  expect(await told(w, w.lead)).toEqual([]);
  expect(await signAs(w, w.supervisor, id)).toEqual({ ok: false, code: "already_done" });
  const again = await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 1 }, NOON);
  expect(again.ok && (await signAs(w, w.supervisor, again.value.requestId)).ok).toBe(true);
});

test("not yet needs no recommendation, and is nobody's who may not decide", async () => {
  const w = await world("second_supervisor");
  const id = await asked(w);
  const notYet = { outcome: "not_yet", actions: "Another cycle." } as const;
  for (const who of [w.trainee, w.lead, w.reviewer]) expect((await decideAs(w, who, id, notYet, 1)).ok).toBe(false);
  expect((await decideAs(w, w.supervisor, id, notYet, 1)).ok).toBe(true);
});

test("only the last stage accredits, and it is never merely signed", async () => {
  const w = await world();
  expect(await decideAs(w, w.supervisor, await asked(w), { outcome: "accredited" }, 1)).toEqual({ ok: false, code: "not_allowed" });
});

test.each([
  ["in training", { standing: "in_training" }], ["accredited until yesterday", { to: "2026-11-20" }], ["accredited from tomorrow", { from: "2026-11-22" }],
] as const)("a present supervisor who is %s signs and recommends nothing", async (_, period) => {
  const w = await world();
  const supervisor = await makePerson(w.db);
  await makeGrant(w.db, { personId: supervisor.id, programmeId: w.programmeId, role: "supervisor" });
  await makeAssignment(w.db, { traineeId: w.trainee.id, supervisorId: supervisor.id });
  await makeAccreditation(w.db, supervisor.id, period);
  const id = await asked(w);
  expect(await signAs(w, supervisor, id)).toEqual({ ok: false, code: "not_allowed" });
  expect(await decideAs(w, supervisor, id, { outcome: "not_yet", actions: "Another cycle." }, 1)).toEqual({ ok: false, code: "not_allowed" });
});

test("first and last day of the accreditation belong to it, for whoever signs and for whoever is asked", async () => {
  const w = await world();
  const supervisor = await makePerson(w.db);
  await makeGrant(w.db, { personId: supervisor.id, programmeId: w.programmeId, role: "supervisor" });
  await makeAssignment(w.db, { traineeId: w.trainee.id, supervisorId: supervisor.id });
  await makeAccreditation(w.db, supervisor.id, { from: "2026-11-21", to: "2026-11-21" });
  expect((await signAs(w, supervisor, await asked(w))).ok).toBe(true);
});

test("a reviewer whose accreditation as a supervisor ended is neither asked nor decides", async () => {
  const w = await world();
  const id = await asked(w, 3);
  const lapsed = await makePerson(w.db);
  await makeGrant(w.db, { personId: lapsed.id, programmeId: w.programmeId, role: "supervisor", isIndependentReviewer: true });
  await makeAccreditation(w.db, lapsed.id, { to: "2026-11-20" });
  expect(await assigned(w, lapsed)).toEqual({ ok: false, code: "reviewer_unfit" });
  await assigned(w, w.reviewer);
  await recommended(w, id, 3);
  await w.db.reader.updateTable("supervisor_accreditation").set({ accredited_to: "2026-11-20" }).where("person_id", "=", w.reviewer.id).execute();
  expect(await decideAs(w, w.reviewer, id)).toEqual({ ok: false, code: "not_allowed" });
});

test("whoever is named in the trainee's supervision after they were asked to decide decides no longer", async () => {
  const w = await world();
  const id = await asked(w, 3);
  await assigned(w, w.reviewer);
  await recommended(w, id, 3);
  await loggedSupervision(w, { supervisorId: w.reviewer.id });
  expect(await decideAs(w, w.reviewer, id)).toEqual({ ok: false, code: "not_allowed" });
});

test("a cycle voided after it was asked for: nothing is signed or accredited, and not yet can be said", async () => {
  const w = await world();
  const id = await asked(w, 3);
  await assigned(w, w.reviewer);
  await recommended(w, id, 3);
  const { entry_id: entryId } = await w.db.reader.selectFrom("current_cycle").select("entry_id").executeTakeFirstOrThrow();
  await voidEntry(w.db, await actorFor(w.db, w.trainee), { entryId, fromVersion: 1, reason: "Not held." }, NOON);
  expect(await decideAs(w, w.reviewer, id)).toEqual({ ok: false, code: "not_ready" });
  expect((await decideAs(w, w.reviewer, id, { outcome: "not_yet", actions: "A cycle is missing." })).ok).toBe(true);
});
