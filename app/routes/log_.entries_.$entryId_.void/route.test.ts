import { expect, test } from "vitest";

import { reopenStage } from "#app/accreditation/lead-acts.server.ts";
import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { closedBefore } from "#tests/support/signing.ts";

import * as asLead from "../cohorts_.$traineeId_.entries.$entryId.void/route.tsx";
import * as question from "../log_.entries_.$entryId_.question/route.tsx";
import * as page from "./route.tsx";

const PAGES = [["a supervisor who voids", page, "supervisor"], ["a supervisor who asks", question, "supervisor"], ["a lead who voids", asLead, "lead"]] as const;

/** A confirmed session of a stage that was signed. */
async function signedWorld(): Promise<World & { readonly entryId: string }> {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedSupervision(world);
  await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId, version: 1 }], decision: "confirmed", note: null }, NOON);
  await closedBefore(world, 2, "2026-11-19");
  return { ...world, entryId };
}

async function argsFor({ db, trainee, entryId, ...people }: World & { readonly entryId: string }, who: "supervisor" | "lead", form?: Readonly<Record<string, string>>) {
  const { cookie } = await signIn(db, people[who].id, NOON);
  return { request: requestOf("/x", { cookie, ...(form ? { form } : {}) }), context: contextFor(db, NOON), params: { traineeId: trainee.id, entryId } };
}

test.each(PAGES)("%s while the stage is reopened is told so, and keeps what was typed", async (_, { loader, action }, who) => {
  const world = await signedWorld();
  expect(await loader(await argsFor(world, who))).toMatchObject({ instead: null });
  await reopenStage(world.db, await actorFor(world.db, world.lead), { traineeId: world.trainee.id, stage: 1, reason: "The wrong session." }, NOON);
  const answer = await action(await argsFor(world, who, { fromVersion: "1", reason: "Held with somebody else." }));
  expect(answer).toMatchObject({ init: { status: 409 }, data: { lastResult: { initialValue: { reason: "Held with somebody else." } } } });
  const instead: unknown = expect.stringMatching(/does not stand signed/);
  expect(await loader(await argsFor(world, who)), "the page is there to show it on").toMatchObject({ instead });
});

test.each(PAGES)("%s of a stage that never was signed has no such page", async (_, { loader, action }, who) => {
  const world = await makeWorld(await freshDatabase());
  const open = { ...world, entryId: await loggedSupervision(world) };
  const status = who === "lead" ? 404 : 403;
  await expect(loader(await argsFor(open, who))).rejects.toMatchObject({ status });
  await expect(action(await argsFor(open, who, { fromVersion: "1", reason: "Held with somebody else." }))).rejects.toMatchObject({ status });
});
