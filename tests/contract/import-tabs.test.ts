import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test } from "vitest";

import { paths } from "#app/ui/paths.ts";
import { type Browser, formsTo, openBrowser, type Visited } from "#tests/support/browsing.ts";
import { contextFor, signIn } from "#tests/support/actors.ts";
import { makeImportWorld, sameThread } from "#tests/support/importing.ts";
import { NOON } from "#tests/support/logbook.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { headingOf, mainOf, said } from "#tests/support/read-page.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

const csv = (...rows: readonly string[]): File => new File([["Client,Date filmed,Shared review,Notes", ...rows].join("\n")], "log.csv");
const MINE = csv("1,2026-01-13,2026-01-20,", "1,2026-02-13,2026-02-20,");
const OTHER = csv("7,2025-07-01,2025-07-08,");
/** Two notes that are asked about, and a day. */
const ASKING = csv("1,2026-01-13,2026-01-20,ring 07700 900123", "1,2026-02-13,2026-02-20,ring 07700 900124", "1,w/c 3 Mar 2026,2026-03-20,");
const [FIRST, SECOND, DAY] = ["cycle-note-2", "cycle-note-3", "cycle-filmed-on-4"];

const ELSEWHERE = "Another file was opened in another tab";
const CHANGED = "This file was changed in another tab";

async function stage() {
  const world = await makeImportWorld();
  const { environment, ...services } = contextFor(world.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services: { ...services, workers: sameThread } });
  const browser = openBrowser((request) => handle(request, { address: "192.0.2.1" }), (await signIn(world.db, world.trainee.id, NOON)).cookie);
  const entries = async (): Promise<number> => (await world.db.reader.selectFrom("entry").select("id").execute()).length;
  return { world, browser, entries };
}

/** Sends a file, up to its columns. */
const opened = (browser: Browser, file: File): Promise<Visited> => browser.sendFile("/log/import", file);

/** Sends a file and takes its columns as they were matched. */
async function looked(browser: Browser, file: File): Promise<Visited> {
  const columns = await opened(browser, file);
  const rows = await browser.send(formsTo(columns.html, "/log/import/columns").find((form) => form.method === "post"));
  expect([rows.status, headingOf(rows.html)]).toEqual([200, expect.stringMatching(/can be imported/)]);
  return rows;
}

const postTo = ({ html }: Visited, to: string) => formsTo(html, to).find((form) => form.method === "post");

describe("a file looked at in one tab while another is opened in a second", () => {
  test.each([
    ["is not confirmed", "/log/import/confirm", looked], ["is not answered about", "/log/import/rows", (browser: Browser) => looked(browser, ASKING)],
    ["is not matched", "/log/import/columns", opened], ["is not thrown away", "/log/import/cancel", looked],
  ] as const)("%s by a form of the first", async (_, to, open) => {
    const { browser, entries, world } = await stage();
    const first = await open(browser, MINE);
    await looked(browser, OTHER);
    const answer = await browser.send(postTo(first, to));
    expect([answer.status, headingOf(answer.html)]).toEqual([409, ELSEWHERE]);
    expect(said(mainOf(answer.html))).toContain("Nothing was written");
    expect(mainOf(answer.html)).toContain(`href="${paths.importColumns()}"`);
    expect([await entries(), (await world.db.reader.selectFrom("import_draft").select("id").execute()).length]).toEqual([0, 1]);
    const goOn = await browser.visit("/log/import/rows");
    expect(said(mainOf(goOn.html))).toContain("7 · 2025-07-01");
  });

  test("what was typed for the first comes back, to be copied", async () => {
    const { browser } = await stage();
    const first = await looked(browser, ASKING);
    await opened(browser, OTHER);
    const answer = await browser.send(postTo(first, "/log/import/rows"), { [`q-${FIRST}`]: "reword", [`t-${FIRST}`]: "She waited longer" });
    expect([answer.status, headingOf(answer.html)]).toEqual([409, ELSEWHERE]);
    expect(answer.html).toMatch(/<textarea[^>]*readonly[^>]*>She waited longer<\/textarea>/i);
  });

  test.each(["refused", "rows?which=all&page=1", "columns?sheet=0&header=1"])("a link of the first to %s does not pass the second off as it", async (to) => {
    const { browser } = await stage();
    const first = await looked(browser, csv("1,2026-02-30,2026-03-20,", "2,2026-02-13,2026-02-20,"));
    const file = /file=([0-9a-z]+)/.exec(first.html)?.[1] ?? "none";
    const address = `/log/import/${to}${to.includes("?") ? "&" : "?"}file=${file}`;
    expect((await browser.visit(address)).status).toBe(200);
    await opened(browser, OTHER);
    const answer = await browser.visit(address);
    expect([answer.status, said(answer.html).includes(ELSEWHERE)]).toEqual([409, true]);
  });

  test("the second is confirmed as its page showed it", async () => {
    const { browser, entries } = await stage();
    await looked(browser, MINE);
    const second = await looked(browser, OTHER);
    const answer = await browser.send(postTo(second, "/log/import/confirm"));
    expect([answer.status, headingOf(answer.html), await entries()]).toEqual([200, "1 entry imported", 1]);
  });
});

describe("one file in two tabs", () => {
  const answerIn = (browser: Browser, tab: Visited, id: string, choice: string, text = ""): Promise<Visited> =>
    browser.send(postTo(tab, "/log/import/rows"), { [`q-${id}`]: choice, [`t-${id}`]: text });
  const shown = async (browser: Browser): Promise<Readonly<Record<string, string>>> => postTo(await browser.visit("/log/import/rows"), "/log/import/rows")?.fields ?? {};

  test("each answers what it was asked: none wipes what the other said", async () => {
    const { browser } = await stage();
    const [one, other] = [await looked(browser, ASKING), await browser.visit("/log/import/rows")];
    expect((await answerIn(browser, one, FIRST, "reword", "He waited")).status).toBe(200);
    expect((await answerIn(browser, other, SECOND, "reword", "She waited")).status).toBe(200);
    const fields = await shown(browser);
    expect([fields[`q-${FIRST}`], fields[`t-${FIRST}`], fields[`q-${SECOND}`], fields[`t-${SECOND}`]]).toEqual(["reword", "He waited", "reword", "She waited"]);
  });

  test("what both answered is not overwritten: it is said, with both, and the second press lets it stand", async () => {
    const { browser } = await stage();
    const [one, other] = [await looked(browser, ASKING), await browser.visit("/log/import/rows")];
    await answerIn(browser, one, DAY, "2026-03-03");
    const clash = await answerIn(browser, other, DAY, "out");
    expect(clash.status).toBe(409);
    expect(said(mainOf(clash.html))).toContain("answered otherwise in another tab: 3 March 2026");
    expect(postTo(clash, "/log/import/rows")?.fields[`q-${DAY}`]).toBe("out");
    expect((await shown(browser))[`q-${DAY}`]).toBe("2026-03-03");
    expect((await browser.send(postTo(clash, "/log/import/rows"))).status).toBe(200);
    expect((await shown(browser))[`q-${DAY}`]).toBe("out");
  });

  test("the same answer in both is one answer", async () => {
    const { browser } = await stage();
    const [one, other] = [await looked(browser, ASKING), await browser.visit("/log/import/rows")];
    await answerIn(browser, one, DAY, "out");
    expect((await answerIn(browser, other, DAY, "out")).status).toBe(200);
  });

  test("answers to columns that were matched anew meanwhile are not taken: the questions are others", async () => {
    const { browser } = await stage();
    const [one, columns] = [await looked(browser, ASKING), await browser.visit("/log/import/columns")];
    expect((await browser.send(postTo(columns, "/log/import/columns"), { column3: "" })).status).toBe(200);
    const answer = await answerIn(browser, one, FIRST, "reword", "He waited");
    expect([answer.status, headingOf(answer.html)]).toEqual([409, CHANGED]);
    expect(answer.html).toMatch(/<textarea[^>]*readonly[^>]*>He waited<\/textarea>/i);
    expect(mainOf(answer.html)).toContain(`href="${paths.importRows()}"`);
  });

  test("columns matched anew do not silently wipe the answers of another tab", async () => {
    const { browser } = await stage();
    const [one, columns] = [await looked(browser, ASKING), await browser.visit("/log/import/columns")];
    await answerIn(browser, one, DAY, "2026-03-03");
    const clash = await browser.send(postTo(columns, "/log/import/columns"), { column1: "", column0: "" });
    expect(clash.status).toBe(400);
    const refused = await browser.send(postTo(columns, "/log/import/columns"), { column3: "" });
    expect([refused.status, postTo(refused, "/log/import/columns")?.fields.column3]).toEqual([409, ""]);
    expect((await shown(browser))[`q-${DAY}`]).toBe("2026-03-03");
    expect((await browser.send(postTo(refused, "/log/import/columns"))).status).toBe(200);
    expect((await shown(browser))[`q-${FIRST}`]).toBeUndefined();
  });

  test("is not confirmed as one tab shows it once another has answered", async () => {
    const { browser, entries } = await stage();
    const [one, other] = [await looked(browser, ASKING), await browser.visit("/log/import/rows")];
    await answerIn(browser, one, DAY, "2026-03-03");
    const answer = await browser.send(postTo(other, "/log/import/confirm"));
    expect([answer.status, headingOf(answer.html), await entries()]).toEqual([409, CHANGED, 0]);
    const fresh = await browser.visit("/log/import/rows");
    expect([(await browser.send(postTo(fresh, "/log/import/confirm"))).status, await entries()]).toEqual([200, 3]);
  });
});
