import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "@playwright/test";

import { expectNoSidewaysScroll } from "./axe.ts";
import { dataFolder } from "./fixtures.ts";
import { arrived, expect, meter, test } from "./journey.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const TIDY = ["cycles", "supervision", "peer-supervision"].map((name) => fixture(`logbook-tidy/${name}.csv`));
/** Who was there, and what of hers each of them confirms. Her supervisor could confirm the peer sessions too, and leaves them. */
const OTHERS = [
  ["agnieszka.wisniewska-reid@example.org", /^Choose: \d.*Kirsty Abercrombie/], ["harpreet.sandhu@example.scot", /^Choose: \d.*Kirsty Abercrombie/],
  ["nadia.hussain@example.scot", /^Choose: Peer supervision.*Kirsty Abercrombie/], ["tomasz.zielinski@example.org", /^Choose: Peer supervision.*Kirsty Abercrombie/],
] as const;

async function send(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto("/log/import");
  await page.getByLabel("The file").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the file" }).click();
}

/** Sends a file and takes its columns as they were matched. */
async function look(page: Page, file: string): Promise<void> {
  await send(page, file);
  await expect(page.getByRole("heading", { level: 1, name: "Which column holds what?" })).toBeVisible();
  await page.getByRole("button", { name: "Look at the rows" }).click();
}

/** Confirms all of hers that waits for that person and is called so. */
async function confirmAll(page: Page, name: RegExp): Promise<void> {
  await page.goto("/waiting");
  const hers = page.getByRole("checkbox", { name });
  await expect(hers.first()).toBeVisible();
  for (const one of await hers.all()) await one.check();
  await page.getByRole("button", { name: /^Confirm / }).click();
  await expect(page.getByText(/confirmed\.$/)).toBeVisible();
}

test("the tidy logbook is imported for a fresh trainee, confirmed by everybody, and reads as its rows say", async ({ page, signInAs, open }) => {
  test.slow();
  await signInAs({ email: "newcomer@example.org" });
  for (const [file, n] of [[TIDY[0], "20"], [TIDY[1], "17"], [TIDY[2], "3"]] as const) {
    await look(page, file ?? "");
    await arrived(page, new RegExp(`entries of ${n} can be imported$`));
    await page.getByRole("button", { name: `Import ${n} entries` }).click();
    await expect(page.getByRole("heading", { level: 1, name: /entries imported$/ })).toBeVisible();
  }
  await look(page, TIDY[0] ?? "");
  await arrived(page, "None of these entries can be imported yet");
  await expect(page.getByText("Imported before.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);

  for (const [email, name] of OTHERS) await confirmAll(await open({ email }), name);

  await page.goto("/progress");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Accredited");
  await expect(meter(page, "Cycles")).toHaveText(/^19 of /);
  await page.goto("/progress/clients?stage=3");
  await arrived(page, "Clients: 7 of 6 for stage 3");
  await page.goto("/progress/cycles?stage=3");
  await arrived(page, "Cycles: 19 of 18 for stage 3");
  await page.goto("/progress/supervision?stage=3");
  await arrived(page, "Supervision: 19 h of 15 h for stage 3");
  await page.goto("/progress/peer_supervision?stage=3");
  await arrived(page, "Peer supervision: 3 of 2 for stage 3");
});

/** Nothing of what only the trainee may know lies in the portal's folder of data. */
function expectNothingKept(): void {
  for (const name of readdirSync(dataFolder(), { recursive: true, encoding: "utf8" })) {
    if (!/sqlite|outbox|log/.test(name)) continue;
    const file = path.join(dataFolder(), name);
    const text = name.includes("sqlite") || name.includes(".") ? readFileSync(file, "latin1") : "";
    for (const secret of ["Kowalczyk", "07700 900123"]) expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
  }
}

const MESSY = ["logbook-messy/comma.csv", "logbook-messy/workbook.xlsx"] as const;

for (const [javaScriptEnabled, width, file] of [[true, 1280, MESSY[0]], [false, 390, MESSY[1]]] as const) {
  test(`the spreadsheet that a trainee really kept comes in ${javaScriptEnabled ? "with" : "without"} JavaScript at ${String(width)} px, and goes again`, async ({ cast, open, expectedStatus }) => {
    test.slow();
    expectedStatus.add(400);
    const page = await open(cast.trainee, { javaScriptEnabled, viewport: { width, height: 800 } });
    await send(page, fixture(file));
    await expect(page.getByRole("heading", { level: 1, name: "Which column holds what?" })).toBeVisible();
    await expect(page.getByLabel("Date filmed")).toHaveValue("filmed_on");
    await expectNoSidewaysScroll(page);
    await page.getByLabel("Clips").selectOption({ label: "leave out" });
    await page.getByRole("button", { name: "Look at the rows" }).click();

    await expect(page.getByRole("heading", { level: 1, name: /can be imported$/ })).toBeVisible();
    await expectNoSidewaysScroll(page);
    const week = page.getByRole("group", { name: /“w\/c 3 Feb” is a week/ });
    await week.getByRole("radio", { name: "Another day" }).check();
    await week.getByLabel("Which day, such as 3 Feb 2025").fill("the day after");
    await page.getByRole("button", { name: "Save the answers" }).click();
    await expect(page.getByText("Type a day that has been, such as 3 Feb 2025.").first()).toBeVisible();
    await expect(week.getByLabel("Which day, such as 3 Feb 2025")).toHaveValue("the day after");
    await week.getByRole("radio", { name: "3 February 2025" }).check();
    await page.getByRole("group", { name: /Were the two swapped/ }).getByRole("radio", { name: "Yes, swap them" }).check();
    await page.getByRole("button", { name: "Save the answers" }).click();
    await expect(page.getByText("The answers are saved.")).toBeVisible();

    const refused = await page.request.get("/log/import/refused");
    expect(await refused.text()).toContain("31/04/2026");
    await page.getByRole("button", { name: /^Import / }).click();
    await expect(page.getByRole("heading", { level: 1, name: /entries imported$/ })).toBeVisible();
    await expect(page.getByRole("table")).toContainText("J. Kowalczyk");
    await expectNoSidewaysScroll(page);
    expectNothingKept();

    await page.goto("/log/import/rows");
    await expect(page.getByText("The file that you were looking at is gone", { exact: false })).toBeVisible();
    await page.goto("/log/imports");
    await page.getByRole("link", { name: /^Undo: / }).first().click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(page.getByText(/entries undone\.$/)).toBeVisible();
  });
}

test("the pages of an import are accessible, and a file that is thrown away leaves nothing", async ({ page, cast, signInAs }) => {
  test.slow();
  await signInAs(cast.trainee);
  await send(page, fixture(MESSY[0]));
  await arrived(page, "Which column holds what?");
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await arrived(page, /can be imported$/);
  await page.getByLabel("Which rows").selectOption("refuse");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("The same as row 25, which is the one that stands.")).toBeVisible();
  await page.getByRole("button", { name: "Throw the file away" }).click();
  await expect(page.getByText("The file is gone. Nothing was written.")).toBeVisible();
  await page.goto("/log/imports");
  await arrived(page, "Earlier imports");
});

test("a file that is no spreadsheet says what is wrong with it", async ({ page, cast, signInAs, expectedStatus }) => {
  expectedStatus.add(400);
  await signInAs(cast.trainee);
  await send(page, { name: "log.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("no workbook at all") });
  await expect(page.getByText("The name of the file says that it is something else than what is in it.", { exact: false }).first()).toBeVisible();
});

test("empty templates come as files", async ({ page, cast, signInAs }) => {
  await signInAs(cast.trainee);
  await page.goto("/log/import");
  for (const [link, name] of [["Peer supervision (.csv)", "peer-supervision.csv"], ["All three as a workbook (.xlsx)", "logbook.xlsx"]] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});
