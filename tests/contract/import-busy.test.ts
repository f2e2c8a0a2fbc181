import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { NoAnswer, type WhyNoAnswer, type Workers } from "#app/platform/workers.server.ts";
import { formsTo, openBrowser } from "#tests/support/browsing.ts";
import { contextFor, signIn } from "#tests/support/actors.ts";
import { makeImportWorld, sameThread } from "#tests/support/importing.ts";
import { NOON } from "#tests/support/logbook.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { mainOf, said } from "#tests/support/read-page.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

const FILE = new File([["Client,Date filmed,Shared review,Notes", "1,2026-01-13,2026-01-20,ring 07700 900123", "1,2026-02-30,2026-03-20,"].join("\n")], "log.csv");
const NOTE = "cycle-note-2";
const SAID = {
  too_slow: [503, "It took too long"], too_much: [413, "more than can be read at once"], busy: [503, "Too many wait here just now"], busy_own: [503, "Several files of yours are being read at once"],
} as const satisfies Record<WhyNoAnswer, readonly [number, string]>;
const WHYS = ["too_slow", "too_much", "busy", "busy_own"] as const;

/** A portal whose workers do the first jobs and give no answer after them, until `recover`. */
async function stage() {
  const world = await makeImportWorld();
  const { environment, ...services } = contextFor(world.db, NOON);
  let failing: WhyNoAnswer | null = null;
  const workers: Workers = { run: (task, input, whose) => (failing === null ? sameThread.run(task, input, whose) : Promise.reject(new NoAnswer(failing))) };
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services: { ...services, workers } });
  const browser = openBrowser((request) => handle(request, { address: "192.0.2.1" }), (await signIn(world.db, world.trainee.id, NOON)).cookie);
  return { world, browser, fail: (why: WhyNoAnswer | null): void => { failing = why; } };
}

async function looked({ browser }: Awaited<ReturnType<typeof stage>>) {
  const columns = await browser.sendFile("/log/import", FILE);
  return browser.send(formsTo(columns.html, "/log/import/columns").find((form) => form.method === "post"));
}

test.each(WHYS)("a file that gets no answer (%s) is told so in the page that sends it", async (why) => {
  const at = await stage();
  at.fail(why);
  const answer = await at.browser.sendFile("/log/import", FILE);
  expect(answer.status).toBe(SAID[why][0]);
  expect(formsTo(answer.html, "/log/import")).toHaveLength(1);
  expect(await at.world.db.reader.selectFrom("import_draft").select("id").execute()).toEqual([]);
});

test.each(WHYS)("every page of an import says %s in plain words, and the file stands", async (why) => {
  const at = await stage();
  const rows = await looked(at);
  at.fail(why);
  for (const to of ["/log/import/columns", "/log/import/rows", "/log/import/refused"]) {
    const answer = await at.browser.visit(to);
    expect([to, answer.status, said(answer.html).includes(SAID[why][1])]).toEqual([to, SAID[why][0], true]);
  }
  const confirmed = await at.browser.send(formsTo(rows.html, "/log/import/confirm")[0]);
  expect([confirmed.status, said(mainOf(confirmed.html)).includes(SAID[why][1])]).toEqual([SAID[why][0], true]);
  expect(await at.world.db.reader.selectFrom("entry").select("id").execute()).toEqual([]);
  at.fail(null);
  expect((await at.browser.send(formsTo(rows.html, "/log/import/confirm")[0])).status).toBe(200);
});

test.each(WHYS)("answers that could not be looked at (%s) are all there, to be sent once more", async (why) => {
  const at = await stage();
  const rows = await looked(at);
  at.fail(why);
  const typed = { [`q-${NOTE}`]: "reword", [`t-${NOTE}`]: "She waited\n\"longer\" & then" };
  const answer = await at.browser.send(formsTo(rows.html, "/log/import/rows").find((form) => form.method === "post"), typed);
  expect([answer.status, said(mainOf(answer.html)).includes(SAID[why][1])]).toEqual([SAID[why][0], true]);
  const again = formsTo(answer.html, "/log/import/rows").find((form) => form.method === "post");
  expect(again?.fields).toMatchObject(typed);
  at.fail(null);
  const saved = await at.browser.send(again);
  expect([saved.status, said(mainOf(saved.html)).includes("The answers are saved.")]).toEqual([200, true]);
  expect(formsTo(saved.html, "/log/import/rows").find((form) => form.method === "post")?.fields).toMatchObject(typed);
});

test("that answers are saved is said of those that were, and of no address that claims it", async () => {
  const at = await stage();
  await looked(at);
  for (const claim of ["yes", "0", "1", "9"]) {
    const page = await at.browser.visit(`/log/import/rows?saved=${claim}`);
    expect([claim, said(mainOf(page.html)).includes("The answers are saved.")]).toEqual([claim, false]);
  }
});

test("a file is not called gone while it stands", async () => {
  const at = await stage();
  await looked(at);
  for (const claim of ["gone", "cancelled"]) {
    const page = said(mainOf((await at.browser.visit(`/log/import?said=${claim}`)).html));
    expect([page.includes("gone. Nothing was written"), page.includes("looking at is gone"), page.includes("Go on with it")]).toEqual([false, false, true]);
  }
});
