import type { BrowserContext, Page } from "@playwright/test";

import { expectKept, rawDevice } from "./device.ts";
import { arrived, expect, headed, openMore, test } from "./journey.ts";
import { TEXT } from "./typed-cycle.ts";

const NOT_KEPT = "What you type now is not kept on this device";

/** Takes away what the browser stores of the portal, as somebody does who clears it; true where no page held it back. */
async function clearStore(page: Page): Promise<boolean> {
  return page.evaluate(() => new Promise<boolean>((resolve, reject) => {
    const request = indexedDB.deleteDatabase("attune-device");
    request.onsuccess = () => { resolve(true); };
    request.onblocked = () => { resolve(false); };
    request.onerror = () => { reject(request.error ?? new Error("no answer")); };
  }));
}

/** Leaves a store behind that this portal's scripts cannot open: one of a later version. */
async function leaveLaterStore(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open("attune-device", 2);
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => { reject(request.error ?? new Error("no answer")); };
  }));
}

/** Room for the page without a connection and its files, in bytes, and for little more. */
const SMALL = 1_000_000;

/** How much room the browser has for the portal; without a number as much as ever. */
async function giveRoom(context: BrowserContext, page: Page, quotaSize?: number): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
}

async function openForm(page: Page): Promise<void> {
  await page.goto("/log/cycles/new");
  await headed(page, "Log a cycle");
  await openMore(page);
}

test("a store that does not open is said, and tried again: what is typed later is kept", async ({ page, cast, signInAs }) => {
  await page.goto("/accessibility");
  await leaveLaterStore(page);
  await signInAs(cast.trainee);
  await openForm(page);
  const note = page.getByLabel("One thing that went well");
  await note.fill(TEXT);
  await expect(page.getByRole("main").getByText(NOT_KEPT)).toBeVisible();
  await arrived(page, "Log a cycle");
  expect(await clearStore(page)).toBe(true);
  await note.fill(`${TEXT} Twice.`);
  await expect(page.getByText(NOT_KEPT)).toHaveCount(0);
  await expectKept(page, 1);
});

test("an open page does not hold back who clears the store, and goes on keeping what is typed", async ({ page, cast, signInAs }) => {
  await signInAs(cast.trainee);
  await openForm(page);
  const note = page.getByLabel("One thing that went well");
  await note.fill(TEXT);
  await expectKept(page, 1);
  expect(await clearStore(page)).toBe(true);
  await note.fill(`${TEXT} Twice.`);
  await expectKept(page, 1);
  expect((await rawDevice(page)).bytes).toBeGreaterThan(TEXT.length);
});

test("a full device says so: in a form, and on the page without a connection, where nothing typed goes away", async ({ page, context, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(413);
  await page.goto("/accessibility");
  // Before anything is stored: a browser remembers for a while how much room there was.
  await giveRoom(context, page, SMALL);
  await signInAs(cast.trainee);
  await openForm(page);
  const note = page.getByLabel("One thing that went well");
  const tooMuch = TEXT.repeat(Math.ceil(1.5 * SMALL / TEXT.length));
  await note.fill(tooMuch);
  await expect(page.getByRole("main").getByText(NOT_KEPT)).toBeVisible();
  await page.goto("/offline");
  await note.fill(tooMuch);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("It could not be kept")).toBeVisible();
  expect(await note.inputValue()).toHaveLength(tooMuch.length);
  await giveRoom(context, page);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("Kept on this device.")).toBeVisible();
  await expect(note).toHaveValue("");
  // With room again it is kept, and what is too long for the portal needs the person: it never waits until it is dropped.
  await page.getByRole("link", { name: "Go on to your first page" }).click();
  await expect(page.getByText("An entry from this device needs you")).toBeVisible();
  await expect(page.getByText("It is longer than the portal takes")).toBeVisible();
  await expectKept(page, 1);
});
