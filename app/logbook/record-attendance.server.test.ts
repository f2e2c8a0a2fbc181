import { describe, expect, it } from "vitest";

import { closeStage } from "#app/pathway/writes.server.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedTraining, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { voidEntry } from "./change-entry.server.ts";
import { decideEntries } from "./decide-entries.server.ts";
import { listEntries } from "./queries.server.ts";
import { type Attendance, recordAttendance } from "./record-attendance.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";

const COURSE = { training: "initial_course", heldOn: "2025-09-08", halfDays: 4 } as const;

async function attend(world: World, over: Partial<Attendance> = {}, by: "lead" | "supervisor" | "trainee" = "lead") {
  const attendance = { requestId: newId(), ...COURSE, traineeIds: [world.trainee.id, world.peer.id], ...over };
  return recordAttendance(world.db, await actorFor(world.db, world[by]), attendance, NOON);
}

const trainingOf = async ({ db }: World, { id }: { readonly id: string }) => (await listEntries(db.reader, id)).filter((entry) => entry.kind === "training");

async function halfDaysOf({ db }: World, { id }: { readonly id: string }): Promise<number | undefined> {
  return (await countTrainee(db.reader, id, NOON))?.stages[0]?.gates.find((g) => g.gate.training === "initial_course")?.halfDays;
}

describe("attendance recorded by a lead", () => {
  it("counts at once for everybody who is ticked, and says who recorded it", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await attend(world)).toEqual({ ok: true, value: { recorded: 2, confirmed: 0, stood: 0 } });
    for (const person of [world.trainee, world.peer]) {
      expect(await trainingOf(world, person)).toMatchObject([{ ...COURSE, confirmation: "confirmed", confirmedBy: world.lead.id, recordedBy: world.lead.id }]);
      expect(await halfDaysOf(world, person)).toBe(4);
      expect(await compareProjection(world.db.reader, person.id, NOON)).toBeUndefined();
    }
  });

  it("confirms what somebody had logged themself, questioned or not, and adds no second one", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedTraining(world);
    await decideEntries(world.db, await actorFor(world.db, world.lead), { entries: [{ entryId, version: 1 }], decision: "questioned", note: "Both days?" }, NOON);
    expect(await attend(world)).toEqual({ ok: true, value: { recorded: 1, confirmed: 1, stood: 0 } });
    expect(await trainingOf(world, world.trainee)).toMatchObject([{ id: entryId, confirmation: "confirmed" }]);
    expect(await attend(world)).toEqual({ ok: true, value: { recorded: 0, confirmed: 0, stood: 2 } });
  });

  it("sent twice records once; a voided entry, another day or other half-days are another thing", async () => {
    const world = await makeWorld(await freshDatabase());
    const [requestId, traineeIds] = [newId(), [world.trainee.id]];
    await attend(world, { requestId, traineeIds });
    expect(await attend(world, { requestId, traineeIds })).toEqual({ ok: true, value: { recorded: 0, confirmed: 0, stood: 1 } });
    expect(await attend(world, { traineeIds, heldOn: "2025-09-09" })).toMatchObject({ value: { recorded: 1 } });
    expect(await attend(world, { traineeIds, halfDays: 2 })).toMatchObject({ value: { recorded: 1 } });
    const first = (await trainingOf(world, world.trainee)).find((t) => t.heldOn === COURSE.heldOn && t.halfDays === 4);
    await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: first?.id ?? "", fromVersion: 1, reason: "Not there" }, NOON);
    expect(await attend(world, { traineeIds })).toMatchObject({ value: { recorded: 1 } });
  });

  const others: readonly (readonly [why: string, over: (w: World) => Partial<Attendance>])[] = [
    ["another day", () => ({ heldOn: "2025-09-09" })], ["other half-days", () => ({ halfDays: 2 })], ["another training", () => ({ training: "mid_point" })],
    ["one of them left out", (w) => ({ traineeIds: [w.trainee.id] })],
  ];
  it.each(others)("the same form sent before with something else in it is refused, and records nothing: %s", async (_why, over) => {
    const world = await makeWorld(await freshDatabase());
    const requestId = newId();
    await attend(world, { requestId });
    expect(await attend(world, { requestId, ...over(world) })).toEqual({ ok: false, code: "sent_before_differently" });
    expect([...await trainingOf(world, world.trainee), ...await trainingOf(world, world.peer)]).toMatchObject([COURSE, COURSE]);
  });

  it("the same form with one more in it is refused", async () => {
    const world = await makeWorld(await freshDatabase());
    const requestId = newId();
    await attend(world, { requestId, traineeIds: [world.trainee.id] });
    expect(await attend(world, { requestId })).toEqual({ ok: false, code: "sent_before_differently" });
  });

  it("the same form with somebody in it whose own entry it confirmed is the same again", async () => {
    const [world, requestId] = [await makeWorld(await freshDatabase()), newId()];
    await loggedTraining(world);
    await attend(world, { requestId });
    expect(await attend(world, { requestId })).toEqual({ ok: true, value: { recorded: 0, confirmed: 0, stood: 2 } });
  });

  it("sent again once what it recorded was voided, it is another thing", async () => {
    const world = await makeWorld(await freshDatabase());
    const [requestId, traineeIds] = [newId(), [world.trainee.id]];
    await attend(world, { requestId, traineeIds });
    const [entry] = await trainingOf(world, world.trainee);
    await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: entry?.id ?? "", fromVersion: 1, reason: "Not there" }, NOON);
    expect(await attend(world, { requestId, traineeIds })).toEqual({ ok: false, code: "sent_before_differently" });
  });

  const refusals: readonly (readonly [why: string, attempt: (w: World) => ReturnType<typeof attend>, code: string])[] = [
    ["a day to come", (w) => attend(w, { heldOn: "2026-11-22" }), "attended_in_future"], ["a trainee of another programme among them", (w) => attend(w, { traineeIds: [w.trainee.id, w.stranger.id] }), "not_there"],
    ["nobody of that id", (w) => attend(w, { traineeIds: [newId()] }), "not_there"], ["a supervisor", (w) => attend(w, {}, "supervisor"), "not_there"],
    ["a trainee, for themself too", (w) => attend(w, { traineeIds: [w.trainee.id] }, "trainee"), "not_there"],
  ];
  it.each(refusals)("is refused as a whole: %s", async (_why, attempt, code) => {
    const world = await makeWorld(await freshDatabase());
    expect(await attempt(world)).toEqual({ ok: false, code });
    expect([...await trainingOf(world, world.trainee), ...await trainingOf(world, world.peer)]).toEqual([]);
  });

  it.each<[why: string, endedOn: string, code: string | null]>([
    ["who left before that day", "2025-09-07", "attendee_left"], ["whose last day it was", "2025-09-08", null], ["who left later", "2026-03-02", null],
  ])("somebody %s", async (_why, endedOn, code) => {
    const world = await makeWorld(await freshDatabase());
    await world.db.reader.updateTable("enrolment").set({ ended_on: endedOn, outcome: "withdrawn" }).where("trainee_id", "=", world.peer.id).execute();
    const result = await attend(world);
    expect(result.ok ? null : result.code).toBe(code);
    expect(await trainingOf(world, world.trainee)).toHaveLength(code === null ? 1 : 0);
  });

  it("whoever records is told for whom the stage of that day is signed; one that stood already is not told again", async () => {
    const world = await makeWorld(await freshDatabase());
    const closing = { stage: 1, closedOn: "2026-01-31" };
    await world.db.inTransaction((trx) => closeStage(trx, { traineeId: world.trainee.id, ...closing, decidedBy: world.supervisor.id }, world.supervisor.id, NOON));
    expect(await attend(world)).toEqual({ ok: true, value: { recorded: 2, confirmed: 0, stood: 0, lockedFor: [world.trainee.id] } });
    expect(await attend(world)).toEqual({ ok: true, value: { recorded: 0, confirmed: 0, stood: 2 } });
    expect(await attend(world, { heldOn: "2026-02-01", training: "mid_point", halfDays: 1 })).toEqual({ ok: true, value: { recorded: 2, confirmed: 0, stood: 0 } });
  });

  it("today is no day to come", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await attend(world, { heldOn: "2026-11-21" })).toMatchObject({ ok: true });
  });
});
