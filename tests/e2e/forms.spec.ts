import type { Locator, Page } from "@playwright/test";

import { expectAccessible, expectNoSidewaysScroll } from "./axe.ts";
import { FORMS, type WrongForm } from "./forms.ts";
import { expect } from "./journey.ts";
import { type Scene, test } from "./scene.ts";

type Kind = "radio" | "select" | "text";

async function kindOf(field: Locator): Promise<Kind> {
  const [tag, type] = await field.first().evaluate((element) => [element.tagName, element.getAttribute("type")] as const);
  if (type === "radio") return "radio";
  return tag === "SELECT" ? "select" : "text";
}

function fieldOf(page: Page, name: string): Locator {
  return page.locator(`main [name="${name}"]:not([type=hidden])`);
}

async function fill(page: Page, typed: WrongForm["typed"]): Promise<void> {
  // What is offered and not needed is folded away.
  await page.locator("main form details").evaluateAll((all) => { for (const one of all) one.setAttribute("open", ""); });
  for (const [name, text] of Object.entries(typed)) {
    const field = fieldOf(page, name);
    const kind = await kindOf(field);
    if (kind === "radio") await page.locator(`main [name="${name}"][value="${text}"]`).check();
    else if (kind === "select") await field.selectOption(text);
    else await field.fill(text);
  }
}

async function expectKept(page: Page, typed: WrongForm["typed"]): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    const field = fieldOf(page, name);
    if (await field.first().getAttribute("type") === "password") continue;
    if (await kindOf(field) === "radio") await expect(page.locator(`main [name="${name}"][value="${text}"]`)).toBeChecked();
    else await expect(field).toHaveValue(text);
  }
}

async function expectRefused(page: Page, { typed, wrong, submit }: WrongForm): Promise<void> {
  await fill(page, typed);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("main").getByRole("button", { name: submit, exact: true }).click();
  expect((await answered).status()).toBe(400);
  await expect(page.getByRole("alert")).toBeFocused();
  const links = page.getByRole("alert").getByRole("link");
  expect((await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).sort()).toEqual(wrong.map((id) => `#${id}`).sort());
  await expectKept(page, typed);
}

async function arrive(page: Page, form: WrongForm, scene: Scene, signInAs: (who: { email: string }) => Promise<void>): Promise<void> {
  if (form.as !== "nobody") await signInAs(scene[form.as]);
  await page.goto(form.at(scene));
  await expect(page.getByRole("main").getByRole("button", { name: form.submit, exact: true })).toBeVisible();
}

for (const [name, forms] of Object.entries(FORMS)) {
  for (const [place, form] of forms.entries()) {
    test(`${name} ${String(place + 1)}: ${form.submit}, filled in wrongly, says and links what is wrong and keeps the rest`, async ({ page, scene, signInAs, expectedStatus }) => {
      expectedStatus.add(400);
      await arrive(page, form, scene, signInAs);
      await expectRefused(page, form);
      await expectAccessible(page);
      for (const id of form.wrong) {
        await page.getByRole("alert").locator(`a[href="#${id}"]`).click();
        await expect(page.locator(`[id="${id}"]`)).toBeFocused();
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }
}

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });
  for (const [name, forms] of Object.entries(FORMS)) {
    for (const [place, form] of forms.entries()) {
      test(`${name} ${String(place + 1)}: ${form.submit}, filled in wrongly, says it all the same`, async ({ page, scene, signInAs, expectedStatus }) => {
        expectedStatus.add(400);
        await arrive(page, form, scene, signInAs);
        // The browser's own check of an address would stand before the portal's answer.
        await page.locator("main form").evaluateAll((all) => { for (const one of all) one.setAttribute("novalidate", ""); });
        await expectRefused(page, form);
      });
    }
  }
});
