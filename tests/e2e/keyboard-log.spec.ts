import { clientOf, cycleOf, daysAgo, supervisionOf } from "./cast.ts";
import { forgiveCutConnection, rawDevice, readyWithoutConnection } from "./device.ts";
import { expect, headed, test } from "./journey.ts";
import { follow, tabTo, typeInto } from "./keyboard.ts";

const TEXT = "I waited, and there was an answer.";

/** A day as people type it: 3/2/2026. */
const typed = (days: number): string => daysAgo(days).split("-").map(Number).reverse().join("/");

test("a file is imported without a mouse, over a question, and undone", async ({ page, cast, signInAs }) => {
  const [year, month, day] = daysAgo(40).split("-").map(Number);
  const week = `w/c ${String(day)} ${new Intl.DateTimeFormat("en-GB", { month: "short" }).format(new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, 1)))}`;
  const csv = `Client,Date filmed,Date of shared review\nAnn,${typed(80)},${typed(73)}\nAnn,${week},${typed(20)}\n`;
  await signInAs(cast.trainee);
  await page.goto("/log/import");
  // A window of the system's own opens on the field; what is chosen there is what a test can give.
  await tabTo(page, page.getByLabel("The file"));
  await page.getByLabel("The file").setInputFiles({ name: "log.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await follow(page, page.getByRole("button", { name: "Look at the file" }));
  await headed(page, "Which column holds what?");
  await follow(page, page.getByRole("button", { name: "Look at the rows" }));
  await headed(page, /can be imported/);
  const question = page.getByRole("group", { name: /is a week/ });
  await tabTo(page, question.getByRole("radio").first());
  await page.keyboard.press("Space");
  await follow(page, page.getByRole("button", { name: "Save the answers" }));
  await expect(page.getByText("The answers are saved.")).toBeVisible();
  await follow(page, page.getByRole("button", { name: /^Import .*entries$/ }));
  await headed(page, /entries imported$/);
  await page.goto("/log/imports");
  await follow(page, page.getByRole("link", { name: /^Undo: / }));
  await follow(page, page.getByRole("button", { name: "Undo this import" }));
  await expect(page.getByText(/entries undone\.$/)).toBeVisible();
  // The page is loaded anew, so Tab begins where every page begins.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
});

test("a reflection is written, shared and taken back without a mouse", async ({ page, cast, signInAs }) => {
  const entryId = await cycleOf(cast);
  await signInAs(cast.trainee);
  await page.goto(`/log/entries/${entryId}`);
  await follow(page, page.getByRole("link", { name: "Write a reflection about it" }));
  await headed(page, "Write a reflection");
  await typeInto(page, page.getByLabel("Your reflection"), TEXT);
  await follow(page, page.getByRole("button", { name: "Save" }));
  await headed(page, /^Reflection of /);
  await follow(page, page.getByRole("link", { name: "Share it" }));
  await headed(page, "Share this reflection");
  await tabTo(page, page.getByRole("checkbox", { name: /^Flora Duthie/ }));
  await page.keyboard.press("Space");
  await follow(page, page.getByRole("button", { name: "Share" }));
  await expect(page.getByText("Shared with Flora Duthie")).toBeVisible();
  await follow(page, page.getByRole("button", { name: "Take back from Flora Duthie" }));
  await expect(page.getByText("Taken back. They can no longer read it.")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});

test("a case is closed without a mouse, over an error", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(400);
  await cycleOf(cast);
  await signInAs(cast.trainee);
  await page.goto(`/log/clients/${(await clientOf(cast)).id}/close`);
  await headed(page, /^Close case C-/);
  await follow(page, page.getByRole("button", { name: "Close the case" }));
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await follow(page, summary.getByRole("link", { name: /copies/ }));
  const copies = page.getByRole("group", { name: "Has the family its copies?" });
  await expect(copies.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("group", { name: "Are the films gone from phone and cloud?" }).getByRole("radio").first());
  await page.keyboard.press("Space");
  await page.getByLabel("The work is done").focus();
  await page.keyboard.press("Space");
  await follow(page, page.getByRole("button", { name: "Close the case" }));
  await expect(page.getByText("The case is closed.", { exact: true })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});

test("a clash of two tabs is settled without a mouse: what stands now first, then what was typed", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(409);
  const entryId = await supervisionOf(cast, { minutes: 60 });
  await signInAs(cast.trainee);
  const second = await page.context().newPage();
  for (const [tab, minutes] of [[page, "75"], [second, "90"]] as const) {
    await tab.goto(`/log/entries/${entryId}/change`);
    await tabTo(tab, tab.getByLabel("Length"));
    await tab.keyboard.press("ControlOrMeta+A");
    await tab.keyboard.type(minutes);
  }
  await follow(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("The change is saved.")).toBeVisible();
  await second.bringToFront();
  await follow(second, second.getByRole("button", { name: "Save" }));
  await expect(second.getByRole("alert")).toContainText("Somebody changed this while you had it open.");
  await expect(second.getByRole("alert")).toBeFocused();
  await expect(second.getByLabel("Length")).toHaveValue("90");
  await follow(second, second.getByRole("button", { name: "Save" }));
  await expect(second.getByText("The change is saved.")).toBeVisible();
});

test("a cycle is noted without a mouse and without a connection", async ({ page, context, cast, signInAs, problems }) => {
  await signInAs(cast.trainee);
  await page.goto("/progress");
  await readyWithoutConnection(page);
  await context.setOffline(true);
  await page.goto("/log");
  await headed(page, "Note a cycle without a connection");
  await typeInto(page, page.getByLabel("One thing that went well"), TEXT);
  await follow(page, page.getByRole("button", { name: "Keep on this device" }));
  await expect(page.getByText("Kept on this device.")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  expect((await rawDevice(page)).rows).toBe(1);
  forgiveCutConnection(problems);
});
