import { expect, test } from "vitest";

import { readRequest } from "#app/accreditation/queries.server.ts";
import { hashPassword, storePassword } from "#app/people/passwords.server.ts";
import { readSession } from "#app/people/sessions.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedCycle, NOON } from "#tests/support/logbook.ts";
import { asked, makeSigningWorld, signingInput, type SigningWorld } from "#tests/support/signing.ts";

import * as sign from "../sign-off_.$requestId_.sign/route.tsx";
import * as notYet from "./route.tsx";

const PASSWORD = "four plain words here";
const ACTIONS = "One more shared review, with a longer wait before you guide.";

interface Stage extends SigningWorld {
  readonly requestId: string;
  readonly cookie: string;
  readonly form: Readonly<Record<string, string>>;
}

async function stage(): Promise<Stage> {
  const world = await makeSigningWorld(await freshDatabase());
  const requestId = await asked(world);
  const hashed = await hashPassword(PASSWORD);
  await world.db.inTransaction((trx) => storePassword(trx, world.supervisor.id, hashed, NOON));
  const { seen } = await signingInput(world, requestId);
  const form = { recordVersion: String(seen.recordVersion), evidenceHash: seen.evidenceHash };
  return { ...world, requestId, form, cookie: (await signIn(world.db, world.supervisor.id, NOON)).cookie };
}

type Act = typeof sign | typeof notYet;

async function send({ db, cookie, form, requestId }: Stage, route: Act, over: Readonly<Record<string, string>> = {}, isDemo = false) {
  const answer = await route.action({ request: requestOf("/sign-off/x", { cookie, form: { ...form, ...over } }), context: contextFor(db, NOON, { isDemo }), params: { requestId } });
  if (!("init" in answer)) return { status: answer.status, to: answer.headers.get("location") };
  return { status: answer.init?.status, error: answer.data.lastResult.error, typed: answer.data.lastResult.initialValue };
}

const stateOf = async ({ db, requestId }: Stage) => (await readRequest(db.reader, requestId))?.state;

test("without a recent proof nothing is signed, and what was typed stands in the form that asks for the password", async () => {
  const s = await stage();
  expect(await send(s, notYet, { actions: ACTIONS })).toMatchObject({ status: 400, error: { password: [expect.any(String)] }, typed: { actions: ACTIONS } });
  expect(await send(s, notYet, { actions: ACTIONS, password: "another guess of mine" })).toMatchObject({ status: 400, typed: { actions: ACTIONS } });
  expect(await send(s, sign)).toMatchObject({ status: 400, error: { password: [expect.any(String)] } });
  expect(await stateOf(s)).toBe("waiting");
});

test("the right password signs with the same form, is proved for what follows, and never comes back into the page", async () => {
  const s = await stage();
  expect(await send(s, notYet, { actions: "", password: PASSWORD })).toMatchObject({ status: 400, error: { actions: [expect.any(String)] }, typed: expect.not.objectContaining({ password: PASSWORD }) as object });
  expect(await send(s, notYet, { actions: ACTIONS, password: PASSWORD })).toEqual({ status: 302, to: `/sign-off/${s.requestId}?saved=decided` });
  expect((await readSession(s.db, requestOf("/", { cookie: s.cookie }), NOON))?.reauthenticatedAt).toBe(NOON.toISOString());
  expect((await readRequest(s.db.reader, s.requestId))?.signatures).toMatchObject([{ outcome: "not_yet", actions: ACTIONS, statement: expect.stringContaining("stage 1") as string }]);
});

test("the sentence is the catalogue's, whatever the form says", async () => {
  const s = await stage();
  expect(await send(s, sign, { password: PASSWORD, statement: "I have looked at nothing." })).toMatchObject({ status: 302 });
  expect((await readRequest(s.db.reader, s.requestId))?.signatures[0]?.statement).toBe("I have looked at the evidence of stage 1 as it stands here. What it asks is met, and I sign it off.");
});

test("what moved since it was looked at: 409, and what was typed stays", async () => {
  const s = await stage();
  await loggedCycle(s, { filmedOn: "2026-11-04", reviewedOn: "2026-11-11" });
  expect(await send(s, notYet, { actions: ACTIONS }, true)).toMatchObject({ status: 409, typed: { actions: ACTIONS } });
  expect(await stateOf(s)).toBe("waiting");
});

test("the second of two tabs is told that it was done already", async () => {
  const s = await stage();
  expect(await send(s, sign, {}, true)).toMatchObject({ status: 302 });
  expect(await send(s, notYet, { actions: ACTIONS }, true)).toMatchObject({ status: 409, error: { "": ["This was done already, so nothing was changed."] }, typed: { actions: ACTIONS } });
  expect(await stateOf(s)).toBe("signed");
});

test.each([
  ["a telephone number", "Ring me on 0131 496 0123."], ["an address", "Write to me at mairi@example.org."], ["more than the longest text", "a".repeat(2001)],
])("%s is not taken, and stays on the screen", async (_, actions) => {
  const s = await stage();
  expect(await send(s, notYet, { actions }, true)).toMatchObject({ status: 400, error: { actions: [expect.any(String)] }, typed: { actions } });
});
