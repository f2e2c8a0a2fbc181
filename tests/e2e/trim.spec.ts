import { readFileSync } from "node:fs";
import path from "node:path";

import type { Page } from "@playwright/test";

import { type Cast, clientOf, consentOf, cycleOf } from "./cast.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test as base } from "./journey.ts";
import { type RecordingProxy, startProxy } from "./recording-proxy.ts";

const test = base.extend<{ between: RecordingProxy }>({
  // There before any page and until all are closed: a page asks for things up to its end.
  between: [async ({}, use) => {
    const proxy = await startProxy();
    await use(proxy);
    await proxy.close();
  }, { auto: true }],
});

const film = (name: string): string => path.resolve("tests/fixtures/films", name);

async function onUploadPage(cast: Cast, page: Page): Promise<void> {
  const entryId = await cycleOf(cast);
  const client = await clientOf(cast);
  for (const role of ["client", "child"] as const) await consentOf(cast, client.id, role);
  await page.goto(`/log/entries/${entryId}/submit/film`);
}

async function stand(page: Page, seconds: number): Promise<void> {
  const video = page.locator("video");
  await video.evaluate((element: HTMLVideoElement, to) => { element.currentTime = to; }, seconds);
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => !element.seeking && element.readyState >= 2)).toBe(true);
}

test("two pieces are marked by keys and by times, seen where they begin, and nothing else of the film is sent", async ({ cast, open, db, between }) => {
  const page = await open(cast.trainee, between.options);
  await onUploadPage(cast, page);
  await page.getByLabel("Film on this device").setInputFiles(film("sparse-keys.mp4"));
  await page.getByRole("button", { name: "Remove piece 1" }).click();
  await expect(page.getByRole("button", { name: "Send the film" })).toBeDisabled();
  await stand(page, 5.1);
  await page.getByRole("slider", { name: "Place in the film" }).focus();
  await page.keyboard.press("s");
  await expect(page.getByText("A piece starts at 0:05.")).toBeVisible();
  await stand(page, 7);
  await page.keyboard.press("e");
  await expect(page.getByRole("heading", { name: "Piece 1: 2 s" })).toBeVisible();
  await expect(page.getByText("Begins exactly there.", { exact: false }).or(page.getByText("Begins 0.1 s earlier", { exact: false }))).toBeVisible();
  await page.getByText("Add a piece by its times").click();
  await page.getByRole("group").filter({ hasText: "Minutes and seconds" }).getByLabel("Starts at").fill("0:08");
  await page.getByRole("group").filter({ hasText: "Minutes and seconds" }).getByLabel("Ends at").fill("0:06");
  await page.getByRole("button", { name: "Add the piece" }).click();
  await expect(page.getByText("A piece ends after it starts. Give it another end.")).toBeVisible();
  await page.getByRole("group").filter({ hasText: "Minutes and seconds" }).getByLabel("Ends at").fill("0:11.5");
  await page.getByRole("button", { name: "Add the piece" }).click();
  await expect(page.getByText("Begins 3.0 s earlier", { exact: false }).or(page.getByText("Begins 3 s earlier", { exact: false }))).toBeVisible();
  await expectAccessible(page);
  // The second begins where the first does: they become one.
  await expect(page.getByRole("heading", { name: /^What is sent: 2 pieces, 7 s/ })).toBeVisible();
  await page.getByRole("button", { name: "Remove piece 1" }).click();
  await page.getByRole("button", { name: "Send the film" }).click();
  await expect(page.getByText("The film has arrived. Submit it below.")).toBeVisible();

  const whole = readFileSync(film("sparse-keys.mp4"));
  const [clip] = await db.reader.selectFrom("clip").select(["bytes", "duration_ms"]).where("trainee_id", "=", cast.trainee.id).execute();
  const all = between.sent();
  expect(all.byteLength).toBe(clip?.bytes);
  expect(all.byteLength).toBeLessThan(whole.byteLength * 0.7);
  expect(clip?.duration_ms).toBeGreaterThan(6000);
  expect(clip?.duration_ms).toBeLessThan(6600);
});

test("place, device and title of a film are not sent", async ({ cast, open, between }) => {
  const page = await open(cast.trainee, between.options);
  await onUploadPage(cast, page);
  await page.getByLabel("Film on this device").setInputFiles(film("gps.mp4"));
  await page.getByRole("button", { name: "Send the film" }).click();
  await expect(page.getByText("The film has arrived. Submit it below.")).toBeVisible();
  const all = between.sent();
  expect(all.byteLength).toBeGreaterThan(100_000);
  for (const told of ["+52.3702", "Secret title", "iPhone 15", "Apple", "gps.mp4"]) expect(all.includes(told)).toBe(false);
});

test("a film whose picture this browser cannot show is cut by time, with a warning", async ({ cast, open, db }) => {
  const page = await open(cast.trainee);
  await onUploadPage(cast, page);
  await page.getByLabel("Film on this device").setInputFiles(film("hevc.mov"));
  await expect(page.getByText("This browser cannot show the picture of this film.", { exact: false })).toBeVisible();
  await page.getByLabel("Starts at").first().fill("0:02");
  await page.getByLabel("Starts at").first().blur();
  await expect(page.getByRole("heading", { name: "Piece 1: 2 s" })).toBeVisible();
  await page.getByRole("button", { name: "Send the film" }).click();
  await expect(page.getByText("The film has arrived. Submit it below.")).toBeVisible();
  const [clip] = await db.reader.selectFrom("clip").select("duration_ms").where("trainee_id", "=", cast.trainee.id).execute();
  expect(clip?.duration_ms).toBeLessThan(2100);
});

test("a piece and a picture are saved for the family once it is said that everybody agreed, and nothing is sent", async ({ cast, open, between }) => {
  const page = await open(cast.trainee, between.options);
  await onUploadPage(cast, page);
  await page.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
  await page.getByText("Something for the family to keep").click();
  await page.getByRole("button", { name: "Save piece 1" }).click();
  await expect(page.getByText("Ask everybody in it first, then tick the box.")).toBeVisible();
  await page.getByLabel("Everybody who can be seen or heard in it agreed that the family keeps it").check();
  const [clip] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save piece 1" }).click()]);
  expect(clip.suggestedFilename()).toBe("clip.mp4");
  expect(readFileSync(await clip.path()).includes("ftyp")).toBe(true);
  const [still] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the picture that is shown" }).click()]);
  expect(readFileSync(await still.path()).subarray(0, 3).toString("hex")).toBe("ffd8ff");
  expect(between.count()).toBe(0);
});

test("after a closed tab the same film is chosen again, its pieces stand, and it goes on where it stopped", async ({ cast, open, db, problems }) => {
  const first = await open(cast.trainee);
  await first.route("**/clips/upload/*", (route) => (route.request().method() === "PATCH" ? route.abort("connectionreset") : route.continue()));
  await onUploadPage(cast, first);
  const address = first.url();
  await first.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
  await first.getByLabel("Ends at").first().fill("0:03.5");
  await first.getByLabel("Ends at").first().blur();
  await first.getByRole("button", { name: "Send the film" }).click();
  await expect.poll(async () => (await db.reader.selectFrom("clip_upload").select("id").where("trainee_id", "=", cast.trainee.id).execute()).length).toBe(1);
  const page = await first.context().newPage();
  await first.close();
  await page.goto(address);
  await page.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
  await expect(page.getByText("These are the pieces that you sent from this film before.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Send the film" }).click();
  await expect(page.getByText("The film has arrived. Submit it below.")).toBeVisible();
  expect(await db.reader.selectFrom("clip_upload").select("id").where("trainee_id", "=", cast.trainee.id).execute()).toHaveLength(1);
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes("ERR_CONNECTION_RESET")));
});
