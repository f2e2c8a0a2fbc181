import { expect, test, vi } from "vitest";

import { temporaryClips } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { type Job, startJobs } from "./jobs.server.ts";

const now = new Date("2026-03-12T09:00:00.000Z");

async function started(jobs: readonly Job[]): Promise<() => Promise<void>> {
  return startJobs(jobs, { database: await freshDatabase(), clock: () => now, clips: temporaryClips() });
}

test("each job runs at the start, one after the other, and is handed the time", async () => {
  const said: string[] = [];
  const job = (name: string): Job => ({
    name, everyMinutes: 60,
    run: async (_, at) => {
      said.push(`${name} begins`);
      await Promise.resolve();
      said.push(`${name} ends ${at.toISOString()}`);
    },
  });
  await (await started([job("a"), job("b")]))();
  expect(said).toEqual(["a begins", `a ends ${now.toISOString()}`, "b begins", `b ends ${now.toISOString()}`]);
});

test("stopping waits for what is running", async () => {
  let isDone = false;
  const stop = await started([{ name: "slow", everyMinutes: 60, run: async ({ database }) => {
    await database.reader.selectFrom("audit_head").select("id").execute();
    isDone = true;
  } }]);
  await stop();
  expect(isDone).toBe(true);
});

test("a job that fails is logged, and the others run", async () => {
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
  let ran = 0;
  const stop = await started([
    { name: "fails", everyMinutes: 60, run: () => Promise.reject(new TypeError("broken")) },
    { name: "runs", everyMinutes: 60, run: () => { ran += 1; return Promise.resolve(); } },
  ]);
  await stop();
  vi.mocked(console.error).mockClear();
  expect([ran, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain('"path":"fails"');
});
