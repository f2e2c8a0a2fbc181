import { expect, test } from "vitest";

import { freshDatabase } from "#tests/support/database.ts";
import { loggedCycle, loggedSupervision, NOON } from "#tests/support/logbook.ts";
import { reviewed, submitted } from "#tests/support/review.ts";
import { closedBefore, makeSigningWorld } from "#tests/support/signing.ts";

import { readStageEvidence } from "./pack.server.ts";

const read = async (w: Awaited<ReturnType<typeof makeSigningWorld>>, stage = 1, now = NOON) => {
  const evidence = await readStageEvidence(w.db.reader, w.trainee.id, stage, now);
  if (!evidence) throw new Error("no evidence");
  return evidence;
};

test("the same evidence has the same hash the day after, and holds ids, versions, amounts and days, nothing that was written", async () => {
  const w = await makeSigningWorld(await freshDatabase());
  const entryId = await loggedCycle(w, { note: "She looked up and laughed." });
  const { submissionId } = await reviewed(w, { entryId, intention: "How I wait." });
  const { pack, text, seen } = await read(w);
  expect(seen.evidenceHash).toMatch(/^[0-9a-f]{64}$/);
  expect((await read(w, 1, new Date("2026-11-22T12:00:00.000Z"))).seen).toEqual(seen);
  expect(pack).toMatchObject({
    format: 1, trainee: w.trainee.id, stage: 1, startedOn: "2025-09-01", closed: [], gates: [], skills: [],
    requirements: [{ key: "cycles", count: 1, needed: 1, entries: [{ entry: entryId, version: 1, amount: 1, countsOn: "2026-11-10" }] }],
    submissions: [{ submission: submissionId, entry: entryId, attempt: 1, state: "reviewed" }],
  });
  for (const written of ["laughed", "How I wait", "VIG/2026/12", "working", w.trainee.name]) expect(text).not.toContain(written);
});

test("a further cycle that counts moves the hash; supervision that the stage does not ask for moves the version alone", async () => {
  const w = await makeSigningWorld(await freshDatabase());
  await reviewed(w);
  const first = (await read(w)).seen;
  await loggedSupervision(w);
  const second = (await read(w)).seen;
  expect([second.evidenceHash === first.evidenceHash, second.recordVersion > first.recordVersion]).toEqual([true, true]);
  await loggedCycle(w, { filmedOn: "2026-11-04", reviewedOn: "2026-11-11" });
  expect((await read(w)).seen.evidenceHash).not.toBe(first.evidenceHash);
});

test("a submission belongs to the stage of its cycle: one of stage 1 is no evidence of stage 2", async () => {
  const w = await makeSigningWorld(await freshDatabase());
  await reviewed(w);
  await closedBefore(w, 2, "2026-11-10");
  expect((await read(w, 2)).readiness.missing).toEqual([{ need: "reviewed_submission" }]);
  await submitted(w, { entryId: await loggedCycle(w, { filmedOn: "2026-11-05", reviewedOn: "2026-11-12" }) });
  const { pack, readiness } = await read(w, 2);
  expect([pack.submissions.map((s) => s.state), readiness.missing]).toEqual([["sent"], [{ need: "reviewed_submission" }]]);
});
