import { beforeAll, describe, expect, it } from "vitest";

import { findAccount } from "#app/people/accounts.server.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Database } from "#db/database.server.ts";
import { listTrainees, PATIENCE_MS, seededAt } from "#tests/support/demo.ts";
import { headingOf, linksOf, numberSaid, rowsOf, said } from "#tests/support/read-page.ts";
import { type Read, readingAs } from "#tests/support/reading.ts";

const NOW = new Date("2026-11-21T10:00:00.000Z");

let database: Database;
let trainees: Awaited<ReturnType<typeof listTrainees>>;
beforeAll(async () => {
  database = await seededAt(NOW);
  trainees = await listTrainees(database.reader);
}, PATIENCE_MS);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The entries of a list that says why each is left out. */
const itemsIn = (html: string): number => html.match(/<li class="item">/g)?.length ?? 0;

/** What an evidence page's heading says, and what its rows add up to. */
function evidenceOn(page: string): { readonly said: number; readonly rows: number; readonly total: number; readonly leftOut: number } {
  const rows = rowsOf(page);
  const left = itemsIn(page.replaceAll(/<details.*?<\/details>/gs, ""));
  return { said: numberSaid(/: (.*?)(?: of |;)/.exec(headingOf(page))?.[1] ?? ""), rows: rows.length, total: sum(rows.map((row) => numberSaid(row["Counts"] ?? ""))), leftOut: left };
}

interface Shown { readonly name: string; readonly number: number; readonly link: { readonly to: string; readonly text: string } }

/** The numbers of a progress page, each with the link that opens it. */
function metersOn(page: string): Shown[] {
  return [...page.matchAll(/<section class="card meter-card".*?<\/section>/gs)].map(([card]) => {
    const figure = /<p class="figure num">(.*?)<span>/s.exec(card)?.[1] ?? "";
    const [link = { to: "", text: "" }] = linksOf(card);
    return { name: said(/<h3>(.*?)<\/h3>/s.exec(card)?.[1] ?? ""), number: numberSaid(said(figure)), link };
  });
}

async function checkProgress(who: string, read: Read, progress: string): Promise<number> {
  const meters = metersOn(await read(progress));
  for (const { name, number, link } of meters) {
    const page = await read(link.to);
    const evidence = evidenceOn(page);
    expect([who, name, evidence.said, evidence.total]).toEqual([who, name, number, number]);
    const [, counting, not] = /(\d+) counts?, (\d+) do(?:es)? not/.exec(link.text) ?? [];
    if (counting !== undefined) expect([who, name, evidence.rows, evidence.leftOut]).toEqual([who, name, Number(counting), Number(not)]);
    for (const [folded, summary = ""] of page.matchAll(/<details.*?<summary>(.*?)<\/summary>.*?<\/details>/gs)) {
      expect([who, name, said(summary), itemsIn(folded)]).toEqual([who, name, said(summary), numberSaid(said(summary).split(" ")[0] ?? "")]);
    }
    for (const tab of linksOf(/<nav class="tabs".*?<\/nav>/s.exec(page)?.[0] ?? "")) {
      const there = evidenceOn(await read(tab.to));
      const inTab = numberSaid(/: (.*?)(?: of |$)/.exec(tab.text)?.[1] ?? "");
      expect([who, name, tab.text, there.said, there.total]).toEqual([who, name, tab.text, inTab, inTab]);
    }
  }
  return meters.length;
}

/** The number that each link in the log's heading says, beside the entries of the list that it opens. */
async function checkLog(who: string, read: Read): Promise<void> {
  const log = await read("/log");
  const opens = linksOf(/<p class="muted page-lead">.*?<\/p>/s.exec(log)?.[0] ?? "");
  const all = [];
  for (const { to, text } of opens) {
    const entries = new Set(linksOf(await read(to)).map((link) => link.to).filter((address) => address.startsWith("/log/entries/")));
    expect([who, text, entries.size]).toEqual([who, text, numberSaid(text.split(" ")[0] ?? "")]);
    all.push(...entries);
  }
  const [whole] = /\d+|one|two|three|four|five|six|seven|eight|nine|ten/.exec(headingOf(log)) ?? ["zero"];
  expect([who, new Set(all).size, all.length]).toEqual([who, numberSaid(whole), numberSaid(whole)]);
}

describe("every count of everybody in the demonstration opens to the entries whose number it is", () => {
  it("for trainees themselves: what counts, in each stage, and the numbers of their log", async () => {
    let opened = 0;
    for (const { id, name } of trainees) {
      const read = await readingAs(database, id, NOW);
      opened += await checkProgress(name, read, "/progress");
      await checkLog(name, read);
    }
    expect(opened).toBeGreaterThan(3 * trainees.length);
  }, PATIENCE_MS * 4);

  it("for their present supervisors", async () => {
    let opened = 0;
    for (const { id, name } of trainees) {
      for (const supervisor of await listSupervisorsOf(database.reader, id, londonDay(NOW))) {
        opened += await checkProgress(name, await readingAs(database, supervisor.id, NOW), `/trainees/${id}`);
      }
    }
    expect(opened).toBeGreaterThan(2 * trainees.length);
  }, PATIENCE_MS * 4);

  it("for their lead, who sees days and no entries", async () => {
    const read = await readingAs(database, (await findAccount(database.reader, "lead@example.org"))?.personId ?? "", NOW);
    for (const { id, name } of trainees) {
      const page = await read(`/cohorts/${id}`);
      for (const row of rowsOf(/<h2[^>]*>What counts for.*?<\/section>/s.exec(page)?.[0] ?? "")) {
        const link = linksOf(page).find((one) => one.text === row[""] && one.to.startsWith("#"));
        const days = rowsOf(new RegExp(`<div id="${link?.to.slice(1) ?? ""}">.*?</section>`, "s").exec(page)?.[0] ?? "").filter((day) => day["Counts"] === "counts");
        const amounts = days.map((day) => day["Amount"] ?? "");
        const isTime = /\d (?:h|min)/.test(row["Whole pathway"] ?? "");
        // Of what is not counted in minutes, a day without a number of its own stands for one.
        const counted = sum(amounts.map((amount) => (isTime || /^\d+$/.test(amount) ? numberSaid(amount) : 1)));
        expect([name, row[""], counted]).toEqual([name, row[""], numberSaid(row["Whole pathway"]?.split(" of ")[0] ?? "")]);
      }
    }
  }, PATIENCE_MS);
});
