import { expectNoSidewaysScroll } from "./axe.ts";
import { daysAgo, trainingOf } from "./cast.ts";
import { arrived, chooseDay, expect, headed, test } from "./journey.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a lead" : "a lead without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const there = javaScriptEnabled ? arrived : headed;

    test("records for a whole cohort who was at the initial course, on one screen", async ({ page, cast, signInAs, open, expectedStatus }) => {
      expectedStatus.add(400);
      await trainingOf(cast);
      await signInAs(cast.lead);
      await page.goto("/cohorts");
      await page.getByRole("link", { name: "Record attendance" }).click();
      await there(page, "Record attendance");
      await page.getByLabel("Initial course").check();
      await chooseDay(page, "Day", daysAgo(300));
      await page.getByLabel("Half-days").fill("4");
      await page.getByRole("button", { name: "Record attendance" }).click();
      await expect(page.getByRole("alert")).toContainText("Tick at least one trainee who was there");
      await expect(page.getByLabel("Half-days")).toHaveValue("4");
      await page.getByLabel("Iona Geddes").check();
      await page.getByLabel("Rhona Tait").check();
      await page.getByRole("button", { name: "Record attendance" }).click();
      await expect(page.getByText("Recorded for 1 trainee. 1 trainee had logged it: confirmed.")).toBeVisible();
      await expectNoSidewaysScroll(page);
      const trainee = await open(cast.fellow);
      await trainee.goto("/progress/initial_course");
      await there(trainee, "The initial course: 4 of 4");
    });

    test("recognises earlier work with a reason, and voids it again", async ({ page, cast, signInAs, open }) => {
      await signInAs(cast.lead);
      await page.goto(`/cohorts/${cast.trainee.id}`);
      await page.getByRole("link", { name: "Recognise earlier work" }).click();
      await there(page, "Recognise earlier work");
      await page.getByLabel("Towards").selectOption({ label: "Cycles" });
      await page.getByLabel("How much").fill("4");
      await page.getByLabel("Why it is recognised").fill("Four cycles in another service, seen by two supervisors.");
      await page.getByRole("button", { name: "Recognise it" }).click();
      await expect(page.getByText("The work is recognised and counts.")).toBeVisible();
      const trainee = await open(cast.trainee);
      await trainee.goto("/progress/cycles");
      await there(trainee, "Cycles: 4 of 6");
      await page.getByRole("link", { name: /^Void: Cycles/ }).click();
      await there(page, "Void recognised work");
      await page.getByLabel("Why").fill("Recognised for somebody else.");
      await page.getByRole("button", { name: "Void it" }).click();
      await expect(page.getByText("What was recognised is voided and counts for nothing.")).toBeVisible();
      await trainee.reload();
      await there(trainee, "Cycles: 0 of 6");
    });
  });
}
