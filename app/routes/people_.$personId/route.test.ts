import { expect, test } from "vitest";

import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as person from "./route.tsx";

const NOW = new Date("2026-03-12T08:00:00.000Z");

async function portal() {
  const db = await freshDatabase();
  const [here, elsewhere] = [await makeProgramme(db), await makeProgramme(db, "Elsewhere")];
  const [admin, trainee, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: admin.id, programmeId: here.id, role: "administrator" });
  await makeGrant(db, { personId: trainee.id, programmeId: here.id, role: "trainee" });
  await makeGrant(db, { personId: trainee.id, programmeId: elsewhere.id, role: "lead" });
  await makeGrant(db, { personId: stranger.id, programmeId: elsewhere.id, role: "trainee" });
  return { db, admin, trainee, stranger };
}

type Portal = Awaited<ReturnType<typeof portal>>;

async function statusFor({ db }: Portal, asker: string, personId: string): Promise<number> {
  const { cookie } = await signIn(db, asker, NOW);
  const answer: unknown = await person.loader({ request: requestOf("/people/x", { cookie }), context: contextFor(db, NOW), params: { personId } }).catch((t: unknown) => t);
  return answer instanceof Response ? answer.status : 200;
}

test("an administrator opens people of the own programme; others' and nonsense are not there; nobody else may", async () => {
  const setting = await portal();
  const { admin, trainee, stranger } = setting;
  for (const [asker, personId, status] of [
    [admin.id, trainee.id, 200], [admin.id, admin.id, 200], [admin.id, stranger.id, 404], [admin.id, "nonsense", 404], [admin.id, "../../x", 404],
    [trainee.id, trainee.id, 403], [stranger.id, stranger.id, 403],
  ] as const) expect([personId, await statusFor(setting, asker, personId)]).toEqual([personId, status]);
});

test("of roles, only those in the administrator's programmes are shown", async () => {
  const { db, admin, trainee } = await portal();
  const { cookie } = await signIn(db, admin.id, NOW);
  const page = await person.loader({ request: requestOf("/people/x", { cookie }), context: contextFor(db, NOW), params: { personId: trainee.id } });
  expect(page.grants.map((g) => g.role)).toEqual(["trainee"]);
});
