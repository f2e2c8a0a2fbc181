import { expect, test } from "./fixtures.ts";

test("the sign-in page loads without a complaint, and nothing foreign", async ({ page }) => {
  const answer = await page.goto("/sign-in");
  expect(answer?.status()).toBe(200);
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("script-src 'self' 'nonce-");
  expect(headers["cache-control"]).toBe("private, no-store");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an address that leads nowhere says so, with a way back", async ({ page, expectedStatus }) => {
  expectedStatus.add(404);
  expect((await page.goto("/no-such-page"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});

test("somebody with a sign-in comes to their first page", async ({ page, signInAs }) => {
  await signInAs("trainee");
  await page.goto("/");
  await expect(page).toHaveURL("/progress");
});
