import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expectAccessible } from "./axe.ts";
import { givePassword, PASSWORD } from "./cast.ts";
import { dataFolder } from "./fixtures.ts";
import { arrived, expect, expireSessions, signOut, test } from "./journey.ts";

const NEW_PASSWORD = "another four plain words";

/** The link in the letter to that address, or "" while none has come: mail is kept as files, lines folded as mail folds them. */
function linkTo(email: string): string {
  const outbox = path.join(dataFolder(), "outbox");
  // The folder is made with the first letter.
  if (!existsSync(outbox)) return "";
  const letters = readdirSync(outbox, { encoding: "utf8" }).filter((name) => name.endsWith(".eml")).map((name) => readFileSync(path.join(outbox, name), "utf8"));
  const letter = letters.find((text) => text.includes(`To: ${email}`))?.replace(/=\r\n/g, "").replaceAll("=3D", "=");
  return /http:\/\/\S+\/reset\/\S+/.exec(letter ?? "")?.[0] ?? "";
}

for (const [button, url] of [["Trainee", "/progress"], ["Supervisor", "/waiting"], ["Independent reviewer", "/waiting"], ["Programme lead", "/waiting"], ["Administrator", "/people"]] as const) {
  test(`one press signs in the demo’s ${button}`, async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/^[^?]+\/sign-in/);
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page).toHaveURL(url);
    await expectAccessible(page);
  });
}

test("a wrong password keeps the address; the right one leads back to the page that was asked for", async ({ page, cast, expectedStatus }) => {
  expectedStatus.add(400);
  await givePassword(cast, cast.trainee);
  await page.goto("/progress/cycles?stage=2");
  await expect(page).toHaveURL("/sign-in?redirectTo=%2Fprogress%2Fcycles%3Fstage%3D2");
  await page.getByLabel("E-mail address").fill(cast.trainee.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("That e-mail address and password do not go together.");
  await expect(page.getByLabel("E-mail address")).toHaveValue(cast.trainee.email);
  await expectAccessible(page);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/progress/cycles?stage=2");
});

test("after signing out the pages are closed", async ({ page, cast, signInAs }) => {
  await signInAs(cast.trainee);
  await page.goto("/progress");
  await signOut(page);
  await page.goto("/log");
  await expect(page).toHaveURL("/sign-in?redirectTo=%2Flog");
});

test("a sign-in that has run out leads to the sign-in page and back", async ({ page, cast, signInAs }) => {
  await givePassword(cast, cast.trainee);
  await signInAs(cast.trainee);
  await page.goto("/progress");
  await expireSessions(cast, cast.trainee);
  await page.getByRole("link", { name: "Log", exact: true }).first().click();
  await expect(page).toHaveURL("/sign-in?redirectTo=%2Flog");
  await page.getByLabel("E-mail address").fill(cast.trainee.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/log");
});

test("a forgotten password is set anew by the link in the letter, once; other devices are signed out", async ({ page, cast, open, expectedStatus }) => {
  expectedStatus.add(400).add(404);
  await givePassword(cast, cast.trainee);
  const elsewhere = await open(cast.trainee);
  await elsewhere.goto("/progress");
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I forgot my password" }).click();
  await arrived(page, "Choose a new password");
  await page.getByLabel("E-mail address").fill(cast.trainee.email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await arrived(page, "Look at your e-mail");
  await expect.poll(() => linkTo(cast.trainee.email)).not.toBe("");

  const link = linkTo(cast.trainee.email);
  await page.goto(link);
  await page.getByLabel("New password").fill("too short");
  await page.getByRole("button", { name: "Set this password" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a password of at least 12 signs");
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Set this password" }).click();
  await expect(page.getByText("Your new password is set", { exact: false })).toBeVisible();
  await elsewhere.goto("/progress");
  await expect(elsewhere).toHaveURL("/sign-in?redirectTo=%2Fprogress");

  await page.getByLabel("E-mail address").fill(cast.trainee.email);
  await page.getByLabel("Password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/progress");
  await page.goto(link);
  await arrived(page, "This link no longer works");
});

test("an unknown address is answered alike", async ({ page, cast }) => {
  await page.goto("/reset");
  await page.getByLabel("E-mail address").fill(`nobody.${cast.programmeId}@example.org`);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Look at your e-mail" })).toBeVisible();
});

test("a changed password signs the other devices out and keeps this one", async ({ page, cast, signInAs, open }) => {
  await givePassword(cast, cast.trainee);
  const elsewhere = await open(cast.trainee);
  await signInAs(cast.trainee);
  await page.goto("/account");
  await page.getByRole("link", { name: "Change password" }).click();
  await page.getByLabel("Present password").fill(PASSWORD);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed", { exact: false })).toBeVisible();
  await elsewhere.goto("/progress");
  await expect(elsewhere).toHaveURL("/sign-in?redirectTo=%2Fprogress");
});

test("the theme that is chosen stays", async ({ page, cast, signInAs }) => {
  await signInAs(cast.trainee);
  await page.goto("/progress");
  const html = page.locator("html");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.goto("/log");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Light" }).click();
  await expect(html).toHaveAttribute("data-theme", "light");
});
