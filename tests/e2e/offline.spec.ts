import type { BrowserContext, Page } from "@playwright/test";

import { type Cast, clientOf, cycleOf, givePassword, PASSWORD } from "./cast.ts";
import { cachedAddresses, expectKept, forgiveCutConnection, rawDevice, readyWithoutConnection } from "./device.ts";
import { signIn } from "./fixtures.ts";
import { arrived, expect, expireSessions, openMore, signOut, test } from "./journey.ts";

const TEXT = "I waited, and she looked up at me.";

async function countCycles({ db, trainee }: Cast): Promise<number> {
  const rows = await db.reader.selectFrom("entry").select("id").where("trainee_id", "=", trainee.id).where("kind", "=", "cycle").execute();
  return rows.length;
}

/** Types a cycle with a new client into the whole form, and waits until it is kept. */
async function typeCycle(page: Page): Promise<void> {
  await page.goto("/log/cycles/new");
  await page.getByLabel("New client").check();
  await page.getByRole("group", { name: "Filmed on", exact: true }).getByLabel("Yesterday").check();
  await expectKept(page, 1);
  const { bytes } = await rawDevice(page);
  await openMore(page);
  await page.getByLabel("One thing that went well").fill(TEXT);
  await expect.poll(async () => (await rawDevice(page)).bytes).toBeGreaterThan(bytes);
}

async function putBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(page.getByLabel("One thing that went well")).toHaveValue(TEXT);
  await expect(page.getByLabel("New client")).toBeChecked();
  await expect(page.getByRole("group", { name: "Filmed on", exact: true }).getByLabel("Yesterday")).toBeChecked();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
}

/** Notes a cycle with that client on the page without a connection. */
async function noteCycle(page: Page, code: string, note = TEXT): Promise<void> {
  await page.goto("/log");
  await arrived(page, "Note a cycle without a connection");
  await page.getByLabel("Client’s code").fill(code);
  await page.getByLabel("One thing that went well").fill(note);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("Kept on this device.")).toBeVisible();
}

async function withClient(page: Page, cast: Cast): Promise<string> {
  await cycleOf(cast);
  await page.goto("/progress");
  await readyWithoutConnection(page);
  return (await clientOf(cast)).code;
}

test.describe("what is typed", () => {
  test("survives a closed tab, and is gone once it is saved", async ({ page, context, cast, signInAs }) => {
    await signInAs(cast.trainee);
    await typeCycle(page);
    await page.close();
    const again = await context.newPage();
    await again.goto("/log/cycles/new");
    await arrived(again, "Log a cycle");
    await putBack(again);
    await save(again);
    await expectKept(again, 0);
    await again.goto("/log/cycles/new");
    await expect(again.getByRole("button", { name: "Put it back" })).toHaveCount(0);
  });

  test("goes when it is discarded", async ({ page, cast, signInAs }) => {
    await signInAs(cast.trainee);
    await typeCycle(page);
    await page.reload();
    await page.getByRole("button", { name: "Discard it" }).click();
    await expect(page.getByRole("button", { name: "Discard it" })).toHaveCount(0);
    await expectKept(page, 0);
  });

  test("survives an expired sign-in: after it one is back in the form", async ({ page, cast, signInAs, expectedStatus }) => {
    expectedStatus.add(401);
    await givePassword(cast, cast.trainee);
    await signInAs(cast.trainee);
    await typeCycle(page);
    await expireSessions(cast, cast.trainee);
    await page.getByRole("button", { name: "Save" }).click();
    await arrived(page, "Nothing was recorded");
    await expect(page.getByLabel("One thing that went well")).toHaveValue(TEXT);
    await page.getByRole("link", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await page.getByLabel("E-mail address").fill(cast.trainee.email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL("/log/cycles/new");
    await putBack(page);
    await save(page);
    expect(await countCycles(cast)).toBe(1);
  });

  test("is seen by nobody else who signs in on the same device, and lies there sealed", async ({ page, context, baseURL, cast, signInAs }) => {
    await signInAs(cast.trainee);
    await typeCycle(page);
    const raw = await rawDevice(page);
    expect(raw.text).not.toContain("waited");
    expect(raw.text).not.toContain("filmedOn");
    expect(raw.text).not.toContain("can be taken out");
    await context.clearCookies();
    await signIn(context, baseURL ?? "", cast.fellow.email);
    await page.goto("/log/cycles/new");
    await arrived(page, "Log a cycle");
    await page.getByRole("group", { name: "Shared review", exact: true }).getByLabel("Today").check();
    await expectKept(page, 2);
    await page.reload();
    await expect(page.getByRole("button", { name: "Discard it" })).toHaveCount(1);
    await page.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByRole("group", { name: "Shared review", exact: true }).getByLabel("Today")).toBeChecked();
    await openMore(page);
    await expect(page.getByLabel("One thing that went well")).toHaveValue("");
  });
});

test.describe("the connection is cut in the middle of sending", () => {
  test("before the form goes off: nothing typed is lost", async ({ page, context, cast, signInAs, problems }) => {
    await signInAs(cast.trainee);
    await typeCycle(page);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "There is no connection" })).toBeVisible();
    await context.setOffline(false);
    await page.getByRole("link", { name: "Try again" }).click();
    await putBack(page);
    await save(page);
    expect(await countCycles(cast)).toBe(1);
    forgiveCutConnection(problems);
  });

  test("and the answer is lost: sent again, the entry exists once", async ({ page, cast, signInAs, problems }) => {
    await signInAs(cast.trainee);
    await typeCycle(page);
    await page.route("**/log/cycles/new.data*", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await route.fetch({ maxRedirects: 0 });
      return route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "There is no connection" })).toBeVisible();
    expect(await countCycles(cast)).toBe(1);
    await page.unrouteAll();
    await page.getByRole("link", { name: "Try again" }).click();
    await putBack(page);
    await save(page);
    expect(await countCycles(cast)).toBe(1);
    problems.splice(0, problems.length, ...problems.filter((problem) => !/ERR_CONNECTION_RESET|Failed to fetch/.test(problem)));
  });
});

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
