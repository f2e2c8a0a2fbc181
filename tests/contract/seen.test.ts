import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { listOwnReflections } from "#app/logbook/reflection-queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { listSeenBy, seenBy } from "#app/seen/seen.server.ts";
import type { SeenBy } from "#app/seen/model.ts";
import { contextFor, signIn, TEST_ORIGIN } from "#tests/support/actors.ts";
import { DEMO_SERVICES, listTrainees, seededAt } from "#tests/support/demo.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";

/* What a trainee is told that others see is what these others' own pages give: held for everybody of the demo, signed in as each. */

const BUILT = path.resolve("build/server/index.js");
if (!existsSync(BUILT)) throw new Error("the routes are asked of the built app: run `npm run build` first");
const build = await import(pathToFileURL(BUILT).href) as ServerBuild;

const NOW = new Date("2026-11-21T12:00:00.000Z");
const PATIENCE_MS = 600_000;
/** Of each kind this many addresses are asked: a log has hundreds of entries, all found by one read. */
const ASKED_OF_A_KIND = 2;
/** The list of people is the administrators': to anybody else it is not theirs to do, whoever is asked for. */
const notThere = (to: string): readonly number[] => (to.startsWith("/people/") ? [403, 404] : [404]);

const some = (seen: SeenBy): string[] => seen.items.flatMap((item) => item.addresses.slice(0, ASKED_OF_A_KIND));
const all = (seen: SeenBy): string[] => seen.items.flatMap((item) => [...item.addresses]);

test("what it lists is reached by whom it is listed for, what it does not list is not there for them, and nobody else sees anything", { timeout: PATIENCE_MS }, async () => {
  const db = await seededAt(NOW);
  const { environment, ...services } = contextFor(db, NOW, { clips: DEMO_SERVICES.clips });
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const cookies = new Map<string, string>();
  const statusOf = async (personId: string, to: string): Promise<number> => {
    const cookie = cookies.get(personId) ?? (await signIn(db, personId, NOW)).cookie;
    cookies.set(personId, cookie);
    const range = to.endsWith("/film") ? { range: "bytes=0-99" } : {};
    const response = await handle(new Request(TEST_ORIGIN + to, { headers: { cookie, "sec-fetch-site": "same-origin", ...range } }), { address: "192.0.2.1" });
    await response.arrayBuffer();
    return response.status;
  };
  const people = await db.reader.selectFrom("person").select("id").where("is_external", "=", 0).execute();
  let asked = 0;
  for (const trainee of await listTrainees(db.reader)) {
    const viewers = await listSeenBy(db.reader, trainee.id, NOW);
    const listed = new Set(viewers.map((v) => v.personId));
    for (const { id } of people.filter((p) => !listed.has(p.id))) expect([trainee.name, id, await seenBy(db.reader, id, trainee.id, NOW)]).toEqual([trainee.name, id, undefined]);
    const reflections = (await listOwnReflections(db.reader, trainee.id)).map((r) => paths.reflection(r.id));
    const everything = new Set([...viewers.flatMap(some), ...reflections]);
    for (const viewer of viewers) {
      for (const to of some(viewer)) expect([viewer.name, to, await statusOf(viewer.personId, to)]).toEqual([viewer.name, to, to.endsWith("/film") ? 206 : 200]);
      const theirs = new Set(all(viewer));
      for (const to of [...everything].filter((address) => !theirs.has(address))) {
        const status = await statusOf(viewer.personId, to);
        expect([viewer.name, to, notThere(to).includes(status) ? "not there" : status]).toEqual([viewer.name, to, "not there"]);
        asked += 1;
      }
    }
  }
  expect(asked).toBeGreaterThan(0);
});
