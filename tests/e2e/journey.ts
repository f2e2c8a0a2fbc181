import path from "node:path";

import type { BrowserContextOptions, Locator, Page } from "@playwright/test";

import { type Day, systemClock } from "#app/platform/clock.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { type Database, openDatabase } from "#db/database.server.ts";

import { expectAccessible } from "./axe.ts";
import { type Cast, makeCast } from "./cast.ts";
import { dataFolder, expect, signIn, test as base, watch } from "./fixtures.ts";

interface JourneyFixtures {
  /** A programme and people of this test's own. */
  readonly cast: Cast;
  /** A browser of their own for somebody, signed in; its complaints fail the test too. */
  readonly open: (who: { readonly email: string }, options?: BrowserContextOptions) => Promise<Page>;
}

/** The tests of journeys: a cast of their own, and more than one browser. */
export const test = base.extend<JourneyFixtures, { readonly db: Database }>({
  db: [async ({}, use) => {
    const db = await openDatabase(path.join(dataFolder(), "attune.sqlite"));
    await use(db);
    await db.close();
  }, { scope: "worker" }],
  cast: async ({ db }, use) => {
    await use(await makeCast(db));
  },
  open: async ({ browser, baseURL, problems }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async ({ email }, options = {}) => {
      const context = await browser.newContext(options);
      opened.push(context);
      context.on("page", (page) => { watch(page, problems, new URL(baseURL ?? "").origin); });
      await signIn(context, baseURL ?? "", email);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

/** The page with that heading is there. */
export async function headed(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** The page with that heading is there, and accessible; axe itself is a script, so only where the page runs any. */
export async function arrived(page: Page, heading: string | RegExp): Promise<void> {
  await headed(page, heading);
  await expectAccessible(page);
}

/** Types a day into the three inputs of a group. */
export async function typeDay(group: Locator, day: Day): Promise<void> {
  const typed = typedDay(day);
  await group.getByLabel("Day", { exact: true }).fill(typed.day);
  await group.getByLabel("Month").fill(typed.month);
  await group.getByLabel("Year").fill(typed.year);
}

/** Chooses "Another day" of a group and types it. */
export async function chooseDay(page: Page, name: string, day: Day): Promise<void> {
  const group = page.getByRole("group", { name, exact: true });
  await group.getByLabel("Another day").check();
  await typeDay(group, day);
}

/** Opens what a form offers and does not need. */
export async function openMore(page: Page): Promise<void> {
  await page.locator("summary").filter({ hasText: "More, if you like" }).click();
}

/** The number of the progress page under that title. */
export function meter(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true }).getByRole("paragraph").first();
}

/** Ends every sign-in of that person, as hours without a page would. */
export async function expireSessions({ db }: Cast, person: { readonly id: string }): Promise<void> {
  const aMinuteAgo = new Date(systemClock().getTime() - 60_000).toISOString();
  await db.inTransaction((trx) => trx.updateTable("session").set({ expires_at: aMinuteAgo }).where("person_id", "=", person.id).execute());
}

/** Signs out by the menu under the person's name. */
export async function signOut(page: Page): Promise<void> {
  await page.locator("summary").filter({ hasText: "Menu of" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
}

/** Sends a real film for a cycle whose consents stand and submits it, as its trainee. */
export async function submitFilm(trainee: Page, entryId: string): Promise<void> {
  await trainee.goto(`/log/entries/${entryId}/submit/film`);
  await trainee.getByLabel("Film on this device").setInputFiles(path.resolve("tests/fixtures/films/faststart.mp4"));
  await trainee.getByRole("button", { name: "Send the film" }).click();
  await expect(trainee.getByText("The film has arrived. Submit it below.")).toBeVisible();
  await trainee.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(trainee.getByText("Waits for feedback")).toBeVisible();
}
