import type { BrowserContext, Page } from "@playwright/test";

import { cachedAddresses, expectKept, forgiveCutConnection, rawDevice, readyWithoutConnection } from "./device.ts";
import { signIn } from "./fixtures.ts";
import { expect, signOut, test } from "./journey.ts";
import { countCycles, noteCycle, save, TEXT, withClient } from "./typed-cycle.ts";

test.describe("without a connection", () => {
  test("an entry waits, sealed, and is sent once though its first answer is lost", async ({ page, context, cast, signInAs, problems }) => {
    await signInAs(cast.trainee);
    const code = await withClient(page, cast);
    await context.setOffline(true);
    await noteCycle(page, code);
    const raw = await rawDevice(page);
    expect(raw.text).not.toContain("waited");
    expect(raw.text).not.toContain(code);
    await context.setOffline(false);
    let lost = 0;
    await page.route("**/log/cycles/kept", async (route) => {
      lost += 1;
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.goto("/progress");
    await expect(page.getByRole("main").getByText("One entry waits on this device")).toBeVisible();
    expect(lost).toBe(1);
    expect(await countCycles(cast)).toBe(2);
    await page.unrouteAll();
    await page.goto("/log");
    await expect(page.getByText("One entry from this device is in your log now.")).toBeVisible();
    await expectKept(page, 0);
    expect(await countCycles(cast)).toBe(2);
    problems.splice(0, problems.length, ...problems.filter((problem) => !/ERR_CONNECTION_RESET/.test(problem)));
    forgiveCutConnection(problems);
  });

  test("two tabs that come back at once send it once", async ({ page, context, cast, signInAs, problems }) => {
    await signInAs(cast.trainee);
    const code = await withClient(page, cast);
    const other = await context.newPage();
    await context.setOffline(true);
    await noteCycle(page, code);
    await context.setOffline(false);
    let sent = 0;
    await context.route("**/log/cycles/kept", async (route) => { sent += 1; await route.continue(); });
    await Promise.all([page.goto("/progress"), other.goto("/progress")]);
    await expectKept(page, 0);
    expect([sent, await countCycles(cast)]).toEqual([1, 2]);
    forgiveCutConnection(problems);
  });

  test("what the portal asks back stays, says why and opens in the form", async ({ page, context, cast, signInAs, problems, expectedStatus }) => {
    expectedStatus.add(400);
    await signInAs(cast.trainee);
    const code = await withClient(page, cast);
    await context.setOffline(true);
    await noteCycle(page, "");
    await context.setOffline(false);
    await page.getByRole("link", { name: "Go on to your first page" }).click();
    await expect(page.getByText("An entry from this device needs you")).toBeVisible();
    await expect(page.getByText("Choose the client", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Open it in the form" }).click();
    await expect(page.getByLabel("One thing that went well")).toHaveValue(TEXT);
    await page.getByLabel(code).check();
    await save(page);
    await expectKept(page, 0);
    expect(await countCycles(cast)).toBe(2);
    forgiveCutConnection(problems);
  });

  test("what the portal cannot even read says why, and opens in the form or is discarded", async ({ page, context, cast, signInAs, problems, expectedStatus }) => {
    expectedStatus.add(413);
    await signInAs(cast.trainee);
    const code = await withClient(page, cast);
    await context.setOffline(true);
    await noteCycle(page, code, "She waited. ".repeat(10_000));
    await context.setOffline(false);
    await page.getByRole("link", { name: "Go on to your first page" }).click();
    await expect(page.getByText("It is longer than the portal takes")).toBeVisible();
    await page.getByRole("button", { name: "Discard it" }).click();
    await expect(page.getByText("It is longer than the portal takes")).toBeHidden();
    await expectKept(page, 0);
    expect(await countCycles(cast)).toBe(1);
    forgiveCutConnection(problems);
  });

  test("signing out says what waits; the next person has nothing of it, and it goes off when its own is back", async ({ page, context, baseURL, cast, signInAs, problems }) => {
    await signInAs(cast.trainee);
    const code = await withClient(page, cast);
    await context.setOffline(true);
    await noteCycle(page, code);
    await context.setOffline(false);
    await context.route("**/log/cycles/kept", (route) => route.abort("connectionreset"));
    await page.goto("/progress");
    await page.locator("summary").filter({ hasText: "Menu of" }).click();
    await expect(page.getByRole("banner").getByText("One entry waits on this device")).toBeVisible();
    await expect(page.getByText("Sign out and nothing is sent until you sign in here again")).toBeVisible();
    await page.locator("summary").filter({ hasText: "Menu of" }).click();
    await signOut(page);
    await context.unrouteAll();
    await page.goto("/offline");
    await expect(page.getByText("Nobody is signed in on this device")).toBeVisible();

    await signIn(context, baseURL ?? "", cast.fellow.email);
    await page.goto("/progress");
    await readyWithoutConnection(page);
    await expect(page.getByText("waits on this device")).toHaveCount(0);
    expect((await rawDevice(page)).rows).toBe(1);
    await context.clearCookies();
    await signIn(context, baseURL ?? "", cast.trainee.email);
    await page.goto("/progress");
    await expect(page.getByText("One entry from this device is in your log now.")).toBeVisible();
    expect(await countCycles(cast)).toBe(2);
    problems.splice(0, problems.length, ...problems.filter((problem) => !/ERR_CONNECTION_RESET/.test(problem)));
    forgiveCutConnection(problems);
  });

  test("kept are the page for everybody and its files, and never a page or data of a person", async ({ page, cast, signInAs }) => {
    await signInAs(cast.trainee);
    const code = await withClient(page, cast);
    for (const address of ["/log", "/log/clients", "/log/cycles/new", "/account"]) await page.goto(address);
    const addresses = await cachedAddresses(page);
    expect(addresses.filter((address) => !/^\/assets\/[\w.$~-]+\.(js|css|woff2)$/.test(address))).toEqual(["/offline"]);
    expect(addresses.length).toBeGreaterThan(5);
    const kept = await page.evaluate(async () => {
      const texts: string[] = [];
      for (const name of await caches.keys()) for (const answer of await (await caches.open(name)).matchAll()) texts.push(await answer.text());
      return texts.join("\n");
    });
    for (const secret of [cast.trainee.name, cast.trainee.id, code]) expect(kept).not.toContain(secret);
  });
});

test("the portal can be put on the home screen", async ({ page, context }: { page: Page; context: BrowserContext }) => {
  await page.goto("/sign-in");
  const at = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await context.request.get(at ?? "")).json() as { readonly start_url: string; readonly icons: readonly { readonly src: string }[] };
  expect(manifest.start_url).toBe("/");
  for (const { src } of manifest.icons) expect((await context.request.get(src)).status()).toBe(200);
});
