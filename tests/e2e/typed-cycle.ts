import type { Page } from "@playwright/test";

import { type Cast, clientOf, cycleOf } from "./cast.ts";
import { expectKept, rawDevice, readyWithoutConnection } from "./device.ts";
import { arrived, expect, openMore } from "./journey.ts";

/** What the cycles of these tests say. */
export const TEXT = "I waited, and she looked up at me.";

/** How many cycles that trainee has in the log. */
export async function countCycles({ db, trainee }: Cast): Promise<number> {
  const rows = await db.reader.selectFrom("entry").select("id").where("trainee_id", "=", trainee.id).where("kind", "=", "cycle").execute();
  return rows.length;
}

/** Types a cycle with a new client into the whole form, and waits until it is kept. */
export async function typeCycle(page: Page): Promise<void> {
  await page.goto("/log/cycles/new");
  await page.getByLabel("New client").check();
  await page.getByRole("group", { name: "Filmed on", exact: true }).getByLabel("Yesterday").check();
  await expectKept(page, 1);
  const { bytes } = await rawDevice(page);
  await openMore(page);
  await page.getByLabel("One thing that went well").fill(TEXT);
  await expect.poll(async () => (await rawDevice(page)).bytes).toBeGreaterThan(bytes);
}

/** Puts back what `typeCycle` typed, and sees that it is all there. */
export async function putBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(page.getByLabel("One thing that went well")).toHaveValue(TEXT);
  await expect(page.getByLabel("New client")).toBeChecked();
  await expect(page.getByRole("group", { name: "Filmed on", exact: true }).getByLabel("Yesterday")).toBeChecked();
}

/** Saves the form of a cycle. */
export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
}

/** Notes a cycle with that client on the page without a connection. */
export async function noteCycle(page: Page, code: string, note = TEXT): Promise<void> {
  await page.goto("/log");
  await arrived(page, "Note a cycle without a connection");
  await page.getByLabel("Client’s code").fill(code);
  await page.getByLabel("One thing that went well").fill(note);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("Kept on this device.")).toBeVisible();
}

/** A trainee’s page with one cycle in the log, ready to go without a connection; the code of its client. */
export async function withClient(page: Page, cast: Cast): Promise<string> {
  await cycleOf(cast);
  await page.goto("/progress");
  await readyWithoutConnection(page);
  return (await clientOf(cast)).code;
}
