import { beforeAll, describe, expect, test } from "vitest";

import { verifyChain } from "#app/audit/queries.server.ts";
import { compareProjection } from "#app/logbook/recount.server.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { countOf, listTrainees, PATIENCE_MS, seededAt } from "#tests/support/demo.ts";
import { exported, parsed, readIn, sizes } from "#tests/support/record.ts";

import { RECORD_KINDS, rowsIn } from "./format.ts";
import type { RecordRow } from "./kind.ts";

const NOW = new Date("2026-11-21T12:00:00.000Z");
let demo: Database;
let trainees: Awaited<ReturnType<typeof listTrainees>>;

beforeAll(async () => {
  demo = await seededAt(NOW);
  trainees = await listTrainees(demo.reader);
}, PATIENCE_MS * 5);

describe("every trainee of the demonstration", () => {
  test("read into an empty portal comes to the same counts with the same evidence, and goes out of it unchanged", async () => {
    expect(trainees.length).toBeGreaterThan(10);
    const empty = await freshDatabase();
    const lists = new Set<string>();
    for (const { id, name } of trainees) {
      const text = await exported(demo, id, NOW);
      for (const [list, size] of Object.entries(sizes(parsed(text)))) if (size > 0) lists.add(list);
      expect([name, await readIn(empty, text, NOW)]).toMatchObject([name, { ok: true, value: { name } }]);
      expect(await countOf(empty.reader, id, NOW)).toEqual(await countOf(demo.reader, id, NOW));
      expect(await compareProjection(empty.reader, id, NOW)).toBeUndefined();
      expect(await exported(empty, id, NOW)).toBe(text);
    }
    expect(await verifyChain(empty.reader)).toMatchObject({ intact: true });
    // Every list of the format is filled by somebody; otherwise nothing here would try it.
    expect(RECORD_KINDS.map((kind) => kind.name).filter((list) => !lists.has(list))).toEqual(["signOffWithdrawals"]);
  }, PATIENCE_MS * 5);

  test("among them is everything that is easily lost on the way", async () => {
    const files = await Promise.all(trainees.map(async ({ id }) => parsed(await exported(demo, id, NOW))));
    const some = (list: string, holds: (row: RecordRow) => boolean): boolean => files.some((file) => rowsIn(file, list).some(holds));
    const lost = Object.entries({
      withdrawnConsent: some("consentVersions", (row) => row.withdrawnOn !== null), voidedEntry: some("cycles", (row) => row.voided === true),
      sharedNoLonger: some("reflectionShares", (row) => row.withdrawnAt !== null), reflectionOnCycle: some("cycleReflections", () => true),
      question: some("confirmations", (row) => row.decision === "questioned"), closedCase: some("clientVersions", (row) => row.closedOn !== null),
      returned: some("submissionSteps", (row) => row.state === "returned"), withdrawnSubmission: some("submissionSteps", (row) => row.state === "withdrawn"),
      notYet: some("signOffDecisions", (row) => row.outcome === "not_yet"), reopenedStage: some("stageClosings", (row) => row.reopened === true),
    }).filter(([, isThere]) => !isThere);
    expect(lost).toEqual([]);
  }, PATIENCE_MS * 5);

  test("what nobody of it has goes the same way: part time, a pause taken back, a case opened again, a session changed, a request taken back", async () => {
    const { reader } = demo;
    const request = await reader.selectFrom("sign_off_request").selectAll().where("id", "not in", reader.selectFrom("sign_off_decision").select("request_id")).executeTakeFirstOrThrow();
    const { trainee_id: id } = request;
    const at = "2026-11-20T10:00:00.000Z";
    await reader.insertInto("sign_off_withdrawal").values({ request_id: request.id, withdrawn_by: id, recorded_at: at }).execute();
    const enrolment = await reader.selectFrom("current_enrolment").selectAll().where("trainee_id", "=", id).executeTakeFirstOrThrow();
    await reader.insertInto("enrolment").values({ ...enrolment, version: enrolment.version + 1, shares: JSON.stringify([{ from: "2026-01-01", percent: 60 }]), recorded_at: at }).execute();
    const pause = { id: "0123456789abcdefghjk", trainee_id: id, starts_on: "2026-12-01", ends_on: "2026-12-20", recorded_at: at, recorded_by: id };
    await reader.insertInto("planned_pause").values([{ ...pause, version: 1, voided: 0, reason: null }, { ...pause, version: 2, voided: 1, reason: "Not needed." }]).execute();
    const client = await reader.selectFrom("client_version as v").innerJoin("client as c", "c.id", "v.client_id").selectAll("v").where("c.trainee_id", "=", id).orderBy("v.version", "desc").executeTakeFirstOrThrow();
    await reader.insertInto("client_version").values({ ...client, version: client.version + 1, reopened_on: "2026-11-20", recorded_at: at, reason: null }).execute();
    const session = await reader.selectFrom("supervision_version as v").innerJoin("entry as e", "e.id", "v.entry_id").selectAll("v").where("e.trainee_id", "=", id).orderBy("v.version", "desc").executeTakeFirstOrThrow();
    await reader.insertInto("supervision_version").values({ ...session, version: session.version + 1, note: "Said otherwise.", reason: "Misheard.", recorded_at: at }).execute();

    const empty = await freshDatabase();
    const text = await exported(demo, id, NOW);
    const { enrolments, plannedPauses, signOffWithdrawals } = sizes(parsed(text));
    expect([Number(enrolments) > 1, Number(plannedPauses) >= 2, signOffWithdrawals]).toEqual([true, true, 1]);
    expect(await readIn(empty, text, NOW)).toMatchObject({ ok: true });
    expect(await countOf(empty.reader, id, NOW)).toEqual(await countOf(demo.reader, id, NOW));
    expect(await exported(empty, id, NOW)).toBe(text);
  }, PATIENCE_MS * 5);
});
