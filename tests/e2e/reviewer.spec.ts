import type { Page } from "@playwright/test";

import { decide } from "#app/accreditation/sign.server.ts";
import { readStageEvidence } from "#app/accreditation/pack.server.ts";
import type { Purpose } from "#app/logbook/consent-model.ts";
import { systemClock } from "#app/platform/clock.ts";

import { askedOf, type Candidacy, makeCandidacy, reviewedOf } from "./candidate.ts";
import { actorOf, clientOf, consentOf, cycleOf, feedbackOf, markedOf } from "./cast.ts";
import { arrived, expect, submitFilm, test } from "./journey.ts";

/** A film of the candidate's cycle, sent from their browser, submitted and reviewed; everybody filmed agreed to those purposes. */
async function filmReviewed(candidacy: Candidacy, trainee: Page, purposes: readonly Purpose[]): Promise<{ submissionId: string; clipId: string }> {
  const entryId = await cycleOf(candidacy, { note: "Between me and my supervisor." });
  const client = await clientOf(candidacy);
  for (const role of ["client", "child"] as const) await consentOf(candidacy, client.id, role, { purposes });
  await submitFilm(trainee, entryId);
  const row = await candidacy.db.reader.selectFrom("submission").select(["id", "clip_id"]).where("entry_id", "=", entryId).executeTakeFirstOrThrow();
  await markedOf(candidacy, row.id, 2000);
  await feedbackOf(candidacy, row.id);
  return { submissionId: row.id, clipId: row.clip_id ?? "" };
}

/** What a player gets for the first bytes of that film. */
const rangeOf = async (page: Page, clipId: string): Promise<number> => (await page.request.get(`/clips/${clipId}/film`, { headers: { Range: "bytes=0-99" } })).status();
const statusOf = async (page: Page, address: string): Promise<number> => (await page.request.get(address)).status();

async function saidNotYet({ db, reviewer, trainee }: Candidacy, requestId: string): Promise<void> {
  const evidence = await readStageEvidence(db.reader, trainee.id, 3, systemClock());
  if (!evidence) throw new Error("no evidence");
  const input = { requestId, statement: "Not yet.", seen: evidence.seen, outcome: "not_yet", actions: "One more shared review." } as const;
  const result = await decide(db, await actorOf(db, reviewer), input, systemClock());
  if (!result.ok) throw new Error(result.code);
}

test("a lead asks a reviewer, who watches and reads the evidence of that stage, writes nothing in it, and is out again once it is decided", async ({ cast, open }) => {
  const candidacy = await makeCandidacy(cast);
  const [trainee, lead, reviewer] = [await open(candidacy.trainee), await open(candidacy.lead), await open(candidacy.reviewer)];
  const { submissionId, clipId } = await filmReviewed(candidacy, trainee, ["own_supervisor", "independent_reviewer"]);
  const requestId = await askedOf(candidacy, false);
  const evidence = `/sign-off/${requestId}/submissions/${submissionId}`;
  expect([await statusOf(reviewer, evidence), await rangeOf(reviewer, clipId)], "before they are asked").toEqual([404, 404]);

  await lead.goto(`/cohorts/${candidacy.trainee.id}`);
  await lead.getByRole("link", { name: "Ask a reviewer" }).click();
  await arrived(lead, "Who decides on stage 3 of Catriona Muir?");
  await lead.getByLabel("Morag Baird").check();
  await lead.getByRole("button", { name: "Ask this person" }).click();
  await expect(lead.getByText("Morag Baird is asked to decide.")).toBeVisible();
  expect([await statusOf(lead, evidence), await rangeOf(lead, clipId), await statusOf(lead, `/submissions/${submissionId}`)], "a lead reaches nothing of it").toEqual([404, 404, 404]);

  await reviewer.goto(evidence);
  await arrived(reviewer, /^Catriona Muir/);
  await expect.poll(() => reviewer.locator("video").evaluate((element: HTMLVideoElement) => element.readyState >= 2 && element.videoWidth > 0)).toBe(true);
  await expect(reviewer.getByText("You wait, and she looks up.").first()).toBeVisible();
  await expect(reviewer.getByText("Leave a second turn.")).toBeVisible();
  await expect(reviewer.getByRole("textbox")).toHaveCount(0);
  await expect(reviewer.getByText("Between me and my supervisor.")).toHaveCount(0);
  expect([await rangeOf(reviewer, clipId), await statusOf(reviewer, `/submissions/${submissionId}`)]).toEqual([206, 404]);
  const marked = await reviewer.request.post(`/submissions/${submissionId}/reply`, { form: { requestId: "r", text: "hello" }, headers: { Origin: new URL(reviewer.url()).origin } });
  expect(marked.status()).toBe(404);
  await reviewer.getByRole("button", { name: "I am worried about something here" }).click();
  await arrived(reviewer, "When something worries you");
  await reviewer.goto(`/sign-off/${requestId}/evidence/cycles`);
  await arrived(reviewer, /^Cycles: 1 of 1/);
  await expect(reviewer.getByText("Between me and my supervisor.")).toHaveCount(0);

  await saidNotYet(candidacy, requestId);
  expect([await statusOf(reviewer, evidence), await rangeOf(reviewer, clipId), await rangeOf(trainee, clipId)], "once it is decided").toEqual([404, 404, 206]);
});

test("where somebody filmed has not agreed to a reviewer, the page says so and the film stays shut", async ({ cast, open, expectedStatus }) => {
  expectedStatus.add(403);
  const candidacy = await makeCandidacy(cast);
  const { submissionId, clipId } = await filmReviewed(candidacy, await open(candidacy.trainee), ["own_supervisor"]);
  const requestId = await askedOf(candidacy);
  const reviewer = await open(candidacy.reviewer);
  await reviewer.goto(`/sign-off/${requestId}/submissions/${submissionId}`);
  await arrived(reviewer, /^Catriona Muir/);
  await expect(reviewer.getByText("There is no film for you here", { exact: false })).toBeVisible();
  await expect(reviewer.getByText("You wait, and she looks up.").first()).toBeVisible();
  expect(await rangeOf(reviewer, clipId)).toBe(403);
});

test("a supervisor asks about an entry of a signed stage, a lead voids it and reopens the stage; everybody sees why", async ({ cast, open, expectedStatus }) => {
  expectedStatus.add(400);
  const candidacy = await makeCandidacy(cast);
  await reviewedOf(candidacy);
  const [supervisor, lead, trainee] = [await open(candidacy.supervisor), await open(candidacy.lead), await open(candidacy.trainee)];
  await supervisor.goto(`/log/entries/${candidacy.lockedId}`);
  await expect(supervisor.getByText("You can void or question it with a reason; the decision stands.", { exact: false })).toBeVisible();
  await supervisor.getByRole("link", { name: "Ask about it" }).click();
  await supervisor.getByLabel("Your question").fill("Was this the whole hour?");
  await supervisor.getByRole("button", { name: "Send the question" }).click();
  await arrived(supervisor, /^Supervision, 1 h/);
  await expect(supervisor.getByText("Was this the whole hour?").first()).toBeVisible();

  await lead.goto(`/cohorts/${candidacy.trainee.id}`);
  await arrived(lead, /^Catriona Muir/);
  await expect(lead.getByText("Was this the whole hour?")).toHaveCount(0);
  await lead.goto(`/cohorts/${candidacy.trainee.id}/entries/${candidacy.lockedId}/void`);
  await lead.getByLabel("Why").fill("It was held with somebody else.");
  await lead.getByRole("button", { name: "Void this entry" }).click();
  await expect(lead.getByText("The entry is voided.", { exact: false })).toBeVisible();

  await lead.getByRole("link", { name: "Reopen stage 2" }).click();
  await arrived(lead, "Reopen stage 2 of Catriona Muir");
  await lead.getByRole("button", { name: "Reopen this stage" }).click();
  await expect(lead.getByRole("alert")).toContainText("Give a reason");
  await lead.getByLabel("Why").fill("A session was held with somebody else.");
  await lead.getByRole("button", { name: "Reopen this stage" }).click();
  await expect(lead.getByText("The stage is reopened.", { exact: false })).toBeVisible();
  await expect(lead.getByText("by Gordon Lennox: A session was held with somebody else.", { exact: false })).toBeVisible();

  await trainee.goto(`/log/entries/${candidacy.lockedId}`);
  await expect(trainee.getByText("Why: It was held with somebody else.")).toBeVisible();
});
