import { expect, test } from "vitest";

import { notify } from "#app/notices/writes.server.ts";
import { seeNotices } from "#app/notices/see-notices.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, makeWorld, NOON } from "#tests/support/logbook.ts";

import { listNoticeLines } from "./notices.server.ts";

test("names stand for ids, the lead finds no way into the record but to the cohort, and what was seen is gone", async () => {
  const { db, trainee, supervisor, lead } = await makeWorld(await freshDatabase());
  const notice = { kind: "entry_voided_after_lock", actorId: supervisor.id, traineeId: trainee.id, recipientIds: [trainee.id, lead.id], subjects: { entry: "e1", stage: "1" } } as const;
  await db.inTransaction((trx) => notify(trx, notice, NOON));
  const linesFor = async (person: { id: string }) => listNoticeLines(db.reader, await actorFor(db, person));
  const by = "Agnieszka Wiśniewska-Reid voided an entry of";
  expect(await linesFor(trainee)).toMatchObject([{ sentence: `${by} yours that belongs to stage 1, which is signed.`, to: "/log/entries/e1" }]);
  expect(await linesFor(lead)).toMatchObject([{ sentence: `${by} Ailsa Rutherglen that belongs to stage 1, which is signed.`, to: `/cohorts/${trainee.id}` }]);
  expect(await linesFor(supervisor)).toEqual([]);
  const noticeIds = (await linesFor(trainee)).map((line) => line.id);
  await seeNotices(db, { personId: trainee.id }, { noticeIds }, NOON);
  expect([await linesFor(trainee), (await linesFor(lead)).length]).toEqual([[], 1]);
});
