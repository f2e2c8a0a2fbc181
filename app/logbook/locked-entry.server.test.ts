import { expect, test } from "vitest";

import { listNotices } from "#app/notices/queries.server.ts";
import { findClosingId, findRecord } from "#app/pathway/queries.server.ts";
import { closeStage, reopenStage } from "#app/pathway/writes.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, type MadePerson, makeSupervisor } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { voidEntry } from "./change-entry.server.ts";
import { decideEntries } from "./decide-entries.server.ts";
import { findActableLock, questionLockedEntry, voidLockedEntry } from "./locked-entry.server.ts";
import { findEntry, listDecisions, listVersions } from "./queries.server.ts";
import { compareProjection } from "./recount.server.ts";

interface Locked extends World {
  readonly cycleId: string;
  readonly sessionId: string;
  readonly signer: MadePerson;
}

/** A stage that somebody signed who has left since, with a cycle and a confirmed session in it. */
async function lockedWorld(): Promise<Locked> {
  const world = await makeWorld(await freshDatabase());
  const { db, programmeId, trainee, supervisor } = world;
  const signer = await makeSupervisor(db, { programmeId, name: "Who Signed" });
  const [cycleId, sessionId] = [await loggedCycle(world), await loggedSupervision(world)];
  await decideEntries(db, await actorFor(db, supervisor), { entries: [{ entryId: sessionId, version: 1 }], decision: "confirmed", note: null }, NOON);
  await db.inTransaction((trx) => closeStage(trx, { traineeId: trainee.id, stage: 1, closedOn: "2026-11-21", decidedBy: signer.id }, signer.id, NOON));
  return { ...world, cycleId, sessionId, signer };
}

async function reopened({ db, trainee, lead }: Locked): Promise<void> {
  const closingId = await findClosingId(db.reader, trainee.id, 1) ?? "";
  await db.inTransaction((trx) => reopenStage(trx, closingId, "The wrong cycle.", lead.id, NOON));
}

const voidAs = async (w: Locked, who: MadePerson, over: { entryId?: string; fromVersion?: number } = {}) =>
  voidLockedEntry(w.db, await actorFor(w.db, who), { entryId: w.cycleId, fromVersion: 1, reason: "The review was of another family.", ...over }, NOON);
const questionAs = async (w: Locked, who: MadePerson, entryId = w.sessionId) =>
  questionLockedEntry(w.db, await actorFor(w.db, who), { entryId, fromVersion: 1, reason: "Was this a group?" }, NOON);
const toldKinds = async (w: Locked, who: MadePerson) => (await listNotices(w.db.reader, who.id, { unseenOnly: true, limit: 50 })).map((n) => n.kind);

test("a present supervisor voids what the trainee no longer can: the decision stands, and everybody whom it concerns is told", async () => {
  const w = await lockedWorld();
  expect(await voidEntry(w.db, await actorFor(w.db, w.trainee), { entryId: w.cycleId, fromVersion: 1, reason: "x" }, NOON)).toEqual({ ok: false, code: "locked_by_stage" });
  expect(await voidAs(w, w.supervisor)).toEqual({ ok: true, value: { entryId: w.cycleId } });
  expect((await listVersions(w.db.reader, w.cycleId))[0]).toMatchObject({ voided: true, reason: "The review was of another family.", recordedBy: w.supervisor.name });
  expect((await findRecord(w.db.reader, w.trainee.id))?.closings).toMatchObject([{ stage: 1, decidedBy: w.signer.id, reopened: false }]);
  for (const who of [w.trainee, w.signer, w.lead]) expect(await toldKinds(w, who)).toEqual(["entry_voided_after_lock"]);
  expect(await toldKinds(w, w.supervisor)).toEqual([]);
  expect(await compareProjection(w.db.reader, w.trainee.id, NOON)).toBeUndefined();
});

test("a lead of the programme may too, without ever seeing the entry", async () => {
  const w = await lockedWorld();
  expect((await voidAs(w, w.lead)).ok).toBe(true);
  expect(await findEntry(w.db.reader, await actorFor(w.db, w.lead), w.cycleId)).toBeUndefined();
});

test("a lead asks about a session in the same way: it is on the record as theirs, and the trainee and the supervisor are told", async () => {
  const w = await lockedWorld();
  expect((await questionAs(w, w.lead)).ok).toBe(true);
  expect((await listDecisions(w.db.reader, w.sessionId))[0]).toMatchObject({ decision: "questioned", note: "Was this a group?" });
  for (const who of [w.trainee, w.supervisor, w.signer]) expect(await toldKinds(w, who)).toEqual(["entry_questioned_after_lock"]);
  expect(await toldKinds(w, w.lead)).toEqual([]);
  expect(await w.db.reader.selectFrom("audit_entry").select("act").where("actor_id", "=", w.lead.id).execute()).toEqual([{ act: "entry.questioned" }]);
});

test("nobody else: not the trainee, not whoever signed and left, no peer, stranger or supervisor of old", async () => {
  const w = await lockedWorld();
  await makeAssignment(w.db, { traineeId: w.trainee.id, supervisorId: w.signer.id, startsOn: "2020-01-01", endsOn: "2026-11-20" });
  const codes = [];
  for (const who of [w.trainee, w.signer, w.peer, w.stranger]) codes.push(await voidAs(w, who), await questionAs(w, who));
  expect(codes.map((r) => (r.ok ? "done" : r.code))).toEqual(["not_allowed", "not_allowed", ...Array.from({ length: 6 }, () => "not_there")]);
});

test("only what stands locked, as it was seen, and once", async () => {
  const w = await lockedWorld();
  const open = await loggedCycle(w, { filmedOn: "2026-11-20", reviewedOn: null });
  expect(await voidAs(w, w.supervisor, { entryId: open })).toEqual({ ok: false, code: "not_locked" });
  expect(await voidAs(w, w.supervisor, { entryId: "nothing" })).toEqual({ ok: false, code: "not_there" });
  expect(await voidAs(w, w.supervisor, { fromVersion: 2 })).toEqual({ ok: false, code: "changed_meanwhile" });
  expect((await Promise.all([voidAs(w, w.supervisor), voidAs(w, w.lead)])).map((r) => (r.ok ? "done" : r.code)).sort()).toEqual(["already_voided", "done"]);
});

test("a session is questioned with what is asked, once, and counts no longer; a cycle, which nobody confirms, is not", async () => {
  const w = await lockedWorld();
  expect(await questionAs(w, w.supervisor, w.cycleId)).toEqual({ ok: false, code: "not_there" });
  expect((await questionAs(w, w.supervisor)).ok).toBe(true);
  expect((await listDecisions(w.db.reader, w.sessionId))[0]).toMatchObject({ decision: "questioned", note: "Was this a group?" });
  expect(await questionAs(w, w.lead)).toEqual({ ok: false, code: "questioned_already" });
  expect(await toldKinds(w, w.signer)).toEqual(["entry_questioned_after_lock"]);
  expect(await compareProjection(w.db.reader, w.trainee.id, NOON)).toBeUndefined();
});

test("which lock somebody may act on: theirs, of an entry that is locked", async () => {
  const w = await lockedWorld();
  const lockFor = async (who: MadePerson, entryId: string) => {
    const found = await findActableLock(w.db.reader, await actorFor(w.db, who), entryId);
    return found && [found.lock.stage, found.isReopened];
  };
  expect([await lockFor(w.supervisor, w.cycleId), await lockFor(w.lead, w.sessionId), await lockFor(w.trainee, w.cycleId)]).toEqual([[1, false], [1, false], null]);
  const open = await loggedCycle(w, { filmedOn: "2026-11-20", reviewedOn: null });
  expect(await lockFor(w.supervisor, open)).toBeNull();
  await reopened(w);
  expect([await lockFor(w.supervisor, w.cycleId), await lockFor(w.trainee, w.cycleId), await lockFor(w.supervisor, open)], "told apart from what was never locked").toEqual([[1, true], null, null]);
});
