import { expect, test } from "vitest";

import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, NOON } from "#tests/support/logbook.ts";
import { reviewed } from "#tests/support/review.ts";
import { asked, assigned, makeSigningWorld, recommended, signAs, type SigningWorld, told } from "#tests/support/signing.ts";

import { askSignOff, withdrawRequest } from "./ask-sign-off.server.ts";
import { readStageEvidence } from "./pack.server.ts";
import { findRequest, listForLead, listForSupervisor, listRequestsOf, readRequest } from "./queries.server.ts";

const world = async () => makeSigningWorld(await freshDatabase());
const actsOf = async ({ db }: SigningWorld) => (await db.reader.selectFrom("audit_entry").select("act").orderBy("seq").execute()).map((r) => r.act);

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

test("whoever was told of a request is told when it is taken back", async () => {
  const w = await world();
  await assigned(w, w.reviewer);
  const requestId = await asked(w, 3);
  await recommended(w, requestId, 3);
  await withdrawRequest(w.db, await actorFor(w.db, w.trainee), { requestId }, NOON);
  for (const who of [w.supervisor, w.reviewer, w.lead]) expect(await told(w, who)).toContain("sign_off_withdrawn");
  for (const who of [w.trainee, w.peer, w.stranger]) expect(await told(w, who)).not.toContain("sign_off_withdrawn");
});
