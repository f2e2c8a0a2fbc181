import { expect, test } from "vitest";

import { shareReflection } from "#app/logbook/share-reflection.server.ts";
import { writeReflection } from "#app/logbook/write-reflection.server.ts";
import { loader as account } from "#app/routes/account/route.tsx";
import { loader as archive } from "#app/routes/account_.archive/route.tsx";
import { loader as one } from "#app/routes/log_.reflections_.$id/route.tsx";
import { action as withdraw } from "#app/routes/log_.reflections_.$id_.withdraw/route.tsx";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant } from "#tests/support/factories.ts";
import { actorFor, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { loader } from "./route.tsx";

async function args({ db }: World, person: { readonly id: string }, path: string, over: { form?: Readonly<Record<string, string>>; id?: string } = {}) {
  const { cookie } = await signIn(db, person.id, NOON);
  return { request: requestOf(path, { cookie, ...(over.form ? { form: over.form } : {}) }), context: contextFor(db, NOON), params: over.id === undefined ? {} : { id: over.id } };
}

/** Somebody who shared a reflection as a trainee and supervises now. */
async function makeSupervisorWhoTrained() {
  const world = await makeWorld(await freshDatabase());
  const { db, trainee, supervisor, programmeId } = world;
  const actor = await actorFor(db, trainee);
  const written = await writeReflection(db, actor, { requestId: "first", content: { writtenOn: "2026-11-20", text: "I waited.", entryId: null } }, NOON);
  const id = written.ok ? written.value.reflectionId : "";
  await shareReflection(db, actor, { id, personIds: [supervisor.id] }, NOON);
  await db.reader.updateTable("role_grant").set({ ends_on: "2026-11-20" }).where("person_id", "=", trainee.id).execute();
  await makeGrant(db, { personId: trainee.id, programmeId, role: "supervisor" });
  return { world, id };
}

test("somebody who was a trainee and supervises now reads their own reflections, takes one back, and takes their record along", async () => {
  const { world, id } = await makeSupervisorWhoTrained();
  const { trainee, supervisor } = world;
  expect(await loader(await args(world, trainee, "/log/reflections"))).toMatchObject({ total: 1, mayWrite: false });
  expect(await one(await args(world, trainee, `/log/reflections/${id}`, { id }))).toMatchObject({ shares: [{ personId: supervisor.id, holds: false }] });
  const taken = await withdraw(await args(world, trainee, `/log/reflections/${id}/withdraw`, { id, form: { personId: supervisor.id } }));
  expect(taken instanceof Response && taken.status).toBe(302);
  expect(await one(await args(world, trainee, `/log/reflections/${id}`, { id }))).toMatchObject({ shares: [] });
  expect(await account(await args(world, trainee, "/account"))).toMatchObject({ hasRecord: true });
  expect(await archive(await args(world, trainee, "/account/archive"))).toMatchObject({ data: { notMade: null } });
});

test("a supervisor who was never a trainee has neither", async () => {
  const world = await makeWorld(await freshDatabase());
  const asked = await args(world, world.supervisor, "/log/reflections");
  expect(await loader(asked).catch((thrown: unknown) => (thrown instanceof Response ? thrown.status : undefined))).toBe(403);
  expect(await account(await args(world, world.supervisor, "/account"))).toMatchObject({ hasRecord: false });
});
