import type { Locator, Page } from "@playwright/test";

import { typedDay } from "#app/platform/http/form-fields.ts";

import { expectAccessible, expectNoSidewaysScroll } from "./axe.ts";
import { type Cast, clientOf, cycleOf, daysAgo, supervisionOf } from "./cast.ts";
import { arrived, expect, test } from "./journey.ts";

const MOST_TOUCHES = 6;

/** Touches, each with its name; what is typed goes by the keys. */
class Hand {
  readonly touched: string[] = [];

  async touch(name: string, on: Locator): Promise<void> {
    this.touched.push(name);
    await on.tap();
  }
}

function quick(page: Page): Locator {
  return page.getByRole("region", { name: "A cycle in a few touches" });
}

const group = (page: Page, name: string): Locator => quick(page).getByRole("group", { name, exact: true });

async function typeDay(page: Page, day: string): Promise<void> {
  const { day: date, month, year } = typedDay(day);
  for (const part of [date, month, year]) {
    await page.keyboard.type(part);
    await page.keyboard.press("Tab");
  }
}

async function open(page: Page, cast: Cast, signInAs: (who: { email: string }) => Promise<void>): Promise<string> {
  await cycleOf(cast, { filmedOn: daysAgo(30), reviewedOn: daysAgo(25) });
  await cycleOf(cast);
  await signInAs(cast.trainee);
  await page.goto("/");
  await expect(quick(page)).toBeVisible();
  return (await clientOf(cast)).code;
}

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

test("a cycle with the last client, filmed today, is one touch: Save", async ({ page, cast, signInAs }) => {
  await open(page, cast, signInAs);
  const hand = new Hand();
  await hand.touch("Save", quick(page).getByRole("button", { name: "Save" }));
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
  expect(hand.touched).toEqual(["Save"]);
});

test("a cycle with another client on other days is six touches at most, besides typing", async ({ page, cast, signInAs }) => {
  await open(page, cast, signInAs);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const hand = new Hand();
  await hand.touch("the client", group(page, "Client").getByRole("radio").nth(1));
  await hand.touch("Filmed on: Another day", group(page, "Filmed on").getByLabel("Another day"));
  await hand.touch("its day", group(page, "Filmed on").getByLabel("Day", { exact: true }));
  await typeDay(page, daysAgo(9));
  await hand.touch("Shared review: Another day", group(page, "Shared review").getByLabel("Another day"));
  await hand.touch("its day", group(page, "Shared review").getByLabel("Day", { exact: true }));
  await typeDay(page, daysAgo(2));
  await hand.touch("Save", quick(page).getByRole("button", { name: "Save" }));
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
  expect(hand.touched).toEqual(["the client", "Filmed on: Another day", "its day", "Shared review: Another day", "its day", "Save"]);
  expect(hand.touched.length).toBeLessThanOrEqual(MOST_TOUCHES);
});

test("what has to be asked is asked in the whole form, with everything that was chosen", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(400);
  await open(page, cast, signInAs);
  await group(page, "Filmed on").getByLabel("Another day").tap();
  await quick(page).getByRole("button", { name: "Save" }).tap();
  await arrived(page, "Log a cycle");
  await expect(page.getByRole("alert")).toContainText("Enter the day of the film");
  await expect(page.getByRole("group", { name: "Client", exact: true }).getByRole("radio", { checked: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Put it back" })).toHaveCount(0);
});

test("supervision begins as the last one was", async ({ page, cast, signInAs }) => {
  await supervisionOf(cast, { minutes: 75, mode: "in_person", format: "group" });
  await open(page, cast, signInAs);
  await quick(page).getByRole("link", { name: "Supervision, as the last one was" }).tap();
  await arrived(page, "Log supervision");
  await expect(page.getByLabel("Length")).toHaveValue("75");
  await expect(page.getByLabel("In a group")).toBeChecked();
  await expect(page.getByRole("group", { name: "Day", exact: true }).getByLabel("Today")).toBeChecked();
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is logged from the first page", async ({ page, cast, signInAs }) => {
    await open(page, cast, signInAs);
    await group(page, "Filmed on").getByLabel("Yesterday").check();
    await group(page, "Shared review").getByLabel("Today").check();
    await quick(page).getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The cycle is logged.")).toBeVisible();
  });

  test("the page without a connection says what it needs", async ({ page }) => {
    await page.goto("/offline");
    await expect(page.getByText("needs JavaScript")).toBeVisible();
  });
});
