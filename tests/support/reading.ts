import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect } from "vitest";

import type { Database } from "#db/database.server.ts";

import { contextFor, signIn, TEST_ORIGIN } from "./actors.ts";
import { createPortalHandler } from "./portal-handler.ts";
import { mainOf } from "./read-page.ts";

/** Gives the main part of the page at an address; any other status than 200 fails the test. */
export type Read = (address: string) => Promise<string>;

/** The pages of the built app as that person sees them. */
export async function readingAs(database: Database, personId: string, now: Date): Promise<Read> {
  const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;
  const { environment, ...services } = contextFor(database, now);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const { cookie } = await signIn(database, personId, now);
  return async (address) => {
    const answer = await handle(new Request(TEST_ORIGIN + address, { headers: { cookie, accept: "text/html" } }), { address: "192.0.2.1" });
    expect([address, answer.status]).toEqual([address, 200]);
    return mainOf(await answer.text());
  };
}
