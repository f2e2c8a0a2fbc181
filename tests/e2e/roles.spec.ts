import { cycleOf, daysAgo, markedOf, peerOf, returnedOf, submittedOf, supervisionOf, trainingOf } from "./cast.ts";
import { arrived, expect, meter, test } from "./journey.ts";

test("a question by the supervisor is the first thing the trainee sees", async ({ page, cast, signInAs, open }) => {
  await cycleOf(cast);
  await supervisionOf(cast);
  await signInAs(cast.supervisor);
  await page.goto("/waiting");
  await page.getByRole("link", { name: /^Question: 1 h/ }).click();
  await arrived(page, "What should be looked at again?");
  await page.getByLabel("Your question").fill("Was this the call that was cut short?");
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByText("Your question is on its way.", { exact: false })).toBeVisible();
  await arrived(page, "Nothing waits for you");

  const trainee = await open(cast.trainee);
  await trainee.goto("/");
  const next = trainee.getByRole("region", { name: /^Next: answer the question about / });
  await expect(next).toContainText("“Was this the call that was cut short?”");
  await next.getByRole("link", { name: "Look at the entry" }).click();
  await arrived(trainee, /^Supervision, 1 h/);
  await expect(trainee.getByText("A question was asked")).toBeVisible();
  await expect(trainee.getByText("has asked a question about it", { exact: false })).toBeVisible();

  await trainee.getByRole("link", { name: "Change" }).click();
  await trainee.getByLabel("Length").fill("40");
  await trainee.getByRole("button", { name: "Save" }).click();
  await expect(trainee.getByText("Waiting for confirmation")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /^Choose: 40 min/ })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`everything that waits stands in one list and is counted, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ cast, open }) => {
    await supervisionOf(cast, { heldOn: daysAgo(9) });
    const submissionId = await submittedOf(cast, await cycleOf(cast));
    await markedOf(cast, submissionId);
    const [page, trainee] = [await open(cast.supervisor, { javaScriptEnabled }), await open(cast.trainee, { javaScriptEnabled })];
    const inNav = page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link", { name: /^Waiting/ });
    const isAt = (heading: string) => expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await page.goto("/waiting");
    if (javaScriptEnabled) await arrived(page, "Two things wait for you");
    await isAt("Two things wait for you");
    await expect(inNav).toHaveText("Waiting3 waiting or new");
    await expect(page.getByRole("list", { name: "The longest waiting first" }).getByRole("listitem")).toContainText([/^1\sh.*hours/, /Iona Geddes.*shared review.*review/]);
    await page.getByRole("link", { name: /^Review: Iona Geddes/ }).click();
    await page.getByRole("button", { name: "Send feedback" }).click();
    await expect(page.getByText("Feedback is sent. The trainee is told.")).toBeVisible();
    // What she was told of is seen: she dealt with it.
    await page.goto("/waiting");
    await isAt("One thing waits for you");
    await expect(inNav).toHaveText("Waiting1 waiting");

    await trainee.goto("/progress");
    await trainee.getByRole("link", { name: "Flora Duthie sent you feedback on your shared review." }).click();
    await trainee.getByText("Write an answer").click();
    await trainee.getByLabel("Your answer").last().fill("I looked again.");
    await trainee.getByRole("button", { name: "Send answer" }).last().click();
    await expect(trainee.getByText("Your answer is sent.")).toBeVisible();

    await page.goto("/waiting");
    await isAt("Two things wait for you");
    await expect(page.getByRole("link", { name: "Read: Answer from Iona Geddes" })).toHaveAttribute("href", `/submissions/${submissionId}`);
    await page.getByRole("button", { name: "Seen: Answer from Iona Geddes" }).click();
    await isAt("One thing waits for you");
    await page.getByRole("checkbox", { name: /^Choose: 1 h/ }).check();
    await page.getByRole("button", { name: /^Confirm / }).click();
    await isAt("Nothing waits for you");
    await expect(inNav).toHaveText("Waiting");
  });
}

test("a shared review that came back waits for the trainee with its question", async ({ cast, open }) => {
  const submissionId = await submittedOf(cast, await cycleOf(cast));
  await returnedOf(cast, submissionId);
  const trainee = await open(cast.trainee);
  await trainee.goto("/waiting");
  await arrived(trainee, "One thing waits for you");
  await expect(trainee.getByText("Which minute would you like us to look at?")).toBeVisible();
  await expect(trainee.getByRole("button", { name: /^Confirm/ })).toHaveCount(0);
  await trainee.getByRole("link", { name: /^Answer: C/ }).click();
  await arrived(trainee, /first shared review$/);
});

test("a fellow trainee confirms a peer session", async ({ page, cast, signInAs, open }) => {
  await peerOf(cast);
  await signInAs(cast.fellow);
  await page.goto("/waiting");
  await page.getByRole("checkbox", { name: /^Choose: Peer supervision 1 h/ }).check();
  await page.getByRole("button", { name: "Confirm one entry" }).click();
  await arrived(page, "Nothing waits for you");
  const trainee = await open(cast.trainee);
  await trainee.goto("/progress");
  await expect(meter(trainee, "Peer supervision")).toHaveText(/^1 /);
});

test("the lead verifies the external supervisor and confirms attendance, and sees no record", async ({ page, cast, signInAs, open, expectedStatus }) => {
  expectedStatus.add(400).add(404);
  await supervisionOf(cast, { supervisorId: cast.external.id });
  await trainingOf(cast);
  await signInAs(cast.lead);
  await page.goto("/");
  await expect(page).toHaveURL("/waiting");
  await arrived(page, "Two things wait for you");
  await page.getByRole("link", { name: "Verify: External supervisor: Pieter Jansen" }).click();
  await arrived(page, "Is Pieter Jansen who they are said to be?");
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("alert")).toContainText("Tick this once you have reached them yourself");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("Verified. Their sessions can count now.")).toBeVisible();
  await page.getByRole("checkbox", { name: /^Choose: Initial course, 4 half-days/ }).check();
  await page.getByRole("button", { name: "Confirm one entry" }).click();
  await arrived(page, "Nothing waits for you");

  const trainee = await open(cast.trainee);
  await trainee.goto("/progress/initial_course");
  await arrived(trainee, "The initial course: 4 of 4 half-days");
  expect((await page.goto(`/trainees/${cast.trainee.id}`))?.status()).toBe(404);
});

test("the administrator makes a person, grants and ends a role, and the sign-in ends at once", async ({ page, cast, signInAs, open }) => {
  await signInAs(cast.administrator);
  await page.goto("/");
  await arrived(page, "People");
  await page.getByRole("link", { name: "Add a person" }).click();
  await arrived(page, "Add a person");
  await page.getByLabel("Name", { exact: true }).fill("Morven Laird");
  const email = `morven.laird.${cast.programmeId}@example.org`;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Role").selectOption("Supervisor");
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByText("Added. A letter", { exact: false })).toBeVisible();
  await arrived(page, "Morven Laird");

  const theirs = await open({ email });
  await theirs.goto("/");
  await expect(theirs).toHaveURL("/waiting");

  await page.getByRole("link", { name: "Grant a role" }).click();
  await arrived(page, "Grant a role to Morven Laird");
  await page.getByLabel("Role").selectOption("Administrator");
  await page.getByRole("button", { name: "Grant this role" }).click();
  await expect(page.getByText("Saved. Their devices were signed out", { exact: false })).toBeVisible();
  await theirs.goto("/trainees");
  await expect(theirs).toHaveURL("/sign-in?redirectTo=%2Ftrainees");

  const again = await open({ email });
  await again.goto("/people");
  await arrived(again, "People");
  await page.getByRole("link", { name: "End it: Administrator" }).click();
  await arrived(page, "End “Administrator” for Morven Laird");
  await page.getByRole("button", { name: "End this role" }).click();
  await expect(page.getByText("Saved. Their devices were signed out", { exact: false })).toBeVisible();
  await again.reload();
  await expect(again).toHaveURL("/sign-in?redirectTo=%2Fpeople");
});

test("the administrator records an accreditation and says who supervises whom", async ({ page, cast, signInAs, open }) => {
  await signInAs(cast.administrator);
  await page.goto("/people");
  await page.getByRole("link", { name: "Rhona Tait" }).click();
  await page.getByRole("link", { name: "Assign a supervisor" }).click();
  await page.getByLabel("Supervisor").selectOption("Flora Duthie");
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByRole("link", { name: "Flora Duthie", exact: true })).toBeVisible();
  const supervisor = await open(cast.supervisor);
  await supervisor.goto("/trainees");
  await arrived(supervisor, "You supervise two trainees");
  await supervisor.getByRole("main").getByRole("link", { name: "Rhona Tait" }).click();
  await expect(supervisor.getByText("You can read everything here; only the trainee changes it.")).toBeVisible();

  await page.getByRole("link", { name: "Flora Duthie", exact: true }).click();
  await page.getByRole("link", { name: "Change" }).first().click();
  await arrived(page, "Accreditation of Flora Duthie");
  await page.getByRole("button", { name: "Save this period" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
});

test("the administrator grants the role of trainee and enrols them, and they can log", async ({ page, cast, signInAs, open }) => {
  const email = `shona.kerr.${cast.programmeId}@example.org`;
  await signInAs(cast.administrator);
  await page.goto("/people/new");
  await page.getByLabel("Name", { exact: true }).fill("Shona Kerr");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Role").selectOption("Trainee");
  await page.getByRole("button", { name: "Add this person" }).click();
  await arrived(page, "Shona Kerr");
  await page.getByRole("link", { name: "Enrol this trainee" }).click();
  await arrived(page, "Enrol Shona Kerr");
  await page.getByLabel("Pathway", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Name of the cohort").fill("Winter 2026");
  await page.getByLabel("Board").selectOption("Highland");
  await page.getByLabel("Council").check();
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByText("Enrolled. They can log from now on.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Enrolment" })).toContainText("Winter 2026");

  const theirs = await open({ email });
  await theirs.goto("/log/cycles/new");
  await arrived(theirs, "Log a cycle");
});
