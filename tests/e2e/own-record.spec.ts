import { readFileSync } from "node:fs";

import { strFromU8, unzipSync } from "fflate";

import { expectNoSidewaysScroll } from "./axe.ts";
import { cycleOf, supervisionOf } from "./cast.ts";
import { arrived, expect, headed, test } from "./journey.ts";

test("the log is searched and narrowed at 390 px without JavaScript, and each number opens to its entries", async ({ cast, open }) => {
  await supervisionOf(cast, { minutes: 60 });
  await cycleOf(cast);
  const page = await open(cast.trainee, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await page.goto("/log");
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Find in your log").fill("wisniewska no such thing");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("Nothing in your log fits this.")).toBeVisible();
  await page.getByLabel("Find in your log").fill("supervision");
  await page.getByText("Show only a part").click();
  await page.getByLabel("Kind").selectOption("supervision");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  expect(new URL(page.url()).searchParams.get("kind")).toBe("supervision");
  await expect(page.getByText(/Only a part is shown: Supervision/)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Cycle with/ })).toHaveCount(0);
  await expectNoSidewaysScroll(page);

  await page.goto("/log");
  const waiting = page.getByRole("link", { name: /waits? for confirmation/ });
  const text = await waiting.innerText();
  await waiting.click();
  const shown = await page.locator(".log-months .item").count();
  expect(text.startsWith("one") ? 1 : Number(/\d+/.exec(text)?.[0])).toBe(shown);

  await page.getByRole("link", { name: "To print" }).click();
  await headed(page, /^Log of /);
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(shown + 1);
  await expectNoSidewaysScroll(page);
});

test("changed in two tabs without JavaScript: the second chooses, field by field", async ({ cast, open, expectedStatus }) => {
  expectedStatus.add(409);
  const entryId = await supervisionOf(cast, { minutes: 60 });
  const first = await open(cast.trainee, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const second = await first.context().newPage();
  for (const tab of [first, second]) await tab.goto(`/log/entries/${entryId}/change`);
  await first.getByLabel("Length").fill("75");
  await first.getByLabel("Time of day").fill("14:00");
  await first.getByLabel("Why").fill("We went on longer.");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first.getByText("The change is saved.")).toBeVisible();

  await second.getByLabel("Length").fill("90");
  await second.getByRole("button", { name: "Save" }).click();
  const length = second.getByRole("group", { name: "Length" });
  await expect(length.getByRole("radio", { name: "What you typed: 1 h 30 min" })).toBeChecked();
  await expect(second.getByRole("group", { name: "Time of day" }).getByRole("radio", { name: "What stands now: 14:00" })).toBeChecked();
  await expect(second.getByLabel("Length")).toHaveValue("90");
  await expect(second.getByText("Why: We went on longer.")).toBeVisible();
  await expectNoSidewaysScroll(second);
  await length.getByRole("radio", { name: "What stands now: 1 h 15 min" }).check();
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second).toHaveURL(new RegExp(`/log/entries/${entryId}`));
  await expect(second.getByText("1 h 15 min").first()).toBeVisible();
  await expect(second.getByText("14:00").first()).toBeVisible();
});

test("the whole record is taken along as one archive, with and without JavaScript", async ({ cast, open }) => {
  test.slow();
  await cycleOf(cast);
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(cast.trainee, { javaScriptEnabled, viewport: { width: 390, height: 800 } });
    await page.goto("/account");
    await page.getByRole("link", { name: "See what is in it" }).click();
    await (javaScriptEnabled ? arrived : headed)(page, "Take your record with you");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Make the archive" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^attune-record-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(readFileSync(await file.path()));
    const record: unknown = JSON.parse(strFromU8(files["attune-record.json"] ?? new Uint8Array()));
    expect(record).toMatchObject({ format: "attune-record", version: 1, trainee: { name: cast.trainee.name } });
    expect(strFromU8((files["logbook.pdf"] ?? new Uint8Array()).subarray(0, 5))).toBe("%PDF-");
    expect(strFromU8(files["cycles.csv"] ?? new Uint8Array())).toContain("client_code");
  }
});
