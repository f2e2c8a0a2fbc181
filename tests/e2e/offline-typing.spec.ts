import { givePassword, PASSWORD } from "./cast.ts";
import { expectKept, forgiveCutConnection, rawDevice } from "./device.ts";
import { signIn } from "./fixtures.ts";
import { arrived, expect, expireSessions, openMore, test } from "./journey.ts";
import { countCycles, putBack, save, TEXT, typeCycle } from "./typed-cycle.ts";

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

  test("is kept though it was typed before the script that keeps it had come", async ({ page, cast, signInAs }) => {
    await signInAs(cast.trainee);
    let letCome = (): void => undefined;
    const typed = new Promise<void>((resolve) => { letCome = resolve; });
    await page.route("**/assets/typed-form-*.js", async (route) => { await typed; await route.continue(); });
    await page.goto("/log/cycles/new");
    await openMore(page);
    await page.getByLabel("One thing that went well").fill(TEXT);
    letCome();
    await expectKept(page, 1);
    await page.reload();
    await page.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByLabel("One thing that went well")).toHaveValue(TEXT);
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
