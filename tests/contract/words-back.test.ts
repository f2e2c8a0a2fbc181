import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { newId } from "#app/platform/ids.ts";
import { contextFor, signIn, TEST_ORIGIN } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, NOON } from "#tests/support/logbook.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { submitted } from "#tests/support/review.ts";
import { asked, assigned, closedBefore, makeReviewer, makeSigningWorld, recommended, signingInput, type SigningWorld } from "#tests/support/signing.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

const TYPED = "She waited <b>longer</b> & then \"looked\".";
const ESCAPED = "She waited &lt;b&gt;longer&lt;/b&gt; &amp; then &quot;looked&quot;.";
const NOT_RECORDED = "Nothing was recorded";

type Form = Readonly<Record<string, string>>;
type Who = "trainee" | "supervisor" | "reviewer" | "lead" | "stranger";

interface Answer { readonly status: number; readonly text: string }

/** Sends a form to the built app in earnest, as that person of the world, signed in before anything of theirs ended. */
async function stage(closing?: "second_supervisor") {
  const world = await makeSigningWorld(await freshDatabase(), closing);
  const { environment, ...services } = contextFor(world.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const cookies = new Map<string, string>();
  for (const who of ["trainee", "supervisor", "reviewer", "lead", "stranger"] as const) cookies.set(who, (await signIn(world.db, world[who].id, NOON)).cookie);
  const send = async (who: Who, to: string, form: Form): Promise<Answer> => {
    const headers = { "sec-fetch-site": "same-origin", "accept": "text/html", "referer": TEST_ORIGIN + to, "cookie": cookies.get(who) ?? "" };
    const answer = await handle(new Request(TEST_ORIGIN + to, { method: "POST", headers, body: new URLSearchParams(form) }), { address: "192.0.2.1" });
    return { status: answer.status, text: await answer.text() };
  };
  return { ...world, send };
}
type Stage = Awaited<ReturnType<typeof stage>>;

const END = "2026-11-20";
const endRelation = ({ db, supervisor }: SigningWorld) => db.reader.updateTable("supervisor_assignment").set({ ends_on: END }).where("supervisor_id", "=", supervisor.id).execute();
const endGrant = async ({ db }: SigningWorld, { id }: { id: string }) => db.reader.updateTable("role_grant").set({ ends_on: END }).where("person_id", "=", id).execute();
const endAccreditation = ({ db, supervisor }: SigningWorld) => db.reader.updateTable("supervisor_accreditation").set({ accredited_to: END }).where("person_id", "=", supervisor.id).execute();

async function seenForm(world: SigningWorld, requestId: string, stageNumber = 1): Promise<Form> {
  const { seen } = await signingInput(world, requestId, stageNumber);
  return { recordVersion: String(seen.recordVersion), evidenceHash: seen.evidenceHash, actions: TYPED };
}

const written = async ({ db }: SigningWorld): Promise<number> => (await db.reader.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;

/** The page but for the numbers that no two answers share. */
const likeAnyOther = (text: string): string => text.replaceAll(/nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27,}|[0-9A-Za-z_-]{20,}/g, "");

function expectBack(world: Stage, { status, text }: Answer, wanted: number, hidden = world.trainee.name): void {
  expect(status).toBe(wanted);
  expect(text).toContain(NOT_RECORDED);
  expect(text).toMatch(new RegExp(`<textarea[^>]* readonly[^>]*>${ESCAPED.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}</textarea>`, "i"));
  expect(text).not.toContain(hidden);
}

test.each<readonly [string, (world: Stage) => Promise<unknown>, number]>([
  ["relation", endRelation, 404], ["accreditation", endAccreditation, 403],
  ["grant, beside one as a trainee", async (world) => { await endGrant(world, world.supervisor); await makeGrant(world.db, { personId: world.supervisor.id, programmeId: world.programmeId, role: "trainee" }); }, 404],
  ["last grant", (world) => endGrant(world, world.supervisor), 401],
])("“not yet” of a supervisor whose %s ended meanwhile: nothing is recorded, and every word comes back", async (_, end, status) => {
  const world = await stage();
  const requestId = await asked(world);
  const [form, before] = [await seenForm(world, requestId), await written(world)];
  await end(world);
  expectBack(world, await world.send("supervisor", `/sign-off/${requestId}/not-yet`, form), status);
  expect(await written(world)).toBe(before);
});

test("“not yet” of a reviewer in whose place somebody else was asked comes back", async () => {
  const world = await stage();
  const requestId = await asked(world, 3);
  await assigned(world, world.reviewer);
  await recommended(world, requestId, 3);
  const form = await seenForm(world, requestId, 3);
  await assigned(world, await makeReviewer(world));
  expectBack(world, await world.send("reviewer", `/sign-off/${requestId}/not-yet`, form), 404);
});

test("why a stage is reopened comes back to somebody who leads no longer", async () => {
  const world = await stage();
  await closedBefore(world, 2);
  await endGrant(world, world.lead);
  await makeGrant(world.db, { personId: world.lead.id, programmeId: world.programmeId, role: "supervisor" });
  expectBack(world, await world.send("lead", `/cohorts/${world.trainee.id}/stages/1/reopen`, { reason: TYPED }), 404);
});

test("where nothing is typed it is said too, that nothing was recorded", async () => {
  const world = await stage("second_supervisor");
  const requestId = await asked(world);
  const { actions: _, ...form } = await seenForm(world, requestId);
  await endRelation(world);
  for (const [who, act] of [["supervisor", "recommend"], ["supervisor", "sign"], ["stranger", "withdraw"], ["supervisor", "reviewer"]] as const) {
    const { status, text } = await world.send(who, `/sign-off/${requestId}/${act}`, form);
    expect([act, status, text.includes(NOT_RECORDED)]).toEqual([act, 404, true]);
    expect(text).not.toMatch(/<textarea/);
  }
});

test("a stranger, whoever may no longer, and an address that never was get one and the same page", async () => {
  const world = await stage();
  const requestId = await asked(world);
  const form = await seenForm(world, requestId);
  await endRelation(world);
  const ended = await world.send("supervisor", `/sign-off/${requestId}/not-yet`, form);
  const never = await world.send("supervisor", `/sign-off/${newId()}/not-yet`, form);
  expect(likeAnyOther(ended.text)).toBe(likeAnyOther(never.text));
  const strange = [await world.send("stranger", `/sign-off/${requestId}/not-yet`, form), await world.send("stranger", `/sign-off/${newId()}/not-yet`, form)] as const;
  expect(likeAnyOther(strange[0].text)).toBe(likeAnyOther(strange[1].text));
});

test.each([["feedback", "workingPoint"], ["send", "nextStep"], ["return", "question"], ["reply", "text"], ["moments", "note"]])("a review that is no longer theirs gives back what was typed: %s", async (act, field) => {
  const world = await stage();
  const submissionId = await submitted(world);
  await endRelation(world);
  expectBack(world, await world.send("supervisor", `/submissions/${submissionId}/${act}`, { [field]: TYPED }), 404);
});

test.each(["void", "question"])("the reason to %s an entry of somebody whom they supervise no longer comes back", async (act) => {
  const world = await stage();
  const entryId = await loggedCycle(world);
  await endRelation(world);
  expectBack(world, await world.send("supervisor", `/log/entries/${entryId}/${act}`, { fromVersion: "1", reason: TYPED }), 404);
});

const INTENTION = { intention: TYPED, requestId: "made-by-the-form" };

test.each<readonly [string, Form]>([["", { ...INTENTION, reference: "VIG/2026/12" }], ["/together", { ...INTENTION, watchedOnChoice: "today" }], ["/film", INTENTION]])(
  "what a trainee would like to be looked at comes back where the cycle was submitted from another tab: submit%s", async (way, form) => {
    const world = await stage();
    const entryId = await loggedCycle(world);
    await submitted(world, { entryId });
    const { status, text } = await world.send("trainee", `/log/entries/${entryId}/submit${way}`, { ...form, watchedWith: world.supervisor.id, clip: newId() });
    expect(status).toBe(409);
    expect(text).toContain(`>${ESCAPED}</textarea>`);
    expect(text).toContain("waits for your supervisor");
  });

test("it comes back where the cycle was voided meanwhile, or has no shared review any more", async () => {
  const world = await stage();
  const voided = await loggedCycle(world);
  const moved = await loggedCycle(world, { filmedOn: "2026-11-04" });
  await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: voided, fromVersion: 1, reason: "Logged twice." }, NOON);
  await world.db.reader.updateTable("cycle_version").set({ reviewed_on: null }).where("entry_id", "=", moved).execute();
  for (const entryId of [voided, moved]) {
    const { status, text } = await world.send("trainee", `/log/entries/${entryId}/submit`, { ...INTENTION, reference: "VIG/2026/12" });
    expect(status).toBe(409);
    expect(text).toContain(`>${ESCAPED}</textarea>`);
    expect(text).toContain("VIG/2026/12</textarea>");
  }
});

test("it comes back to somebody who is a trainee no longer", async () => {
  const world = await stage();
  const entryId = await loggedCycle(world);
  await endGrant(world, world.trainee);
  await makeGrant(world.db, { personId: world.trainee.id, programmeId: world.programmeId, role: "supervisor" });
  expectBack(world, await world.send("trainee", `/log/entries/${entryId}/submit`, { ...INTENTION, reference: "VIG/2026/12" }), 403, world.supervisor.name);
});

test.each([["/log/cycles/new", "note"], ["/log/supervision/new", "note"], ["/log/clients/new", "helpingQuestion"], ["/log/reflections/new", "text"]])(
  "what somebody writes into their log comes back to them as a trainee no longer: %s", async (to, field) => {
    const world = await stage();
    await endGrant(world, world.trainee);
    await makeGrant(world.db, { personId: world.trainee.id, programmeId: world.programmeId, role: "supervisor" });
    expectBack(world, await world.send("trainee", to, { [field]: TYPED }), 403, world.supervisor.name);
  });

test("somebody who is signed out meanwhile has their words, and a way to sign in that leads back to the form", async () => {
  const world = await stage();
  await world.db.reader.updateTable("session").set({ expires_at: "2026-11-20T00:00:00.000Z" }).where("person_id", "=", world.trainee.id).execute();
  const answer = await world.send("trainee", "/log/cycles/new", { note: TYPED });
  expectBack(world, answer, 401, world.supervisor.name);
  expect(answer.text).toContain('href="/sign-in?redirectTo=%2Flog%2Fcycles%2Fnew&amp;unsaved=1"');
});

test("why earlier work is recognised comes back to somebody who leads no longer", async () => {
  const world = await stage();
  await endGrant(world, world.lead);
  await makeGrant(world.db, { personId: world.lead.id, programmeId: world.programmeId, role: "supervisor" });
  expectBack(world, await world.send("lead", `/cohorts/${world.trainee.id}/recognised/new`, { reason: TYPED }), 404);
});

test("a void from a page that is no longer fresh is asked again: what stands now, beside what was typed", async () => {
  const world = await stage();
  const entryId = await loggedCycle(world);
  const { client_id: client } = await world.db.reader.selectFrom("cycle_version").select("client_id").where("entry_id", "=", entryId).executeTakeFirstOrThrow();
  const changed = await world.send("trainee", `/log/entries/${entryId}/change`, { fromVersion: "1", client, filmedOnChoice: "yesterday", filmMinutes: "7" });
  expect(changed.status).toBe(302);
  const { status, text } = await world.send("trainee", `/log/entries/${entryId}/void`, { fromVersion: "1", reason: TYPED });
  expect(status).toBe(409);
  expect(text).toContain(`>${ESCAPED}</textarea>`);
  const stands = /<section class="fresh-values">(.*?)<\/section>/s.exec(text)?.[1] ?? "";
  expect(stands).toContain("What stands now");
  expect(stands.replaceAll(/&nbsp;|\u00a0/g, " ")).toContain("7 min");
  expect(text).toMatch(/name="fromVersion"[^>]*value="2"/);
  expect((await world.send("trainee", `/log/entries/${entryId}/void`, { fromVersion: "2", reason: TYPED })).status).toBe(302);
});
