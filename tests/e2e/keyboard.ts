import type { Locator, Page } from "@playwright/test";

import { expect } from "./fixtures.ts";

const MOST_PRESSES = 60;

/** What has the focus is marked: by an outline or a band around it, or around the label that stands for a choice. Nothing has it where Tab left the page. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const isSeen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return true;
    const label = focused.parentElement?.querySelector("label") ?? focused;
    return [focused, label].some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    });
  });
  const what = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
  expect(isSeen, `the focus is seen on ${what ?? "nothing"}`).toBe(true);
}

/** Presses Tab until that has the focus, and sees the focus all the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${String(target)}`);
}

/** Goes to a link or button by Tab and presses Enter on it. */
export async function follow(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes to a field by Tab and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
