import { describe, expect, test } from "vitest";

import { openClient } from "#app/logbook/clients.server.ts";
import { actorFor } from "#tests/support/actors.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeBoard, makeCohort, makeGrant, makePathwayVersion, makePerson, makeProgramme, makeTrainee } from "#tests/support/factories.ts";
import type { Database } from "#db/database.server.ts";

import { enrolTrainee, type EnrolmentInput } from "./enrol-trainee.server.ts";
import { findEnrolmentView, listEnrolmentChoices } from "./enrolment-view.server.ts";
import { findEnrolment } from "./queries.server.ts";

const NOW = new Date("2026-03-12T08:00:00.000Z");
const [YESTERDAY, TODAY] = ["2026-03-11", "2026-03-12"];

/** A programme with an administrator, a cohort and a trainee whom nobody enrolled; another programme with all but the trainee. */
async function setting() {
  const db = await freshDatabase();
  const [here, elsewhere] = [(await makeProgramme(db)).id, (await makeProgramme(db, "Elsewhere")).id];
  const versionId = (await makePathwayVersion(db, plainDefinition)).id;
  const boardCode = (await makeBoard(db)).code;
  const [cohort, othersCohort] = [await makeCohort(db, here), await makeCohort(db, elsewhere)];
  const holder = async (role: "administrator" | "lead" | "trainee", programmeId: string): Promise<string> => {
    const person = await makePerson(db);
    await makeGrant(db, { personId: person.id, programmeId, role });
    return person.id;
  };
  const [admin, otherAdmin, lead, trainee] = [await holder("administrator", here), await holder("administrator", elsewhere), await holder("lead", here), await holder("trainee", here)];
  const input: EnrolmentInput = {
    traineeId: trainee, programmeId: here, pathwayVersionId: versionId, startedOn: "2026-01-12", cohortId: cohort.id, newCohort: null, boardCode, sector: "council",
  };
  return { db, here, elsewhere, versionId, cohort, othersCohort, admin, otherAdmin, lead, trainee, input, actor: await actorFor(db, admin, TODAY) };
}

const actsIn = (db: Database) => db.reader.selectFrom("audit_entry").select(["act", "actor_id", "subjects"]).orderBy("seq").execute();

test("somebody who was only granted the role is enrolled, and can log from then on", async () => {
  const { db, here, versionId, cohort, admin, trainee, input, actor } = await setting();
  const log = async () => openClient(db, await actorFor(db, trainee, TODAY), { requestId: "first", ageBand: null }, NOW);
  expect(await log()).toEqual({ ok: false, code: "not_allowed" });
  const enrolled = await enrolTrainee(db, actor, input, NOW);
  expect(await findEnrolment(db.reader, trainee)).toMatchObject({ programmeId: here, pathwayVersionId: versionId, startedOn: "2026-01-12", endedOn: null });
  expect(await findEnrolmentView(db.reader, actor, trainee)).toMatchObject({ placement: { cohort: "Winter 2025", board: "Highland", sector: "council" } });
  const enrolment = enrolled.ok ? enrolled.value.enrolmentId : "";
  expect((await actsIn(db)).map((row) => [row.act, row.actor_id, JSON.parse(row.subjects) as unknown])).toEqual([
    ["cohort.joined", admin, { trainee, cohort: cohort.id }], ["enrolment.recorded", admin, { enrolment, trainee, programme: here }],
  ]);
  expect(await log()).toMatchObject({ ok: true });
});

test("a new cohort begins on the first day of who is its first, and the next joins it", async () => {
  const { db, here, input, actor } = await setting();
  expect(await enrolTrainee(db, actor, { ...input, cohortId: null, newCohort: "Spring 2026" }, NOW)).toMatchObject({ ok: true });
  const { cohorts } = await listEnrolmentChoices(db.reader, actor, input.traineeId);
  expect(cohorts.map((c) => [c.name, c.startsOn, c.programmeId])).toEqual([["Spring 2026", "2026-01-12", here], ["Winter 2025", "2025-01-06", here]]);
  const next = await makePerson(db);
  await makeGrant(db, { personId: next.id, programmeId: here, role: "trainee" });
  expect(await enrolTrainee(db, actor, { ...input, traineeId: next.id, cohortId: cohorts[0]?.id ?? "" }, NOW)).toMatchObject({ ok: true });
});

type Setting = Awaited<ReturnType<typeof setting>>;

const REFUSALS: readonly { readonly why: string; readonly code: string; readonly over: (at: Setting) => Partial<EnrolmentInput> }[] = [
  { why: "somebody of another programme", code: "not_there", over: ({ otherAdmin }) => ({ traineeId: otherAdmin }) },
  { why: "another programme than the administrator's", code: "not_allowed", over: ({ elsewhere }) => ({ programmeId: elsewhere }) },
  { why: "somebody who is no trainee there", code: "not_a_trainee_there", over: ({ lead }) => ({ traineeId: lead }) },
  { why: "a pathway that is not there", code: "pathway_unknown", over: () => ({ pathwayVersionId: "none" }) },
  { why: "a cohort of another programme", code: "cohort_unknown", over: ({ othersCohort }) => ({ cohortId: othersCohort.id }) },
  { why: "no cohort", code: "cohort_unclear", over: () => ({ cohortId: null }) },
  { why: "a cohort and the name of a new one", code: "cohort_unclear", over: () => ({ newCohort: "Spring 2026" }) },
  { why: "a new cohort with the name of one that is there", code: "cohort_there_already", over: () => ({ cohortId: null, newCohort: "Winter 2025" }) },
  { why: "a board that is not there", code: "board_unknown", over: () => ({ boardCode: "none" }) },
];

describe("refused, and nothing is written", () => {
  async function expectNothing(db: Database): Promise<void> {
    for (const table of ["enrolment", "cohort_membership", "trainee_record", "audit_entry"] as const) expect(await db.reader.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await db.reader.selectFrom("cohort").select("name").execute()).toHaveLength(2);
  }

  test.each(REFUSALS)("$why: $code", async ({ code, over }) => {
    const at = await setting();
    expect(await enrolTrainee(at.db, at.actor, { ...at.input, ...over(at) }, NOW)).toEqual({ ok: false, code });
    await expectNothing(at.db);
  });

  test("to an administrator whose role ended yesterday, and to everybody who administers nothing here", async () => {
    const { db, admin, otherAdmin, lead, trainee, input } = await setting();
    const before = await actorFor(db, admin, YESTERDAY);
    for (const asking of [otherAdmin, lead, trainee]) expect(await enrolTrainee(db, await actorFor(db, asking, TODAY), input, NOW)).toMatchObject({ ok: false });
    const grant = await db.reader.selectFrom("current_role_grant").selectAll().where("person_id", "=", admin).executeTakeFirstOrThrow();
    await db.reader.insertInto("role_grant").values({ ...grant, version: 2, ends_on: YESTERDAY }).execute();
    expect(await enrolTrainee(db, before, input, NOW)).toMatchObject({ ok: false });
    await expectNothing(db);
  });
});

test("nobody is enrolled twice: not by two at once, and not again after an enrolment that ended", async () => {
  const { db, here, versionId, trainee, input, actor } = await setting();
  const answers = await Promise.all([enrolTrainee(db, actor, input, NOW), enrolTrainee(db, actor, { ...input, startedOn: TODAY }, NOW)]);
  expect(answers.map((a) => (a.ok ? "done" : a.code)).sort()).toEqual(["done", "enrolled_already"]);
  expect(await db.reader.selectFrom("enrolment").select("trainee_id").execute()).toEqual([{ trainee_id: trainee }]);
  const past = await makeTrainee(db, { programmeId: here, pathwayVersionId: versionId });
  const row = await db.reader.selectFrom("current_enrolment").selectAll().where("trainee_id", "=", past.id).executeTakeFirstOrThrow();
  await db.reader.insertInto("enrolment").values({ ...row, version: 2, ended_on: YESTERDAY, outcome: "withdrawn" }).execute();
  expect(await enrolTrainee(db, actor, { ...input, traineeId: past.id }, NOW)).toEqual({ ok: false, code: "enrolled_already" });
});

test("an administrator sees enrolments in the own programmes, and whom they could enrol", async () => {
  const { db, elsewhere, versionId, lead, trainee, otherAdmin, actor } = await setting();
  expect(await findEnrolmentView(db.reader, actor, trainee)).toBe("none");
  expect(await findEnrolmentView(db.reader, actor, lead)).toBeUndefined();
  expect(await findEnrolmentView(db.reader, await actorFor(db, otherAdmin, TODAY), trainee)).toBeUndefined();
  const theirs = await makeTrainee(db, { programmeId: elsewhere, pathwayVersionId: versionId });
  expect(await findEnrolmentView(db.reader, actor, theirs.id)).toBeUndefined();
  expect((await listEnrolmentChoices(db.reader, actor, theirs.id)).programmes).toEqual([]);
});
