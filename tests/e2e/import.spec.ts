import { fileURLToPath } from "node:url";

import type { Page } from "@playwright/test";

import { expectNoSidewaysScroll } from "./axe.ts";
import { arrived, expect, meter, test } from "./journey.ts";

const FILES = ["cycles", "supervision", "peer-supervision"].map((name) => fileURLToPath(new URL(`../fixtures/logbook-tidy/${name}.csv`, import.meta.url)));
/** Who was there, and what of hers each of them confirms. Her supervisor could confirm the peer sessions too, and leaves them. */
const OTHERS = [
  ["agnieszka.wisniewska-reid@example.org", /^Choose: \d.*Kirsty Abercrombie/], ["harpreet.sandhu@example.scot", /^Choose: \d.*Kirsty Abercrombie/],
  ["nadia.hussain@example.scot", /^Choose: Peer supervision.*Kirsty Abercrombie/], ["tomasz.zielinski@example.org", /^Choose: Peer supervision.*Kirsty Abercrombie/],
] as const;

async function look(page: Page): Promise<void> {
  await page.goto("/log/import");
  await page.getByLabel("CSV files").setInputFiles(FILES);
  await page.getByRole("button", { name: "Look at the rows" }).click();
}

/** Confirms all of hers that waits for that person and is called so. */
async function confirmAll(page: Page, name: RegExp): Promise<void> {
  await page.goto("/waiting");
  const hers = page.getByRole("checkbox", { name });
  await expect(hers.first()).toBeVisible();
  for (const one of await hers.all()) await one.check();
  await page.getByRole("button", { name: /^Confirm / }).click();
  await expect(page.getByText(/confirmed\.$/)).toBeVisible();
}

test("the tidy logbook is imported for a fresh trainee, confirmed by everybody, and reads as its rows say", async ({ page, signInAs, open }) => {
  test.slow();
  await signInAs({ email: "newcomer@example.org" });
  await look(page);
  await arrived(page, "40 rows of 40 can be imported");
  await expect(page.getByText("Nothing has been written yet.")).toBeVisible();
  for (const [kind, rows] of [["Cycles", 20], ["Supervision", 17], ["Peer supervision", 3]] as const) {
    const card = page.getByRole("region", { name: `${kind}: ${String(rows)} of ${String(rows)} rows taken` });
    for (const more of await card.locator("summary").all()) await more.click();
    await expect(card.getByRole("listitem").filter({ hasText: /^Row \d+/ }).filter({ hasText: "taken" })).toHaveCount(rows);
  }
  await expect(page.getByText("Waits for the supervisor’s confirmation.").first()).toBeVisible();
  await expect(page.getByText("No shared review yet: listed, and counts once it has taken place.")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole("link", { name: "Choose other files" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import a logbook" })).toBeVisible();
  await page.goto("/log");
  await expect(page.getByRole("heading", { level: 1, name: "Your log is empty" })).toBeVisible();

  await look(page);
  await page.getByRole("button", { name: "Import 40 rows" }).click();
  await arrived(page, "40 rows imported");
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(8);
  await page.getByRole("link", { name: "Go to the log" }).click();
  await arrived(page, "Your log: 40 entries");

  await look(page);
  await arrived(page, "None of these rows can be imported");
  await expect(page.getByText("Imported before.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);

  for (const [email, name] of OTHERS) await confirmAll(await open({ email }), name);

  await page.goto("/progress");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Accredited");
  await expect(meter(page, "Cycles")).toHaveText(/^19 of /);
  await expect(page.getByRole("listitem").filter({ hasText: /mid-point/i }).filter({ hasText: "not yet" })).toBeVisible();
  await page.goto("/progress/clients?stage=3");
  await arrived(page, "Clients: 7 of 6 for stage 3");
  await page.goto("/progress/cycles?stage=3");
  await arrived(page, "Cycles: 19 of 18 for stage 3");
  await expect(page.getByRole("region", { name: "What does not count, and why" })).toContainText("The shared review has no date yet");
  await page.goto("/progress/supervision?stage=3");
  await arrived(page, "Supervision: 19 h of 15 h for stage 3");
  await expect(page.getByRole("region", { name: "What does not count, and why" })).toContainText("Group supervision does not count towards this");
  await page.goto("/progress/peer_supervision?stage=3");
  await arrived(page, "Peer supervision: 3 of 2 for stage 3");
});

test("a file that is no logbook says what is wrong with it", async ({ page, cast, signInAs }) => {
  await signInAs(cast.trainee);
  await page.goto("/log/import");
  await page.getByLabel("CSV files").setInputFiles({ name: "shopping.csv", mimeType: "text/csv", buffer: Buffer.from("milk,bread\n1,2\n") });
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await arrived(page, "None of these rows can be imported");
  await expect(page.getByText("The file does not begin with the column names of one of the three templates.", { exact: false })).toBeVisible();
});

test("an empty template comes as a file", async ({ page, cast, signInAs }) => {
  await signInAs(cast.trainee);
  await page.goto("/log/import");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Template for peer supervision" }).click();
  expect((await download).suggestedFilename()).toBe("peer-supervision.csv");
});
