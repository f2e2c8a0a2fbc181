import { describe, expect, it } from "vitest";

import { listNotices } from "#app/notices/queries.server.ts";
import { findRecord } from "#app/pathway/queries.server.ts";
import { closeStage } from "#app/pathway/writes.server.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { listRecognised, recogniseWork, voidRecognised } from "./recognise-work.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";

const WORK = { requirement: "cycles", amount: 4, recognisedOn: "2026-11-20", reason: "Four cycles in another service" } as const;

async function recognise(world: World, over: Partial<Parameters<typeof recogniseWork>[2]> = {}, by: "lead" | "supervisor" | "trainee" = "lead") {
  return recogniseWork(world.db, await actorFor(world.db, world[by]), { traineeId: world.trainee.id, requestId: newId(), ...WORK, ...over }, NOON);
}

async function cyclesOf({ db, trainee }: World): Promise<number | undefined> {
  return (await countTrainee(db.reader, trainee.id, NOON))?.stages[0]?.requirements.find((r) => r.requirement.key === "cycles")?.count;
}

describe("earlier work recognised by a lead", () => {
  it("counts, is listed with its reason, and stands in the audit record", async () => {
    const world = await makeWorld(await freshDatabase());
    const result = await recognise(world);
    const entryId = result.ok ? result.value.entryId : "";
    expect(await listRecognised(world.db.reader, world.trainee.id)).toEqual([{ ...WORK, entryId, version: 1, voided: false, recognisedBy: "Morag Lead" }]);
    expect(await cyclesOf(world)).toBe(4);
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
    const acts = await world.db.reader.selectFrom("audit_entry").select(["act", "actor_id"]).orderBy("seq", "desc").limit(1).execute();
    expect(acts).toEqual([{ act: "work.recognised", actor_id: world.lead.id }]);
  });

  it("sent twice is one; with something else in it, it is refused", async () => {
    const world = await makeWorld(await freshDatabase());
    const requestId = newId();
    const first = await recognise(world, { requestId });
    expect(await recognise(world, { requestId })).toEqual(first);
    expect(await recognise(world, { requestId, amount: 5 })).toEqual({ ok: false, code: "sent_before_differently" });
    expect(await cyclesOf(world)).toBe(4);
  });

  const refusals: readonly (readonly [why: string, attempt: (w: World) => ReturnType<typeof recognise>, code: string])[] = [
    ["towards nothing that the pathway asks", (w) => recognise(w, { requirement: "films" }), "requirement_unknown"], ["of more than the pathway asks", (w) => recognise(w, { amount: 6000 }), "recognised_too_much"], ["on a day to come", (w) => recognise(w, { recognisedOn: "2026-11-22" }), "recognised_in_future"],
    ["by the supervisor", (w) => recognise(w, {}, "supervisor"), "not_there"], ["by the trainee", (w) => recognise(w, {}, "trainee"), "not_there"],
    ["of somebody in another programme", (w) => recognise(w, { traineeId: w.stranger.id }), "not_there"],
  ];
  it.each(refusals)("is refused %s", async (_why, attempt, code) => {
    const world = await makeWorld(await freshDatabase());
    expect(await attempt(world)).toEqual({ ok: false, code });
    expect(await listRecognised(world.db.reader, world.trainee.id)).toEqual([]);
  });
});

describe("voiding what was recognised", () => {
  it("needs a lead, the version that was seen, and leaves it to be seen", async () => {
    const world = await makeWorld(await freshDatabase());
    const result = await recognise(world);
    const entryId = result.ok ? result.value.entryId : "";
    const voiding = async (by: "lead" | "supervisor" | "trainee", over = {}) =>
      voidRecognised(world.db, await actorFor(world.db, world[by]), { traineeId: world.trainee.id, entryId, fromVersion: 1, reason: "Recognised twice", ...over }, NOON);
    for (const by of ["supervisor", "trainee"] as const) expect(await voiding(by)).toEqual({ ok: false, code: "not_there" });
    expect(await voiding("lead", { fromVersion: 2 })).toEqual({ ok: false, code: "changed_meanwhile" });
    expect(await voiding("lead", { entryId: newId() })).toEqual({ ok: false, code: "not_there" });
    expect(await voiding("lead")).toEqual({ ok: true, value: { entryId } });
    expect(await voiding("lead")).toEqual({ ok: false, code: "already_voided" });
    expect(await listRecognised(world.db.reader, world.trainee.id)).toMatchObject([{ entryId, version: 2, voided: true }]);
    expect(await cyclesOf(world)).toBe(0);
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
  });

  it("in a signed stage tells the trainee, their supervisors and whoever signed; the decision stands", async () => {
    const world = await makeWorld(await freshDatabase());
    const { db, trainee, supervisor, lead } = world;
    const result = await recognise(world);
    await db.inTransaction((trx) => closeStage(trx, { traineeId: trainee.id, stage: 1, closedOn: "2026-11-21", decidedBy: supervisor.id }, supervisor.id, NOON));
    const input = { traineeId: trainee.id, entryId: result.ok ? result.value.entryId : "", fromVersion: 1, reason: "Recognised twice" };
    expect((await voidRecognised(db, await actorFor(db, lead), input, NOON)).ok).toBe(true);
    const told = async (id: string) => (await listNotices(db.reader, id, { unseenOnly: true, limit: 9 })).map((notice) => notice.kind);
    expect([await told(trainee.id), await told(supervisor.id), await told(lead.id)]).toEqual([["entry_voided_after_lock"], ["entry_voided_after_lock"], []]);
    expect((await findRecord(db.reader, trainee.id))?.closings).toMatchObject([{ stage: 1, reopened: false }]);
  });
});
