import { expect, test, vi } from "vitest";

import { openBackground } from "./background.server.ts";

const asked = { requestId: "r1", task: "send-letter" };
const AN_HOUR_MS = 3_600_000;

test("nothing of it runs before whoever asked has gone on; then it starts by itself", async () => {
  const background = openBackground(() => 0);
  const said: string[] = [];
  const ran = new Promise<void>((resolve) => {
    background.start(asked, () => {
      said.push("work");
      resolve();
      return Promise.resolve();
    });
  });
  said.push("asked");
  await Promise.resolve();
  said.push("answered");
  await ran;
  expect(said).toEqual(["asked", "answered", "work"]);
});

test("finishing starts what still waits, waits for all that runs, and for what that asks for", async () => {
  const background = openBackground(() => AN_HOUR_MS);
  const said: string[] = [];
  background.start(asked, async () => {
    await Promise.resolve();
    said.push("first");
    background.start(asked, () => {
      said.push("asked for by the first");
      return Promise.resolve();
    });
  });
  background.start(asked, () => {
    said.push("second");
    return Promise.resolve();
  });
  await background.finish();
  expect(said.sort()).toEqual(["asked for by the first", "first", "second"]);
  await background.finish();
  expect(said).toHaveLength(3);
});

test("finishing waits for the work of a request that outlasts its connection, however that ends", async () => {
  const background = openBackground(() => AN_HOUR_MS);
  const said: string[] = [];
  const work = async (): Promise<void> => {
    await Promise.resolve();
    said.push("written");
    throw new Error("cut off");
  };
  background.hold(work());
  await background.finish();
  expect(said).toEqual(["written"]);
});

test("what fails is logged once, under the request and without its message, and the rest is done", async () => {
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
  const background = openBackground(() => AN_HOUR_MS);
  let isDone = false;
  background.start(asked, () => Promise.reject(new Error("no letter to ash@example.org")));
  background.start(asked, () => { throw new Error("at once"); });
  background.start(asked, () => {
    isDone = true;
    return Promise.resolve();
  });
  await background.finish();
  vi.mocked(console.error).mockClear();
  expect(isDone).toBe(true);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('"requestId":"r1","method":"TASK","path":"send-letter"');
  expect(lines.join()).not.toContain("ash@example.org");
});
