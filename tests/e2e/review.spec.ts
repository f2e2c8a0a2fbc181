import type { Page } from "@playwright/test";

import { cycleOf, markedOf, submittedOf } from "./cast.ts";
import { arrived, expect, test } from "./journey.ts";

/** The page with that heading is there; whether it is accessible can only be asked where scripts run. */
async function shown(page: Page, heading: string | RegExp, isAsked: boolean): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  if (isAsked) await arrived(page, heading);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a shared review is submitted, marked, answered and read ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ cast, open }) => {
    const entryId = await cycleOf(cast);
    const [trainee, supervisor] = [await open(cast.trainee, { javaScriptEnabled }), await open(cast.supervisor, { javaScriptEnabled })];

    await trainee.goto(`/log/entries/${entryId}`);
    await trainee.getByRole("link", { name: "Submit this shared review" }).click();
    await shown(trainee, "Submit this shared review", javaScriptEnabled);
    await trainee.getByLabel("Reference").fill("VIG/2026/12");
    await trainee.getByLabel("What would you like to be looked at?").fill("How I give space before I speak.");
    await trainee.getByRole("button", { name: "Submit", exact: true }).click();
    await shown(trainee, /first shared review$/, javaScriptEnabled);
    await expect(trainee.getByText("Waits for feedback")).toBeVisible();

    await supervisor.goto("/submissions");
    await shown(supervisor, "One shared review waits for your feedback", javaScriptEnabled);
    await supervisor.getByRole("link", { name: /^Iona Geddes/ }).click();
    await shown(supervisor, /^Iona Geddes/, javaScriptEnabled);
    await supervisor.getByLabel("R · Receiving initiatives").check();
    await supervisor.getByLabel("What did you see?").fill("You wait, and she looks up.");
    await supervisor.getByLabel("From").fill("0:14");
    await supervisor.getByRole("button", { name: "Keep this moment" }).click();
    await expect(supervisor.getByRole("list", { name: "Moments" }).getByText("You wait, and she looks up.")).toBeVisible();
    await expect(supervisor.getByLabel("What did you see?")).toHaveValue("");

    // Before it is sent the trainee reads nothing of it.
    await trainee.reload();
    await expect(trainee.getByText("You wait, and she looks up.")).toHaveCount(0);

    await supervisor.getByLabel("One working point").fill("Leave a second turn before you name the feeling.");
    await supervisor.getByRole("button", { name: "Send feedback" }).click();
    await expect(supervisor.getByText("Feedback is sent. The trainee is told.")).toBeVisible();

    await trainee.reload();
    await shown(trainee, /first shared review$/, javaScriptEnabled);
    await expect(trainee.getByRole("list", { name: "Attuned moments" }).getByText("You wait, and she looks up.")).toBeVisible();
    await expect(trainee.getByText("Leave a second turn before you name the feeling.")).toBeVisible();
    await trainee.getByText("Answer this moment").click();
    const moments = trainee.getByRole("list", { name: "Attuned moments" });
    await moments.getByLabel("Your answer").fill("I had not seen that.");
    await moments.getByRole("button", { name: "Send answer" }).click();
    await expect(trainee.getByText("Your answer is sent.")).toBeVisible();
    await supervisor.reload();
    await expect(supervisor.getByText("I had not seen that.")).toBeVisible();

    await supervisor.getByRole("button", { name: "I am worried about something here" }).click();
    await shown(supervisor, "When something worries you", javaScriptEnabled);
  });
}

test("what is not taken stays typed, a draft is kept as it is written, and another's feedback meanwhile loses nothing", async ({ cast, open, expectedStatus }) => {
  expectedStatus.add(400);
  expectedStatus.add(409);
  const submissionId = await submittedOf(cast, await cycleOf(cast));
  await markedOf(cast, submissionId);
  const [page, other] = [await open(cast.supervisor), await open(cast.supervisor)];
  await page.goto(`/submissions/${submissionId}`);
  await page.getByLabel("G · Guiding").check();
  await page.getByLabel("What did you see?").fill("Ring 07700 900123");
  await page.getByRole("button", { name: "Keep this moment" }).click();
  await expect(page.getByRole("alert")).toContainText("telephone number");
  await expect(page.getByLabel("What did you see?")).toHaveValue("Ring 07700 900123");

  await page.getByLabel("Next step").fill("A fourth cycle.");
  await page.getByLabel("One working point").focus();
  await expect(page.getByText(/^Draft kept by Flora Duthie/)).toBeVisible();

  await other.goto(`/submissions/${submissionId}`);
  await other.getByRole("button", { name: "Send feedback" }).click();
  await expect(other.getByText("Feedback is sent. The trainee is told.")).toBeVisible();
  await page.getByLabel("One working point").fill("Leave a second turn.");
  await page.getByRole("button", { name: "Send feedback" }).click();
  await expect(page.getByText("Feedback was sent meanwhile, so this was not done.")).toBeVisible();
  await expect(page.getByLabel("One working point")).toHaveValue("Leave a second turn.");
});
