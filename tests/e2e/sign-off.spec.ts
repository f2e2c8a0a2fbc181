import path from "node:path";

import type { Page } from "@playwright/test";

import { SESSION_COOKIE, startSession } from "#app/people/sessions.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { paths } from "#app/ui/paths.ts";
import { type Database, openDatabase } from "#db/database.server.ts";

import { expectAccessible } from "./axe.ts";
import { askedOf, type Candidacy, makeCandidacy, reviewedOf } from "./candidate.ts";
import { cycleOf, daysAgo, givePassword, makeCast, PASSWORD, supervisionOf } from "./cast.ts";
import { test as earnest } from "./earnest.ts";
import { arrived, expect, test } from "./journey.ts";
import { follow, tabTo, typeInto } from "./keyboard.ts";

const ACTIONS = "One more family, and a longer wait before you guide.";
const WITHOUT_SCRIPT = { javaScriptEnabled: false } as const;

/** Opens the request from the list of what waits. */
async function openRequest(page: Page, title: string): Promise<void> {
  await page.goto(paths.signOff());
  await arrived(page, "One sign-off waits for you");
  await page.getByRole("link", { name: title }).click();
  await arrived(page, title);
}

async function ask(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ask for sign-off" }).click();
  await expect(page.getByText("Asked. Whoever decides was told.")).toBeVisible();
}

async function askedForStageOne(candidacy: Candidacy): Promise<string> {
  await reviewedOf(candidacy);
  return askedOf(candidacy, false, 1);
}

test("a trainee asks for the first stage and their supervisor signs it; of two tabs the second is told", async ({ cast, open, expectedStatus }) => {
  test.slow();
  expectedStatus.add(409);
  const candidacy = await makeCandidacy(cast, []);
  const trainee = await open(candidacy.trainee);
  await trainee.goto(paths.progress());
  await arrived(trainee, /^Stage 1/);
  await expect(trainee.getByRole("region", { name: "Sign-off of stage 1" }).getByRole("link", { name: "Log a cycle" })).toBeVisible();
  await reviewedOf(candidacy);
  await supervisionOf(candidacy);
  await trainee.reload();
  await trainee.getByRole("region", { name: "Next: ask for sign-off" }).getByRole("link").click();
  await arrived(trainee, "Ask for stage 1 to be signed off");
  await expect(trainee.getByText("Flora Duthie sees your log already")).toBeVisible();
  await ask(trainee);
  await arrived(trainee, "Sign-off of stage 1");

  const supervisor = await open(candidacy.supervisor);
  await openRequest(supervisor, "Catriona Muir: stage 1");
  await expect(supervisor.getByRole("link", { name: "Cycles: 1 of 1" })).toBeVisible();
  const second = await supervisor.context().newPage();
  await second.goto(supervisor.url());

  await cycleOf(candidacy, { filmedOn: daysAgo(18), reviewedOn: daysAgo(12) });
  await supervisor.getByRole("button", { name: "Sign stage 1" }).click();
  await expect(supervisor.getByRole("alert")).toContainText("Somebody changed this while you had it open");
  await expect(supervisor.getByText("Cycles: 1 then, 2 now")).toBeVisible();
  await expectAccessible(supervisor);
  await supervisor.getByRole("button", { name: "Sign stage 1" }).click();
  await expect(supervisor.getByText("Decided. The trainee was told.")).toBeVisible();
  await expect(supervisor.getByText(/^Signed by Flora Duthie on /)).toBeVisible();
  await expectAccessible(supervisor);

  await second.getByRole("button", { name: "Sign stage 1" }).click();
  await expect(second.getByRole("alert")).toContainText("This was done already, so nothing was changed.");
  await expect(second.getByRole("button", { name: "Sign stage 1" })).toBeHidden();
  await expectAccessible(second);

  await trainee.goto(paths.progress());
  await expect(trainee.getByRole("link", { name: /^Stage 1: signed on .* by Flora Duthie$/ })).toBeVisible();
  await expectAccessible(trainee);
});

test("the last stage: recommended, answered with not yet, asked again, and decided by the independent reviewer", async ({ cast, open, expectedStatus }) => {
  test.slow();
  expectedStatus.add(400);
  const candidacy = await makeCandidacy(cast);
  await reviewedOf(candidacy);
  const requestId = await askedOf(candidacy);
  const [supervisor, reviewer, trainee] = [await open(candidacy.supervisor), await open(candidacy.reviewer), await open(candidacy.trainee)];
  await openRequest(supervisor, "Catriona Muir: stage 3");
  await supervisor.getByRole("button", { name: "Recommend stage 3" }).click();
  await expect(supervisor.getByText("Recommended. Whoever decides was told.")).toBeVisible();
  await expect(supervisor.getByText("You recommended this stage, so somebody else decides.")).toBeVisible();

  await openRequest(reviewer, "Catriona Muir: stage 3");
  await reviewer.getByText("Not yet", { exact: true }).click();
  await reviewer.getByRole("button", { name: "Decide: not yet" }).click();
  await expect(reviewer.getByRole("alert")).toContainText("Say what is still to be done");
  await expectAccessible(reviewer);
  await reviewer.getByLabel("What is still to be done").fill(ACTIONS);
  await reviewer.getByRole("button", { name: "Decide: not yet" }).click();
  await expect(reviewer.getByText("Decided. The trainee was told.")).toBeVisible();

  await trainee.goto(paths.progress());
  await expect(trainee.getByRole("region", { name: "Sign-off of stage 3" })).toContainText(ACTIONS);
  await expectAccessible(trainee);
  await trainee.getByRole("link", { name: "Ask for stage 3 to be signed off" }).click();
  await ask(trainee);
  await expect(trainee.getByText(/for the second time/)).toBeVisible();

  await openRequest(supervisor, "Catriona Muir: stage 3");
  await supervisor.getByRole("button", { name: "Recommend stage 3" }).click();
  await openRequest(reviewer, "Catriona Muir: stage 3");
  await reviewer.getByRole("button", { name: "Decide: accredited" }).click();
  await expect(reviewer.getByText("Decided. The trainee was told.")).toBeVisible();
  await trainee.goto(paths.progress());
  await arrived(trainee, /^Accredited on /);
  await trainee.goto(paths.signOffRequest(requestId));
  await expect(trainee.getByText(ACTIONS)).toBeVisible();
});

test("without JavaScript: asked, looked at, answered with not yet, taken back and signed", async ({ cast, open, expectedStatus }) => {
  expectedStatus.add(400);
  const candidacy = await makeCandidacy(cast, []);
  await reviewedOf(candidacy);
  const [trainee, supervisor] = [await open(candidacy.trainee, WITHOUT_SCRIPT), await open(candidacy.supervisor, WITHOUT_SCRIPT)];
  await trainee.goto(paths.askSignOff(1));
  await ask(trainee);
  await trainee.getByRole("button", { name: "Take the request back" }).click();
  await expect(trainee.getByText("Taken back. Whoever was told of it knows.")).toBeVisible();
  await trainee.goto(paths.askSignOff(1));
  await ask(trainee);

  await supervisor.goto(paths.signOff());
  await supervisor.getByRole("link", { name: "Catriona Muir: stage 1" }).click();
  await supervisor.getByText("Not yet", { exact: true }).click();
  const actions = supervisor.getByLabel("What is still to be done");
  await actions.fill(`${ACTIONS} Ring 0131 496 0123.`);
  await supervisor.getByRole("button", { name: "Decide: not yet" }).click();
  await expect(supervisor.getByRole("alert")).toBeVisible();
  await expect(actions).toHaveValue(`${ACTIONS} Ring 0131 496 0123.`);
  await actions.fill(ACTIONS);
  await supervisor.getByRole("button", { name: "Decide: not yet" }).click();
  await expect(supervisor.getByText("Decided. The trainee was told.")).toBeVisible();

  await trainee.goto(paths.askSignOff(1));
  await ask(trainee);
  await supervisor.goto(paths.signOff());
  await supervisor.getByRole("link", { name: "Catriona Muir: stage 1" }).click();
  await supervisor.getByRole("button", { name: "Sign stage 1" }).click();
  await expect(supervisor.getByText(/^Signed by Flora Duthie on /)).toBeVisible();
});

for (const [how, options] of [["with scripts", {}], ["without", WITHOUT_SCRIPT]] as const) {
  test(`somebody who is the trainee's supervisor no longer is told that nothing was recorded, and gets back what they typed: ${how}`, async ({ cast, open, expectedStatus }) => {
    expectedStatus.add(404);
    const candidacy = await makeCandidacy(cast, []);
    const requestId = await askedForStageOne(candidacy);
    const supervisor = await open(candidacy.supervisor, options);
    await supervisor.goto(paths.signOffRequest(requestId));
    await supervisor.getByText("Not yet", { exact: true }).click();
    await supervisor.getByLabel("What is still to be done").fill(ACTIONS);
    await cast.db.inTransaction((trx) => trx.updateTable("supervisor_assignment").set({ ends_on: daysAgo(1) }).where("trainee_id", "=", candidacy.trainee.id).execute());
    await supervisor.getByRole("button", { name: "Decide: not yet" }).click();
    await expect(supervisor.getByRole("heading", { level: 1, name: "Nothing was recorded" })).toBeVisible();
    await expect(supervisor.getByLabel("What is still to be done")).toHaveValue(ACTIONS);
    await expect(supervisor.getByLabel("What is still to be done")).not.toBeEditable();
    await expect(supervisor.getByText("Catriona Muir")).toHaveCount(0);
    if (how === "with scripts") await expectAccessible(supervisor);
  });
}

test("by keyboard alone: from the list to the signature, and not yet with its text", async ({ cast, open }) => {
  test.slow();
  const candidacy = await makeCandidacy(cast, []);
  await askedForStageOne(candidacy);
  const supervisor = await open(candidacy.supervisor);
  await supervisor.goto(paths.signOff());
  await follow(supervisor, supervisor.getByRole("link", { name: "Catriona Muir: stage 1" }));
  await expect(supervisor.getByRole("heading", { level: 1, name: "Catriona Muir: stage 1" })).toBeVisible();
  await follow(supervisor, supervisor.locator("summary").filter({ hasText: "Not yet" }));
  await typeInto(supervisor, supervisor.getByLabel("What is still to be done"), ACTIONS);
  await tabTo(supervisor, supervisor.getByRole("button", { name: "Decide: not yet" }));
  await supervisor.keyboard.press("Enter");
  await expect(supervisor.getByText("Decided. The trainee was told.")).toBeVisible();
  const trainee = await open(candidacy.trainee);
  await trainee.goto(paths.askSignOff(1));
  await follow(trainee, trainee.getByRole("button", { name: "Ask for sign-off" }));
  await expect(trainee.getByText("Asked. Whoever decides was told.")).toBeVisible();
  await supervisor.goto(paths.signOff());
  await follow(supervisor, supervisor.getByRole("link", { name: "Catriona Muir: stage 1" }));
  await follow(supervisor, supervisor.getByRole("button", { name: "Sign stage 1" }));
  await expect(supervisor.getByText("Decided. The trainee was told.")).toBeVisible();
});

/** Signs the page's browser in as a sign-in of long ago that is complete, without a proof of the password. */
async function signInLongAgo(page: Page, db: Database, personId: string, origin: string): Promise<void> {
  const now = systemClock();
  const id = await db.inTransaction((trx) => startSession(trx, personId, now));
  await db.inTransaction((trx) => trx.updateTable("session").set({ second_factor_at: now.toISOString(), reauthenticated_at: null }).where("person_id", "=", personId).execute());
  await page.context().addCookies([{ name: SESSION_COOKIE, value: id, url: origin, httpOnly: true, sameSite: "Lax" }]);
}

earnest("outside the demo the password is proved where it is signed, and nothing typed is lost on the way", async ({ page, portal, expectedStatus }) => {
  expectedStatus.add(400);
  const db = await openDatabase(path.join(portal.dataFolder, "attune.sqlite"));
  const candidacy = await makeCandidacy(await makeCast(db), []);
  const requestId = await askedForStageOne(candidacy);
  await givePassword(candidacy, candidacy.supervisor);
  await signInLongAgo(page, db, candidacy.supervisor.id, portal.origin);
  await page.goto(paths.signOffRequest(requestId));
  await expect(page.getByRole("heading", { level: 1, name: "Catriona Muir: stage 1" })).toBeVisible();
  await page.getByText("Not yet", { exact: true }).click();
  await page.getByLabel("What is still to be done").fill(ACTIONS);
  await page.getByRole("button", { name: "Decide: not yet" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter your password");
  await expect(page.getByLabel("What is still to be done")).toHaveValue(ACTIONS);
  await expectAccessible(page);
  await page.locator("#not-yet-password").fill("not the right words");
  await page.getByRole("button", { name: "Decide: not yet" }).click();
  await expect(page.getByRole("alert")).toContainText("Password or code are not right");
  await page.locator("#sign-password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign stage 1" }).click();
  await expect(page.getByText(/^Signed by Flora Duthie on /)).toBeVisible();
  await db.close();
});
