import type { KyselyPlugin } from "kysely";
import { describe, expect, test } from "vitest";

import { closeStage, recordPause } from "#app/pathway/writes.server.ts";
import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { voidEntry } from "#app/logbook/change-entry.server.ts";
import type { Database, Reader } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { makePathwayVersion, makeTrainee } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedPeer, loggedSupervision, loggedTraining, makeWorld, NOON } from "#tests/support/logbook.ts";

import { getFiguresFacts, getProgrammeFacts } from "./queries.server.ts";
import { standingOf } from "./standing.ts";
import { stageFigures } from "./stage-figures.ts";
import { findLedTrainee } from "./trainee-queries.server.ts";
import { traineeView } from "./trainee-view.ts";

const TODAY = "2026-11-21";

/** The database with every statement that it is asked written down. */
function watched(db: Database): { reader: Reader; asked: string[] } {
  const asked: string[] = [];
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => { asked.push(JSON.stringify(node)); return node; },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { reader: db.reader.withPlugin(plugin), asked };
}

// Why a lead reopened a stage, or recognised earlier work, is a lead's own word.
const LEADS_WORDS = [["reason", "current_stage_closing"], ["note", "current_recognised"]] as const;

/** Tables and columns that a lead's page never reads. */
const NEVER = ["client", "current_client", "client_version", "client_id", "clip", "moment", "submission", "feedback", "skills_record", "note", "goal_rating", "reason", "supervisor_id", "statement", "pack", "actions"];

describe("what is asked of the database", () => {
  test("as many statements for many trainees as for few, and none of a client, a film, a note, a rating or a reflection", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world, { note: "She waited" });
    const few = watched(world.db);
    await getProgrammeFacts(few.reader, world.programmeId, TODAY);
    await getFiguresFacts(few.reader, world.programmeId);
    const version = await makePathwayVersion(world.db, plainDefinition, "another");
    for (let n = 0; n < 30; n += 1) await makeTrainee(world.db, { programmeId: world.programmeId, pathwayVersionId: version.id });
    const many = watched(world.db);
    expect((await getProgrammeFacts(many.reader, world.programmeId, TODAY)).trainees).toHaveLength(32);
    await getFiguresFacts(many.reader, world.programmeId);
    expect(many.asked).toHaveLength(few.asked.length);
    await world.db.reader.insertInto("sign_off_request").values({
      id: "asked", trainee_id: world.trainee.id, stage: 1, round: 1, record_version: 1, evidence_hash: "hash", pack: null, asked_by: world.trainee.id, recorded_at: `${TODAY}T12:00:00.000Z`,
    }).execute();
    await findLedTrainee(many.reader, world.trainee.id, TODAY);
    expect(many.asked.filter((text) => text.includes('"name":"counted_entry"')).length, "names are found where they stand").toBeGreaterThan(0);
    for (const name of NEVER) {
      const asked = many.asked.filter((text) => !LEADS_WORDS.some(([word, table]) => name === word && text.includes(`"name":"${table}"`)));
      expect([name, asked.filter((text) => text.includes(`"name":"${name}"`))]).toEqual([name, []]);
    }
  });
});

describe("a trainee as a lead sees them", () => {
  test("counts, the last work of each kind, confirmed or not, and no voided entry", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world);
    const [supervisionId, voidedId] = [await loggedSupervision(world), await loggedSupervision(world, { heldOn: "2026-11-19", minutes: 75 })];
    await loggedSupervision(world, { heldOn: "2026-11-30" });
    await loggedPeer(world);
    await loggedTraining(world);
    await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId: supervisionId, version: 1 }], decision: "confirmed", note: null }, NOON);
    await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: voidedId, fromVersion: 1, reason: "twice" }, NOON);
    const { trainees } = await getProgrammeFacts(world.db.reader, world.programmeId, TODAY);
    expect(trainees.map((t) => t.name).sort()).toEqual(["Ailsa Rutherglen", "Tomasz Zieliński"]);
    const facts = trainees.find((t) => t.traineeId === world.trainee.id);
    if (!facts) throw new Error("nobody");
    expect(Object.fromEntries(facts.lastWork.map((w) => [w.kind, w.lastOn]))).toEqual({ cycle: "2026-11-10", supervision: "2026-11-05", peer_supervision: "2026-11-06", training: "2025-09-08" });
    expect(facts.lateCycles).toEqual(expect.arrayContaining([expect.objectContaining({ requirement: "cycles", cycles: 1 })]));
    expect(stageFigures(facts, TODAY).figures.map((f) => [f.key, f.text])).toEqual([["clients", "1 of 2"], ["cycles", "1 of 6"], ["supervision", "1\u00a0h of 5\u00a0h"], ["peer_supervision", "0"]]);
    const led = await findLedTrainee(world.db.reader, world.trainee.id, TODAY);
    if (!led) throw new Error("nobody");
    expect(stageFigures(led.facts, TODAY)).toEqual(stageFigures(facts, TODAY));
  });

  test("closings, pauses and who decided; a trainee of another programme is not among them", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world);
    await world.db.inTransaction(async (trx) => {
      await closeStage(trx, { traineeId: world.trainee.id, stage: 1, closedOn: "2026-11-12", decidedBy: world.supervisor.id }, world.supervisor.id, NOON);
      await recordPause(trx, { traineeId: world.peer.id, startsOn: "2026-11-01", endsOn: "2026-12-01" }, null, NOON);
    });
    const { trainees } = await getProgrammeFacts(world.db.reader, world.programmeId, TODAY);
    expect(trainees.map((t) => [t.name, standingOf(t, TODAY), stageFigures(t, TODAY).name]).sort()).toEqual([["Ailsa Rutherglen", "under_way", "Stage 2"], ["Tomasz Zieliński", "paused", "Stage 1"]]);
    const led = await findLedTrainee(world.db.reader, world.trainee.id, TODAY);
    expect(led && traineeView(led, TODAY).decisions).toEqual([{ key: "0", stage: "Stage 1", what: "closed", by: "Agnieszka Wiśniewska-Reid", on: "12 November 2026" }]);
    expect(await findLedTrainee(world.db.reader, world.lead.id, TODAY)).toBeUndefined();
  });

  test("the days behind each number: what counts, what does not, what is planned; a client is only a day", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world, { note: "She waited" });
    await loggedCycle(world, { filmedOn: "2026-11-15", reviewedOn: null });
    await loggedSupervision(world);
    await loggedSupervision(world, { heldOn: "2026-11-30", minutes: 90 });
    const led = await findLedTrainee(world.db.reader, world.trainee.id, TODAY);
    const days = led ? traineeView(led, TODAY).days : [];
    expect(Object.fromEntries(days.map(({ key, lines }) => [key, lines.map((l) => [l.day, l.what, l.amount, l.counts].join(" | "))]))).toEqual({
      clients: ["10 November 2026 | A client counts from here |  | yes"],
      cycles: ["15 November 2026 | Cycle without its shared review yet |  | no", "10 November 2026 | Cycle, filmed 3 November 2026 |  | yes"],
      supervision: ["30 November 2026 | Supervision | 1\u00a0h 30\u00a0min | planned", "5 November 2026 | Supervision | 1\u00a0h | no"],
      peer_supervision: [], training: [],
    });
    const codes = await world.db.reader.selectFrom("client").select("code").execute();
    for (const { code } of codes) expect(JSON.stringify(led && traineeView(led, TODAY))).not.toContain(code);
  });
});
