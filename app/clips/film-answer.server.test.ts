import { describe, expect, test } from "vitest";

import type { ClipServices } from "#app/platform/clip-services.server.ts";
import { filmFixture, sealedIn, temporaryClips } from "#tests/support/clips.ts";
import { sha256 } from "#tests/support/uploading.ts";

import { answerFilm } from "./film-answer.server.ts";
import type { Clip } from "./model.ts";
import { openFilm } from "./sealed-film.server.ts";
import { SEALED_RECORD_BYTES } from "./sealed-format.ts";

const FILM = filmFixture("sparse-keys.mp4");
const SIZE = FILM.length;

interface Playing {
  readonly clips: ClipServices;
  readonly clip: Clip;
  /** How many of its files are open. */
  readonly open: { now: number };
}

/** Stores that count the files that they hold open. */
function counting({ keys, blobs }: ClipServices): Pick<Playing, "clips" | "open"> {
  const open = { now: 0 };
  const openReader: ClipServices["blobs"]["openReader"] = async (id) => {
    const reader = await blobs.openReader(id);
    if (!reader) return undefined;
    open.now += 1;
    return { read: (into, at) => reader.read(into, at), close: () => reader.close().then(() => { open.now -= 1; }) };
  };
  return { open, clips: { keys, blobs: { ...blobs, openReader } } };
}

/** A sealed film of five records. */
async function sealed(): Promise<Playing> {
  const { clips, open } = counting(temporaryClips());
  const { id, bytes } = await sealedIn(clips, FILM);
  const clip: Clip = {
    id, bytes, traineeId: "t", entryId: "e", clientId: "c", mediaType: "video/mp4", durationMs: 12_000, width: 320, height: 180, hasSound: true, recordedAt: "2026-11-21T12:00:00.000Z",
  };
  return { clips, open, clip };
}

/** Asks for the film as somebody who may watch it. */
async function play({ clips, clip }: Playing, headers: Readonly<Record<string, string>> = {}, method: "GET" | "HEAD" = "GET"): Promise<Response> {
  const film = await openFilm(clips, clip);
  if (!film) throw new Error("sealed and not there");
  return answerFilm(new Request("https://attune.test/clips/film", { method, headers }), { clip, film });
}

const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

describe("ranges", () => {
  test("the whole film, as it was sent, kept by no cache and offered for no download", async () => {
    const playing = await sealed();
    const answer = await play(playing);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "accept-ranges": "bytes", "cache-control": "private, no-store", "content-disposition": "inline", "content-length": String(SIZE), "content-type": "video/mp4",
      "etag": `"${playing.clip.id}-${String(SIZE)}"`,
    });
    expect(sha256(await bytesOf(answer))).toBe(sha256(FILM));
    expect(playing.open.now).toBe(0);
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
    const playing = await sealed();
    const answer = await play(playing, { range });
    expect([answer.status, answer.headers.get("Content-Range"), answer.headers.get("Content-Length")]).toEqual([206, `bytes ${String(from)}-${String(to)}/${String(SIZE)}`, String(to - from + 1)]);
    expect((await bytesOf(answer)).equals(FILM.subarray(from, to + 1))).toBe(true);
    expect(playing.open.now).toBe(0);
  });

  test.each([["a start past the end", `bytes=${String(SIZE)}-`], ["the last none", "bytes=-0"]])("%s is answered 416 with the film's length", async (_, range) => {
    const playing = await sealed();
    const answer = await play(playing, { range });
    expect([answer.status, answer.headers.get("Content-Range"), (await bytesOf(answer)).length]).toEqual([416, `bytes */${String(SIZE)}`, 0]);
    expect(playing.open.now).toBe(0);
  });

  test.each(["bytes=5-2", "bytes=0-1,4-5", "lines=0-1", "bytes=", "nonsense"])("%s is answered with the whole film", async (range) => {
    const playing = await sealed();
    const answer = await play(playing, { range });
    expect([answer.status, (await bytesOf(answer)).length]).toEqual([200, SIZE]);
  });

  test("a HEAD tells the length and gives nothing", async () => {
    const playing = await sealed();
    const answer = await play(playing, { range: "bytes=0-9" }, "HEAD");
    expect([answer.status, answer.headers.get("Content-Length"), (await bytesOf(answer)).length]).toEqual([200, String(SIZE), 0]);
    expect(playing.open.now).toBe(0);
  });

  test("If-Range: the part where it is still this film, else all of it", async () => {
    const playing = await sealed();
    const range = "bytes=0-9";
    const same = await play(playing, { range, "if-range": `"${playing.clip.id}-${String(SIZE)}"` });
    const other = await play(playing, { range, "if-range": '"another"' });
    expect([same.status, other.status]).toEqual([206, 200]);
    expect([(await bytesOf(same)).length, (await bytesOf(other)).length]).toEqual([10, SIZE]);
  });

  test("a hundred plays that are broken off, at once and at any place, leave no file open", async () => {
    const playing = await sealed();
    await Promise.all(Array.from({ length: 100 }, async (_, i) => {
      const answer = await play(playing, { range: `bytes=${String(i * 2000)}-` });
      const reader = answer.body?.getReader();
      for (let read = 0; read < i % 4; read += 1) await reader?.read();
      await reader?.cancel();
    }));
    expect(playing.open.now).toBe(0);
  });

  test("a record that was tampered with ends the play, and leaves no file open", async () => {
    const playing = await sealed();
    const reader = await playing.clips.blobs.openReader(playing.clip.id);
    const bytes = Buffer.alloc(SIZE + 5 * 28);
    await reader?.read(bytes, 0);
    await reader?.close();
    const flipped = SEALED_RECORD_BYTES + 100;
    bytes[flipped] = (bytes[flipped] ?? 0) ^ 1;
    const writer = await playing.clips.blobs.openWriter(playing.clip.id, 0);
    await writer.append(bytes);
    await writer.close();
    await expect((await play(playing)).arrayBuffer()).rejects.toThrow("the record does not open");
    expect(playing.open.now).toBe(0);
  });
});
