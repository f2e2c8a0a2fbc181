import type { Page } from "@playwright/test";

import { systemClock } from "#app/platform/clock.ts";
import { codeAt } from "#tests/support/authenticator.ts";

import { expectAccessible } from "./axe.ts";
import { PASSWORD } from "./cast.ts";
import { expect, test } from "./earnest.ts";
import { signOut } from "./journey.ts";

const STEP_MS = 30_000;
const LINK = /http:\/\/\S+\/reset\/\S+/;

function codeOf(secret: string, steps: number): string {
  return codeAt(secret, new Date(systemClock().getTime() + steps * STEP_MS));
}

async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set this password" }).click();
  await expect(page.getByText("Your new password is set", { exact: false })).toBeVisible();
}

async function signInWith(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("outside the demo an account sets up its second step, signs in with a code, and with a recovery code", async ({ page, portal, expectedStatus }) => {
  expectedStatus.add(400);
  const email = "ada.adams@example.org";
  const said = portal.admin("create-person", "--name", "Ada Adams", "--email", email, "--programme", "Highland", "--role", "administrator");
  await choosePassword(page, LINK.exec(said)?.[0] ?? "");
  await expect(page.getByText("Look around as")).toHaveCount(0);
  await signInWith(page, email);

  await expect(page).toHaveURL("/account/second-factor");
  await expect(page.getByRole("img", { name: "QR code with the key for your authenticator app" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/people");
  await expect(page).toHaveURL("/account/second-factor");
  await page.getByLabel("Code from the app").fill("000000");
  await page.getByRole("button", { name: "Switch it on" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  const secret = await page.getByRole("main").locator("code").textContent() ?? "";
  await page.getByLabel("Code from the app").fill(codeOf(secret, -1));
  await page.getByRole("button", { name: "Switch it on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Keep your recovery codes" })).toBeVisible();
  await expectAccessible(page);
  const recoveryCode = await page.getByRole("main").locator("code").first().textContent() ?? "";
  await page.getByRole("link", { name: "I have kept them" }).click();
  await expect(page).toHaveURL("/people");
  await signOut(page);

  await page.goto("/people");
  await signInWith(page, email);
  await expect(page).toHaveURL("/sign-in/second-factor?redirectTo=%2Fpeople");
  await expectAccessible(page);
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in/second-factor?redirectTo=%2Faccount");
  await page.getByLabel("Code").fill("123");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("alert")).toContainText("This code is not right");
  await page.getByLabel("Code").fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL("/account");
  await expect(page.getByText("On. 10 recovery codes left.")).toBeVisible();
  await signOut(page);

  await signInWith(page, email);
  await page.getByLabel("Code").fill(recoveryCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL("/people");
  await page.goto("/account");
  await expect(page.getByText("On. 9 recovery codes left.")).toBeVisible();
});

/** Makes an account with a second step and signs the page's browser in with it. Returns the key for its codes. */
async function withSecondStep(page: Page, portal: { readonly admin: (...args: readonly string[]) => string }, name: string, role: string): Promise<string> {
  const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  const said = portal.admin("create-person", "--name", name, "--email", email, "--programme", "Highland", "--role", role);
  await choosePassword(page, LINK.exec(said)?.[0] ?? "");
  await signInWith(page, email);
  const secret = await page.getByRole("main").locator("code").textContent() ?? "";
  await page.getByLabel("Code from the app").fill(codeOf(secret, -1));
  await page.getByRole("button", { name: "Switch it on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Keep your recovery codes" })).toBeVisible();
  return secret;
}

test("removing the second step asks for password and code again, where it is removed", async ({ page, portal, expectedStatus }) => {
  expectedStatus.add(400);
  const secret = await withSecondStep(page, portal, "Ben Baird", "lead");
  await page.goto("/account");
  await page.getByRole("link", { name: "Remove or replace it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Remove the second step?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter your password");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Code").fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page).toHaveURL("/account/second-factor");
});

test("somebody new is typed once, also where the password is wrong; new recovery codes then ask for nothing", async ({ page, portal, expectedStatus }) => {
  expectedStatus.add(400);
  const secret = await withSecondStep(page, portal, "Dee Doran", "administrator");
  await page.goto("/people/new");
  await page.getByLabel("Name", { exact: true }).fill("Morven Laird");
  await page.getByLabel("E-mail address").fill("morven.laird@example.org");
  await page.getByLabel("Role").selectOption("Supervisor");
  await expectAccessible(page);
  await page.getByLabel("Password").fill("not the right words");
  await page.getByLabel("Code").fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByRole("alert")).toContainText("Password or code are not right");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Morven Laird");
  await expect(page.getByLabel("Role")).toHaveValue("supervisor");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Code").fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Morven Laird" })).toBeVisible();
  await page.goto("/account/recovery-codes");
  await expect(page.getByLabel("Password")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make new codes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Keep your recovery codes" })).toBeVisible();
});

test("a link from the console lets somebody in who lost their password, once", async ({ page, portal, expectedStatus }) => {
  expectedStatus.add(404);
  const email = "cal.craig@example.org";
  portal.admin("create-person", "--name", "Cal Craig", "--email", email, "--programme", "Highland", "--role", "supervisor");
  const link = LINK.exec(portal.admin("reset-link", email))?.[0] ?? "";
  await choosePassword(page, link);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
});
