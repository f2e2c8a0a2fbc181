import { expect, test } from "vitest";

import { listNotices } from "#app/notices/queries.server.ts";
import { compareProjection } from "#app/logbook/recount.server.ts";
import { findEnrolment, findRecord } from "#app/pathway/queries.server.ts";
import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAccreditation, makeAssignment, makeGrant, makePerson } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedSupervision, NOON } from "#tests/support/logbook.ts";
import { reviewed, secondSupervisor } from "#tests/support/review.ts";
import { asked, assigned, makeReviewer, makeSigningWorld, recommended, signingInput, type SigningWorld } from "#tests/support/signing.ts";

import { askSignOff, withdrawRequest } from "./ask-sign-off.server.ts";
import { reopenStage } from "./lead-acts.server.ts";
import { hashOf, readStageEvidence } from "./pack.server.ts";
import { findRequest, listForLead, listForReviewer, listForSupervisor, listRequestsOf, readRequest } from "./queries.server.ts";
import { decide, type DecisionInput, recommend } from "./sign.server.ts";

const world = async (...over: [closing?: "own_supervisor" | "second_supervisor"]) => makeSigningWorld(await freshDatabase(), ...over);
const SIGNED = { outcome: "signed", actions: null } as const;
const told = async ({ db }: SigningWorld, person: { id: string }) => (await listNotices(db.reader, person.id, { unseenOnly: true, limit: 50 })).map((n) => n.kind);
const actsOf = async ({ db }: SigningWorld) => (await db.reader.selectFrom("audit_entry").select("act").orderBy("seq").execute()).map((r) => r.act);
const signAs = async (w: SigningWorld, who: { id: string }, requestId: string, stage = 1, now = NOON) =>
  decide(w.db, await actorFor(w.db, who, now), { ...await signingInput(w, requestId, stage, now), outcome: "signed", actions: null }, now);
const decideAs = async (w: SigningWorld, who: { id: string }, requestId: string, over: Partial<Pick<DecisionInput, "outcome" | "actions">> = {}, stage = 3) =>
  decide(w.db, await actorFor(w.db, who), { ...await signingInput(w, requestId, stage), outcome: "accredited", actions: null, ...over }, NOON);

test("a stage that lacks something cannot be asked for, and nothing is left behind", async () => {
  const w = await world();
  await loggedCycle(w);
  expect(await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 1 }, NOON)).toEqual({ ok: false, code: "not_ready" });
  const evidence = await readStageEvidence(w.db.reader, w.trainee.id, 1, NOON);
  expect(evidence?.readiness.missing).toEqual([{ need: "reviewed_submission" }]);
});

test("asked for: the supervisor is told, it waits in their list and the lead's, and asked again nothing more is done", async () => {
  const w = await world();
  const id = await asked(w);
  expect(await told(w, w.supervisor)).toContain("sign_off_asked");
  expect((await listForSupervisor(w.db.reader, await actorFor(w.db, w.supervisor))).map((r) => [r.id, r.state])).toEqual([[id, "waiting"]]);
  expect(await listForLead(w.db.reader, await actorFor(w.db, w.lead))).toMatchObject([{ id, reviewerId: null }]);
  expect(await findRequest(w.db.reader, await actorFor(w.db, w.lead), id)).toBeUndefined();
  expect(await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 1 }, NOON)).toEqual({ ok: true, value: { requestId: id } });
  expect([(await told(w, w.supervisor)).filter((kind) => kind === "sign_off_asked"), (await actsOf(w)).filter((act) => act === "sign_off.asked")]).toEqual([["sign_off_asked"], ["sign_off.asked"]]);
});

test("asked twice at once, by two presses: one request, and both hear of it", async () => {
  const w = await world();
  await reviewed(w);
  const trainee = await actorFor(w.db, w.trainee);
  const [one, other] = await Promise.all([askSignOff(w.db, trainee, { stage: 1 }, NOON), askSignOff(w.db, trainee, { stage: 1 }, NOON)]);
  expect([one.ok, other]).toEqual([true, one]);
  expect(await listRequestsOf(w.db.reader, w.trainee.id)).toHaveLength(1);
});

test("withdrawn by the trainee alone, twice as once, and asked again as the next round", async () => {
  const w = await world();
  const requestId = await asked(w);
  expect(await withdrawRequest(w.db, await actorFor(w.db, w.peer), { requestId }, NOON)).toEqual({ ok: false, code: "not_there" });
  for (let times = 0; times < 2; times += 1) expect((await withdrawRequest(w.db, await actorFor(w.db, w.trainee), { requestId }, NOON)).ok).toBe(true);
  expect(await signAs(w, w.supervisor, requestId)).toEqual({ ok: false, code: "changed_meanwhile" });
  const again = await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 1 }, NOON);
  expect(again.ok && await readRequest(w.db.reader, again.value.requestId)).toMatchObject({ round: 2, state: "waiting" });
});

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

test("whoever was told of a request is told when it is taken back", async () => {
  const w = await world();
  await assigned(w, w.reviewer);
  const requestId = await asked(w, 3);
  await recommended(w, requestId, 3);
  await withdrawRequest(w.db, await actorFor(w.db, w.trainee), { requestId }, NOON);
  for (const who of [w.supervisor, w.reviewer, w.lead]) expect(await told(w, who)).toContain("sign_off_withdrawn");
  for (const who of [w.trainee, w.peer, w.stranger]) expect(await told(w, who)).not.toContain("sign_off_withdrawn");
});

test("whoever is named in the trainee's supervision after they were asked to decide decides no longer", async () => {
  const w = await world();
  const id = await asked(w, 3);
  await assigned(w, w.reviewer);
  await recommended(w, id, 3);
  await loggedSupervision(w, { supervisorId: w.reviewer.id });
  expect(await decideAs(w, w.reviewer, id)).toEqual({ ok: false, code: "not_allowed" });
});

test("a lead asks somebody independent: never whoever supervised, holds no such standing, the trainee or themself", async () => {
  const w = await world();
  await makeGrant(w.db, { personId: w.supervisor.id, programmeId: w.programmeId, role: "supervisor", isIndependentReviewer: true });
  await makeGrant(w.db, { personId: w.lead.id, programmeId: w.programmeId, role: "supervisor", isIndependentReviewer: true });
  expect(await assigned(w, w.supervisor)).toEqual({ ok: false, code: "reviewer_ever_supervised" });
  for (const who of [w.peer, w.trainee, w.lead]) expect(await assigned(w, who)).toEqual({ ok: false, code: "reviewer_unfit" });
  expect((await assigned(w, w.reviewer)).ok).toBe(true);
  const another = await makeReviewer(w);
  expect((await assigned(w, another)).ok).toBe(true);
  expect(await told(w, another)).toEqual(["reviewer_assigned"]);
});

test("a lead reopens a closed stage with a reason, and it can be asked for and signed again", async () => {
  const w = await world();
  await signAs(w, w.supervisor, await asked(w));
  const reopen = async (who: { id: string }, reason: string) => reopenStage(w.db, await actorFor(w.db, who), { traineeId: w.trainee.id, stage: 1, reason }, NOON);
  expect(await reopen(w.supervisor, "A film was wrong.")).toEqual({ ok: false, code: "not_there" });
  expect(await reopen(w.lead, "  ")).toEqual({ ok: false, code: "reason_missing" });
  expect((await reopen(w.lead, "A film was wrong.")).ok).toBe(true);
  expect(await reopen(w.lead, "A film was wrong.")).toEqual({ ok: false, code: "already_done" });
  expect(await told(w, w.trainee)).toContain("stage_reopened");
  const again = await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 1 }, NOON);
  expect(again.ok && (await signAs(w, w.supervisor, again.value.requestId)).ok).toBe(true);
});

test("an assignment that ended long ago still binds; a voided session never did", async () => {
  const w = await world();
  const former = await makeReviewer(w);
  await makeAssignment(w.db, { traineeId: w.trainee.id, supervisorId: former.id, startsOn: "2020-01-01", endsOn: "2020-02-01" });
  expect(await assigned(w, former)).toEqual({ ok: false, code: "reviewer_ever_supervised" });
  const entryId = await loggedSupervision(w, { supervisorId: w.reviewer.id });
  expect(await assigned(w, w.reviewer)).toEqual({ ok: false, code: "reviewer_ever_supervised" });
  await voidEntry(w.db, await actorFor(w.db, w.trainee), { entryId, fromVersion: 1, reason: "Somebody else." }, NOON);
  expect((await assigned(w, w.reviewer)).ok).toBe(true);
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
