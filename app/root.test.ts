import { expect, test, vi } from "vitest";

import { contextFor, requestOf } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { loader } from "./root.tsx";

const NOW = new Date("2026-03-12T09:00:00.000Z");

test("where what every page needs cannot be had, the failure is logged once and brings the request's number to the page", async () => {
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
  const db = await freshDatabase();
  const context = contextFor(db, NOW);
  await db.close();
  const thrown: unknown = await Promise.resolve(loader({ request: requestOf("/", { cookie: "attune_session=x" }), params: {}, context })).catch((error: unknown) => error);
  vi.mocked(console.error).mockClear();
  if (!(thrown instanceof Response)) throw new Error("no answer was thrown");
  expect([thrown.status, await thrown.json()]).toEqual([500, { requestId: context.requestId }]);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ event: "unexpected", requestId: context.requestId })]);
});
