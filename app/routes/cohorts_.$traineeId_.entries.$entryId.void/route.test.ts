import { expect, test } from "vitest";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { findEntry } from "#app/logbook/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { MadePerson } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { closedBefore } from "#tests/support/signing.ts";

import * as question from "../cohorts_.$traineeId_.entries.$entryId.question/route.tsx";
import * as voiding from "./route.tsx";

const NOTE = "She waited for him.";
const WHAT = "Ailsa Rutherglen: supervision";

interface Locked extends World {
  readonly cycleId: string;
  readonly sessionId: string;
}

async function lockedWorld(): Promise<Locked> {
  const world = await makeWorld(await freshDatabase());
  const [cycleId, sessionId] = [await loggedCycle(world, { note: NOTE }), await loggedSupervision(world, { note: NOTE })];
  await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId: sessionId, version: 1 }], decision: "confirmed", note: null }, NOON);
  await closedBefore(world, 2, "2026-11-21");
  return { ...world, cycleId, sessionId };
}

type Act = typeof voiding | typeof question;

async function argsFor({ db, trainee }: Locked, who: MadePerson, entryId: string, form?: Readonly<Record<string, string>>) {
  const { cookie } = await signIn(db, who.id, NOON);
  return { request: requestOf("/cohorts/x", { cookie, ...(form ? { form } : {}) }), context: contextFor(db, NOON), params: { traineeId: trainee.id, entryId } };
}

const open = async (world: Locked, route: Act, entryId = world.sessionId, who: MadePerson = world.lead) => route.loader(await argsFor(world, who, entryId));

async function send(world: Locked, route: Act, reason: string, entryId = world.sessionId, who: MadePerson = world.lead) {
  const answer = await route.action(await argsFor(world, who, entryId, { fromVersion: "1", reason }));
  if (!("init" in answer)) return { status: answer.status, to: answer.headers.get("location") };
  return { status: answer.init?.status, error: answer.data.lastResult.error, typed: answer.data.lastResult.initialValue };
}

test.each([["voids", voiding, "voided"], ["asks about", question, "questioned"]] as const)("a lead %s a locked session by its kind and day, without its content", async (_, route, saved) => {
  const world = await lockedWorld();
  const shown = await open(world, route);
  expect(shown).toMatchObject({ what: expect.stringContaining(WHAT) as string, stage: 1, instead: null });
  expect(JSON.stringify(shown)).not.toContain(NOTE);
  expect(await send(world, route, "It was held with somebody else.")).toEqual({ status: 302, to: `/cohorts/${world.trainee.id}?saved=${saved}` });
});

test("the trainee reads what was asked, and the session counts no longer", async () => {
  const world = await lockedWorld();
  await send(world, question, "Was this a group?");
  expect(await findEntry(world.db.reader, await actorFor(world.db, world.trainee), world.sessionId)).toMatchObject({ confirmation: "questioned", confirmationNote: "Was this a group?", voided: false });
});

test("the second press is told that it was done already, and the page says so too", async () => {
  const world = await lockedWorld();
  await send(world, question, "Was this a group?");
  expect(await send(world, question, "Was this a group?")).toMatchObject({ status: 409, error: { "": ["There is a question about this entry already, so nothing was changed."] }, typed: { reason: "Was this a group?" } });
  expect((await open(world, question)).instead).toBe("There is a question about this entry already, so nothing was changed.");
  for (const entryId of [world.sessionId, world.cycleId]) {
    await send(world, voiding, "It was held with somebody else.", entryId);
    expect(await send(world, voiding, "It was held with somebody else.", entryId)).toMatchObject({ status: 409, error: { "": ["This entry was voided, so it can no longer be changed."] } });
    expect((await open(world, voiding, entryId)).instead).toBe("This entry was voided, so it can no longer be changed.");
  }
  expect(await send(world, question, "Was this a group?")).toMatchObject({ status: 409 });
});

test("nothing is asked about a cycle, which nobody confirms; what is not locked, and another's entry, are not there; nor is any of it for others", async () => {
  const world = await lockedWorld();
  const unlocked = await loggedCycle(world, { filmedOn: "2026-11-20", reviewedOn: null });
  await expect(open(world, question, world.cycleId)).rejects.toMatchObject({ status: 404 });
  await expect(send(world, question, "Why?", world.cycleId)).rejects.toMatchObject({ status: 404 });
  for (const route of [voiding, question]) {
    for (const entryId of [unlocked, "nothing"]) await expect(open(world, route, entryId)).rejects.toMatchObject({ status: 404 });
    await expect(open({ ...world, trainee: world.peer }, route)).rejects.toMatchObject({ status: 404 });
    for (const who of [world.trainee, world.supervisor, world.peer, world.stranger]) {
      await expect(open(world, route, world.sessionId, who)).rejects.toMatchObject({ status: 404 });
      await expect(send(world, route, "Why?", world.sessionId, who)).rejects.toMatchObject({ status: 404 });
    }
  }
});
