import { expect, test } from "vitest";

import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeBoard, makeCohort, makeGrant, makePathwayVersion, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as person from "../people_.$personId/route.tsx";
import * as enrolment from "./route.tsx";

const NOW = new Date("2026-03-12T08:00:00.000Z");

async function portal() {
  const db = await freshDatabase();
  const programmeId = (await makeProgramme(db)).id;
  const [admin, trainee] = [await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: admin.id, programmeId, role: "administrator" });
  await makeGrant(db, { personId: trainee.id, programmeId, role: "trainee" });
  const [version, board, cohort] = [await makePathwayVersion(db, plainDefinition), await makeBoard(db), await makeCohort(db, programmeId)];
  const { cookie } = await signIn(db, admin.id, NOW);
  const typed = { programmeId, pathwayVersionId: version.id, startedOnDay: "2", startedOnMonth: "3", startedOnYear: "2026", cohortId: cohort.id, newCohort: "", boardCode: board.code, sector: "nhs" };
  const asked = (over?: Partial<typeof typed>) => ({
    request: requestOf(`/people/${trainee.id}/enrolment`, { cookie, ...(over ? { form: { ...typed, ...over } } : {}) }), context: contextFor(db, NOW), params: { personId: trainee.id },
  });
  return { trainee, cohort, asked };
}

test("the person's page leads to the form and shows the enrolment afterwards; the form then leads back", async () => {
  const { trainee, cohort, asked } = await portal();
  expect((await person.loader(asked())).enrolment).toBe("none");
  const page = await enrolment.loader(asked());
  expect([page.choices.cohorts.map((c) => c.id), page.choices.boards.length, page.choices.versions.length]).toEqual([[cohort.id], 1, 1]);
  const sent = await enrolment.action(asked({}));
  expect(sent instanceof Response && sent.headers.get("location")).toBe(`/people/${trainee.id}?done=enrolled`);
  expect((await person.loader(asked())).enrolment).toMatchObject({ enrolment: { startedOn: "2026-03-02" }, placement: { cohort: "Winter 2025" } });
  const back: unknown = await enrolment.loader(asked()).catch((thrown: unknown) => thrown);
  expect(back instanceof Response && back.headers.get("location")).toBe(`/people/${trainee.id}`);
});

test.each([
  { over: { newCohort: "Spring 2026" }, field: "newCohort" },
  { over: { cohortId: "" }, field: "newCohort" },
  { over: { startedOnDay: "31", startedOnMonth: "2" }, field: "startedOn" },
  { over: { pathwayVersionId: "" }, field: "pathwayVersionId" },
  { over: { sector: "" }, field: "sector" },
])("with $over the form is refused at $field, and what was typed stays", async ({ over, field }) => {
  const { asked } = await portal();
  const answer = await enrolment.action(asked(over));
  if (!("init" in answer)) throw new Error("it was taken");
  expect(answer.init?.status).toBe(400);
  expect(Object.keys(answer.data.lastResult.error ?? {})).toEqual([field]);
  expect(answer.data.lastResult.initialValue).toMatchObject({ startedOnYear: "2026" });
});
