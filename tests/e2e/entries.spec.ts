import { formatDay } from "#app/words/format.ts";

import { cycleOf, daysAgo, decidedBy, supervisionOf } from "./cast.ts";
import { arrived, chooseDay, expect, openMore, test } from "./journey.ts";

test("an entry changed in two tabs: the second sees what stands now, beside what was typed", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(409);
  const entryId = await supervisionOf(cast, { minutes: 60 });
  await signInAs(cast.trainee);
  const second = await page.context().newPage();
  for (const tab of [page, second]) await tab.goto(`/log/entries/${entryId}/change`);

  await page.getByLabel("Length").fill("75");
  await page.getByLabel("Why").fill("We went on longer.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The change is saved.")).toBeVisible();

  await second.getByLabel("Length").fill("90");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByRole("alert")).toContainText("Somebody changed this while you had it open.");
  await arrived(second, "Change the supervision");
  await expect(second.locator("section").filter({ has: second.getByRole("heading", { name: "What stands now" }) })).toContainText("1 h 15 min");
  await expect(second.getByLabel("Length")).toHaveValue("90");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("The change is saved.")).toBeVisible();
  await expect(second.getByRole("region", { name: "What happened" })).toContainText("Length: from 1 h 15 min to 1 h 30 min");
  await expect(second.getByRole("region", { name: "What happened" })).toContainText("Length: from 1 h to 1 h 15 min");
  await expect(second.getByRole("region", { name: "What happened" })).toContainText("Why: We went on longer.");
});

test("a confirmation lapses when what counts changes", async ({ page, cast, signInAs }) => {
  const entryId = await supervisionOf(cast);
  await decidedBy(cast, cast.supervisor, entryId);
  await signInAs(cast.trainee);
  await page.goto(`/log/entries/${entryId}`);
  await arrived(page, /^Supervision, 1 h/);
  await expect(page.getByRole("heading", { name: "This entry counts" })).toBeVisible();
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByLabel("Length").fill("90");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("it has to be confirmed again", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { name: "This entry does not count" })).toBeVisible();
});

test("an entry is voided with a reason and stays to be seen", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(400);
  const entryId = await cycleOf(cast);
  await signInAs(cast.trainee);
  await page.goto(`/log/entries/${entryId}`);
  await page.getByRole("link", { name: "Void" }).click();
  await arrived(page, "Void this entry");
  await page.getByRole("button", { name: "Void this entry" }).click();
  await expect(page.getByRole("alert")).toContainText("Say why, so that it can be understood later");
  await page.getByLabel("Why").fill("Logged twice by mistake.");
  await page.getByRole("button", { name: "Void this entry" }).click();
  await expect(page.getByText("The entry is voided.", { exact: false })).toBeVisible();
  await expect(page.getByText("It was voided")).toBeVisible();
  await expect(page.getByText("Why: Logged twice by mistake.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Change" })).toHaveCount(0);
  await page.goto("/progress/cycles");
  await expect(page.getByText("1 entry voided")).toBeVisible();
});

test("the same day changed to a later one shows both versions", async ({ page, cast, signInAs }) => {
  const entryId = await cycleOf(cast, { reviewedOn: null });
  await signInAs(cast.trainee);
  await page.goto(`/log/entries/${entryId}/change`);
  await chooseDay(page, "Shared review", daysAgo(1));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "This entry counts" })).toBeVisible();
  await expect(page.getByRole("region", { name: "What happened" })).toContainText(formatDay(daysAgo(1)));
});

for (const [what, note] of [["a telephone number", "Rang the mother on 0131 496 0123."], ["a CHI number", "CHI 0101501234"], ["a postcode", "They live at EH1 1YZ now."]] as const) {
  test(`${what} in a note is refused and the text stays`, async ({ page, cast, signInAs, expectedStatus }) => {
    expectedStatus.add(400);
    await signInAs(cast.trainee);
    await page.goto("/log/cycles/new");
    await page.getByLabel("New client").check();
    await openMore(page);
    await page.getByLabel("One thing that went well").fill(note);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page.getByRole("alert")).toContainText("nothing here may tell who the family is");
    await expect(page.getByLabel("One thing that went well")).toHaveValue(note);
    await expect(page.getByLabel("New client")).toBeChecked();
  });
}

test("a possible name is asked about once", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(400);
  await signInAs(cast.trainee);
  await page.goto("/log/cycles/new");
  await page.getByLabel("New client").check();
  await openMore(page);
  await page.getByLabel("One thing that went well").fill("A moment with Callum that went well.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("“Callum”");
  await page.getByLabel("None of this is a name, a number or a date of a family member").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
});
