import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { verifyChain } from "#app/audit/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { addDays, londonDay } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, cycleContent, loggedCycle, loggedSupervision, makeWorld, NOON, peerContent, supervisionContent, trainingContent, type World } from "#tests/support/logbook.ts";
import { traceStatements } from "#tests/support/statements.ts";

import { changeEntry, voidEntry } from "./change-entry.server.ts";
import { closeCase, reopenCase } from "./close-case.server.ts";
import { contentOf } from "./content.ts";
import { decideEntries } from "./decide-entries.server.ts";
import { logCycle, logPeerSupervision, logSupervision, logTraining } from "./log-entry.server.ts";
import { listClients, listEntries } from "./queries.server.ts";
import { compareProjection, recountAll } from "./recount.server.ts";
import { recountSupervised } from "./recount-supervised.server.ts";

/** One thing that somebody does; the numbers choose day, entry and amount among what is there. */
interface Deed {
  readonly what: "cycle" | "supervision" | "peer" | "training" | "change" | "void" | "confirm" | "question" | "close" | "reopen";
  readonly day: number;
  readonly pick: number;
  readonly minutes: number;
}

const deeds = fc.array(fc.record<Deed>({
  what: fc.constantFrom("cycle", "cycle", "supervision", "supervision", "peer", "training", "change", "void", "confirm", "confirm", "question", "close", "reopen"),
  day: fc.integer({ min: -450, max: 3 }), pick: fc.nat(50), minutes: fc.constantFrom(30, 60, 90, 120),
}), { minLength: 1, maxLength: 25 });

type Actors = Readonly<Record<"trainee" | "peer" | "supervisor" | "lead", Actor>>;

async function log({ db, supervisor, peer, trainee }: World, { trainee: actor }: Actors, deed: Deed): Promise<unknown> {
  const [requestId, heldOn] = [newId(), addDays(londonDay(NOON), deed.day)];
  if (deed.what === "supervision") return logSupervision(db, actor, { requestId, content: supervisionContent(supervisor.id, { heldOn, minutes: deed.minutes, format: deed.pick % 5 === 0 ? "group" : "individual" }) }, NOON);
  if (deed.what === "peer") return logPeerSupervision(db, actor, { requestId, content: peerContent([peer.id], { heldOn, minutes: deed.minutes }) }, NOON);
  if (deed.what === "training") return logTraining(db, actor, { requestId, content: trainingContent({ heldOn, training: deed.pick % 2 ? "initial_course" : "mid_point", halfDays: 1 + (deed.pick % 4) }) }, NOON);
  const clients = await listClients(db.reader, trainee.id);
  const known = clients[deed.pick % (clients.length + 1)];
  const content = cycleContent({ filmedOn: heldOn, reviewedOn: deed.pick % 4 === 0 ? null : addDays(heldOn, deed.pick % 9) });
  return logCycle(db, actor, { requestId, client: known ? { clientId: known.id } : { newClient: { ageBand: null } }, content }, NOON);
}

async function alter({ db, trainee }: World, actors: Actors, deed: Deed): Promise<unknown> {
  const entries = await listEntries(db.reader, trainee.id);
  const entry = entries[deed.pick % Math.max(1, entries.length)];
  if (!entry || entry.kind === "recognised") return undefined;
  const from = { entryId: entry.id, fromVersion: entry.version };
  if (deed.what === "void") return voidEntry(db, actors.trainee, { ...from, reason: "A reason" }, NOON);
  if (deed.what === "change") {
    const content = contentOf(entry);
    return changeEntry(db, actors.trainee, { ...from, reason: null, content: content.kind === "cycle" ? { ...content, reviewedOn: content.filmedOn } : { ...content, heldOn: addDays(content.heldOn, -7) } }, NOON);
  }
  const by = { supervision: actors.supervisor, peer_supervision: actors.peer, training: actors.lead, cycle: actors.supervisor }[entry.kind];
  const decision = deed.what === "confirm" ? "confirmed" : "questioned";
  return decideEntries(db, by, { entries: [{ entryId: entry.id, version: entry.version }], decision, note: decision === "confirmed" ? null : "Is this right?" }, NOON);
}

async function turnCase({ db, trainee }: World, actors: Actors, deed: Deed): Promise<unknown> {
  const clients = await listClients(db.reader, trainee.id);
  const client = clients[deed.pick % Math.max(1, clients.length)];
  const seen = client && { clientId: client.id, fromVersion: client.version };
  if (deed.what === "reopen") return seen && reopenCase(db, actors.trainee, { ...seen, reopenedOn: "2026-11-21" }, NOON);
  const closing = { closedOn: "2026-11-20", closedBecause: "work_done", copies: "given", originals: "gone", nextSteps: null } as const;
  return seen && closeCase(db, actors.trainee, { ...seen, ...closing }, NOON);
}

async function perform(world: World, actors: Actors, deed: Deed): Promise<unknown> {
  if (["cycle", "supervision", "peer", "training"].includes(deed.what)) return log(world, actors, deed);
  return deed.what === "close" || deed.what === "reopen" ? turnCase(world, actors, deed) : alter(world, actors, deed);
}

const RUNS = 25;

describe("the projection", () => {
  it("says what the rule says after whatever was done, and the chain is whole", async () => {
    await fc.assert(fc.asyncProperty(deeds, async (done) => {
      const world = await makeWorld(await freshDatabase());
      const [trainee, peer] = [await actorFor(world.db, world.trainee), await actorFor(world.db, world.peer)];
      const actors = { trainee, peer, supervisor: await actorFor(world.db, world.supervisor), lead: await actorFor(world.db, world.lead) };
      for (const deed of done) await perform(world, actors, deed);
      expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
      expect(await verifyChain(world.db.reader)).toMatchObject({ intact: true });
    }), { numRuns: RUNS });
  }, 60_000);

  it("differs once a planned day has come, until everybody is counted again; what was known before keeps its dates", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world, { filmedOn: "2026-11-22", reviewedOn: "2026-11-22" });
    const tomorrow = new Date("2026-11-22T00:30:00.000Z");
    expect(await compareProjection(world.db.reader, world.trainee.id, tomorrow)).toMatchObject({ surplus: [], missing: [{ entryId }, { entryId }] });
    expect(await recountAll(world.db, tomorrow)).toBe(3);
    expect(await compareProjection(world.db.reader, world.trainee.id, tomorrow)).toBeUndefined();
    const rows = await world.db.reader.selectFrom("counted_entry").select(["entry_id", "known_from", "known_until"]).where("trainee_id", "=", world.trainee.id).execute();
    expect(rows.map((r) => [r.entry_id, r.known_from, r.known_until])).toEqual([[entryId, tomorrow.toISOString(), null], [entryId, tomorrow.toISOString(), null]]);
  });
});

describe("a record is held before anything of it is read, so that no writer's change is lost", () => {
  const held = (sql: string): boolean => /^update "trainee_record"/.test(sql);
  const reads = (sql: string): boolean => /^select .*from "(entry|current_)/.test(sql);

  it.each<[who: string, recounts: (world: World) => Promise<unknown>]>([
    ["everybody is counted again", ({ db }) => recountAll(db, NOON)],
    ["those of a supervisor are", ({ db, supervisor }) => db.inTransaction((trx) => recountSupervised(trx, supervisor.id, NOON))],
    ["a trainee logs", async ({ db, trainee }) => logTraining(db, await actorFor(db, trainee), { requestId: newId(), content: trainingContent() }, NOON)],
  ])("when %s", async (_, recounts) => {
    const world = await makeWorld(await freshDatabase());
    await loggedSupervision(world);
    const statements = (await traceStatements(world.db, (db) => recounts({ ...world, db }))).map((s) => s.sql).filter((sql) => held(sql) || (reads(sql) && !sql.includes("current_role_grant")));
    expect(statements.map(held).indexOf(true)).toBe(0);
  });

  it("what counts for the trainees of a supervisor may be another, and their records say so", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedSupervision(world);
    const versionOf = async ({ id }: { id: string }) => (await world.db.reader.selectFrom("trainee_record").select("version").where("trainee_id", "=", id).executeTakeFirstOrThrow()).version;
    const before = [await versionOf(world.trainee), await versionOf(world.peer)] as const;
    await world.db.inTransaction((trx) => recountSupervised(trx, world.supervisor.id, NOON));
    expect([await versionOf(world.trainee), await versionOf(world.peer)]).toEqual([before[0] + 1, before[1]]);
  });
});
