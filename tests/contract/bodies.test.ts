import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { contextFor, TEST_ORIGIN } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";

import { makeScene, type Scene, type Who } from "./cast.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

const MULTIPART = "multipart/form-data; boundary=b";
const URLENCODED = "application/x-www-form-urlencoded";

/** Asks the built app as somebody of the scene, or as nobody. */
async function stage(): Promise<{ readonly scene: Scene; readonly ask: (who: Who, to: string, body: BodyInit, type?: string) => Promise<Response> }> {
  const scene = await makeScene(await freshDatabase());
  const { environment, ...services } = contextFor(scene.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  return {
    scene,
    ask: (who, to, body, type = MULTIPART) => {
      const cookie = scene.cookies[who];
      const headers = { "sec-fetch-site": "same-origin", "accept": "text/html", ...(body instanceof ReadableStream ? { "content-type": type } : {}), ...(cookie === undefined ? {} : { cookie }) };
      const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
      return handle(new Request(TEST_ORIGIN + to, init), { address: "192.0.2.1" });
    },
  };
}

test("a note three times as long as one may be comes back whole, its field named", async () => {
  const { scene, ask } = await stage();
  const note = "She waited. ".repeat(5_000);
  const answer = await ask("owner", "/log/cycles/new", new URLSearchParams({ requestId: "made-by-the-form", client: scene.clientId, filmedOnChoice: "today", note }));
  const page = await answer.text();
  expect([answer.status, page.includes(note.trimEnd())]).toEqual([400, true]);
  expect(page).toMatch(/href="#cycle-note">[^<]*: Make this shorter: at most 4000 signs fit</);
});

/** A file that never ends, and how much of it was asked for. */
function endless(): { readonly body: ReadableStream<Uint8Array>; readonly asked: () => number } {
  let asked = 0;
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => { asked += 1; controller.enqueue(new Uint8Array(65_536)); } }, { highWaterMark: 0 });
  return { body, asked: () => asked };
}

test.each([
  ["/log/import", 302, MULTIPART], ["/log/import/rows", 302, URLENCODED], ["/log/import.data", 202, MULTIPART], ["/log/import/rows.data", 202, URLENCODED],
])("nothing that nobody sends to %s is read: they are sent to sign in", async (to, status, type) => {
  const { ask } = await stage();
  const { body, asked } = endless();
  const answer = await ask("nobody", to, body, type);
  expect([answer.status, asked()]).toEqual([status, 0]);
  expect(answer.headers.get("location") ?? await answer.text()).toContain("/sign-in");
});

test("somebody who is signed in is read up to the limit", async () => {
  const { ask } = await stage();
  const { body, asked } = endless();
  expect([(await ask("owner", "/log/import", body)).status, asked()]).toEqual([413, 97]);
});
