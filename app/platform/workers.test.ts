import { expect, test } from "vitest";

import { NoAnswer, openWorkers, type Program, type Task } from "./workers.server.ts";

const HOARD = `const kept = []; for (;;) kept.push(new Array(1e6).fill(0.5));`;
const SAY = `import { parentPort, workerData } from "node:worker_threads"; parentPort.postMessage(workerData);`;
/** Counts itself in memory that all of them share, waits, counts itself out, and says how many there were beside it. */
const MEET = `import { parentPort, workerData } from "node:worker_threads"; const there = new Int32Array(workerData);
  const now = Atomics.add(there, 0, 1) + 1; Atomics.wait(there, 1, 0, 40); Atomics.sub(there, 0, 1); parentPort.postMessage(now);`;

const SOURCES: Readonly<Record<string, string>> = { hoard: HOARD, say: SAY, meet: MEET };
const find = (program: string): Program => ({ file: new URL(`data:text/javascript,${encodeURIComponent(SOURCES[program] ?? "")}`) });
const meet: Task<SharedArrayBuffer, number> = { program: "meet" };
const say: Task<string, string> = { program: "say" };

test("work that needs more memory than a thread has says so, and the next is done all the same", async () => {
  const workers = openWorkers(find);
  await expect(workers.run({ program: "hoard" }, null, "a")).rejects.toMatchObject({ why: "too_much" });
  expect(await workers.run(say, "hello", "a")).toBe("hello");
}, 60_000);

test("a place is handed over: never more than two at once, whoever comes in between", async () => {
  const workers = openWorkers(find);
  const there = new SharedArrayBuffer(8);
  const met: Promise<number>[] = [];
  const come = (): void => { met.push(workers.run(meet, there, `person ${String(met.length)}`)); };
  for (let i = 0; i < 3; i += 1) come();
  // Whoever asks just when a place becomes free waits behind those who waited.
  await met[0]?.then(come);
  await met[1]?.then(come);
  expect(Math.max(...await Promise.all(met))).toBe(2);
}, 60_000);

test("more than eight do not wait: the eleventh is told so at once, and the ten before it are answered", async () => {
  const workers = openWorkers(find);
  const asked = Array.from({ length: 10 }, (_, n) => workers.run(say, String(n), `person ${String(n)}`));
  await expect(workers.run(say, "one too many", "somebody else")).rejects.toEqual(new NoAnswer("busy"));
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 10 }, (_, n) => String(n)));
  expect(await workers.run(say, "again", "somebody else")).toBe("again");
}, 60_000);

test("one person cannot fill the places of all: the fourth job of theirs is refused at once, and another's is taken", async () => {
  const workers = openWorkers(find);
  const own = ["1", "2", "3"].map((one) => workers.run(say, one, "hers"));
  await expect(workers.run(say, "4", "hers")).rejects.toEqual(new NoAnswer("busy_own"));
  expect(await workers.run(say, "another's", "his")).toBe("another's");
  expect(await Promise.all(own)).toEqual(["1", "2", "3"]);
  expect(await workers.run(say, "4", "hers")).toBe("4");
}, 60_000);

test("a place that becomes free goes to the first who has none", async () => {
  const begun: string[] = [];
  const workers = openWorkers((program) => {
    begun.push(program);
    return find("say");
  });
  await Promise.all(["her first", "her second", "her third", "his"].map((program) => workers.run({ program }, "", program === "his" ? "his" : "hers")));
  expect(begun).toEqual(["her first", "her second", "his", "her third"]);
}, 60_000);

test("the two bundles know each other's answer: it is told by its name, and nothing else is one", () => {
  const others = Object.assign(new Error("a worker gave no answer"), { name: "NoAnswer", why: "busy" });
  expect([others instanceof NoAnswer, new NoAnswer("too_slow") instanceof NoAnswer, new Error("else") instanceof NoAnswer, Object.assign(new Error("else"), { name: "NoAnswer", why: "else" }) instanceof NoAnswer])
    .toEqual([true, true, false, false]);
});
