import type { Page } from "@playwright/test";

import { typedDay } from "#app/platform/http/form-fields.ts";

import { daysAgo, supervisionOf } from "./cast.ts";
import { expect, meter, test } from "./journey.ts";
import { expectFocusSeen, follow, tabTo, typeInto } from "./keyboard.ts";

/** From the first choice of a group to "Another day" by its arrow keys, then the three inputs. */
async function typeOtherDay(page: Page, name: string, days: number, downs: number): Promise<void> {
  const group = page.getByRole("group", { name, exact: true });
  await tabTo(page, group.getByRole("radio", { checked: true }));
  for (let press = 0; press < downs; press += 1) await page.keyboard.press("ArrowDown");
  await expect(group.getByLabel("Another day")).toBeChecked();
  const { day, month, year } = typedDay(daysAgo(days));
  await typeInto(page, group.getByLabel("Day", { exact: true }), day);
  await typeInto(page, group.getByLabel("Month"), month);
  await typeInto(page, group.getByLabel("Year"), year);
}

test("the skip link is the first stop and leads past the navigation", async ({ page, cast, signInAs }) => {
  await signInAs(cast.trainee);
  await page.goto("/progress");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: "Log a cycle" }).first()).toBeFocused();
});

test("a cycle and supervision are logged without a mouse, over an error", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(400);
  await signInAs(cast.trainee);
  await page.goto("/progress");
  await follow(page, page.getByRole("main").getByRole("link", { name: "Log a cycle" }).first());
  await expect(page.getByRole("heading", { level: 1, name: "Log a cycle" })).toBeVisible();

  await tabTo(page, page.getByRole("group", { name: "Filmed on", exact: true }).getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await follow(page, page.getByRole("button", { name: "Save" }));
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Filmed on: Enter the day of the film");
  await page.keyboard.press("Tab");
  await expect(summary.getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  const filmedOn = page.getByRole("group", { name: "Filmed on", exact: true });
  await expect(filmedOn.locator(":focus")).toHaveCount(1);
  await typeInto(page, filmedOn.getByLabel("Month"), typedDay(daysAgo(20)).month);
  await typeInto(page, filmedOn.getByLabel("Year"), typedDay(daysAgo(20)).year);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type(typedDay(daysAgo(20)).day);
  await typeOtherDay(page, "Shared review", 13, 2);
  await follow(page, page.locator("summary").filter({ hasText: "More, if you like" }));
  await typeInto(page, page.getByLabel("One thing that went well"), "I waited, and there was an answer.");
  await follow(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();

  await follow(page, page.getByRole("link", { name: "Log", exact: true }).first());
  await follow(page, page.getByRole("main").getByRole("link", { name: "Supervision", exact: true }));
  await tabTo(page, page.getByRole("group", { name: "Day", exact: true }).getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowDown");
  await typeInto(page, page.getByLabel("Length"), "90");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The supervision is logged.")).toBeVisible();
  await follow(page, page.getByRole("link", { name: "Progress", exact: true }).first());
  await expect(meter(page, "Cycles")).toHaveText("1 of 6");
});

test("supervision is confirmed without a mouse", async ({ page, cast, signInAs }) => {
  await supervisionOf(cast);
  await signInAs(cast.supervisor);
  await page.goto("/waiting");
  await tabTo(page, page.getByRole("checkbox", { name: /^Choose: 1 h/ }));
  await page.keyboard.press("Space");
  await follow(page, page.getByRole("button", { name: "Confirm one entry" }));
  await expect(page.getByText("One entry confirmed.")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});
