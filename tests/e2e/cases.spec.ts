import type { Page } from "@playwright/test";

import { formatDay } from "#app/words/format.ts";

import { expectAccessible, expectNoSidewaysScroll } from "./axe.ts";
import { type Cast, clientOf, cycleOf, daysAgo, submittedOf, supervisionOf } from "./cast.ts";
import { arrived, chooseDay, expect, headed, openMore, test } from "./journey.ts";

const story = (page: Page) => page.getByRole("region", { name: "The story so far" });

/** Tells what the case is about, on its own form. */
async function tell(page: Page, there: typeof arrived): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Change", exact: true }).click();
  await there(page, /^Change client C-/);
  await page.getByLabel("Who the client is to the child").selectOption("Grandparent");
  await page.getByLabel("Where you meet").selectOption("At home");
  await page.getByLabel("Helping question").fill("How do I know what she would like?");
  await page.getByLabel("Goal 1 (optional)", { exact: true }).fill("Calm evenings");
  await page.getByLabel("Goal 1 at the start, 0 to 10").fill("3");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The client is changed.")).toBeVisible();
}

/** Closes the case today; the two questions are asked first. */
async function close(page: Page, there: typeof arrived): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Close the case" }).first().click();
  await there(page, /^Close case C-/);
  await page.getByRole("button", { name: "Close the case" }).click();
  await expect(page.getByRole("alert")).toContainText("Say whether the family has its copies");
  await page.getByLabel("The work is done").check();
  await page.getByRole("group", { name: "Has the family its copies?" }).getByLabel("Yes, given").check();
  await page.getByRole("group", { name: "Are the films gone from phone and cloud?" }).getByLabel("Not yet").check();
  await page.getByRole("button", { name: "Close the case" }).click();
  await expect(page.getByText("The case is closed.", { exact: true })).toBeVisible();
}

async function aCase(cast: Cast): Promise<string> {
  const entryId = await cycleOf(cast, { nextStep: "close", attunedMoments: "She looked up, and he waited." });
  await supervisionOf(cast, { discussedIds: [entryId] });
  await submittedOf(cast, entryId);
  return (await clientOf(cast)).id;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a case on a phone" : "a case on a phone, without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const there = javaScriptEnabled ? arrived : headed;

    test("is told, closed and opened again by a top-up, and its page reads as the story", async ({ page, cast, signInAs, expectedStatus }) => {
      expectedStatus.add(400);
      const clientId = await aCase(cast);
      await signInAs(cast.trainee);
      await page.goto(`/log/clients/${clientId}`);
      await there(page, /^Client C-/);
      await tell(page, there);
      await expect(page.getByText("The client is a grandparent to the child; you meet at home.")).toBeVisible();
      await expect(story(page)).toContainText("How do I know what she would like?");
      await expect(story(page)).toContainText("She looked up, and he waited.");
      await expect(story(page).getByRole("link", { name: /^Submitted: waits for feedback/ })).toBeVisible();
      await expect(story(page).getByRole("link", { name: /^Talked about in supervision: 1 h on/ })).toBeVisible();
      await expect(page.getByRole("region", { name: "Goals over time" })).toContainText(`3 at the start and 5 on ${formatDay(daysAgo(13))}`);
      await close(page, there);
      await expect(story(page)).toContainText("The case was closed");
      await expect(page.getByRole("region", { name: "Next", exact: true })).toContainText("Films are still on phone or in cloud.");
      await expectNoSidewaysScroll(page);
      await page.goto(`/log/cycles/new?client=${clientId}`);
      await chooseDay(page, "Filmed on", daysAgo(-1));
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("so the case is open again", { exact: false })).toBeVisible();
      await page.goto(`/log/clients/${clientId}`);
      await expect(story(page).getByRole("listitem").filter({ hasText: "The case was opened again" })).toHaveCount(1);
      await expect(page.getByRole("link", { name: "Close the case" })).toBeVisible();
    });
  });
}

test("what is unlikely of a cycle is asked about once, with everything kept, and stands with one tick", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(400);
  await cycleOf(cast, { filmedOn: daysAgo(60), reviewedOn: daysAgo(53) });
  const { id, code } = await clientOf(cast);
  await signInAs(cast.trainee);
  await page.goto(`/log/cycles/new?client=${id}`);
  await chooseDay(page, "Filmed on", daysAgo(60));
  await chooseDay(page, "Shared review", daysAgo(10));
  await openMore(page);
  await page.getByLabel("Length of the film").fill("90");
  await page.getByLabel("Reflection, for you alone").fill("I hurried.");
  await page.getByRole("button", { name: "Save" }).click();
  const alert = page.getByRole("alert");
  for (const text of ["more than seven weeks after the film", "A film of 1 h 30 min is unusually long", `a film of ${formatDay(daysAgo(60))} with this client already`]) await expect(alert).toContainText(text);
  await expect(page.getByLabel("Length of the film")).toHaveValue("90");
  await expect(page.getByLabel(code)).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Yes, it is as I typed it").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Your reflection" })).toContainText("I hurried.");
});

test("a supervisor sees a cycle and none of its reflection", async ({ page, cast, signInAs }) => {
  const entryId = await cycleOf(cast, { reflection: "I hurried the last clip.", attunedMoments: "She looked up." });
  await signInAs(cast.supervisor);
  await page.goto(`/log/entries/${entryId}`);
  await expect(page.getByText("She looked up.")).toBeVisible();
  expect(await page.content()).not.toContain("hurried");
});
