import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { contextFor, TEST_ORIGIN } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";

import { makeScene } from "./cast.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

test("a note three times as long as one may be comes back whole, its field named", async () => {
  const scene = await makeScene(await freshDatabase());
  const { environment, ...services } = contextFor(scene.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const note = "She waited. ".repeat(5_000);
  const body = new URLSearchParams({ requestId: "made-by-the-form", client: scene.clientId, filmedOnChoice: "today", note });
  const headers = { "sec-fetch-site": "same-origin", "accept": "text/html", ...(scene.cookies.owner === undefined ? {} : { cookie: scene.cookies.owner }) };
  const answer = await handle(new Request(`${TEST_ORIGIN}/log/cycles/new`, { method: "POST", headers, body }), { address: "192.0.2.1" });
  const page = await answer.text();
  expect([answer.status, page.includes(note.trimEnd())]).toEqual([400, true]);
  expect(page).toMatch(/href="#cycle-note">[^<]*: Make this shorter: at most 4000 signs fit</);
});
