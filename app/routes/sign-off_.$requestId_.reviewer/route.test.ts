import { expect, test } from "vitest";

import { withdrawRequest } from "#app/accreditation/ask-sign-off.server.ts";
import { findReviewerId } from "#app/accreditation/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeGrant, type MadePerson } from "#tests/support/factories.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { asked, makeReviewer, makeSigningWorld, type SigningWorld } from "#tests/support/signing.ts";

import * as page from "./route.tsx";

async function argsFor({ db }: SigningWorld, who: MadePerson, requestId: string, form?: Readonly<Record<string, string>>) {
  const { cookie } = await signIn(db, who.id, NOON);
  return { request: requestOf(`/sign-off/${requestId}/reviewer`, { cookie, ...(form ? { form } : {}) }), context: contextFor(db, NOON), params: { requestId } };
}

async function refusal(w: SigningWorld, requestId: string, form: Readonly<Record<string, string>>) {
  const answer = await page.action(await argsFor(w, w.lead, requestId, form));
  return "data" in answer ? { status: answer.init?.status, error: answer.data.lastResult.error } : { status: answer.status, error: null };
}

test("a lead sees who can be asked and why each other cannot, and nothing of the evidence", async () => {
  const w = await makeSigningWorld(await freshDatabase());
  const { db, programmeId, lead, supervisor, trainee, reviewer } = w;
  for (const { id } of [lead, supervisor]) await makeGrant(db, { personId: id, programmeId, role: "supervisor", isIndependentReviewer: true });
  const former = await makeReviewer(w);
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: former.id, startsOn: "2020-01-01", endsOn: "2020-02-01" });
  const data = await page.loader(await argsFor(w, lead, await asked(w, 3)));
  expect(new Map(data.choices.map((c) => [c.id, c.unfit]))).toEqual(new Map([[lead.id, "self"], [supervisor.id, "ever_supervised"], [former.id, "ever_supervised"], [reviewer.id, null]]));
  expect(JSON.stringify(data)).not.toMatch(/C-[A-Z0-9]{4}|entry/);
  for (const who of [trainee, supervisor, reviewer, w.stranger]) await expect(page.loader(await argsFor(w, who, "nothing"))).rejects.toMatchObject({ status: 404 });
});

test("the server refuses whoever cannot be asked, names the field, and writes nothing", async () => {
  const w = await makeSigningWorld(await freshDatabase());
  const { db, programmeId, lead, supervisor, trainee, reviewer } = w;
  await makeGrant(db, { personId: supervisor.id, programmeId, role: "supervisor", isIndependentReviewer: true });
  const requestId = await asked(w, 3);
  for (const reviewerId of [supervisor.id, trainee.id, lead.id, w.peer.id, "nobody", ""]) {
    const { status, error } = await refusal(w, requestId, { reviewerId });
    expect([reviewerId, status, Object.keys(error ?? {})]).toEqual([reviewerId, 400, ["reviewerId"]]);
  }
  expect(await findReviewerId(db.reader, trainee.id, 3, "2026-11-21")).toBeUndefined();
  expect(await refusal(w, requestId, { reviewerId: reviewer.id })).toEqual({ status: 302, error: null });
  expect(await findReviewerId(db.reader, trainee.id, 3, "2026-11-21")).toBe(reviewer.id);
});

test("nobody is asked on a request that is over, or for a stage that the own supervisor signs", async () => {
  const w = await makeSigningWorld(await freshDatabase());
  const requestId = await asked(w, 3);
  await withdrawRequest(w.db, await actorFor(w.db, w.trainee), { requestId }, NOON);
  expect((await page.loader(await argsFor(w, w.lead, requestId))).closed).toBe("over");
  expect((await refusal(w, requestId, { reviewerId: w.reviewer.id })).status).toBe(409);
  const other = await makeSigningWorld(await freshDatabase());
  const first = await asked(other, 1);
  expect((await page.loader(await argsFor(other, other.lead, first))).closed).toBe("notNeeded");
  expect((await refusal(other, first, { reviewerId: other.reviewer.id })).status).toBe(409);
});
