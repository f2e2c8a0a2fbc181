import { paths } from "#app/ui/paths.ts";

import { makeCandidacy } from "./candidate.ts";
import { clientOf, consentOf, cycleOf } from "./cast.ts";
import { arrived, expect, submitFilm, test } from "./journey.ts";

test("two people do the whole job on a real film: sent, watched and marked, answered, asked for, signed", async ({ cast, open }) => {
  test.slow();
  const candidacy = await makeCandidacy(cast, []);
  const entryId = await cycleOf(candidacy);
  const client = await clientOf(candidacy);
  for (const role of ["client", "child"] as const) await consentOf(candidacy, client.id, role);

  const trainee = await open(candidacy.trainee);
  await submitFilm(trainee, entryId);

  const supervisor = await open(candidacy.supervisor);
  await supervisor.goto(paths.waiting());
  await supervisor.getByRole("listitem").filter({ hasText: "Excerpt of the film" }).getByRole("link", { name: /^Review/ }).click();
  const video = supervisor.locator("video");
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState >= 2 && element.videoWidth > 0)).toBe(true);
  await supervisor.getByRole("button", { name: "Mark this moment" }).click();
  await supervisor.getByLabel("R · Receiving initiatives").check();
  await supervisor.getByLabel("What did you see?").fill("You wait, and she looks up.");
  await supervisor.getByRole("button", { name: "Keep this moment" }).click();
  await expect(supervisor.getByRole("list", { name: "Moments" }).getByText("You wait, and she looks up.")).toBeVisible();
  await supervisor.getByLabel("One working point").fill("Leave a second turn.");
  await supervisor.getByRole("button", { name: "Send feedback" }).click();
  await expect(supervisor.getByText("Feedback is sent. The trainee is told.")).toBeVisible();

  await trainee.goto(paths.progress());
  await trainee.getByRole("link", { name: "Flora Duthie sent you feedback on your shared review." }).click();
  const moments = trainee.getByRole("list", { name: "Attuned moments" });
  await expect(moments.getByText("You wait, and she looks up.")).toBeVisible();
  await trainee.getByText("Answer this moment").click();
  await moments.getByLabel("Your answer").fill("I had not seen that.");
  await moments.getByRole("button", { name: "Send answer" }).click();
  await expect(trainee.getByText("Your answer is sent.")).toBeVisible();

  await trainee.goto(paths.progress());
  await trainee.getByRole("link", { name: "Ask for stage 1 to be signed off" }).click();
  await trainee.getByRole("button", { name: "Ask for sign-off" }).click();
  await arrived(trainee, "Sign-off of stage 1");

  await supervisor.goto(paths.waiting());
  await supervisor.getByRole("listitem").filter({ hasText: "Stage 1: Catriona Muir" }).getByRole("link", { name: /sign/i }).click();
  await arrived(supervisor, "Catriona Muir: stage 1");
  await supervisor.getByRole("button", { name: "Sign stage 1" }).click();
  await expect(supervisor.getByText("Decided. The trainee was told.")).toBeVisible();

  await trainee.goto(paths.progress());
  await expect(trainee.getByRole("link", { name: "Flora Duthie signed off your stage 1." })).toBeVisible();
  await arrived(trainee, /^Stage 2/);
});
