import { BlobSource, EncodedPacketSink, Input, MP4, QTFF, WEBM } from "mediabunny";
import { describe, expect, it, vi } from "vitest";

import { filmFixture } from "#tests/support/clips.ts";

import { checkFilm } from "../check-film.server.ts";
import { type Cut, cutFilm, type Cutting, type CutRefusal } from "./cut.ts";
import { findStart } from "./look-at-film.ts";
import type { Piece } from "./pieces.ts";

const bytesOf = (name: string): Buffer => Buffer.from(filmFixture(name));
const filmOf = (name: string): Blob => new Blob([new Uint8Array(bytesOf(name))]);

interface Packet { readonly at: number; readonly data: Buffer }

async function packetsOf(file: Blob): Promise<{ readonly pictures: Packet[]; readonly sounds: Packet[]; readonly rotation: number; readonly width: number }> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM] });
  const picture = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  if (picture === null) throw new Error("no picture");
  const read = async (sink: EncodedPacketSink): Promise<Packet[]> => {
    const all: Packet[] = [];
    for await (const packet of sink.packets()) all.push({ at: packet.timestamp, data: Buffer.from(packet.data) });
    return all;
  };
  const [rotation, width] = [await picture.getRotation(), await picture.getDisplayWidth()];
  return { pictures: await read(new EncodedPacketSink(picture)), sounds: sound ? await read(new EncodedPacketSink(sound)) : [], rotation, width };
}

async function snapped(file: Blob, piece: Piece): Promise<Piece> {
  const fromMs = await findStart(file, piece.fromMs);
  if (fromMs === null) throw new Error("no key frame");
  return { fromMs, toMs: piece.toMs };
}

async function cut(file: Blob, pieces: readonly Piece[], how: Partial<Cutting> = {}): Promise<Cut> {
  const result = await cutFilm(file, { pieces: await Promise.all(pieces.map((piece) => snapped(file, piece))), withSound: true, ...how });
  if (!result.ok) throw new Error(result.because);
  return result.cut;
}

/** Runs it a year later: the library asks the machine's clock. */
async function atAnotherTime<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-11-22T10:00:00Z") });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

const within = (packets: readonly Packet[], fromMs: number, toMs: number): Buffer[] => packets.filter(({ at }) => at * 1000 >= fromMs - 1 && at * 1000 < toMs - 1).map(({ data }) => data);

// Of the README of the films: which key frame a cut from there begins at, in milliseconds.
const FILMS: readonly (readonly [string, Piece, number])[] = [
  ["faststart.mp4", { fromMs: 2300, toMs: 3700 }, 2000], ["moov-last.mp4", { fromMs: 2300, toMs: 3700 }, 2000], ["rotated.mp4", { fromMs: 2300, toMs: 3700 }, 2000],
  ["sparse-keys.mp4", { fromMs: 2300, toMs: 3700 }, 0], ["sparse-keys.mp4", { fromMs: 5100, toMs: 7000 }, 5000], ["hevc.mov", { fromMs: 2300, toMs: 3700 }, 2000],
  ["no-duration.webm", { fromMs: 2300, toMs: 3700 }, 2007], ["no-duration.webm", { fromMs: 0, toMs: 1500 }, 7], ["mediarecorder-vp9.webm", { fromMs: 1500, toMs: 2900 }, 0],
  ["gps.mp4", { fromMs: 2300, toMs: 3700 }, 2000], ["gps-udta.mp4", { fromMs: 2300, toMs: 3700 }, 2000],
];

describe("one piece of each film", () => {
  it.each(FILMS)("%s, %j begins at its key frame", async (name, piece, startMs) => {
    expect(await findStart(filmOf(name), piece.fromMs)).toBeCloseTo(startMs, 0);
  });

  it.each(FILMS)("%s, %j is copied: what was stored from the key frame on, and no picture from before or after it", async (name, piece, startMs) => {
    const source = await packetsOf(filmOf(name));
    const { clip } = await cut(filmOf(name), [piece]);
    const made = await packetsOf(clip);
    const whole = Buffer.from(await clip.arrayBuffer());
    const wanted = within(source.pictures, startMs, piece.toMs);
    expect(made.pictures.length).toBeGreaterThan(wanted.length - 3);
    made.pictures.forEach(({ data }) => { expect(wanted.some((one) => one.equals(data))).toBe(true); });
    const others = source.pictures.filter(({ data }) => !wanted.some((one) => one.equals(data)));
    others.filter(({ data }) => data.byteLength > 64).forEach(({ data }) => { expect(whole.includes(data)).toBe(false); });
    expect(made.pictures[0]?.at).toBe(0);
    expect(made.rotation).toBe(source.rotation);
    expect(made.width).toBe(source.width);
  });

  it.each(FILMS)("%s, %j is taken by the server's own check", async (name, piece) => {
    const { clip } = await cut(filmOf(name), [piece]);
    const bytes = Buffer.from(await clip.arrayBuffer());
    const verdict = await checkFilm({ read: (from, to) => Promise.resolve(bytes.subarray(from, to + 1)) }, bytes.byteLength);
    expect(verdict).toMatchObject({ ok: true });
  });

  it.each(FILMS)("%s, %j is the same bytes when it is cut again later, and says no date", async (name, piece) => {
    const [first, second] = [await cut(filmOf(name), [piece]), await atAnotherTime(() => cut(filmOf(name), [piece]))];
    expect(Buffer.from(await first.clip.arrayBuffer()).equals(Buffer.from(await second.clip.arrayBuffer()))).toBe(true);
  });

  it.each(["gps.mp4", "gps-udta.mp4"])("%s loses place, device, title and date, also where it is taken whole", async (name) => {
    const tells = ["+52.3702", "52.37", "Secret title", "iPhone", "Apple", "2026-05-01"];
    expect(tells.some((text) => bytesOf(name).includes(text)) || name === "gps-udta.mp4").toBe(true);
    for (const piece of [{ fromMs: 2300, toMs: 3700 }, { fromMs: 0, toMs: 6000 }]) {
      const whole = Buffer.from(await (await cut(filmOf(name), [piece])).clip.arrayBuffer());
      for (const text of tells) expect(whole.includes(text)).toBe(false);
      expect(whole.includes("loci")).toBe(false);
    }
  });
});

describe("several pieces", () => {
  it.each([
    ["faststart.mp4", [{ fromMs: 1000, toMs: 2000 }, { fromMs: 4000, toMs: 5500 }]], ["no-duration.webm", [{ fromMs: 2007, toMs: 3500 }, { fromMs: 4007, toMs: 5500 }]],
    ["hevc.mov", [{ fromMs: 0, toMs: 1000 }, { fromMs: 2000, toMs: 3000 }, { fromMs: 3000, toMs: 3900 }]],
  ] as const)("of %s follow each other in one clip, each picture once, without sound it has none", async (name, pieces) => {
    const { clip } = await cut(filmOf(name), pieces);
    const made = await packetsOf(clip);
    const times = made.pictures.map(({ at }) => at);
    expect(new Set(times).size).toBe(times.length);
    expect(Math.max(...times) * 1000).toBeLessThan(pieces.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) + 1);
    expect(made.sounds.length).toBeGreaterThan(0);
    const silent = await packetsOf((await cut(filmOf(name), pieces, { withSound: false })).clip);
    expect(silent.sounds).toHaveLength(0);
    expect(silent.pictures).toHaveLength(made.pictures.length);
  });
});

async function refused(file: Blob, how: Partial<Cutting> = {}): Promise<CutRefusal | null> {
  const result = await cutFilm(file, { pieces: [{ fromMs: 0, toMs: 5000 }], withSound: true, ...how });
  return result.ok ? null : result.because;
}

describe("what cannot be cut", () => {
  it.each([["audio-only.mp4", "no_picture"], ["truncated-with-moov.mp4", "cut_short"], ["really-html.mp4", "not_a_film"], ["zero-bytes.mp4", "not_a_film"], ["truncated-no-moov.mp4", "cut_short"]])(
    "%s: %s", async (name, because) => { expect(await refused(filmOf(name))).toBe(because); });

  it("a film that breaks off gives what lies before", async () => {
    const { clip } = await cut(filmOf("truncated-with-moov.mp4"), [{ fromMs: 1000, toMs: 3000 }]);
    expect((await packetsOf(clip)).pictures).toHaveLength(50);
  });

  it("is cancelled while it is cut", async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const because = await refused(filmOf("faststart.mp4"), { signal: stop.signal, onProgress: (done) => { told.push(done); if (done > 0.5) stop.abort(); } });
    expect(because).toBe("cancelled");
    expect(Math.max(...told)).toBeLessThan(0.6);
  });

  it("a start that is no key frame is refused, lest pictures from before it come along", async () => {
    expect(await refused(filmOf("faststart.mp4"), { pieces: [{ fromMs: 2300, toMs: 3700 }] })).toBe("no_key_frame");
  });
});

it("tells how much is done up to all of it", async () => {
  const told: number[] = [];
  await cut(filmOf("faststart.mp4"), [{ fromMs: 0, toMs: 6000 }], { onProgress: (done) => { told.push(done); } });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBeGreaterThan(0.95);
});
