import { expect, test } from "vitest";

import { listNotices } from "#app/notices/queries.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { secondSupervisor, submitted } from "#tests/support/review.ts";

import { recordConcernShown } from "./concern.server.ts";
import { saveSkillsRecord, type SkillsInput } from "./skills-record.server.ts";
import { listSkillsRecords, listSkillsVersions } from "./skills-queries.server.ts";

async function fillIn(world: World, who: { id: string }, over: Partial<SkillsInput> = {}): Promise<string> {
  const input = { traineeId: world.trainee.id, stage: 1, submissionId: null, fromVersion: 0, content: { ratings: { attentive: 3, guiding: "not_seen" }, strengths: "Waits.", workingPoint: null }, ...over } as const;
  const result = await saveSkillsRecord(world.db, await actorFor(world.db, who), input, NOON);
  return result.ok ? "done" : result.code;
}

test("the trainee and each supervisor fill in their own, and each side is told of the other's", async () => {
  const world = await makeWorld(await freshDatabase());
  const second = await secondSupervisor(world);
  expect([await fillIn(world, world.trainee), await fillIn(world, world.supervisor), await fillIn(world, second)]).toEqual(["done", "done", "done"]);
  const records = await listSkillsRecords(world.db.reader, world.trainee.id, 1);
  expect(records.map((r) => [r.raterPart, r.scale])).toEqual([["trainee", "local-1"], ["supervisor", "local-1"], ["supervisor", "local-1"]]);
  expect(records.map((r) => r.raterId).sort()).toEqual([world.trainee.id, world.supervisor.id, second.id].sort());
  expect((await listNotices(world.db.reader, world.trainee.id, { unseenOnly: true, limit: 9 })).map((n) => n.kind)).toEqual(["skills_record_filled_in", "skills_record_filled_in"]);
});

test("a further version keeps the earlier one; the same again makes none; from an older version it is refused", async () => {
  const world = await makeWorld(await freshDatabase());
  const content = { ratings: { attentive: 4 }, strengths: null, workingPoint: "A second turn." } as const;
  expect([await fillIn(world, world.supervisor), await fillIn(world, world.supervisor), await fillIn(world, world.supervisor, { content }), await fillIn(world, world.supervisor, { content, fromVersion: 1 })])
    .toEqual(["done", "done", "changed_meanwhile", "done"]);
  expect((await listSkillsVersions(world.db.reader, world.trainee.id, 1)).map((r) => [r.version, r.ratings])).toEqual([[2, { attentive: 4 }], [1, { attentive: 3, guiding: "not_seen" }]]);
});

test.each([[0, "not_there"], [1, "done"], [3, "done"], [4, "not_there"]])("stage %i is %s", async (stage, outcome) => {
  const world = await makeWorld(await freshDatabase());
  expect(await fillIn(world, world.supervisor, { stage })).toBe(outcome);
});

test("an empty one is not kept, and nobody outside the pair fills one in", async () => {
  const world = await makeWorld(await freshDatabase());
  expect(await fillIn(world, world.trainee, { content: { ratings: {}, strengths: null, workingPoint: null } })).toBe("skills_record_empty");
  expect([await fillIn(world, world.peer), await fillIn(world, world.lead), await fillIn(world, world.supervisor, { traineeId: world.stranger.id })]).toEqual(["not_there", "not_there", "not_there"]);
  expect(await fillIn(world, world.supervisor, { submissionId: "nothing" })).toBe("not_there");
  expect(await fillIn(world, world.supervisor, { submissionId: await submitted(world) })).toBe("done");
});

test("a concern leaves nothing but that the procedure was shown", async () => {
  const world = await makeWorld(await freshDatabase());
  const submissionId = await submitted(world);
  expect(await recordConcernShown(world.db, await actorFor(world.db, world.supervisor), { submissionId }, NOON)).toMatchObject({ ok: true });
  expect(await recordConcernShown(world.db, await actorFor(world.db, world.peer), { submissionId }, NOON)).toMatchObject({ code: "not_there" });
  const shown = await world.db.reader.selectFrom("audit_entry").select(["actor_id", "subjects"]).where("act", "=", "concern.shown").execute();
  expect(shown).toEqual([{ actor_id: world.supervisor.id, subjects: JSON.stringify({ submission: submissionId, trainee: world.trainee.id }) }]);
});
