import { beforeAll, describe, expect, it } from "vitest";

import { findAccount } from "#app/people/accounts.server.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";
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

/** The number that a heading says, none for "No clients yet" and "Nothing waits for you". */
function numberIn(heading: string): number {
  return heading.split(" ").map(numberSaid).find((number) => !Number.isNaN(number)) ?? 0;
}

/** How many things stand in the list that is called so. */
function itemsOf(page: string, label: string): number {
  const [, list = ""] = page.split(`<ul class="item-list" aria-label="${label}">`);
  return list.slice(0, list.indexOf("</ul>")).match(/<li class="item">/g)?.length ?? 0;
}

async function checkClients(who: string, read: Read): Promise<number> {
  const page = await read("/log/clients");
  const rows = rowsOf(page);
  expect([who, numberIn(headingOf(page))]).toEqual([who, rows.length]);
  for (const row of rows) {
    const code = row[""] ?? "";
    const to = linksOf(page).find(({ text }) => text === code)?.to ?? "";
    const cycles = new Set([...said(await read(to)).matchAll(/\bCycle (\d+)\b/g)].map(([, n]) => n));
    expect([who, code, cycles.size]).toEqual([who, code, numberSaid(row["Cycles"] ?? "")]);
  }
  return rows.length;
}

async function checkReflections(who: string, read: Read): Promise<number> {
  const page = await read("/log/reflections");
  const listed = itemsOf(page, words.reflections.list);
  expect([who, numberIn(headingOf(page))]).toEqual([who, listed]);
  return listed;
}

/** Each line of what others see that folds away what it counts. */
async function checkSeen(who: string, read: Read): Promise<number> {
  const folded = [...(await read("/log/seen")).matchAll(/<details.*?<summary>(.*?)<\/summary>(.*?)<\/details>/gs)];
  for (const [, summary = "", inside = ""] of folded) {
    expect([who, said(summary), inside.match(/<li/g)?.length ?? 0]).toEqual([who, said(summary), numberIn(said(summary))]);
  }
  return folded.length;
}

describe("every number above a list and beside a line of everybody in the demonstration is the number of things that it opens", () => {
  it("for trainees: their clients and each one's cycles, their reflections, and what others see", async () => {
    let [clients, reflections, seen] = [0, 0, 0];
    for (const { id, name } of trainees) {
      const read = await readingAs(database, id, NOW);
      clients += await checkClients(name, read);
      reflections += await checkReflections(name, read);
      seen += await checkSeen(name, read);
    }
    expect(clients).toBeGreaterThan(trainees.length);
    expect(reflections).toBeGreaterThan(0);
    expect(seen).toBeGreaterThan(0);
  }, PATIENCE_MS * 4);

  it("for whomever something waits: the heading and the list", async () => {
    const supervisors = await Promise.all(trainees.map(({ id }) => listSupervisorsOf(database.reader, id, londonDay(NOW))));
    const deciding = await Promise.all(["lead@example.org", "reviewer@example.org"].map((email) => findAccount(database.reader, email)));
    const people = new Set([...trainees, ...supervisors.flat()].map(({ id }) => id).concat(deciding.map((account) => account?.personId ?? "")));
    let waiting = 0;
    for (const id of people) {
      const page = await (await readingAs(database, id, NOW))("/waiting");
      const listed = itemsOf(page, words.worklist.list);
      expect([id, numberIn(headingOf(page))]).toEqual([id, listed]);
      waiting += listed;
    }
    expect(waiting).toBeGreaterThan(0);
  }, PATIENCE_MS * 4);
});
