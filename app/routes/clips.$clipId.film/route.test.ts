import { readdirSync, readlinkSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { eraseClip } from "#app/clips/erase.server.ts";
import { SEALED_RECORD_BYTES } from "#app/clips/sealed-format.ts";
import { endGrants } from "#app/clips/writes.server.ts";
import { withdrawConsent } from "#app/clips/withdraw-consent.server.ts";
import { newId } from "#app/platform/ids.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { clipIn, type Filming, givenToSupervisors, makeFilming, sha256 } from "#tests/support/uploading.ts";

import { loader } from "./route.ts";

const FILM = filmFixture("sparse-keys.mp4");
const SIZE = FILM.length;

interface Playing extends Filming {
  readonly clipId: string;
  /** Asks for the film afresh, as the player's next request does. */
  play(by: { readonly id: string } | null, headers?: Readonly<Record<string, string>>, method?: "GET" | "HEAD"): Promise<Response>;
}

/** A clip of the trainee's, given to their supervisors to watch. */
async function setUp({ isSubmitted = true } = {}): Promise<Playing> {
  const filming = await makeFilming(await freshDatabase());
  const { db, clips } = filming;
  const clipId = await clipIn(filming, FILM);
  if (isSubmitted) await givenToSupervisors(filming, clipId);
  const play: Playing["play"] = async (by, headers = {}, method = "GET") => {
    const cookie = by === null ? {} : await signIn(db, by.id, NOON);
    const request = new Request(requestOf(`/clips/${clipId}/film`).url, { method, headers: { ...cookie, ...headers } });
    return loader({ request, params: { clipId }, context: contextFor(db, NOON, { clips }) });
  };
  return { ...filming, clipId, play };
}

/** The answer's status; its film is not read. */
async function statusOf(asked: Promise<Response>): Promise<number> {
  const answer = await asked;
  await answer.body?.cancel();
  return answer.status;
}

const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

/** How many files under that folder this process holds open. */
function openFiles({ folders }: Filming): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folders.dataFolder);
    } catch {
      return false;
    }
  }).length;
}

describe("ranges", () => {
  test("the whole film, as it was sent, kept by no cache and offered for no download", async () => {
    const playing = await setUp();
    const answer = await playing.play(playing.world.supervisor);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "accept-ranges": "bytes", "cache-control": "private, no-store", "content-disposition": "inline", "content-length": String(SIZE), "content-type": "video/mp4",
      "etag": `"${playing.clipId}-${String(SIZE)}"`,
    });
    expect(sha256(await bytesOf(answer))).toBe(sha256(FILM));
    expect(openFiles(playing)).toBe(0);
  });

  test.each([
    ["the first byte", "bytes=0-0", 0, 0],
    ["across the border of two records", "bytes=65530-65545", 65_530, 65_545],
    ["the last byte of a record", "bytes=65535-65535", 65_535, 65_535],
    ["the first byte of the next", "bytes=65536-65536", 65_536, 65_536],
    ["several whole records and pieces of two", "bytes=60000-200000", 60_000, 200_000],
    ["to an open end", "bytes=200000-", 200_000, SIZE - 1],
    ["the last hundred bytes", "bytes=-100", SIZE - 100, SIZE - 1],
    ["past the end", "bytes=267000-9999999", 267_000, SIZE - 1],
  ])("%s", async (_, range, from, to) => {
    const playing = await setUp();
    const answer = await playing.play(playing.world.supervisor, { range });
    expect([answer.status, answer.headers.get("Content-Range"), answer.headers.get("Content-Length")]).toEqual([206, `bytes ${String(from)}-${String(to)}/${String(SIZE)}`, String(to - from + 1)]);
    expect((await bytesOf(answer)).equals(FILM.subarray(from, to + 1))).toBe(true);
    expect(openFiles(playing)).toBe(0);
  });

  test.each([["a start past the end", `bytes=${String(SIZE)}-`], ["the last none", "bytes=-0"]])("%s is answered 416 with the film's length", async (_, range) => {
    const playing = await setUp();
    const answer = await playing.play(playing.world.supervisor, { range });
    expect([answer.status, answer.headers.get("Content-Range"), (await bytesOf(answer)).length]).toEqual([416, `bytes */${String(SIZE)}`, 0]);
    expect(openFiles(playing)).toBe(0);
  });

  test.each(["bytes=5-2", "bytes=0-1,4-5", "lines=0-1", "bytes=", "nonsense"])("%s is answered with the whole film", async (range) => {
    const playing = await setUp();
    const answer = await playing.play(playing.world.supervisor, { range });
    expect([answer.status, (await bytesOf(answer)).length]).toEqual([200, SIZE]);
  });

  test("a HEAD tells the length and gives nothing", async () => {
    const playing = await setUp();
    const answer = await playing.play(playing.world.supervisor, { range: "bytes=0-9" }, "HEAD");
    expect([answer.status, answer.headers.get("Content-Length"), (await bytesOf(answer)).length]).toEqual([200, String(SIZE), 0]);
    expect(openFiles(playing)).toBe(0);
  });

  test("If-Range: the part where it is still this film, else all of it", async () => {
    const playing = await setUp();
    const range = "bytes=0-9";
    const same = await playing.play(playing.world.supervisor, { range, "if-range": `"${playing.clipId}-${String(SIZE)}"` });
    const other = await playing.play(playing.world.supervisor, { range, "if-range": '"another"' });
    expect([same.status, other.status]).toEqual([206, 200]);
    expect([(await bytesOf(same)).length, (await bytesOf(other)).length]).toEqual([10, SIZE]);
  });

  test("a hundred plays that are broken off, at once and at any place, leave no file open", async () => {
    const playing = await setUp();
    await Promise.all(Array.from({ length: 100 }, async (_, i) => {
      const answer = await playing.play(playing.world.supervisor, { range: `bytes=${String(i * 2000)}-` });
      const reader = answer.body?.getReader();
      for (let read = 0; read < i % 4; read += 1) await reader?.read();
      await reader?.cancel();
    }));
    expect(openFiles(playing)).toBe(0);
  });

  test("a record that was tampered with ends the play, and leaves no file open", async () => {
    const playing = await setUp();
    const reader = await playing.clips.blobs.openReader(playing.clipId);
    const sealed = Buffer.alloc(SIZE + 5 * 28);
    await reader?.read(sealed, 0);
    await reader?.close();
    const flipped = SEALED_RECORD_BYTES + 100;
    sealed[flipped] = (sealed[flipped] ?? 0) ^ 1;
    const writer = await playing.clips.blobs.openWriter(playing.clipId, 0);
    await writer.append(sealed);
    await writer.close();
    await expect((await playing.play(playing.world.supervisor)).arrayBuffer()).rejects.toThrow("the record does not open");
    expect(openFiles(playing)).toBe(0);
  });
});

describe("asked at every range", () => {
  const RANGE = { range: "bytes=0-99" };

  test("who: the owner and the present supervisor; for everybody else there is no such film", async () => {
    const playing = await setUp();
    const { world } = playing;
    const statuses: Record<string, number> = {};
    for (const who of ["trainee", "supervisor", "peer", "lead", "stranger"] as const) statuses[who] = await statusOf(playing.play(world[who], RANGE));
    expect(statuses).toEqual({ trainee: 206, supervisor: 206, peer: 404, lead: 404, stranger: 404 });
    expect(await statusOf(playing.play(null, RANGE))).toBe(401);
  });

  test("the grant: not submitted, only its owner sees it; a grant that ends, ends the play", async () => {
    const playing = await setUp({ isSubmitted: false });
    const { db, world, clipId } = playing;
    expect([await statusOf(playing.play(world.trainee, RANGE)), await statusOf(playing.play(world.supervisor, RANGE))]).toEqual([206, 404]);
    await givenToSupervisors(playing, clipId);
    expect(await statusOf(playing.play(world.supervisor, RANGE))).toBe(206);
    await db.inTransaction((trx) => endGrants(trx, { clipId, reason: "submitted" }, world.trainee.id, NOON));
    expect([await statusOf(playing.play(world.trainee, RANGE)), await statusOf(playing.play(world.supervisor, RANGE))]).toEqual([206, 404]);
  });

  test("consent: withdrawn between two ranges, the next one is refused, to the owner too", async () => {
    const playing = await setUp();
    const { db, clips, world, consentId } = playing;
    expect(await statusOf(playing.play(world.supervisor, RANGE))).toBe(206);
    await withdrawConsent({ database: db, clips }, await actorFor(db, world.trainee), { consentId, withdrawnOn: "2026-11-21" }, NOON);
    expect([await statusOf(playing.play(world.supervisor, RANGE)), await statusOf(playing.play(world.trainee, RANGE))]).toEqual([410, 410]);
  });

  test("consent: withdrawn in the record alone, before anything was erased, the next range is refused all the same", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("consent_version").set({ withdrawn_on: "2026-11-21" }).execute();
    expect([await statusOf(playing.play(playing.world.supervisor, RANGE)), await statusOf(playing.play(playing.world.trainee, RANGE))]).toEqual([403, 403]);
  });

  test("consent: no longer for the supervisor, who is refused, while its owner still sees it", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("consent_version").set({ for_own_supervisor: 0 }).execute();
    expect([await statusOf(playing.play(playing.world.supervisor, RANGE)), await statusOf(playing.play(playing.world.trainee, RANGE))]).toEqual([403, 206]);
  });

  test("the relation: a supervisor whose assignment ended yesterday is refused this morning", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("supervisor_assignment").set({ ends_on: "2026-11-20" }).execute();
    expect(await statusOf(playing.play(playing.world.supervisor, RANGE))).toBe(404);
  });

  test("the role: a supervisor whose grant ended is refused", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("role_grant").set({ role: "lead" }).where("person_id", "=", playing.world.supervisor.id).execute();
    expect(await statusOf(playing.play(playing.world.supervisor, RANGE))).toBe(404);
  });

  test("the film: erased between two ranges it is gone for those who had it, and was never there for others", async () => {
    const playing = await setUp();
    const { db, clips, world, clipId } = playing;
    await eraseClip({ database: db, clips }, await actorFor(db, world.trainee), { clipId }, NOON);
    expect([await statusOf(playing.play(world.supervisor, RANGE)), await statusOf(playing.play(world.trainee, RANGE)), await statusOf(playing.play(world.peer, RANGE))]).toEqual([410, 410, 404]);
  });

  test("the key: destroyed by hand, the film is gone and nothing breaks", async () => {
    const playing = await setUp();
    await playing.clips.keys.destroy(playing.clipId);
    expect(await statusOf(playing.play(playing.world.supervisor, RANGE))).toBe(410);
  });

  test.each(["nothing-of-ours", "..", newId(), "A", ""])("no film stands under %j", async (clipId) => {
    const playing = await setUp();
    const request = requestOf("/clips/x/film", await signIn(playing.db, playing.world.trainee.id, NOON));
    expect((await loader({ request, params: { clipId }, context: contextFor(playing.db, NOON, { clips: playing.clips }) })).status).toBe(404);
  });
});
