import { paths } from "#app/ui/paths.ts";

import { expectAccessible, expectNoSidewaysScroll } from "./axe.ts";
import { FORMS } from "./forms.ts";
import { expect } from "./journey.ts";
import { type Look, LOOKS, REFUSALS } from "./pages.ts";
import { test } from "./scene.ts";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };

function looksAt({ as, at, heading, status = 200 }: Look, name: string, place: number): void {
  test(`${name} ${String(place + 1)}, seen by ${as}: ${heading}`, async ({ page, scene, signInAs, expectedStatus }) => {
    if (status !== 200) expectedStatus.add(status);
    if (as !== "nobody") await signInAs(scene[as]);
    await page.setViewportSize(WIDE);
    const answer = await page.goto(at(scene));
    expect(answer?.status()).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${heading.replace(/[/?.]/g, "\\$&").replaceAll(" ", "\\s")}`));
    await expectAccessible(page);
    await page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const hasForm = await page.locator("main form.form[method=post]").count() > 0;
    if (hasForm) expect(Object.keys(FORMS), "the errors of a page with a form are tested").toContain(name);
  });
}

test("the list of pages knows every address", () => {
  expect(Object.keys(LOOKS).sort()).toEqual(Object.keys(paths).sort());
});

for (const [name, looks] of Object.entries(LOOKS)) {
  if (typeof looks !== "string") for (const [place, one] of looks.entries()) looksAt(one, name, place);
}
for (const [place, refusal] of REFUSALS.entries()) looksAt(refusal, "refusal", place);
