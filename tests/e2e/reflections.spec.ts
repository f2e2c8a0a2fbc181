import { cycleOf } from "./cast.ts";
import { arrived, expect, headed, test } from "./journey.ts";

const PHONE = { width: 390, height: 844 };
const TEXT = "I waited longer than I thought, and she looked up first.";

for (const javaScriptEnabled of [true, false]) {
  test(`a reflection written on a phone, shared, read and taken back, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ cast, open, expectedStatus }) => {
    for (const status of [400, 404]) expectedStatus.add(status);
    const entryId = await cycleOf(cast);
    const [page, supervisor] = [await open(cast.trainee, { javaScriptEnabled, viewport: PHONE }), await open(cast.supervisor, { javaScriptEnabled, viewport: PHONE })];
    const at = javaScriptEnabled ? arrived : headed;

    await page.goto(`/log/entries/${entryId}`);
    await page.getByRole("link", { name: "Write a reflection about it" }).click();
    await at(page, "Write a reflection");
    await page.getByLabel("Your reflection").fill(`${TEXT} Ring 07700 900123.`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: /telephone number/ })).toBeVisible();
    await expect(page.getByLabel("Your reflection")).toHaveValue(`${TEXT} Ring 07700 900123.`);
    await page.getByLabel("Your reflection").fill(TEXT);
    await page.getByRole("button", { name: "Save" }).click();
    await at(page, /^Reflection of /);
    await expect(page.getByText("Saved. Only you can read it.")).toBeVisible();
    await expect(page.getByText("Private", { exact: true })).toBeVisible();
    const address = new URL(page.url()).pathname;
    expect((await supervisor.goto(address))?.status()).toBe(404);

    await page.getByRole("link", { name: "Share it" }).click();
    await at(page, "Share this reflection");
    await page.getByRole("checkbox", { name: /^Flora Duthie/ }).check();
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.getByText("Shared with Flora Duthie")).toBeVisible();

    await supervisor.goto("/waiting");
    await supervisor.getByRole("link", { name: "Iona Geddes shares a reflection with you." }).click();
    await at(supervisor, /^Reflection of /);
    await expect(supervisor.getByText(TEXT)).toBeVisible();
    await supervisor.goto(`/trainees/${cast.trainee.id}`);
    await expect(supervisor.getByRole("region", { name: "Reflections that Iona Geddes shares with you" })).toContainText(TEXT);
    await supervisor.goto(`/log/entries/${entryId}`);
    await expect(supervisor.getByRole("region", { name: "What Iona Geddes shares with you about it" })).toContainText(TEXT);

    await page.goto("/log/seen");
    await at(page, "What others see of me");
    const asSupervisor = page.getByRole("region", { name: "Flora Duthie: your supervisor" });
    await asSupervisor.getByText("One reflection that you shared").click();
    await expect(asSupervisor.getByText(TEXT)).toBeVisible();
    await expect(page.getByRole("region", { name: "Gordon Lennox: programme lead" })).not.toContainText("reflection");

    await page.goto(address);
    await page.getByRole("button", { name: "Take back from Flora Duthie" }).click();
    await expect(page.getByText("Taken back. They can no longer read it.")).toBeVisible();
    expect((await supervisor.goto(address))?.status()).toBe(404);
    await supervisor.goto(`/trainees/${cast.trainee.id}`);
    await expect(supervisor.getByText(TEXT)).toHaveCount(0);
  });
}
