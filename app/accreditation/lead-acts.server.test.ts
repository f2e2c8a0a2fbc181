import { expect, test } from "vitest";

import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeGrant } from "#tests/support/factories.ts";
import { actorFor, loggedSupervision, NOON } from "#tests/support/logbook.ts";
import { asked, assigned, makeReviewer, makeSigningWorld, signAs, told } from "#tests/support/signing.ts";

import { askSignOff } from "./ask-sign-off.server.ts";
import { reopenStage } from "./lead-acts.server.ts";

const world = async () => makeSigningWorld(await freshDatabase());

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
