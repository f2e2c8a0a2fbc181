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

test("without JavaScript a moment and the draft go together, and neither is lost with the other", async ({ cast, open, expectedStatus }) => {
  expectedStatus.add(400);
  const submissionId = await submittedOf(cast, await cycleOf(cast));
  const page = await open(cast.supervisor, { javaScriptEnabled: false });
  await page.goto(`/submissions/${submissionId}`);
  const [note, point, next] = [page.getByLabel("What did you see?"), page.getByLabel("One working point"), page.getByLabel("Next step")];
  const attuned = page.getByLabel("R · Receiving initiatives");
  await point.fill("Leave a second turn.");
  await attuned.check();
  await note.fill("Ring 07700 900123");
  await page.getByRole("button", { name: "Keep this moment" }).click();
  await expect(page.getByRole("alert")).toContainText("telephone number");
  await expect(point).toHaveValue("Leave a second turn.");

  await note.fill("You wait, and she looks up.");
  await page.getByRole("button", { name: "Keep this moment" }).click();
  await expect(page.getByRole("list", { name: "Moments" }).getByText("You wait, and she looks up.")).toBeVisible();
  await expect(page.getByText(/^Draft kept by Flora Duthie/)).toBeVisible();
  await expect(point).toHaveValue("Leave a second turn.");
  await expect(note).toHaveValue("");

  // A question is no part of the draft, and what the draft may not say is not kept with it: both stay typed.
  await next.fill("Ring 07700 900123");
  await page.getByText("Return with a question instead").click();
  await page.getByLabel("Your question").fill("Which minute?");
  await attuned.check();
  await note.fill("She looks away.");
  await page.getByRole("button", { name: "Keep this moment" }).click();
  await expect(page.getByRole("list", { name: "Moments" }).getByText("She looks away.")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("telephone number");
  await expect(next).toHaveValue("Ring 07700 900123");
  await expect(page.getByLabel("Your question")).toHaveValue("Which minute?");
  await expect(note).toHaveValue("");

  await next.fill("A fourth cycle.");
  await note.fill("She smiles.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(next).toHaveValue("A fourth cycle.");
  await expect(note).toHaveValue("She smiles.");
});

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

for (const javaScriptEnabled of [true, false]) {
  test(`a moment or an answer that is typed and not kept is lost by no other button, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ cast, open, expectedStatus }) => {
    expectedStatus.add(400);
    const submissionId = await submittedOf(cast, await cycleOf(cast));
    await markedOf(cast, submissionId);
    const page = await open(cast.supervisor, { javaScriptEnabled });
    await page.goto(`/submissions/${submissionId}`);
    const [note, from, point, answer] = [page.getByLabel("What did you see?"), page.getByLabel("From"), page.getByLabel("One working point"), page.getByLabel("Your answer")];
    const attuned = page.getByLabel("R · Receiving initiatives");
    await attuned.check();
    await note.fill("She turns to you.");
    await from.fill("0:20");
    await point.fill("Leave a second turn.");
    await page.getByText("Write an answer").click();
    await answer.fill("I watched it twice.");

    for (const button of ["Send feedback", "Return with a question"]) {
      if (button !== "Send feedback") {
        await page.getByText("Return with a question instead").click();
        await page.getByLabel("Your question").fill("Which minute?");
      }
      await page.getByRole("button", { name: button }).click();
      await expect(page.getByRole("alert")).toContainText("A moment is typed but not kept: keep it, or empty it, first.");
      await expect(attuned).toBeChecked();
      await expect(note).toHaveValue("She turns to you.");
      await expect(from).toHaveValue("0:20");
      await expect(point).toHaveValue("Leave a second turn.");
      await expect(answer).toHaveValue("I watched it twice.");
    }
    await expect(page.getByLabel("Your question")).toHaveValue("Which minute?");

    await page.getByRole("button", { name: "Send answer" }).click();
    await expect(page.locator(".reply").getByText("I watched it twice.")).toBeVisible();
    await expect(answer).toHaveValue("");
    await expect(note).toHaveValue("She turns to you.");
    await expect(point).toHaveValue("Leave a second turn.");
    await expect(page.getByLabel("Your question")).toHaveValue("Which minute?");

    await page.getByRole("button", { name: "Keep this moment" }).click();
    await expect(page.getByRole("list", { name: "Moments" }).getByText("She turns to you.")).toBeVisible();
    await expect(note).toHaveValue("");
    await expect(page.getByLabel("Your question")).toHaveValue("Which minute?");
    await page.getByRole("button", { name: "Send feedback" }).click();
    await expect(page.getByText("Feedback is sent. The trainee is told.")).toBeVisible();
  });
}
