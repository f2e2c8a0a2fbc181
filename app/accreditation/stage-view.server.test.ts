import { expect, test } from "vitest";

import { voidLockedEntry } from "#app/logbook/locked-entry.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, NOON } from "#tests/support/logbook.ts";
import { reviewed } from "#tests/support/review.ts";
import { asked, assigned, makeSigningWorld, signingInput, type SigningWorld } from "#tests/support/signing.ts";

import { askSignOff, withdrawRequest } from "./ask-sign-off.server.ts";
import { reopenStage } from "./lead-acts.server.ts";
import { loadRequestPage } from "./request-page.server.ts";
import { decide } from "./sign.server.ts";
import { findSignOffView } from "./stage-view.server.ts";
import { signOffStep } from "./view-model.ts";

const world = async () => makeSigningWorld(await freshDatabase());

async function view(w: SigningWorld, who = w.trainee) {
  const found = await findSignOffView(w.db.reader, await actorFor(w.db, who), w.trainee.id, NOON);
  if (!found) throw new Error("not enrolled");
  return found;
}

async function decided(w: SigningWorld, requestId: string, outcome: "signed" | "not_yet", actions: string | null = null): Promise<void> {
  const result = await decide(w.db, await actorFor(w.db, w.supervisor), { ...await signingInput(w, requestId), outcome, actions }, NOON);
  if (!result.ok) throw new Error(result.code);
}

const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

async function askedAgain(w: SigningWorld): Promise<string> {
  const result = await askSignOff(w.db, await actorFor(w.db, w.trainee), { stage: 1 }, NOON);
  if (!result.ok) throw new Error(result.code);
  return result.value.requestId;
}

async function pageOf(w: SigningWorld, requestId: string) {
  const { cookie } = await signIn(w.db, w.trainee.id, NOON);
  return loadRequestPage(requestOf("/sign-off/x", { cookie }), requestId, contextFor(w.db, NOON));
}

test("nothing logged: each thing that is missing leads to where it is done, and nothing can be asked", async () => {
  const { next, decided: signed, earlier } = await view(await world());
  expect(next).toMatchObject({ stage: 1, stageName: "Stage 1", open: null, mayAsk: false, toDo: null });
  expect(next?.missing.map(({ text, act }) => [text, act?.to])).toEqual([
    ["Cycles: 0 of 1, one cycle to go", "/log/cycles/new"], ["One shared review of this stage with feedback from a supervisor", "/submissions"],
  ]);
  expect([signed, earlier]).toEqual([[], []]);
});

test("only the review is missing, then it can be asked, then it waits for the supervisor: the next step follows", async () => {
  const w = await world();
  const entryId = await loggedCycle(w);
  expect(signOffStep(await view(w))).toEqual({ state: "needs_review" });
  await reviewed(w, { entryId });
  expect(signOffStep(await view(w))).toEqual({ state: "ready", stage: 1 });
  expect(signOffStep(await view(w, w.supervisor))).toBeNull();
});

test("a request that waits says since when and for whom, also to a supervisor; taken back it stays in the list", async () => {
  const w = await world();
  const requestId = await asked(w);
  const { next } = await view(w);
  expect(next?.open).toEqual({ requestId, state: "waiting", text: "Asked on 21 November 2026. It waits for Agnieszka Wiśniewska-Reid to sign." });
  expect(signOffStep({ next })).toEqual({ state: "asked", requestId });
  await withdrawRequest(w.db, await actorFor(w.db, w.trainee), { requestId }, NOON);
  expect((await view(w, w.supervisor)).earlier).toMatchObject([{ id: requestId, state: "withdrawn", actions: null }]);
});

test("the last stage waits for a recommendation, whoever is asked to decide", async () => {
  const w = await world();
  await asked(w, 3);
  await assigned(w, w.reviewer);
  expect((await view(w)).next?.open?.text).toContain("It waits for Agnieszka Wiśniewska-Reid to recommend it; then somebody else decides.");
});

test("not yet: what is still to be done stands with the stage until it is asked again, and in the list for good", async () => {
  const w = await world();
  await decided(w, await asked(w), "not_yet", "One more family.");
  const { next, earlier } = await view(w);
  expect([next?.toDo, next?.mayAsk]).toEqual(["One more family.", true]);
  expect(earlier).toMatchObject([{ state: "not_yet", actions: "One more family.", detail: "“Not yet”, said Agnieszka Wiśniewska-Reid on 21 November 2026" }]);
});

test("signed: by whom, when, under which hash; what is voided afterwards is shown beside it, and the decision stands", async () => {
  const w = await world();
  const requestId = await asked(w);
  await decided(w, requestId, "signed");
  const hash = (await view(w)).decided[0]?.hash;
  expect((await view(w)).decided).toMatchObject([{ title: "Stage 1: signed on 21 November 2026 by Agnieszka Wiśniewska-Reid", requestId, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, moved: [], reopening: null }]);
  const { entry_id: entryId } = await w.db.reader.selectFrom("current_cycle").select("entry_id").executeTakeFirstOrThrow();
  await voidLockedEntry(w.db, await actorFor(w.db, w.supervisor), { entryId, fromVersion: 1, reason: "Not held." }, NOON);
  const { decided: signed } = await view(w);
  expect([signed[0]?.hash, signed[0]?.moved]).toEqual([hash, ["Cycles: 1 then, 0 now", expect.stringMatching(/^Voided: Cycle with C-/) as string]]);
});

test("reopened: by whom, when and why, and that the sign-off no longer stands", async () => {
  const w = await world();
  await decided(w, await asked(w), "signed");
  await reopenStage(w.db, await actorFor(w.db, w.lead), { traineeId: w.trainee.id, stage: 1, reason: "A film was wrong." }, NOON);
  expect((await view(w)).decided).toMatchObject([{ title: "Stage 1 was reopened on 21 November 2026", moved: [], reopening: { why: "Morag Lead: A film was wrong.", before: expect.stringContaining("no longer stands") as string } }]);
  expect((await view(w)).next).toMatchObject({ stage: 1, mayAsk: true });
});

test("signed, reopened and signed again on one day by one person: each decision stands with its own closing, in the list and on its page", async () => {
  const w = await world();
  const requestIds: string[] = [];
  for (const reason of ["A film was wrong.", "A day was wrong.", null]) {
    const requestId = requestIds.length === 0 ? await asked(w) : await askedAgain(w);
    requestIds.push(requestId);
    await decided(w, requestId, "signed");
    if (reason !== null) await reopenStage(w.db, await actorFor(w.db, w.lead), { traineeId: w.trainee.id, stage: 1, reason }, later(requestIds.length));
  }
  const reasons = new Map((await view(w)).decided.map(({ requestId, reopening }) => [requestId, reopening?.why ?? null]));
  expect(requestIds.map((id) => reasons.get(id))).toEqual(["Morag Lead: A film was wrong.", "Morag Lead: A day was wrong.", null]);
  const pages = [];
  for (const id of requestIds) pages.push((await pageOf(w, id)).afterwards);
  expect(pages).toMatchObject([{ isReopened: true, reason: "Morag Lead: A film was wrong." }, { isReopened: true, reason: "Morag Lead: A day was wrong." }, { isReopened: false, reason: null }]);
  expect(new Set((await view(w)).decided.map(({ key }) => key)).size).toBe(3);
});
