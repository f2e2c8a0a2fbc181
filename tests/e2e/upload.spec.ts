import path from "node:path";

import type { Page } from "@playwright/test";

import { clientOf, consentOf, cycleOf } from "./cast.ts";
import { arrived, expect, test } from "./journey.ts";

const film = (name: string): string => path.resolve("tests/fixtures/films", name);

/** Presses "Send the film" and returns where the upload lies. */
async function send(page: Page): Promise<string> {
  const begun = page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/clips/upload"));
  await page.getByRole("button", { name: "Send the film" }).click();
  return (await begun).headers().location ?? "";
}

test("a film is sent, submitted, watched by the supervisor and answered", async ({ cast, open, expectedStatus }) => {
  expectedStatus.add(400);
  const entryId = await cycleOf(cast);
  const client = await clientOf(cast);
  const trainee = await open(cast.trainee);
  await trainee.goto(`/log/entries/${entryId}/submit/film`);
  await expect(trainee.getByText("Record what the parent or carer agreed to.")).toBeVisible();
  await trainee.getByRole("link", { name: "Who is filmed in this case" }).click();
  await trainee.getByRole("link", { name: "Add somebody filmed" }).click();
  await trainee.getByRole("radio", { name: "Today" }).check();
  await trainee.getByRole("radio", { name: "On a signed form" }).check();
  await trainee.getByRole("checkbox", { name: "Your supervisor" }).check();
  await trainee.getByRole("button", { name: "Record the consent" }).click();
  await arrived(trainee, /^Consent in case C/);
  await consentOf(cast, client.id, "child");

  await trainee.goto(`/log/entries/${entryId}/submit/film`);
  await arrived(trainee, "Submit this shared review");
  await trainee.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
  await expect(trainee.getByText("You; your supervisors once you submit it. Agreed to: Your supervisor.")).toBeVisible();
  await expect(trainee.getByText("The film is being looked at")).toHaveCount(0);
  await expect(trainee.getByText("The whole film is short enough to be sent.", { exact: false })).toBeVisible();
  await arrived(trainee, "Submit this shared review");
  await trainee.getByRole("button", { name: "Send the film" }).click();
  await expect(trainee.getByText("The film has arrived. Submit it below.")).toBeVisible();
  expect(await trainee.evaluate(() => Object.keys(localStorage)), "nothing of the film is remembered").toEqual([]);
  await expect(trainee.getByRole("radio", { name: /long, .* arrived on/ })).toBeChecked();
  await trainee.getByRole("button", { name: "Submit", exact: true }).click();
  // Consent was recorded today, the film was made before.
  await trainee.getByRole("checkbox", { name: "Everybody in it agreed to being filmed before that, and to showing it since" }).check();
  await trainee.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(trainee.getByText("Waits for feedback")).toBeVisible();

  const supervisor = await open(cast.supervisor);
  await supervisor.goto("/submissions");
  await supervisor.getByRole("link", { name: /^Iona Geddes/ }).click();
  const video = supervisor.locator("video");
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState >= 2 && element.videoWidth > 0)).toBe(true);
  await supervisor.getByLabel("R · Receiving initiatives").check();
  await supervisor.getByLabel("What did you see?").fill("You wait, and she looks up.");
  await supervisor.getByRole("button", { name: "Keep this moment" }).click();
  await expect(supervisor.getByRole("list", { name: "Moments" }).getByText("You wait, and she looks up.")).toBeVisible();
  await supervisor.getByRole("button", { name: "Send feedback" }).click();
  await expect(supervisor.getByText("Feedback is sent. The trainee is told.")).toBeVisible();
});

test("what is no film, has no picture or breaks off is refused in words on the device, and nothing of it is sent", async ({ cast, open, db }) => {
  const entryId = await cycleOf(cast);
  const client = await clientOf(cast);
  for (const role of ["client", "child"] as const) await consentOf(cast, client.id, role);
  const page = await open(cast.trainee);
  await page.goto(`/log/entries/${entryId}/submit/film`);
  const asked: string[] = [];
  page.on("request", (request) => { if (request.url().includes("/clips/upload")) asked.push(request.url()); });
  await page.getByLabel("Film on this device").setInputFiles(film("audio-only.mp4"));
  await expect(page.getByText("There is no picture in this file, only sound. Choose another.")).toBeVisible();
  await page.getByLabel("Film on this device").setInputFiles(film("truncated-with-moov.mp4"));
  await page.getByRole("button", { name: "Send the film" }).click();
  await expect(page.getByText("The film breaks off or cannot be read to its end. Copy it from the camera once more and choose it again.")).toBeVisible();
  await page.getByLabel("Film on this device").setInputFiles(film("really-html.mp4"));
  await expect(page.getByText("This file is no film in mp4, mov or webm, whatever its name says. Choose another.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send the film" })).toHaveCount(0);
  await expect(page.getByText("There is no film of this cycle here yet.")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await db.reader.selectFrom("clip_upload").select("id").where("trainee_id", "=", cast.trainee.id).execute()).toEqual([]);
  expect(asked).toEqual([]);
});

test("a film that stopped goes on, is cancelled, or is over in words: no second one is begun unasked", async ({ cast, open, db, expectedStatus }) => {
  for (const status of [404, 507]) expectedStatus.add(status);
  const entryId = await cycleOf(cast);
  const client = await clientOf(cast);
  for (const role of ["client", "child"] as const) await consentOf(cast, client.id, role);
  const underWay = () => db.reader.selectFrom("clip_upload").select("id").where("trainee_id", "=", cast.trainee.id).where("finished_at", "is", null).execute();
  const page = await open(cast.trainee);
  await page.goto(`/log/entries/${entryId}/submit/film`);
  const fill = () => page.route("**/clips/upload/*", (route) => (route.request().method() === "PATCH" ? route.fulfill({ status: 507, contentType: "text/plain", body: "There is no room." }) : route.continue()));
  await fill();
  await page.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
  await send(page);
  await expect(page.getByText("There is no room.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel and remove what arrived" }).click();
  await expect(page.getByText("Cancelled. Nothing of the film is left here.")).toBeVisible();
  expect(await underWay()).toEqual([]);

  await page.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
  const dropped = await send(page);
  await expect(page.getByText("There is no room.")).toBeVisible();
  await page.evaluate((url) => fetch(url, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" } }), dropped);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("This upload is not there, or is over. Choose the film again.")).toBeVisible();
  expect(await underWay()).toEqual([]);

  await page.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
  await send(page);
  await expect(page.getByText("There is no room.")).toBeVisible();
  await page.unroute("**/clips/upload/*");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("The film has arrived. Submit it below.")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

/** Holds the answer to the first request of an upload back, as a slow connection does; what it resolves to lets it through. */
async function heldBack(page: Page): Promise<{ readonly asked: Promise<unknown>; readonly letThrough: () => Promise<unknown> }> {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => { open = resolve; });
  await page.route("**/clips/upload", async (route) => {
    const response = await route.fetch();
    await gate;
    await route.fulfill({ response });
  });
  const asked = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/clips/upload"));
  return {
    asked,
    letThrough: () => {
      open();
      return page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/clips/upload"));
    },
  };
}

test("paused or cancelled before the first answer came, nothing more is sent, and cancelled nothing is left", async ({ cast, open, db }) => {
  const entryId = await cycleOf(cast);
  const client = await clientOf(cast);
  for (const role of ["client", "child"] as const) await consentOf(cast, client.id, role);
  const underWay = () => db.reader.selectFrom("clip_upload").select("id").where("trainee_id", "=", cast.trainee.id).where("finished_at", "is", null).execute();
  const page = await open(cast.trainee);
  const patches: string[] = [];
  page.on("request", (request) => { if (request.method() === "PATCH") patches.push(request.url()); });
  await page.goto(`/log/entries/${entryId}/submit/film`);
  const begin = async (): Promise<() => Promise<unknown>> => {
    const { asked, letThrough } = await heldBack(page);
    await page.getByLabel("Film on this device").setInputFiles(film("faststart.mp4"));
    await page.getByRole("button", { name: "Send the film" }).click();
    await asked;
    return letThrough;
  };

  const letPaused = await begin();
  await page.getByRole("button", { name: "Pause" }).click();
  await letPaused();
  await expect.poll(async () => (await underWay()).length).toBe(1);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("tus::")).length)).toBe(1);
  await expect(page.getByRole("button", { name: "Go on" })).toBeVisible();
  expect(patches).toEqual([]);
  await page.unroute("**/clips/upload");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("The film has arrived. Submit it below.")).toBeVisible();
  const sent = patches.length;

  await page.getByRole("button", { name: "Send another film" }).click();
  const letCancelled = await begin();
  await page.getByRole("button", { name: "Cancel and remove what arrived" }).click();
  await letCancelled();
  await expect(page.getByText("Cancelled. Nothing of the film is left here.")).toBeVisible();
  expect([await underWay(), patches.length, await page.evaluate(() => Object.keys(localStorage))]).toEqual([[], sent, []]);
});

test("without JavaScript the page says that a film needs it", async ({ cast, open }) => {
  const entryId = await cycleOf(cast);
  const client = await clientOf(cast);
  for (const role of ["client", "child"] as const) await consentOf(cast, client.id, role);
  const page = await open(cast.trainee, { javaScriptEnabled: false });
  await page.goto(`/log/entries/${entryId}/submit/film`);
  // Found by its place: by text nothing inside of a noscript is looked at.
  await expect(page.locator("noscript .notice")).toBeVisible();
  await expect(page.locator("noscript .notice")).toContainText("Sending a film needs JavaScript, which is off in this browser.");
});
