import { expect, test, vi } from "vitest";

import { logLine, loggablePath, logUnexpected } from "./log.server.ts";

function logged(work: () => void): string[] {
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: string) => { lines.push(line); });
  vi.spyOn(console, "log").mockImplementation((line: string) => { lines.push(line); });
  work();
  vi.mocked(console.error).mockClear();
  return lines;
}

test("a line is one object of JSON", () => {
  expect(logged(() => { logLine("info", "started", { port: 3000 }); })).toEqual(['{"level":"info","event":"started","port":3000}']);
});

test.each([
  ["/log/clients/0123456789abcdefghjk", "/log/clients/0123456789abcdefghjk", "an id names nobody"],
  ["/log?note=Joy", "/log", "a query may hold what was typed"],
  ["/reset/short", "/reset/-hidden-", "what follows reset is a token, however short"],
  [`/x/${"a".repeat(41)}`, "/x/-hidden-", "longer than any id: perhaps a token"],
  ["/people/ada@example.org", "/people/-hidden-", "an e-mail address"],
  ["/people/Ada%20Adams", "/people/-hidden-", "anything typed"],
])("%s is logged as %s: %s", (target, path) => {
  expect(loggablePath(target)).toBe(path);
});

test("an error of ours is logged by where it happened, without its words", () => {
  const [line = ""] = logged(() => { logUnexpected(new Error("nobody called Ada"), { requestId: "r1", method: "GET", target: "/x?y=Ada" }); });
  expect(line).not.toContain("Ada");
  expect(JSON.parse(line)).toMatchObject({ level: "error", requestId: "r1", method: "GET", path: "/x", error: "Error" });
});

test("an error of the engine keeps its words: they speak of code", () => {
  const [line = ""] = logged(() => { logUnexpected(new TypeError("x is not a function"), { requestId: "r1", method: "GET", target: "/" }); });
  expect(line).toContain("x is not a function");
});

test("something thrown that is no error is logged by its type", () => {
  const [line = ""] = logged(() => { logUnexpected("Ada", { requestId: "r1", method: "GET", target: "/" }); });
  expect(JSON.parse(line)).toMatchObject({ error: "string" });
  expect(line).not.toContain("Ada");
});
