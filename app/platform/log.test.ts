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

test.each<[string, Record<string, string>, string, string]>([
  ["/log/clients/0101701234", { clientId: "0101701234" }, "/log/clients/:clientId", "what stands for somebody"],
  ["/log/clients/isla", { clientId: "isla" }, "/log/clients/:clientId", "though it could be a word of ours"],
  ["/log/clients/Isla%20Adams/change", { clientId: "Isla Adams" }, "/log/clients/:clientId/change", "encoded"],
  ["/log/clients/0101701234.data", { clientId: "0101701234.data" }, "/log/clients/:clientId", "of a page's data"],
  ["/people/a1/grants/b2/end", { personId: "a1", grantId: "b2" }, "/people/:personId/grants/:grantId/end", "several"],
  ["/no/such/isla", { "*": "no/such/isla" }, "/*", "an address that no page has"],
  ["/no/such/isla/", { "*": "no/such/isla" }, "/*", "the same with a stroke at its end"],
  ["/", {}, "/", "the first page"],
  ["/files/isla/ada", { "*": "isla/ada" }, "/files/*", "the rest of an address"],
])("%s is logged by its route where that is known: %j", (target, params, path) => {
  expect(loggablePath(target, params)).toBe(path);
});

test.each([
  ["/log/clients/new", "/log/clients/new", "words of ours"],
  ["/health.data", "/health.data", "and their data"],
  ["/log/clients/0101701234", "/log/clients/-hidden-", "a number may be somebody's"],
  ["/log/clients/c0v1d", "/log/clients/-hidden-", "digits within"],
  ["/log?note=Joy", "/log", "a query may hold what was typed"],
  ["/reset/short", "/reset/-hidden-", "what follows reset is a token, however short"],
  ["/people/Ada", "/people/-hidden-", "a capital letter begins no address of ours"],
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
