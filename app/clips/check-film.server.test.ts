import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { filmFixture, sealedIn, temporaryClips } from "#tests/support/clips.ts";

import { checkFilm, FIRST_BYTES, refusalByFirstBytes } from "./check-film.server.ts";
import { FILM_REFUSALS, MAX_CLIP_BYTES } from "./model.ts";
import { type OpenFilm, openFilm } from "./sealed-film.server.ts";

async function opened(bytes: Uint8Array): Promise<OpenFilm> {
  const clips = temporaryClips();
  const film = await openFilm(clips, await sealedIn(clips, bytes));
  if (!film) throw new Error("sealed and not there");
  return film;
}

async function verdictOn(bytes: Uint8Array): Promise<unknown> {
  const film = await opened(bytes);
  const verdict = await checkFilm(film, bytes.length).finally(() => film.close());
  return verdict.ok ? verdict.facts : verdict.because;
}

const mp4 = { mediaType: "video/mp4", durationMs: 6000, width: 320, height: 180, hasSound: true };

/** What the films' own list says of each (tests/fixtures/films). */
const EXPECTED: Readonly<Record<string, unknown>> = {
  "faststart.mp4": mp4,
  "moov-last.mp4": mp4,
  "rotated.mp4": { ...mp4, width: 180, height: 320 },
  "sparse-keys.mp4": { ...mp4, durationMs: 12_000 },
  "hevc.mov": { ...mp4, mediaType: "video/quicktime", durationMs: 4000 },
  "no-duration.webm": { ...mp4, mediaType: "video/webm", durationMs: 6007 },
  "mediarecorder-vp9.webm": { ...mp4, mediaType: "video/webm", durationMs: 4979 },
  "audio-only.mp4": "no_picture",
  "truncated-with-moov.mp4": "cut_short",
  "truncated-no-moov.mp4": "cut_short",
  "really-html.mp4": "not_a_film",
  "zero-bytes.mp4": "empty",
  "gps.mp4": "names_place",
  "gps-udta.mp4": "names_place",
};

describe("every film of the fixtures, read through its seal", () => {
  test("none is left out", () => { expect(readdirSync("tests/fixtures/films").sort()).toEqual(Object.keys(EXPECTED).sort()); });

  test.each(Object.entries(EXPECTED))("%s", async (name, wanted) => {
    expect(await verdictOn(filmFixture(name))).toEqual(wanted);
  });
});

describe("the first bytes", () => {
  test.each([
    ["faststart.mp4", null], ["hevc.mov", null], ["no-duration.webm", null], ["truncated-no-moov.mp4", null],
    ["audio-only.mp4", "no_picture"], ["really-html.mp4", "not_a_film"],
  ])("of %s say %s", async (name, wanted) => {
    expect(await refusalByFirstBytes(filmFixture(name).subarray(0, FIRST_BYTES))).toBe(wanted);
  });

  test("of a film that is called something else decide, not its name", async () => {
    expect(await refusalByFirstBytes(Buffer.from("%PDF-1.7\n"))).toBe("not_a_film");
    expect(await refusalByFirstBytes(Buffer.alloc(0))).toBe("not_a_film");
  });
});

describe("what a film's own tables do not say", () => {
  const film = filmFixture("faststart.mp4");
  const box = (type: string, content: Uint8Array): Buffer => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(content.length + 8, 0);
    header.write(type, 4, "latin1");
    return Buffer.concat([header, content]);
  };
  /** The film with the type of its second track changed. */
  const withTrack = (kind: string): Buffer => {
    const at = film.indexOf("soun");
    return Buffer.concat([film.subarray(0, at), Buffer.from(kind, "latin1"), film.subarray(at + 4)]);
  };

  test.each<[string, Uint8Array, unknown]>([
    ["one missing byte at the end", film.subarray(0, -1), "cut_short"],
    ["half of its last box's header", Buffer.concat([film, Buffer.from([0, 0, 0])]), "cut_short"],
    ["a box longer than the file", Buffer.concat([film, Buffer.from([0x7f, 0xff, 0xff, 0xff]), Buffer.from("free")]), "cut_short"],
    ["a box shorter than its header", Buffer.concat([film, Buffer.from([0, 0, 0, 4]), Buffer.from("free")]), "cut_short"],
    ["a box of its own at the end", Buffer.concat([film, box("uuid", randomBytes(100))]), "hidden_data"],
    ["a page of text behind it", Buffer.concat([film, box("<htm", Buffer.from("hello"))]), "hidden_data"],
    ["much in a box that nobody plays", Buffer.concat([film, box("free", randomBytes(200_000))]), "hidden_data"],
    ["much in a second box of film", Buffer.concat([film, box("mdat", randomBytes(200_000))]), "hidden_data"],
    ["a little free room, as programs leave it", Buffer.concat([film, box("free", Buffer.alloc(2000))]), mp4],
    ["a track of places and movements", withTrack("meta"), "names_place"],
    ["a track of texts", withTrack("text"), "names_place"],
    ["a film that says that it is one, and no more", box("ftyp", Buffer.from("isom\0\0\0\0isom")), "cut_short"],
  ])("%s", async (_, bytes, wanted) => {
    expect(await verdictOn(bytes)).toEqual(wanted);
  });

  test("a second copy of the film behind it is no film of its own", async () => {
    expect(await verdictOn(Buffer.concat([film, film]))).toBe("hidden_data");
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("a film with its bytes thrown about (%i) is refused or taken, and nothing breaks", async (seed) => {
  const film = Buffer.from(filmFixture(seed % 2 === 0 ? "faststart.mp4" : "no-duration.webm"));
  for (let i = 0; i < 40; i += 1) film[(seed * 7919 + i * i * 31) % 6000] = (seed * 131 + i * 17) % 256;
  const verdict = await verdictOn(film);
  expect(typeof verdict === "string" ? FILM_REFUSALS : Object.keys(mp4)).toEqual(expect.arrayContaining(typeof verdict === "string" ? [verdict] : Object.keys(verdict ?? {})));
});

describe("a film that takes long to look through", () => {
  /** A clock that is a second later each time somebody looks at it. */
  const ticking = (): (() => Date) => {
    let seconds = 0;
    return () => new Date(Date.UTC(2026, 10, 21, 12) + (seconds += 1) * 1000);
  };

  test.each(["faststart.mp4", "no-duration.webm"])("is refused for that once its time is over: %s", async (name) => {
    const bytes = filmFixture(name);
    const film = await opened(bytes);
    expect(await checkFilm(film, bytes.length, ticking())).toEqual({ ok: false, because: "too_laborious" });
    await film.close();
  });
});

test("a film past the limit is refused before anything of it is read", async () => {
  const film = await opened(Buffer.from("x"));
  expect(await checkFilm(film, MAX_CLIP_BYTES + 1)).toEqual({ ok: false, because: "too_large" });
  await film.close();
});

test("a damaged record is no verdict on the film: reading it throws", async () => {
  const clips = temporaryClips();
  const sealed = await sealedIn(clips, filmFixture("faststart.mp4"));
  const writer = await clips.blobs.openWriter(sealed.id, 0);
  await writer.append(randomBytes(100_000));
  await writer.close();
  const film = await openFilm(clips, sealed);
  await expect(checkFilm(film as OpenFilm, sealed.bytes)).rejects.toThrow("the record does not open");
  await film?.close();
});

test("a film without its key, or without its bytes, is not there", async () => {
  const clips = temporaryClips();
  const [one, other] = [await sealedIn(clips, Buffer.from("film")), await sealedIn(clips, Buffer.from("film"))];
  await clips.keys.destroy(one.id);
  await clips.blobs.remove(other.id);
  expect([await openFilm(clips, one), await openFilm(clips, other)]).toEqual([undefined, undefined]);
});
