import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import path from "node:path";

import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";

import { listNotices } from "#app/notices/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { openDatabase } from "#db/database.server.ts";
import { migrateUp } from "#db/migrate.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { clipIn, type Filming, givenToSupervisors, makeFilming } from "#tests/support/uploading.ts";

import { askErasure, eraseClip, finishErasures } from "./erase.server.ts";
import { describeClip, findErasure, findOwnClip } from "./queries.server.ts";
import { keepClipClock } from "./retention-job.server.ts";
import { openFilm } from "./sealed-film.server.ts";

const FILM = filmFixture("faststart.mp4");
const LATER = new Date("2026-11-21T12:10:00.000Z");

interface Kept extends Filming { readonly clipId: string }

/** A clip that the supervisors were given to watch. */
async function keptIn(filming: Filming): Promise<Kept> {
  const clipId = await clipIn(filming, FILM);
  await givenToSupervisors(filming, clipId);
  return { ...filming, clipId };
}

const kept = async (): Promise<Kept> => keptIn(await makeFilming(await freshDatabase()));
const erase = async ({ db, clips, world, clipId }: Kept, by: { id: string } = world.trainee) => eraseClip({ database: db, clips }, await actorFor(db, by), { clipId }, NOON);
const actsOf = async ({ db }: Kept) => (await db.reader.selectFrom("audit_entry").select("act").where("act", "like", "clip.%").orderBy("seq").execute()).map((row) => row.act);

/** What is left of a clip: its key, its bytes, and what its row says of both. */
async function leftOf({ db, clips, clipId }: Kept): Promise<{ key: boolean; bytes: boolean; keyRow: boolean; bytesRow: boolean }> {
  const erasure = await findErasure(db.reader, clipId);
  return {
    key: await clips.keys.read(clipId) !== undefined, bytes: await clips.blobs.size(clipId) !== undefined,
    keyRow: erasure?.keyDestroyedAt != null, bytesRow: erasure?.bytesRemovedAt != null,
  };
}
const ALL_GONE = { key: false, bytes: false, keyRow: true, bytesRow: true };

describe("its owner erases a clip", () => {
  test("key and bytes are gone, a receipt stays, whoever could watch it is told, each step is recorded", async () => {
    const clip = await kept();
    expect(await erase(clip)).toEqual({ ok: true, value: { clipId: clip.clipId } });
    expect(await leftOf(clip)).toEqual(ALL_GONE);
    const described = await describeClip(clip.db.reader, clip.clipId);
    expect(described).toMatchObject({ durationMs: 6000, erasure: { because: "owner", on: "2026-11-21", isFinished: true } });
    const receipt = described?.erasure?.receipt ?? "";
    expect(receipt).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
    expect(await listNotices(clip.db.reader, clip.world.supervisor.id, { unseenOnly: true, limit: 5 })).toMatchObject([{ kind: "clip_erased", subjects: { clip: clip.clipId, receipt } }]);
    expect(await actsOf(clip)).toEqual(["clip.erasure_asked", "clip.erased"]);
    expect(await findOwnClip(clip.db.reader, clip.world.trainee.id, clip.clipId)).toBeUndefined();
  });

  test("once, however often it is pressed", async () => {
    const clip = await kept();
    await Promise.all([erase(clip), erase(clip)]);
    const before = await findErasure(clip.db.reader, clip.clipId);
    await erase(clip);
    expect(await findErasure(clip.db.reader, clip.clipId)).toEqual(before);
    expect(await actsOf(clip)).toEqual(["clip.erasure_asked", "clip.erased"]);
  });

  test("and nobody else can", async () => {
    const clip = await kept();
    for (const by of [clip.world.supervisor, clip.world.peer, clip.world.lead, clip.world.stranger]) expect(await erase(clip, by)).toEqual({ ok: false, code: "not_there" });
    expect(await leftOf(clip)).toEqual({ key: true, bytes: true, keyRow: false, bytesRow: false });
  });
});

describe("a backup made before", () => {
  test("holds bytes that nobody can read any longer", async () => {
    const clip = await kept();
    const file = path.join(clip.folders.dataFolder, "clips", `${clip.clipId}.sealed`);
    const backup = path.join(clip.folders.dataFolder, "backup.sealed");
    copyFileSync(file, backup);
    await erase(clip);
    copyFileSync(backup, file);
    expect(await openFilm(clip.clips, { id: clip.clipId, bytes: FILM.length })).toBeUndefined();
  });
});

describe("a disk that fails in the middle", () => {
  const failing = (clip: Kept, step: "key" | "bytes"): Kept["clips"] => {
    const fail = (): Promise<void> => Promise.reject(Object.assign(new Error("input/output error"), { code: "EIO" }));
    return step === "key" ? { ...clip.clips, keys: { ...clip.clips.keys, destroy: fail } } : { ...clip.clips, blobs: { ...clip.clips.blobs, remove: fail } };
  };

  test.each([
    ["key", { key: true, bytes: true, keyRow: false, bytesRow: false }],
    ["bytes", { key: false, bytes: true, keyRow: true, bytesRow: false }],
  ] as const)("at the %s: the clip is hidden all the same, the fault is logged, and the next round finishes it", async (step, left) => {
    const clip = await kept();
    const lines: string[] = [];
    vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
    expect(await erase({ ...clip, clips: failing(clip, step) })).toMatchObject({ ok: true });
    vi.mocked(console.error).mockClear();
    expect(lines).toHaveLength(1);
    expect(await leftOf(clip)).toEqual(left);
    expect(await describeClip(clip.db.reader, clip.clipId)).toMatchObject({ erasure: { isFinished: false } });
    await finishErasures({ database: clip.db, clips: clip.clips }, LATER);
    expect(await leftOf(clip)).toEqual(ALL_GONE);
    expect(await findErasure(clip.db.reader, clip.clipId)).toMatchObject({ keyDestroyedAt: (step === "key" ? LATER : NOON).toISOString(), bytesRemovedAt: LATER.toISOString() });
  });

  test("keeps no other clip waiting", async () => {
    const first = await kept();
    const second = await keptIn(first);
    for (const { clipId } of [first, second]) await first.db.inTransaction((trx) => askErasure(trx, { clipId, because: "owner", askedBy: first.world.trainee.id }, NOON));
    const keys = { ...first.clips.keys, destroy: (id: string) => (id === first.clipId ? Promise.reject(new Error("stuck")) : first.clips.keys.destroy(id)) };
    await expect(finishErasures({ database: first.db, clips: { ...first.clips, keys } }, NOON)).rejects.toThrow("stuck");
    expect([await leftOf(first), await leftOf(second)]).toEqual([{ key: true, bytes: true, keyRow: false, bytesRow: false }, ALL_GONE]);
  });
});

describe("a server that is killed in the middle", () => {
  test.each([
    ["before the key", { key: true, bytes: true, keyRow: false, bytesRow: false }],
    ["after the key", { key: false, bytes: true, keyRow: false, bytesRow: false }],
    ["before the bytes", { key: false, bytes: true, keyRow: true, bytesRow: false }],
    ["after the bytes", { key: false, bytes: false, keyRow: true, bytesRow: false }],
  ])("%s: the next start finishes it", async (moment, left) => {
    const clip = await keptIn(await makeFilming(await openDatabase(":memory:", migrateUp)));
    await clip.db.inTransaction((trx) => askErasure(trx, { clipId: clip.clipId, because: "owner", askedBy: clip.world.trainee.id }, NOON));
    const folder = path.dirname(clip.folders.dataFolder);
    const file = path.join(folder, "attune.sqlite");
    await sql`vacuum into ${file}`.execute(clip.db.reader);
    await clip.db.close();

    const child = spawn(process.execPath, ["--import", "tsx", path.resolve("tests/support/half-erase.ts"), folder, moment], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "close");

    const db = await openDatabase(file);
    expect(await leftOf({ ...clip, db })).toEqual(left);
    await keepClipClock({ database: db, clips: clip.clips }, LATER);
    expect(await leftOf({ ...clip, db })).toEqual(ALL_GONE);
    expect((await db.reader.selectFrom("audit_entry").select("act").where("act", "=", "clip.erased").execute()).length).toBe(1);
    await db.close();
  }, 30_000);
});

test("what was never a clip has no receipt", async () => {
  const { db } = await kept();
  expect([await describeClip(db.reader, newId()), await findErasure(db.reader, newId())]).toEqual([undefined, undefined]);
});
