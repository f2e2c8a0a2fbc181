import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { verifyChain } from "#app/audit/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { listAnd } from "#app/words/format.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeSupervisor } from "#tests/support/factories.ts";
import { actorFor, cycleContent, loggedCycle, makeWorld, NOON, peerContent, supervisionContent, trainingContent, type World } from "#tests/support/logbook.ts";

import { valueOf } from "./history.ts";
import { type LogCode, logCycle, logPeerSupervision, logSupervision, logTraining } from "./log-entry.server.ts";
import { listClients, listEntries } from "./queries.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";
import { formContextOf, listChoices } from "./request.server.ts";

const newClient = { newClient: { ageBand: "0_2" } } as const;

async function countsOf({ db, trainee }: World): Promise<Record<string, number>> {
  const count = await countTrainee(db.reader, trainee.id, NOON);
  return Object.fromEntries((count?.overall ?? []).map((r) => [r.requirement.key, r.count]));
}

async function nothingWritten({ db, trainee }: World): Promise<void> {
  expect(await listEntries(db.reader, trainee.id)).toEqual([]);
  expect(await listClients(db.reader, trainee.id)).toEqual([]);
  expect(await db.reader.selectFrom("audit_entry").select("seq").execute()).toEqual([]);
  expect(await db.reader.selectFrom("trainee_record").select("version").where("trainee_id", "=", trainee.id).executeTakeFirstOrThrow()).toEqual({ version: 1 });
}

describe("logging a cycle", () => {
  it("opens the new client in the same act, counts both, and leaves two links in the chain", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world, { reviewedOn: "2026-11-10" });
    const [client] = await listClients(world.db.reader, world.trainee.id);
    expect(client).toMatchObject({ ageBand: "0_2", openedOn: "2026-11-03", lastDay: "2026-11-10", cycles: 1, closedOn: null });
    expect(client?.code).toMatch(/^C-/);
    expect(await listEntries(world.db.reader, world.trainee.id)).toMatchObject([{ id: entryId, kind: "cycle", clientCode: client?.code, version: 1 }]);
    expect(await countsOf(world)).toMatchObject({ clients: 1, cycles: 1 });
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
    expect(await verifyChain(world.db.reader)).toEqual({ intact: true, length: 2 });
  });

  it("asks for nothing but client and film day", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world, { filmMinutes: null, mode: null, clipsChosen: null, reviewedOn: null, reviewMinutes: null });
    expect(await countsOf(world)).toMatchObject({ cycles: 0 });
    expect(await listEntries(world.db.reader, world.trainee.id)).toHaveLength(1);
  });

  it("keeps a day to come as planned", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world, { filmedOn: "2026-11-22", reviewedOn: null });
    expect(await countsOf(world)).toMatchObject({ cycles: 0 });
  });

  it("writes once where the same form is sent twice, also at the same time", async () => {
    const world = await makeWorld(await freshDatabase());
    const actor = await actorFor(world.db, world.trainee);
    const input = { requestId: newId(), client: newClient, content: cycleContent() };
    const [first, second] = await Promise.all([logCycle(world.db, actor, input, NOON), logCycle(world.db, actor, input, NOON)]);
    expect(first).toMatchObject({ ok: true, value: { repeated: false } });
    expect(second).toMatchObject({ ok: true, value: { repeated: true, entryId: first.ok ? first.value.entryId : "" } });
    expect(await listEntries(world.db.reader, world.trainee.id)).toHaveLength(1);
    expect(await listClients(world.db.reader, world.trainee.id)).toHaveLength(1);
  });

  it("does not mix up the same request of two trainees", async () => {
    const world = await makeWorld(await freshDatabase());
    const input = { requestId: newId(), client: newClient, content: cycleContent() };
    await logCycle(world.db, await actorFor(world.db, world.trainee), input, NOON);
    const other = await logCycle(world.db, await actorFor(world.db, world.peer), input, NOON);
    expect(other).toMatchObject({ ok: true, value: { repeated: false } });
  });
});

type Attempt = readonly [why: string, code: LogCode, act: (world: World) => Promise<unknown>];

const REFUSED: readonly Attempt[] = [
  ["a shared review before its film", "review_before_film", async (w) =>
    logCycle(w.db, await actorFor(w.db, w.trainee), { requestId: newId(), client: newClient, content: cycleContent({ filmedOn: "2026-11-10", reviewedOn: "2026-11-09" }) }, NOON)],
  ["a client that is not there", "client_unknown", async (w) =>
    logCycle(w.db, await actorFor(w.db, w.trainee), { requestId: newId(), client: { clientId: newId() }, content: cycleContent() }, NOON)],
  ["oneself as supervisor", "supervisor_is_self", async (w) =>
    logSupervision(w.db, await actorFor(w.db, w.trainee), { requestId: newId(), content: supervisionContent(w.trainee.id) }, NOON)],
  ["somebody as supervisor who never was one", "supervisor_unknown", async (w) =>
    logSupervision(w.db, await actorFor(w.db, w.trainee), { requestId: newId(), content: supervisionContent(w.peer.id) }, NOON)],
  ["a peer session with nobody", "attendee_missing", async (w) =>
    logPeerSupervision(w.db, await actorFor(w.db, w.trainee), { requestId: newId(), content: peerContent([]) }, NOON)],
  ["a peer session with oneself", "attendee_unknown", async (w) =>
    logPeerSupervision(w.db, await actorFor(w.db, w.trainee), { requestId: newId(), content: peerContent([w.trainee.id]) }, NOON)],
  ["a peer session with a trainee of another programme", "attendee_unknown", async (w) =>
    logPeerSupervision(w.db, await actorFor(w.db, w.trainee), { requestId: newId(), content: peerContent([w.peer.id, w.stranger.id]) }, NOON)],
  ["somebody who is no trainee", "not_allowed", async (w) =>
    logTraining(w.db, await actorFor(w.db, w.supervisor), { requestId: newId(), content: trainingContent() }, NOON)],
];

describe("what is refused leaves nothing behind", () => {
  it.each(REFUSED)("%s", async (_why, code, act) => {
    const world = await makeWorld(await freshDatabase());
    expect(await act(world)).toEqual({ ok: false, code });
    await nothingWritten(world);
  });

  it("a trainee whose grant ended yesterday, though the request began before", async () => {
    const world = await makeWorld(await freshDatabase());
    const actor = await actorFor(world.db, world.trainee);
    await world.db.reader.updateTable("role_grant").set({ ends_on: "2026-11-20" }).where("person_id", "=", world.trainee.id).execute();
    expect(await logCycle(world.db, actor, { requestId: newId(), client: newClient, content: cycleContent() }, NOON)).toEqual({ ok: false, code: "not_allowed" });
    await nothingWritten(world);
  });

  it("another trainee's client", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world);
    const [client] = await listClients(world.db.reader, world.trainee.id);
    const result = await logCycle(world.db, await actorFor(world.db, world.peer), { requestId: newId(), client: { clientId: client?.id ?? "" }, content: cycleContent() }, NOON);
    expect(result).toEqual({ ok: false, code: "client_unknown" });
  });
});

const ZONES = ["UTC", "America/Los_Angeles", "Pacific/Auckland"];

describe.each(ZONES)("which day it is, with the server in %s", (zone) => {
  const before = process.env.TZ;
  beforeAll(() => { process.env.TZ = zone; });
  afterAll(() => { if (before === undefined) delete process.env.TZ; else process.env.TZ = before; });

  it("moves the server's own days", () => {
    const offsets = { "UTC": 0, "America/Los_Angeles": 8, "Pacific/Auckland": -13 };
    expect(NOON.getTimezoneOffset() / 60).toBe(new Map(Object.entries(offsets)).get(zone));
  });

  const table: readonly (readonly [why: string, at: string, filmedOn: string, counts: number])[] = [
    ["half past midnight in summer is already the next day in London", "2026-07-14T23:30:00.000Z", "2026-07-15", 1],
    ["half past midnight in winter is the same day as in UTC", "2026-12-14T23:30:00.000Z", "2026-12-15", 0],
    ["the last minute before the clocks go forward", "2026-03-29T00:59:00.000Z", "2026-03-29", 1],
    ["the evening of the day on which the clocks go back", "2026-10-25T23:59:00.000Z", "2026-10-26", 0],
    ["the evening before the clocks go back, an hour ahead", "2026-10-24T23:30:00.000Z", "2026-10-25", 1],
  ];
  it.each(table)("%s", async (_why, at, day, counts) => {
    const world = await makeWorld(await freshDatabase());
    const now = new Date(at);
    const input = { requestId: newId(), client: newClient, content: cycleContent({ filmedOn: day, reviewedOn: day }) };
    await logCycle(world.db, await actorFor(world.db, world.trainee, now), input, now);
    const count = await countTrainee(world.db.reader, world.trainee.id, now);
    expect(count?.overall.find((r) => r.requirement.key === "cycles")?.count).toBe(counts);
  });
});

it("those who were there are told by name, as a reader looks for them", async () => {
  const world = await makeWorld(await freshDatabase());
  const ids: string[] = [];
  for (const name of ["Zoe Adair", "Émilie Roux", "anna Bell", "Faye Munro", "Östen Dahl", "Dora Kerr"]) {
    const { id } = await makePerson(world.db, { name });
    await makeGrant(world.db, { personId: id, programmeId: world.programmeId, role: "trainee", startsOn: "2025-09-01" });
    ids.push(id);
  }
  await logPeerSupervision(world.db, await actorFor(world.db, world.trainee), { requestId: newId(), content: peerContent(ids) }, NOON);
  const [entry] = await listEntries(world.db.reader, world.trainee.id);
  const names = ["anna Bell", "Dora Kerr", "Émilie Roux", "Faye Munro", "Östen Dahl", "Zoe Adair"];
  expect(entry?.kind === "peer_supervision" ? entry.attendees.map((a) => a.name) : []).toEqual(names);
  expect(entry && valueOf(entry, "attendees")).toBe(listAnd(names));
});

it("in a text may stand whom the trainee can meet today, and who is named in that entry already", async () => {
  const world = await makeWorld(await freshDatabase());
  const { db, programmeId } = world;
  const fellow = await makePerson(db, { name: "Callum Gone" });
  await makeGrant(db, { personId: fellow.id, programmeId, role: "trainee", startsOn: "2025-09-01", endsOn: "2026-11-20" });
  const other = await makeSupervisor(db, { programmeId, name: "Greta Elsewhere" });
  const log = { actor: await actorFor(db, world.trainee), programmeId, startedOn: "2025-09-01" };
  const met = ["Agnieszka Wiśniewska-Reid", "Ailsa Rutherglen", "Tomasz Zieliński"];
  expect([...(await formContextOf(db.reader, log)).knownNames].sort()).toEqual(met);
  await logPeerSupervision(db, log.actor, { requestId: newId(), content: peerContent([fellow.id]) }, NOON);
  const [peer] = await listEntries(db.reader, world.trainee.id);
  expect([...(await formContextOf(db.reader, log, peer)).knownNames].sort()).toEqual([...met, "Callum Gone"].sort());
  await logSupervision(db, log.actor, { requestId: newId(), content: supervisionContent(other.id) }, NOON);
  const supervision = (await listEntries(db.reader, world.trainee.id)).find((e) => e.kind === "supervision");
  expect([...(await formContextOf(db.reader, log, supervision)).knownNames].sort()).toEqual([...met, "Greta Elsewhere"].sort());
});

describe("who can have been at a peer session", () => {
  it.each<[reason: string, grant: { startsOn: string; endsOn?: string }, can: boolean]>([
    ["a fellow who has left since", { startsOn: "2025-09-01", endsOn: "2026-11-20" }, true],
    ["one who left before the trainee began", { startsOn: "2024-01-01", endsOn: "2025-08-31" }, false],
    ["one who comes tomorrow", { startsOn: "2026-11-22" }, false],
  ])("%s: the form offers whom the command takes", async (_, grant, can) => {
    const world = await makeWorld(await freshDatabase());
    const fellow = await makePerson(world.db);
    await makeGrant(world.db, { personId: fellow.id, programmeId: world.programmeId, role: "trainee", ...grant });
    const actor = await actorFor(world.db, world.trainee);
    const { fellows } = await listChoices(world.db.reader, { actor, programmeId: world.programmeId, startedOn: "2025-09-01" });
    expect(fellows.some((f) => f.id === fellow.id)).toBe(can);
    const logged = await logPeerSupervision(world.db, actor, { requestId: newId(), content: peerContent([fellow.id]) }, NOON);
    expect(logged.ok ? "ok" : logged.code).toBe(can ? "ok" : "attendee_unknown");
  });
});
