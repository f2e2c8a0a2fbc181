import type { Page } from "@playwright/test";

import { formatDay } from "#app/words/format.ts";

import { expectNoSidewaysScroll } from "./axe.ts";
import { type Cast, daysAgo } from "./cast.ts";
import { arrived, chooseDay, expect, meter, openMore, test } from "./journey.ts";

/** Logs the first cycle with a new client from wherever one stands, and returns the client's code. */
async function logFirstCycle(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Log a cycle" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Log a cycle" })).toBeVisible();
  await page.getByLabel("New client").check();
  await page.getByLabel("Age of the child in the film").selectOption("2 to 4 years");
  await chooseDay(page, "Filmed on", daysAgo(20));
  await chooseDay(page, "Shared review", daysAgo(13));
  await openMore(page);
  await page.getByLabel("Length of the film").fill("6");
  await page.getByLabel("One thing that went well").fill("I waited, and there was an answer.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  return /C-\w{4}/.exec(heading ?? "")?.[0] ?? "no code";
}

/** Logs another cycle with a client whose page is one link away. */
async function logSecondCycle(page: Page, code: string): Promise<void> {
  await page.getByRole("link", { name: "All cycles with this client" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Client ${code}` })).toBeVisible();
  await page.getByRole("link", { name: "Log a cycle" }).click();
  await expect(page.getByLabel(code)).toBeChecked();
  await chooseDay(page, "Filmed on", daysAgo(6));
  await chooseDay(page, "Shared review", daysAgo(2));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The cycle is logged.")).toBeVisible();
}

/** Logs 90 minutes of yesterday with one's own supervisor, who is chosen already. */
async function logSupervision(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Log", exact: true }).filter({ visible: true }).first().click();
  await page.getByRole("link", { name: "Supervision", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log supervision" })).toBeVisible();
  await expect(page.getByLabel("Supervisor")).toHaveValue(/.+/);
  await page.getByRole("group", { name: "Day", exact: true }).getByLabel("Yesterday").check();
  await page.getByLabel("Length").fill("90");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The supervision is logged. It counts once your supervisor has confirmed it.")).toBeVisible();
}

async function expectCounted(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Progress", exact: true }).filter({ visible: true }).first().click();
  await expect(meter(page, "Clients")).toHaveText("1 of 2");
  await expect(meter(page, "Cycles")).toHaveText("2 of 6");
  await expect(meter(page, "Supervision")).toHaveText("0 h of 5 h");
  await expect(page.getByRole("link", { name: "0 count, 1 waiting (Supervision)" })).toBeVisible();
}

async function logPractice(page: Page, { trainee }: Cast, signInAs: (who: { email: string }) => Promise<void>): Promise<string> {
  await signInAs(trainee);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Stage 1: your first cycle is the next step" })).toBeVisible();
  const code = await logFirstCycle(page);
  await logSecondCycle(page, code);
  await logSupervision(page);
  await expectCounted(page);
  return code;
}

test("two cycles and 90 minutes are logged, the supervisor confirms, the counts move and open", async ({ page, cast, signInAs, open }) => {
  const code = await logPractice(page, cast, signInAs);
  await arrived(page, /^Stage 1: one client, four cycles and 5\s(h|hours) to go$/);

  const supervisor = await open(cast.supervisor);
  await supervisor.goto("/");
  await expect(supervisor).toHaveURL("/waiting");
  await arrived(supervisor, "One thing waits for you");

  await supervisor.getByRole("checkbox", { name: /^Choose: 1.h 30.min, / }).check();
  await supervisor.getByRole("button", { name: "Confirm one entry" }).click();
  await expect(supervisor.getByText("One entry confirmed.")).toBeVisible();
  await arrived(supervisor, "Nothing waits for you");

  await page.reload();
  await expect(meter(page, "Supervision")).toHaveText("1 h 30 of 5 h");
  for (const [title, heading, row] of [
    ["Clients", "Clients: 1 of 2 for stage 1", `Cycle with ${code}`], ["Cycles", "Cycles: 2 of 6 for stage 1", `Cycle with ${code}`],
    ["Supervision", "Supervision: 1 h 30 of 5 h for stage 1", "Supervision, 1 h 30 min"],
  ] as const) {
    await page.getByRole("region", { name: title, exact: true }).getByRole("link").click();
    await arrived(page, heading);
    await expect(page.getByRole("table").getByRole("link", { name: row }).first()).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Progress" }).click();
  }
  await page.getByRole("region", { name: "Cycles", exact: true }).getByRole("link").click();
  await page.getByRole("table").getByRole("link", { name: `Cycle with ${code}` }).first().click();
  await arrived(page, new RegExp(`Cycle with ${code}`));
  await expect(page.getByRole("heading", { name: "This entry counts" })).toBeVisible();
});

test("on a phone the same is logged with one hand", async ({ page, cast, signInAs }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await logPractice(page, cast, signInAs);
  await expectNoSidewaysScroll(page);
  await arrived(page, /^Stage 1: one client, four cycles/);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is logged", async ({ page, cast, signInAs }) => {
    await logPractice(page, cast, signInAs);
  });

  test("what is wrong is said, linked and kept", async ({ page, cast, signInAs, expectedStatus }) => {
    expectedStatus.add(400);
    await signInAs(cast.trainee);
    await page.goto("/log/cycles/new");
    await openMore(page);
    await page.getByLabel("Length of the film").fill("six");
    await page.getByLabel("One thing that went well").fill("I waited.");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Save" }).click();
    expect((await answer).status()).toBe(400);
    await expect(page.getByRole("alert")).toContainText("Length of the film: Enter a whole number");
    await expect(page.getByLabel("Length of the film")).toHaveValue("six");
    await expect(page.getByLabel("One thing that went well")).toHaveValue("I waited.");
  });
});

test("what does not count says why in words", async ({ page, cast, signInAs, open }) => {
  await signInAs(cast.trainee);
  await page.goto("/log/cycles/new");
  await page.getByLabel("New client").check();
  await chooseDay(page, "Filmed on", daysAgo(4));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "This entry does not count" })).toBeVisible();
  await expect(page.getByText("The shared review has no date yet")).toBeVisible();

  await page.goto("/log/supervision/new");
  await chooseDay(page, "Day", daysAgo(-7));
  await page.getByLabel("Length").fill("60");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`It is planned for ${formatDay(daysAgo(-7))} and counts once that day has come`)).toBeVisible();

  await page.goto("/log/supervision/new");
  await page.getByLabel("Length").fill("120");
  await page.getByLabel("In a group").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Group supervision does not count towards this")).toBeVisible();
  await expect(page.getByText("Waiting for Flora Duthie to confirm")).toBeVisible();

  const supervisor = await open(cast.supervisor);
  await supervisor.goto("/waiting");
  await expect(supervisor.getByText(/^Does not count under this pathway/)).toBeVisible();
  await supervisor.getByRole("checkbox", { name: /^Choose: 2 h/ }).check();
  await supervisor.getByRole("button", { name: "Confirm one entry" }).click();
  await expect(supervisor.getByText("One entry confirmed.")).toBeVisible();

  await page.goto("/progress/supervision");
  await arrived(page, "Supervision: 0 h of 5 h for stage 1");
  const out = page.getByRole("region", { name: "What does not count, and why" });
  await expect(out.getByRole("listitem").filter({ hasText: "Supervision, 2 h" }).first()).toContainText("Group supervision does not count towards this");
  await expect(out.getByRole("listitem").filter({ hasText: "Supervision, 1 h" }).first()).toContainText("It is planned for");
  await page.goto("/progress/cycles");
  await expect(page.getByRole("region", { name: "What does not count, and why" })).toContainText("The shared review has no date yet");
});
