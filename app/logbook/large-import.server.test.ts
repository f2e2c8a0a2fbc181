import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

import { expect, test } from "vitest";

import { openWorkers } from "#app/platform/workers.server.ts";
import { findProgram } from "#server/programs.ts";
import { imported, type ImportWorld, judgingFor, keyring, makeImportWorld, sameThread, send } from "#tests/support/importing.ts";
import { messyFile } from "#tests/support/logbook-files.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";

import { confirmImport } from "./confirm-import.server.ts";
import { JUDGE } from "./import/tasks.server.ts";
import { fingerprintKeyOf } from "./import-context.server.ts";
import { listClients, listEntries } from "./queries.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";
import { countUndone, listImports, undoImport } from "./undo-import.server.ts";

const ROWS = 10_000;
const MICROSECONDS = 1e6;
const MOST_SECONDS = 30;

function largeFile(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const day = new Date(Date.UTC(2025, 1, 1 + (n % 601))).toISOString().slice(0, 10);
    return n % 3 === 0 ? `,,,${day},mairi.mcleod@example.org,${String(30 + Math.floor(n / 601))} min,he waited ${String(n)} times,`
      : `Client ${String(n % 397)},${day},${day},,,,we looked at the clip ${String(n)},${n % 5 === 0 ? "I was too quick" : ""}`;
  });
  return new TextEncoder().encode(["Client,Date filmed,Shared review,Supervision,Supervisor,Hours,Notes,Reflections", ...rows].join("\r\n"));
}

/** What stands: which entries and clients, what counts, and whether the projection agrees. */
async function standing({ db, trainee }: ImportWorld) {
  const entries = (await listEntries(db.reader, trainee.id)).filter((e) => !e.voided);
  const count = await countTrainee(db.reader, trainee.id, NOON);
  return {
    entries: entries.map((e) => e.id).sort(), clients: (await listClients(db.reader, trainee.id)).map((c) => [c.id, c.cycles, c.openedOn, c.closedOn].join(" ")).sort(),
    counts: count?.overall.map((r) => [r.requirement.key, r.count]), difference: await compareProjection(db.reader, trainee.id, NOON),
  };
}

/** What it gives, how long it took and worked, how often others had their turn meanwhile, and the longest that any of them waited. */
async function timed<T>(work: () => Promise<T>) {
  let [turns, longest, isOver] = [0, 0, false];
  const others = (async () => {
    for (let last = performance.now(); !isOver;) {
      await wait(1);
      turns += 1;
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
  })();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const gave = await work();
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  isOver = true;
  await others;
  return { gave, took, turns, longest, worked: (user + system) / MICROSECONDS };
}

test("10,000 rows are confirmed and undone within seconds, others served meanwhile, and what stood before stands again", async () => {
  const world = await makeImportWorld();
  const { db, trainee, importing } = world;
  await imported(world, messyFile("comma.csv"), { "who-0-all": { choice: world.supervisors[0]?.id ?? "" } });
  const before = await standing(world);
  const sent = await send(world, largeFile());
  const answers = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`client-${String(n)}`, { choice: "new" }]));
  const judging = await judgingFor(world, sent, answers);
  const taken = (await sameThread.run(JUDGE, { do: "judge", ...judging }, trainee.id)).verdicts.flatMap((row) => row.parts).filter((part) => part.entry !== null).length;
  const file = { ...sent, answers, fingerprintKey: fingerprintKeyOf(keyring, trainee.id) };
  const actor = await actorFor(db, trainee);

  const confirming = await timed(() => confirmImport({ database: db, workers: openWorkers(findProgram) }, actor, importing, file, NOON));
  expect(confirming.gave).toMatchObject({ ok: true, value: { entries: taken } });
  expect(taken).toBeGreaterThan(ROWS * 0.9);
  const importId = (await listImports(db.reader, trainee.id)).find((batch) => batch.entries === taken)?.id ?? "";
  const undoing = await timed(() => undoImport(db, actor, { importId }, NOON));
  expect(undoing.gave).toEqual({ ok: true, value: { entries: taken } });
  for (const { took, turns, longest, worked } of [confirming, undoing]) {
    expect(worked, "seconds of work, however busy the machine").toBeLessThan(MOST_SECONDS);
    expect(turns, "turns of others meanwhile").toBeGreaterThan(10);
    expect(longest, "the longest that anybody waited").toBeLessThan(took * 0.75);
  }
  expect(await standing(world)).toEqual(before);
  expect(await countUndone(db.reader, trainee.id, importId)).toBe(taken);
  const again = await sameThread.run(JUDGE, { do: "judge", ...await judgingFor(world, sent, answers) }, trainee.id);
  expect(again.verdicts.flatMap((row) => row.parts).filter((part) => part.entry !== null)).toHaveLength(taken);
}, 300_000);
