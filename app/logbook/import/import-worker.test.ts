import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setImmediate as turn } from "node:timers/promises";

import { expect, test } from "vitest";

import { openWorkers } from "#app/platform/workers.server.ts";
import { findProgram } from "#server/programs.ts";
import { importContext } from "#tests/support/logbook-files.ts";

import { newSealKey } from "./seal.server.ts";
import { doJob, JUDGE, LOOK, READ } from "./tasks.server.ts";

const ROWS = 10_000;
const NS_PER_MS = 1e6;

function largeFile(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const day = `${String((n % 28) + 1).padStart(2, "0")}/${String((n % 12) + 1).padStart(2, "0")}/2025`;
    return n % 3 === 0 ? `,,,${day},Mairi McLeod,1h30,he waited ${String(n)} times` : `Client ${String(n % 400)},${day},${day},,,,we looked at the clip ${String(n)}`;
  });
  return new TextEncoder().encode(["Client,Date filmed,Shared review,Supervision,Supervisor,Hours,Notes", ...rows].join("\r\n"));
}

test("10,000 rows are read and judged in a thread of their own, while everybody else is answered", async () => {
  const workers = openWorkers(findProgram);
  const { fingerprint: _, ...facts } = importContext();
  const seal = { key: newSealKey(), owner: "draft\ntrainee" };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const began = performance.now();
  let [turns, isOver] = [0, false];
  const others = (async () => {
    while (!isOver) {
      await turn();
      turns += 1;
    }
  })();
  delay.enable();
  const read = await workers.run(READ, { do: "read", bytes: largeFile(), name: "log.csv", seal }, "trainee");
  if (!read.ok) throw new Error(read.problem);
  const shared = { sealed: read.sealed, seal, fingerprintKey: "key" };
  const { sheet, header, guess } = await workers.run(LOOK, { do: "look", ...shared, sheet: null, header: null, remembered: new Map() }, "trainee");
  const job = { do: "judge", ...shared, choice: { sheet, header, columns: guess }, answers: {}, facts } as const;
  const judged = await workers.run(JUDGE, job, "trainee");
  delay.disable();
  isOver = true;
  await others;
  const took = performance.now() - began;
  expect(judged.verdicts).toHaveLength(ROWS + 1);
  expect(judged.verdicts.filter((row) => row.outcome === "refuse" || row.parts.some((part) => part.entry !== null))).toHaveLength(ROWS);
  expect(turns, "turns of others meanwhile").toBeGreaterThan(1_000);
  expect(delay.max / NS_PER_MS, "the longest that anybody waited").toBeLessThan(took / 2);
  expect(await doJob(job), "in this thread it says the same").toEqual(judged);
}, 200_000);

test("what the work throws reaches who asked for it, and the next is done all the same", async () => {
  const workers = openWorkers(findProgram);
  const seal = { key: newSealKey(), owner: "a" };
  await expect(workers.run(LOOK, { do: "look", sealed: "AAAA", seal, sheet: null, header: null, remembered: new Map(), fingerprintKey: "key" }, "a")).rejects.toThrow();
  expect(await workers.run(READ, { do: "read", bytes: new Uint8Array(), name: "", seal }, "a")).toEqual({ ok: false, problem: "empty" });
}, 200_000);
