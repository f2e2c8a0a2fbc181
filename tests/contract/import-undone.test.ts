import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { listEntries } from "#app/logbook/queries.server.ts";
import { listImports } from "#app/logbook/undo-import.server.ts";
import { formsTo, openBrowser } from "#tests/support/browsing.ts";
import { contextFor, signIn } from "#tests/support/actors.ts";
import { imported, makeImportWorld } from "#tests/support/importing.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { headingOf, linksOf, mainOf, said } from "#tests/support/read-page.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

const SESSIONS = Buffer.from("Date,Minutes,Supervisor e-mail,Kind\n2026-01-16,60,mairi.mcleod@example.org,individual\n2026-02-16,60,mairi.mcleod@example.org,individual\n");

async function stage() {
  const world = await makeImportWorld();
  await imported(world, SESSIONS);
  const { environment, ...services } = contextFor(world.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const browserOf = async (id: string) => openBrowser((request) => handle(request, { address: "192.0.2.1" }), (await signIn(world.db, id, NOON)).cookie);
  const [batch] = await listImports(world.db.reader, world.trainee.id);
  return { world, browser: await browserOf(world.trainee.id), browserOf, importId: batch?.id ?? "" };
}

async function confirmAll({ world: { db, trainee, supervisors } }: Awaited<ReturnType<typeof stage>>): Promise<void> {
  const supervisor = supervisors[0] ?? trainee;
  const entries = (await listEntries(db.reader, trainee.id)).map((entry) => ({ entryId: entry.id, version: 1 }));
  expect(await decideEntries(db, await actorFor(db, supervisor), { entries, decision: "confirmed", note: null }, NOON)).toMatchObject({ ok: true });
}

test("what was undone is said of the import that was, and of no address that claims it", async () => {
  const { browser, browserOf, world, importId } = await stage();
  const claimed = async (who: typeof browser, claim: string): Promise<boolean> => said(mainOf((await who.visit(`/log/imports?undone=${claim}`)).html)).includes("undone.");
  for (const claim of ["99999", "2", importId, "no-such-import"]) expect([claim, await claimed(browser, claim)]).toEqual([claim, false]);
  const page = await browser.visit(`/log/imports/${importId}/undo`);
  const answer = await browser.send(formsTo(page.html, `/log/imports/${importId}/undo`)[0]);
  expect(said(mainOf(answer.html))).toContain("2 entries undone.");
  expect(await claimed(browser, "99999")).toBe(false);
  expect(await claimed(await browserOf(world.peers[0]?.id ?? ""), importId)).toBe(false);
});

test("an import of which nothing can go offers no undoing: it says why", async () => {
  const at = await stage();
  const offers = async (): Promise<string[]> => linksOf(mainOf((await at.browser.visit("/log/imports")).html)).filter(({ text }) => text === "Undo").map(({ to }) => to);
  expect(await offers()).toEqual([`/log/imports/${at.importId}/undo`]);
  await confirmAll(at);
  expect(await offers()).toEqual([]);
  expect(said(mainOf((await at.browser.visit("/log/imports")).html))).toContain("nothing of it can be undone: 2 confirmed");
  const page = await at.browser.visit(`/log/imports/${at.importId}/undo`);
  expect([headingOf(page.html), formsTo(page.html, `/log/imports/${at.importId}/undo`)]).toEqual([expect.stringMatching(/^Undo the import of/), []]);
  expect(said(mainOf(page.html))).toMatch(/Nothing of this import can be undone 2 confirmed\..*2 entries stay/);
});
