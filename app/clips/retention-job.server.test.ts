import { describe, expect, test } from "vitest";

import { setProgramme } from "#app/programme/set-programme.server.ts";
import { listNotices } from "#app/notices/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { clipIn, type Filming, givenToSupervisors, makeFilming } from "#tests/support/uploading.ts";

import { findClip, findErasure } from "./queries.server.ts";
import { findLeaving, keepClipClock } from "./retention-job.server.ts";

interface Kept extends Filming { readonly clipId: string }

/** A clip received at noon on 21 November 2026. */
async function kept({ isSubmitted = true } = {}): Promise<Kept> {
  const filming = await makeFilming(await freshDatabase());
  const clipId = await clipIn(filming, Buffer.from("a film"));
  if (isSubmitted) await givenToSupervisors(filming, clipId);
  return { ...filming, clipId };
}

/** Why the clip is gone after the clock was asked at that instant; null while it is kept. */
async function goneBy({ db, clips, clipId }: Kept, instant: string): Promise<string | null> {
  await keepClipClock({ database: db, clips }, new Date(instant));
  const erasure = await findErasure(db.reader, clipId);
  expect(await clips.keys.read(clipId) === undefined).toBe(erasure !== undefined);
  expect(await clips.blobs.size(clipId) === undefined).toBe(erasure?.bytesRemovedAt != null);
  return erasure?.because ?? null;
}

const closeStage = async ({ db, world }: Kept, over: { reopened?: 0 | 1 } = {}): Promise<void> => {
  await db.reader.insertInto("stage_closing").values({
    id: newId(), version: 1, recorded_at: NOON.toISOString(), recorded_by: world.supervisor.id, trainee_id: world.trainee.id, stage: 1, closed_on: "2026-11-21",
    decided_by: world.supervisor.id, reopened: over.reopened ?? 0, voided: 0, reason: over.reopened === 1 ? "again" : null,
  }).execute();
};

describe("the clock", () => {
  test("leaves a clip that is in use, day after day", async () => {
    const clip = await kept();
    expect([await goneBy(clip, "2026-11-22T13:00:00.000Z"), await goneBy(clip, "2027-11-20T23:00:00.000Z")]).toEqual([null, null]);
    expect(await goneBy(clip, "2027-11-21T00:00:00.000Z")).toBe("kept_long_enough");
  });

  test("goes by what the programme decided", async () => {
    const clip = await kept();
    const by = await actorFor(clip.db, clip.world.lead);
    expect(await setProgramme(clip.db, by, { programmeId: clip.world.programmeId, fromVersion: 0, concernProcedure: "Call us.", clipKeptDays: 10 }, NOON)).toMatchObject({ ok: true });
    expect([await goneBy(clip, "2026-11-30T12:00:00.000Z"), await goneBy(clip, "2026-12-01T12:00:00.000Z")]).toEqual([null, "kept_long_enough"]);
  });

  test("60 days after the case was closed; reopened meanwhile, it stays", async () => {
    const clip = await kept();
    await clip.db.reader.updateTable("client_version").set({ closed_on: "2026-11-21" }).where("client_id", "=", clip.clientId).execute();
    expect(await goneBy(clip, "2027-01-19T12:00:00.000Z")).toBeNull();
    await clip.db.reader.updateTable("client_version").set({ closed_on: null }).where("client_id", "=", clip.clientId).execute();
    expect(await goneBy(clip, "2027-01-20T12:00:00.000Z")).toBeNull();
    await clip.db.reader.updateTable("client_version").set({ closed_on: "2026-11-21" }).where("client_id", "=", clip.clientId).execute();
    expect(await goneBy(clip, "2027-01-20T12:00:00.000Z")).toBe("case_closed");
  });

  test("30 days after the stage was signed", async () => {
    const clip = await kept();
    await closeStage(clip);
    expect([await goneBy(clip, "2026-12-20T12:00:00.000Z"), await goneBy(clip, "2026-12-21T12:00:00.000Z")]).toEqual([null, "stage_decided"]);
  });

  test("not after a stage that was reopened", async () => {
    const clip = await kept();
    await closeStage(clip, { reopened: 1 });
    expect(await goneBy(clip, "2026-12-21T12:00:00.000Z")).toBeNull();
  });

  test("24 hours after it came, where it was given to nobody", async () => {
    const clip = await kept({ isSubmitted: false });
    expect([await goneBy(clip, "2026-11-22T11:59:00.000Z"), await goneBy(clip, "2026-11-22T12:00:00.000Z")]).toEqual([null, "never_submitted"]);
  });

  test("14 days after its consent turned out to be a mistake", async () => {
    const clip = await kept();
    await clip.db.reader.updateTable("consent_version").set({ voided: 1, reason: "never_given" }).execute();
    expect([await goneBy(clip, "2026-12-04T12:00:00.000Z"), await goneBy(clip, "2026-12-05T12:00:00.000Z")]).toEqual([null, "consent_withdrawn"]);
  });

  test("at once where a consent is withdrawn and, by a stopped server, nothing was erased", async () => {
    const clip = await kept();
    await clip.db.reader.updateTable("consent_version").set({ withdrawn_on: "2026-11-21" }).execute();
    expect(await goneBy(clip, "2026-11-21T12:01:00.000Z")).toBe("consent_withdrawn");
  });

  test("tells both sides once, and says who asked: nobody", async () => {
    const clip = await kept();
    await goneBy(clip, "2028-01-01T12:00:00.000Z");
    await goneBy(clip, "2028-01-01T12:10:00.000Z");
    for (const person of [clip.world.trainee, clip.world.supervisor]) {
      expect(await listNotices(clip.db.reader, person.id, { unseenOnly: true, limit: 5 })).toMatchObject([{ kind: "clip_erased", actorId: null, subjects: { clip: clip.clipId } }]);
    }
    expect(await findErasure(clip.db.reader, clip.clipId)).toMatchObject({ askedBy: null });
  });
});

test("before it is sent, its owner can be told when it will go", async () => {
  const clip = await kept();
  const found = await findClip(clip.db.reader, clip.clipId);
  expect(found && await findLeaving(clip.db.reader, found, "2026-11-21")).toEqual({ on: "2027-11-21", because: "kept_long_enough" });
});
