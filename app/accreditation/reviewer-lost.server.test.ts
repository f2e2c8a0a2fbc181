import { expect, test } from "vitest";

import { findLedTrainee } from "#app/outcomes/trainee-queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment } from "#tests/support/factories.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { asked, assigned, makeReviewer, makeSigningWorld, recommended, type SigningWorld } from "#tests/support/signing.ts";

import { loadListPage } from "./list-page.server.ts";
import { loadRequestPage } from "./request-page.server.ts";

type Lose = (world: SigningWorld) => Promise<unknown>;
const endGrant: Lose = ({ db, reviewer }) => db.reader.updateTable("role_grant").set({ ends_on: "2026-11-20" }).where("person_id", "=", reviewer.id).execute();
const endIndependence: Lose = ({ db, reviewer }) => db.reader.updateTable("role_grant").set({ is_independent_reviewer: 0 }).where("person_id", "=", reviewer.id).execute();
const endAccreditation: Lose = ({ db, reviewer }) => db.reader.updateTable("supervisor_accreditation").set({ accredited_to: "2026-11-20" }).where("person_id", "=", reviewer.id).execute();
const supervise: Lose = ({ db, reviewer, trainee }) => makeAssignment(db, { traineeId: trainee.id, supervisorId: reviewer.id, startsOn: "2026-11-01", endsOn: "2026-11-02" });

async function recommendedFor(world: SigningWorld): Promise<string> {
  const requestId = await asked(world, 3);
  await assigned(world, world.reviewer);
  await recommended(world, requestId, 3);
  return requestId;
}

async function waitsFor({ db, trainee }: SigningWorld, requestId: string) {
  const { cookie } = await signIn(db, trainee.id, NOON);
  return (await loadRequestPage(requestOf("/sign-off/x", { cookie }), requestId, contextFor(db, NOON))).waitsFor;
}

const ledDetail = async ({ db, lead }: SigningWorld) => (await loadListPage(db.reader, await actorFor(db, lead))).led?.[0]?.detail;

test.each<readonly [string, Lose, string]>([
  ["holds the role no longer", endGrant, "no_standing"], ["is an independent reviewer no longer", endIndependence, "no_standing"],
  ["is accredited no longer", endAccreditation, "not_accredited"], ["turns out to have supervised the trainee", supervise, "ever_supervised"],
])("a reviewer who %s is waited for no longer: a lead reads why, the trainee that somebody else is asked", async (_, lose, why) => {
  const world = await makeSigningWorld(await freshDatabase());
  const requestId = await recommendedFor(world);
  expect([await waitsFor(world, requestId), await ledDetail(world)]).toEqual([expect.stringContaining(world.reviewer.name), expect.stringContaining("is asked to decide")]);
  await lose(world);
  expect(await waitsFor(world, requestId)).toBe("It waits for a programme lead to ask an independent reviewer.");
  expect(await ledDetail(world)).toContain(`${world.reviewer.name} was asked to decide and can do so no longer`);
  expect((await findLedTrainee(world.db.reader, world.trainee.id, "2026-11-21"))?.request).toMatchObject({ reviewer: world.reviewer.name, lost: why });
  await assigned(world, await makeReviewer(world));
  expect(await waitsFor(world, requestId)).toContain("the independent reviewer, to decide");
  expect(await ledDetail(world)).toContain("is asked to decide");
});
