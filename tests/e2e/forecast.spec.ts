import type { Page } from "@playwright/test";

import { type Cast, cycleOf, daysAgo } from "./cast.ts";
import { arrived, expect, headed, test, typeDay } from "./journey.ts";

/** Five cycles with clients of their own, about three weeks apart, the last a week ago. */
async function logFive(cast: Cast): Promise<void> {
  for (const days of [98, 77, 56, 35, 14]) await cycleOf(cast, { filmedOn: daysAgo(days), reviewedOn: daysAgo(days - 7) });
}

/** What the page says of stage 1: the row of its range, without the row's own labels. */
async function rangeOf(page: Page): Promise<string> {
  await page.goto("/progress/ahead");
  await headed(page, /likely/);
  return await page.getByRole("table", { name: "When the numbers of each stage are likely reached" }).getByRole("row").nth(1).innerText();
}

/** Every number of the progress page with what it is of. */
async function thresholdsOf(page: Page): Promise<string[]> {
  await page.goto("/progress");
  return page.locator(".meter-card .figure").allInnerTexts();
}

test("the range names what holds it up and what would change it, and opens month by month", async ({ page, cast, signInAs }) => {
  await logFive(cast);
  await signInAs(cast.trainee);
  await page.goto("/progress");
  await page.getByRole("main").getByRole("link", { name: "How this is worked out" }).click();
  await arrived(page, /^Stage 1: likely .*, with 5\shours of supervision$/);
  const row = page.getByRole("table", { name: "When the numbers of each stage are likely reached" }).getByRole("row").nth(1);
  await expect(row).toContainText("Stage 1");
  await expect(row).toContainText("(not begun)");
  const change = page.getByRole("table", { name: /^One more in every four weeks/ });
  await expect(change.getByRole("row").nth(1)).toContainText(/week/);
  await expect(page.getByRole("heading", { name: "Month by month" })).toBeVisible();
  const months = page.getByRole("table", { name: /^Stage 1, by about/ });
  expect(await months.getByRole("row").count()).toBeGreaterThan(1);
  await expect(page.getByText("It decides nothing, and nobody is held to it.")).toBeAttached();
});

test("a planned pause and part time, entered for the trainee, move the range and nothing that a stage asks", async ({ page, cast, signInAs, open }) => {
  await logFive(cast);
  await signInAs(cast.trainee);
  const [asked, before] = [await thresholdsOf(page), await rangeOf(page)];

  const lead = await open(cast.lead);
  await lead.goto(`/working-time/${cast.trainee.id}`);
  await arrived(lead, "Time of Iona Geddes");
  await lead.getByRole("link", { name: "Plan a pause" }).click();
  await arrived(lead, "Plan a pause for Iona Geddes");
  await typeDay(lead.getByRole("group", { name: "First day of the pause" }), daysAgo(-7));
  await typeDay(lead.getByRole("group", { name: "Last day of the pause" }), daysAgo(-97));
  await lead.getByRole("button", { name: "Plan this pause" }).click();
  await expect(lead.getByRole("link", { name: /^Take back the pause from/ })).toBeVisible();
  const paused = await rangeOf(page);
  expect(paused).not.toBe(before);
  await expect(page.getByText(/^planned pause, /).first()).toBeVisible();

  const administrator = await open(cast.administrator);
  await administrator.goto(`/working-time/${cast.trainee.id}`);
  await administrator.getByRole("link", { name: "Set part time" }).click();
  await arrived(administrator, "Part time of Iona Geddes");
  await administrator.getByLabel("Share of full time").fill("50");
  await administrator.getByRole("button", { name: "Save" }).click();
  await expect(administrator.getByText(/^50\s% of full time from/)).toBeVisible();
  expect(await rangeOf(page)).not.toBe(paused);
  expect(await thresholdsOf(page)).toEqual(asked);
  expect(asked.join(" ")).toContain("5 of");
});
