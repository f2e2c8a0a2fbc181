import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { paths } from "#app/ui/paths.ts";
import { contextFor, signIn, TEST_ORIGIN } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedSupervision, NOON } from "#tests/support/logbook.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { linksOf, mainOf } from "#tests/support/read-page.ts";
import { asked, makeSigningWorld, signAs } from "#tests/support/signing.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

/* Client, cycle, submission, shared review, supervision, sign-off: from each the next one is a link away, and back again. */

async function walked() {
  const world = await makeSigningWorld(await freshDatabase());
  const { environment, ...services } = contextFor(world.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const requestId = await asked(world);
  const submission = await world.db.reader.selectFrom("submission").select(["id", "entry_id"]).executeTakeFirstOrThrow();
  const cycle = await world.db.reader.selectFrom("cycle_version").select("client_id").where("entry_id", "=", submission.entry_id).executeTakeFirstOrThrow();
  const sessionId = await loggedSupervision(world, { discussedIds: [submission.entry_id] });
  const signed = await signAs(world, world.supervisor, requestId);
  if (!signed.ok) throw new Error(`not signed: ${signed.code}`);
  const linksFrom = async (who: { readonly id: string }, to: string): Promise<string[]> => {
    const { cookie } = await signIn(world.db, who.id, NOON);
    const answer = await handle(new Request(TEST_ORIGIN + to, { headers: { cookie, "sec-fetch-site": "same-origin", "accept": "text/html" } }), { address: "192.0.2.1" });
    expect([to, answer.status]).toEqual([to, 200]);
    return linksOf(mainOf(await answer.text())).map((link) => link.to.split("#", 1)[0] ?? "");
  };
  return {
    ...world, linksFrom,
    places: {
      client: paths.client(cycle.client_id), cycle: paths.entry(submission.entry_id), submission: paths.submission(submission.id), session: paths.entry(sessionId), signOff: paths.signOffRequest(requestId),
    },
  };
}

type Place = keyof Awaited<ReturnType<typeof walked>>["places"];

/** From where a link leads where. */
const SHARED: readonly (readonly [Place, Place])[] = [
  ["cycle", "submission"], ["submission", "cycle"], ["cycle", "session"], ["session", "cycle"], ["submission", "session"], ["cycle", "signOff"], ["session", "signOff"], ["signOff", "submission"],
];
const OWN: readonly (readonly [Place, Place])[] = [["client", "cycle"], ["cycle", "client"], ["client", "submission"], ["client", "session"]];

test.each([["trainee", [...OWN, ...SHARED]], ["supervisor", SHARED]] as const)("the chain of evidence can be walked by links: %s", async (who, ways) => {
  const { places, linksFrom, [who]: person } = await walked();
  for (const [from, to] of ways) expect([from, to, (await linksFrom(person, places[from])).includes(places[to])]).toEqual([from, to, true]);
});

test("a number of the sign-off opens to the cycle that made it", async () => {
  const { places, linksFrom, trainee, supervisor } = await walked();
  for (const [who, under] of [[trainee, "/progress/cycles"], [supervisor, `/trainees/${trainee.id}/cycles`]] as const) {
    const number = (await linksFrom(who, places.signOff)).find((to) => to.startsWith(under));
    expect(number).toBeDefined();
    expect(await linksFrom(who, number ?? "")).toContain(places.cycle);
  }
});

test("whoever never sees a client is led to none", async () => {
  const { places, linksFrom, supervisor } = await walked();
  for (const place of ["cycle", "submission", "session", "signOff"] as const) expect(await linksFrom(supervisor, places[place])).not.toContain(places.client);
});
