import { createInterface } from "node:readline";
import path from "node:path";

import { sql } from "kysely";
import { expect, test } from "vitest";

import { verifyChain } from "#app/audit/queries.server.ts";
import { listDecisions, listEntries, listVersions } from "#app/logbook/queries.server.ts";
import { compareProjection } from "#app/logbook/recount.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { type Outcome, outcomeSchema } from "#tests/support/outcome.ts";
import { placeOf, start, temporaryFolder } from "#tests/support/programs.ts";

const ROUNDS = 12;
const ROOT = path.resolve(import.meta.dirname, "../..");

/** A program of its own that writes to the file: what it says to each round, in their order. */
function writerOn(file: string, { trainee, supervisor }: World, minutes: number) {
  const program = path.join(ROOT, "tests", "support", "writer.ts");
  const { child, ended } = start(["--import", "tsx", program, file, trainee.id, supervisor.id, String(minutes)], placeOf(0), ROOT);
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line: IteratorResult<string, unknown> = await said.next();
    if (line.done === true) throw new Error((await ended).err);
    return line.value;
  };
  return {
    next,
    ask: async (round: object): Promise<Outcome> => {
      child.stdin.write(`${JSON.stringify(round)}\n`);
      return outcomeSchema.parse(JSON.parse(await next()));
    },
    stop: async (): Promise<void> => {
      child.stdin.end();
      expect((await ended).code).toBe(0);
    },
  };
}

test("two programs write to one file at once: of one version one wins, nothing is lost, and the chain is whole", async () => {
  const world = await makeWorld(await freshDatabase());
  const rounds = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const heldOn = `2026-10-${String(n + 1).padStart(2, "0")}`;
    rounds.push({ changed: await loggedSupervision(world, { heldOn }), voided: await loggedSupervision(world, { heldOn, minutes: 45 }), confirmed: await loggedSupervision(world, { heldOn, minutes: 75 }) });
  }
  const file = path.join(temporaryFolder(), "attune.sqlite");
  await sql`vacuum into ${file}`.execute(world.db.reader);
  const db = await openDatabase(file);
  const writers = [writerOn(file, world, 90), writerOn(file, world, 120)] as const;
  for (const writer of writers) expect(await writer.next()).toBe("ready");

  for (const round of rounds) {
    const [one, other] = await Promise.all([writers[0].ask(round), writers[1].ask(round)]);
    expect([one.logged, other.logged]).toEqual(["ok", "ok"]);
    expect([one.changed, other.changed].sort()).toEqual(["changed_meanwhile", "ok"]);
    expect([one.voided, other.voided].sort()).toEqual(["already_voided", "ok"]);
    expect([one.confirmed, other.confirmed]).toEqual(["ok", "ok"]);
    expect([(await listVersions(db.reader, round.changed)).length, (await listVersions(db.reader, round.voided)).length]).toEqual([2, 2]);
    expect(await listDecisions(db.reader, round.confirmed)).toHaveLength(1);
  }

  expect((await listEntries(db.reader, world.trainee.id)).filter((e) => e.kind === "cycle")).toHaveLength(2 * ROUNDS);
  expect(await compareProjection(db.reader, world.trainee.id, NOON)).toBeUndefined();
  expect(await verifyChain(db.reader)).toMatchObject({ intact: true });
  for (const writer of writers) await writer.stop();
  await db.close();
});
