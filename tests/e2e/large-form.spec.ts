import { expect, test } from "./fixtures.ts";

/** Longer than the portal takes, so that nothing of it is read. */
const NOTE = "She waited. ".repeat(13_000);

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a form too long to be taken says so, and Back leads to it as it was", async ({ page, signInAs, expectedStatus }) => {
      expectedStatus.add(413);
      await signInAs("trainee");
      await page.goto("/log/training/new", { waitUntil: "networkidle" });
      const note = page.getByRole("textbox", { name: /note|went well/i }).first();
      await note.fill(NOTE);
      await page.locator("main form").getByRole("button").last().click();
      await expect(page.getByRole("heading", { name: /more than this address takes/ })).toBeVisible();
      await page.goBack();
      await expect(note).toHaveValue(NOTE);
    });
  });
}
