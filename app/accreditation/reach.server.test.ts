import { expect, test } from "vitest";

import { watchVerdict } from "#app/clips/watch.server.ts";
import type { Purpose } from "#app/logbook/consent-model.ts";
import { findEntry } from "#app/logbook/queries.server.ts";
import { findSubmission } from "#app/review/queries.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, type MadePerson } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedSupervision, NOON } from "#tests/support/logbook.ts";
import { recordedClip, reviewed, submitted } from "#tests/support/review.ts";
import { assigned, closedBefore, makeReviewer, makeSigningWorld, recommended, signingInput, type SigningWorld } from "#tests/support/signing.ts";

import { askSignOff, withdrawRequest } from "./ask-sign-off.server.ts";
import { findReach, findReached } from "./reach.server.ts";
import { decide } from "./sign.server.ts";

interface Filmed extends SigningWorld {
  readonly clipId: string;
  readonly submissionId: string;
  readonly entryId: string;
}

const LATER = new Date(NOON.getTime() + 60_000);

/** A last stage whose one submission is a film, reviewed; the client agreed to those purposes. */
async function filmed(purposes: readonly Purpose[] = ["own_supervisor", "independent_reviewer"]): Promise<Filmed> {
  const w = await makeSigningWorld(await freshDatabase());
  await closedBefore(w, 3);
  const entryId = await loggedCycle(w);
  const { clipId } = await recordedClip(w, entryId, { purposes });
  const { submissionId } = await reviewed(w, { entryId, how: { way: "excerpt", clipId, olderFilmIsFine: true } });
  return { ...w, clipId, submissionId, entryId };
}

async function ask(w: Filmed): Promise<string> {
  const result = await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 3 }, NOON);
  if (!result.ok) throw new Error(result.code);
  return result.value.requestId;
}

const watches = async (w: Filmed, who: MadePerson, now = LATER): Promise<string> => {
  const verdict = await watchVerdict(w.db.reader, await actorFor(w.db, who, now), w.clipId, now);
  return verdict.ok ? verdict.purpose : verdict.because;
};
const reaches = async (w: Filmed, who: MadePerson, requestId: string): Promise<boolean> => await findReach(w.db.reader, await actorFor(w.db, who), requestId) !== undefined;

test("asked of before the request was there: nothing until it is, then its reviewed submission and the film; the record itself never", async () => {
  const w = await filmed();
  expect((await assigned(w, w.reviewer)).ok).toBe(true);
  expect(await watches(w, w.reviewer)).toBe("no_grant");
  const id = await ask(w);
  const actor = await actorFor(w.db, w.reviewer);
  const request = await findReach(w.db.reader, actor, id);
  expect(request && await findReached(w.db.reader, request, w.submissionId, NOON)).toMatchObject({ clipId: w.clipId });
  expect(await watches(w, w.reviewer)).toBe("independent_reviewer");
  expect([await findSubmission(w.db.reader, actor, w.submissionId), await findEntry(w.db.reader, actor, w.entryId)]).toEqual([undefined, undefined]);
});

test("named after it was asked for, and again: the film is given once, and the next who is named takes it over", async () => {
  const w = await filmed();
  const [id, next] = [await ask(w), await makeReviewer(w)];
  expect(await reaches(w, w.reviewer, id)).toBe(false);
  for (const who of [w.reviewer, w.reviewer]) await assigned(w, who);
  expect(await w.db.reader.selectFrom("clip_grant").select("id").where("reason", "=", "stage_review").execute()).toHaveLength(1);
  expect([await watches(w, w.reviewer), await watches(w, next)]).toEqual(["independent_reviewer", "no_grant"]);
  await assigned(w, next);
  expect([await watches(w, w.reviewer), await watches(w, next)]).toEqual(["no_grant", "independent_reviewer"]);
  expect([await reaches(w, w.reviewer, id), await reaches(w, next, id)]).toEqual([false, true]);
});

test("without consent for that purpose there is no film, and the rest is read all the same", async () => {
  const w = await filmed(["own_supervisor"]);
  await assigned(w, w.reviewer);
  const id = await ask(w);
  expect([await reaches(w, w.reviewer, id), await watches(w, w.reviewer), await watches(w, w.supervisor)]).toEqual([true, "not_for_purpose", "own_supervisor"]);
});

test("what was reviewed meanwhile is watched from the recommendation on; what still waits is not read", async () => {
  const w = await filmed();
  await assigned(w, w.reviewer);
  const id = await ask(w);
  const waiting = await submitted(w, { entryId: await loggedCycle(w, { filmedOn: "2026-11-18", reviewedOn: "2026-11-19" }) });
  const entryId = await loggedCycle(w, { filmedOn: "2026-11-19", reviewedOn: "2026-11-20" });
  const { clipId } = await recordedClip(w, entryId, { purposes: ["own_supervisor", "independent_reviewer"] });
  await reviewed(w, { entryId, how: { way: "excerpt", clipId, olderFilmIsFine: true } });
  const second = { ...w, clipId };
  expect(await watches(second, w.reviewer)).toBe("no_grant");
  await recommended(w, id, 3);
  expect(await watches(second, w.reviewer)).toBe("independent_reviewer");
  const request = await findReach(w.db.reader, await actorFor(w.db, w.reviewer), id);
  expect(request && await findReached(w.db.reader, request, waiting, NOON)).toBeUndefined();
});

test("gone once it is withdrawn", async () => {
  const w = await filmed();
  await assigned(w, w.reviewer);
  const id = await ask(w);
  await withdrawRequest(w.db, await actorFor(w.db, w.trainee), { requestId: id }, LATER);
  expect([await reaches(w, w.reviewer, id), await watches(w, w.reviewer)]).toEqual([false, "no_grant"]);
});

test("gone once it is decided", async () => {
  const w = await filmed();
  await assigned(w, w.reviewer);
  const id = await ask(w);
  await recommended(w, id, 3);
  const input = { ...await signingInput(w, id, 3), outcome: "accredited", actions: null } as const;
  expect((await decide(w.db, await actorFor(w.db, w.reviewer), input, LATER)).ok).toBe(true);
  expect([await reaches(w, w.reviewer, id), await watches(w, w.reviewer), await watches(w, w.supervisor)]).toEqual([false, "no_grant", "own_supervisor"]);
});

test("never for whoever turns out to have supervised: named in a session, or assigned once", async () => {
  const w = await filmed();
  await assigned(w, w.reviewer);
  const id = await ask(w);
  await loggedSupervision(w, { supervisorId: w.reviewer.id });
  expect([await reaches(w, w.reviewer, id), await watches(w, w.reviewer)]).toEqual([false, "no_grant"]);
  const next = await makeReviewer(w);
  await assigned(w, next);
  await makeAssignment(w.db, { traineeId: w.trainee.id, supervisorId: next.id, startsOn: "2020-01-01", endsOn: "2020-02-01" });
  expect([await reaches(w, next, id), await watches(w, next)]).toEqual([false, "no_grant"]);
});

test("never for a lead, another reviewer or a stranger; the trainee and their supervisor read their own way", async () => {
  const w = await filmed();
  await assigned(w, w.reviewer);
  const id = await ask(w);
  const others = [w.lead, await makeReviewer(w), w.stranger, w.trainee, w.supervisor];
  expect(await Promise.all(others.map((who) => reaches(w, who, id)))).toEqual(others.map(() => false));
  expect(await Promise.all(others.slice(0, 3).map((who) => watches(w, who)))).toEqual(["no_grant", "no_grant", "no_grant"]);
});

test("a stage that the own supervisor signs asks nobody else", async () => {
  const w = await filmed();
  expect(await assigned(w, w.reviewer, 1)).toEqual({ ok: false, code: "reviewer_not_needed" });
});
