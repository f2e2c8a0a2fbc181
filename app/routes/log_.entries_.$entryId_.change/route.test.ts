import { expect, test } from "vitest";

import { changeEntry, voidEntry } from "#app/logbook/change-entry.server.ts";
import { findEntry, listVersions } from "#app/logbook/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, cycleContent, loggedCycle, loggedPeer, loggedSupervision, loggedTraining, makeWorld, NOON, peerContent, supervisionContent, trainingContent, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

type Fields = Readonly<Record<string, string>>;
const DAY = { heldOnChoice: "other", heldOnDay: "5", heldOnMonth: "11", heldOnYear: "2026" };

async function args({ db, ...people }: World, who: "trainee" | "peer" | "supervisor", entryId: string, form?: Fields) {
  const { cookie } = await signIn(db, people[who].id, NOON);
  return { request: requestOf(`/log/entries/${entryId}/change`, { cookie, ...(form ? { form } : {}) }), context: contextFor(db, NOON), params: { entryId } };
}

test("the form starts with what stands, for every kind", async () => {
  const world = await makeWorld(await freshDatabase());
  const ids = [await loggedCycle(world), await loggedSupervision(world), await loggedPeer(world), await loggedTraining(world)];
  const pages = [];
  for (const id of ids) pages.push(await page.loader(await args(world, "trainee", id)));
  expect(pages.map((p) => p.defaults.kind)).toEqual(["cycle", "supervision", "peer_supervision", "training"]);
  expect(pages[1]?.defaults.fields).toMatchObject({ ...DAY, minutes: "60", supervisorId: world.supervisor.id });
});

test("a change is saved with its reason", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const form = { ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id, fromVersion: "1", reason: "Ran over" };
  const answer = await page.action(await args(world, "trainee", id, form));
  expect(answer instanceof Response && answer.headers.get("location")).toBe(`/log/entries/${id}?saved=changed`);
  expect((await listVersions(world.db.reader, id))[0]).toMatchObject({ version: 2, reason: "Ran over" });
});

const asSupervision = (world: World, over: Fields = {}): Fields => ({ ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id, fromVersion: "1", ...over });

/** Changed to 90 minutes, remote still, after the form was opened that is sent now. */
async function changedMeanwhile() {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const content = supervisionContent(world.supervisor.id, { minutes: 90, startsAt: "14:00" });
  await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 1, content, reason: "Ran over" }, NOON);
  return { world, id };
}

async function refusedOf(sent: Parameters<typeof page.action>[0]) {
  const answer = await page.action(sent);
  if (!("data" in answer)) throw new Error("it was taken");
  return { status: answer.init?.status, ...answer.data };
}

test("what was changed meanwhile is a 409 that shows, field by field, what was typed and what stands now", async () => {
  const { world, id } = await changedMeanwhile();
  const answer = await refusedOf(await args(world, "trainee", id, asSupervision(world, { mode: "in_person" })));
  expect(answer).toMatchObject({ status: 409, lastResult: { initialValue: { minutes: "75" } }, clash: { version: 2, by: "Ailsa Rutherglen", reason: "Ran over" } });
  expect(answer.clash?.fields).toEqual([
    { name: "minutes", label: "Length", mine: "1\u00a0h 15\u00a0min", theirs: "1\u00a0h 30\u00a0min", changedBy: "both" },
    { name: "mode", label: "How", mine: "In person", theirs: "Remote", changedBy: "you" },
    { name: "startsAt", label: "Time of day", mine: "nothing", theirs: "14:00", changedBy: "they" },
  ]);
});

test.each([
  ["one's own", "mine", 75], ["what stands now", "theirs", 90],
] as const)("sent again with a choice, %s stands", async (_why, take, minutes) => {
  const { world, id } = await changedMeanwhile();
  const form = asSupervision(world, { fromVersion: "2", mode: "in_person", "take-minutes": take, "take-mode": "mine", "take-startsAt": "theirs" });
  const answer = await page.action(await args(world, "trainee", id, form));
  expect(answer instanceof Response && answer.status).toBe(302);
  const entry = await findEntry(world.db.reader, await actorFor(world.db, world.trainee), id);
  expect(entry).toMatchObject({ version: 3, minutes, mode: "in_person", startsAt: "14:00" });
});

test("changed once more while one chose: what was chosen is kept, and is shown beside what stands now", async () => {
  const { world, id } = await changedMeanwhile();
  const content = supervisionContent(world.supervisor.id, { minutes: 45, startsAt: "14:00" });
  await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 2, content, reason: null }, NOON);
  const { clash, status } = await refusedOf(await args(world, "trainee", id, asSupervision(world, { fromVersion: "2", mode: "remote", startsAt: "14:00", "take-minutes": "theirs" })));
  expect([status, clash?.version]).toEqual([409, 3]);
  expect(clash?.fields).toEqual([{ name: "minutes", label: "Length", mine: "1\u00a0h 30\u00a0min", theirs: "45\u00a0min", changedBy: "they" }]);
});

test("a form that was refused for something else still changes the version that it was opened from", async () => {
  const { world, id } = await changedMeanwhile();
  const { status, lastResult } = await refusedOf(await args(world, "trainee", id, asSupervision(world, { minutes: "" })));
  expect([status, lastResult.initialValue?.fromVersion]).toEqual([400, "1"]);
});

test("a day, people and cycles are compared as what they stand for, whatever way they were typed", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedPeer(world);
  const content = peerContent([world.peer.id], { minutes: 75 });
  await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 1, content, reason: null }, NOON);
  const form = { heldOnChoice: "other", heldOnDay: "06", heldOnMonth: "November", heldOnYear: "2026", minutes: "60", mode: "remote", attendeeIds: world.peer.id, fromVersion: "1", note: "Kept" };
  const { clash } = await refusedOf(await args(world, "trainee", id, form));
  expect(clash?.fields.map((f) => [f.name, f.changedBy])).toEqual([["minutes", "they"], ["note", "you"]]);
});

test.each(["cycle", "training"] as const)("so it is for a %s", async (kind) => {
  const world = await makeWorld(await freshDatabase());
  const actor = await actorFor(world.db, world.trainee);
  const id = kind === "cycle" ? await loggedCycle(world) : await loggedTraining(world);
  const entry = await findEntry(world.db.reader, actor, id);
  if (entry?.kind === "cycle") {
    const content = { ...cycleContent({ clipsChosen: 5 }), clientId: entry.clientId, reflection: "For me alone" };
    await changeEntry(world.db, actor, { entryId: id, fromVersion: 1, content, reason: null }, NOON);
    const form = { client: entry.clientId, filmedOnChoice: "other", filmedOnDay: "4", filmedOnMonth: "11", filmedOnYear: "2026", reviewedOnChoice: "not_yet", reviewedOnDay: "", reviewedOnMonth: "", reviewedOnYear: "", fromVersion: "1", clipsChosen: "3", filmMinutes: "6", mode: "in_person", reviewMinutes: "45" };
    const { clash } = await refusedOf(await args(world, "trainee", id, form));
    expect(clash?.fields.map((f) => [f.name, f.mine, f.theirs, f.changedBy])).toEqual([
      ["filmedOn", "4 November 2026", "3 November 2026", "you"], ["reviewedOn", "Not yet", "10 November 2026", "you"], ["clipsChosen", "3", "5", "they"], ["reflection", "nothing", "For me alone", "they"],
    ]);
  } else {
    await changeEntry(world.db, actor, { entryId: id, fromVersion: 1, content: trainingContent({ halfDays: 3 }), reason: null }, NOON);
    const form = { heldOnChoice: "other", heldOnDay: "8", heldOnMonth: "9", heldOnYear: "2025", training: "initial_course", halfDays: "2", fromVersion: "1" };
    expect((await refusedOf(await args(world, "trainee", id, form))).clash?.fields).toEqual([{ name: "halfDays", label: "Half-days", mine: "2", theirs: "3", changedBy: "both" }]);
  }
});

test("what was voided in another tab is a 409 that says so, with what was typed, on a page that stays", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 1, reason: "Never held" }, NOON);
  const answer = await page.action(await args(world, "trainee", id, { ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id, fromVersion: "1" }));
  if (!("data" in answer)) throw new Error("it was taken");
  expect([answer.init?.status, answer.data.lastResult.error, answer.data.lastResult.initialValue?.minutes]).toEqual([409, { "": ["This entry was voided, so it can no longer be changed."] }, "75"]);
  expect(await page.loader(await args(world, "trainee", id))).toMatchObject({ entryId: id, voided: true });
});

test("a form that does not say which version it changes is a 400", async () => {
  const world = await makeWorld(await freshDatabase());
  const form = { ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id };
  await expect(page.action(await args(world, "trainee", await loggedSupervision(world), form))).rejects.toMatchObject({ status: 400 });
});

test("the supervisor sees it and may not; for a peer it is not there", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await expect(page.loader(await args(world, "supervisor", id))).rejects.toMatchObject({ status: 403 });
  await expect(page.action(await args(world, "peer", id, { fromVersion: "1" }))).rejects.toMatchObject({ status: 404 });
});
