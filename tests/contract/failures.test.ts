import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test, vi } from "vitest";

import { contextFor, TEST_ORIGIN } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

/** Asks for a page of a portal whose database is gone; gives the answer and what the log says of it. */
async function askBroken(to: string): Promise<{ readonly answer: Response; readonly lines: Record<string, unknown>[] }> {
  const lines: Record<string, unknown>[] = [];
  vi.mocked(console.error).mockImplementation((line: string) => { lines.push(JSON.parse(line) as Record<string, unknown>); });
  const db = await freshDatabase();
  const { environment, ...services } = contextFor(db, NOON);
  await db.close();
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const answer = await handle(new Request(TEST_ORIGIN + to, { headers: { accept: "text/html", cookie: "attune_session=x" } }), { address: "192.0.2.1" });
  vi.mocked(console.error).mockClear();
  return { answer, lines };
}

test.each(["/accessibility", "/log/clients/0101701234"])("where not even the frame of %s can be filled, its page has the number that the log has", async (to) => {
  const { answer, lines } = await askBroken(to);
  const page = await answer.text();
  const number = answer.headers.get("X-Request-Id") ?? "none";
  expect(answer.status).toBe(500);
  expect(page).toContain(`Request number: ${number}`);
  expect(new Set(lines.map((line) => line.requestId))).toEqual(new Set([number]));
});

test.each(["/log/clients/0101701234", "/log/clients/0101701234.data", "/log/clients/Isla/change", "/no/such/isla"])("what failed at %s is logged by its route: the address may name somebody", async (to) => {
  const { lines } = await askBroken(to);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line.path).toMatch(/^(\/log\/clients\/:clientId(\/change)?|\/\*)$/);
});
