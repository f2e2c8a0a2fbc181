import type { Page } from "@playwright/test";

import { clientOf, cycleOf, toldOf } from "./cast.ts";
import { expect, test } from "./journey.ts";

/** The page with that heading is there; pages.spec.ts looks at each of them for who needs help with it. */
async function isAt(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test(`consent from the first record to a withdrawal, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ cast, open, expectedStatus }) => {
    expectedStatus.add(400);
    await cycleOf(cast);
    const client = await clientOf(cast);
    const page = await open(cast.trainee, { javaScriptEnabled });
    const card = (who: string) => page.getByRole("region", { name: new RegExp(`^${who} (Stands|Withdrawn)`) });

    await page.goto(`/log/clients/${client.id}`);
    await expect(page.getByRole("region", { name: "Consent" })).toContainText("Record what the parent or carer agreed to.");
    await page.getByRole("link", { name: "Who is filmed" }).click();
    await isAt(page, /^Consent in case C/);
    await page.getByRole("link", { name: "Add somebody filmed" }).click();
    await isAt(page, /^Somebody filmed in case C/);
    await expect(page.getByRole("radio", { name: "The parent or carer" })).toBeChecked();
    await page.getByRole("radio", { name: "Yesterday" }).check();
    await page.getByRole("radio", { name: "On a signed form" }).check();
    await page.getByRole("checkbox", { name: "Your supervisor" }).check();
    await page.getByRole("button", { name: "Record the consent" }).click();
    await isAt(page, /^Consent in case C/);
    await expect(card("The parent or carer")).toContainText("Your supervisor");

    await page.getByRole("link", { name: "Add somebody filmed" }).click();
    await expect(page.getByRole("radio", { name: "The child" })).toBeChecked();
    await page.getByRole("radio", { name: "Says no" }).check();
    await page.getByRole("radio", { name: "Today" }).check();
    await page.getByRole("radio", { name: "On a signed form" }).check();
    await page.getByRole("checkbox", { name: "Your supervisor" }).check();
    await page.getByRole("button", { name: "Record the consent" }).click();
    await expect(page.getByRole("group", { name: "The child’s own view" })).toContainText("A child who says no is not filmed");
    await page.getByRole("radio", { name: "Is not able to say" }).check();
    await page.getByRole("button", { name: "Record the consent" }).click();
    await isAt(page, /^Consent in case C/);
    await expect(page.getByText("Nothing is missing for a film to be submitted.")).toBeVisible();

    await page.getByRole("link", { name: "Withdraw: The child" }).click();
    await isAt(page, "Withdraw the consent: The child");
    await expect(page.getByText("No film is kept under this consent.")).toBeVisible();
    await page.getByRole("button", { name: "Withdraw the consent" }).click();
    await isAt(page, /^Consent in case C/);
    await expect(card("The child")).toContainText("Withdrawn");
    await expect(page.getByRole("link", { name: "Change: The child" })).toHaveCount(0);
    await page.getByRole("link", { name: /^Client C/ }).click();
    await expect(page.getByRole("region", { name: "Consent" })).toContainText("The consent of the child was withdrawn");
  });

  test(`what a supervisor did is told, counted, and gone once seen, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ cast, open }) => {
    await toldOf(cast, "skills_record_filled_in", cast.supervisor, { stage: "1" });
    await toldOf(cast, "stage_reopened", cast.supervisor, { stage: "1" });
    const page = await open(cast.trainee, { javaScriptEnabled });
    await page.goto("/progress");
    const news = page.getByRole("region", { name: /^New: / });
    const inNav = page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link", { name: /^Progress/ });
    await expect(news.getByRole("link", { name: "Flora Duthie filled in your skills record for stage 1." })).toHaveAttribute("href", `/skills/${cast.trainee.id}/1`);
    await expect(inNav).toHaveText(/2 new$/);
    await news.getByRole("button", { name: "I have seen this: Flora Duthie reopened your stage 1." }).click();
    await expect(news).toHaveAccessibleName("New: 1 message");
    await news.getByRole("button", { name: /^I have seen this/ }).click();
    await expect(news).toHaveCount(0);
    await expect(inNav).toHaveText("Progress");

    const lead = await open(cast.lead, { javaScriptEnabled });
    await lead.goto("/waiting");
    await expect(lead.getByText("Flora Duthie reopened stage 1 of Iona Geddes.")).toBeVisible();
    await lead.getByRole("button", { name: "I have seen all of these" }).click();
    await expect(lead.getByRole("region", { name: /^New: / })).toHaveCount(0);
  });
}
