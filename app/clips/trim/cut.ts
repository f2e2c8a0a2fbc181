import {
  BufferTarget, EncodedAudioPacketSource, type EncodedPacket, EncodedPacketSink, EncodedVideoPacketSource, type InputAudioTrack, type InputVideoTrack, Mp4OutputFormat, Output,
  WebMOutputFormat,
} from "mediabunny";

import { MAX_CLIP_BYTES } from "../model.ts";
import { type FilmInput, NotCuttable, withFilm } from "./film-input.ts";
import { lengthOf, type Piece } from "./pieces.ts";
import { withoutDates } from "./without-dates.ts";

const MS_PER_SECOND = 1000;
/** What a mark may be off by, in seconds: marks are in milliseconds, films are not. */
const TINY = 0.001;
/** A piece whose pictures end so much before its mark broke off, in seconds: pictures that need later ones end it earlier than marked. */
const MISSING_SECONDS = 1;

/** Why a film was not cut. */
export type CutRefusal = NotCuttable["because"] | "too_large" | "no_key_frame" | "cancelled";

/** A clip as it was cut on the device. */
export interface Cut {
  readonly clip: Blob;
  /** Of the film on the device that was read for it, in bytes. */
  readonly readBytes: number;
}

/** A clip that was cut, or why it was not. */
export type CutResult = { readonly ok: true; readonly cut: Cut } | { readonly ok: false; readonly because: CutRefusal };

/** How it is cut. */
export interface Cutting {
  /** Where each begins is a key frame's time, as `findStart` gave it; in the film's order, none over another. */
  readonly pieces: readonly Piece[];
  readonly withSound: boolean;
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

class CutRefused extends Error {
  readonly because: CutRefusal;

  constructor(because: CutRefusal) {
    super(because);
    this.because = because;
  }
}

/** One track of the clip that grows piece by piece. */
interface Track {
  readonly sink: EncodedPacketSink;
  readonly add: (packet: EncodedPacket) => Promise<void>;
  readonly close: () => void;
}

async function pictureTrack(output: Output, picture: InputVideoTrack): Promise<Track> {
  const [codec, decoderConfig] = [await picture.getCodec(), await picture.getDecoderConfig()];
  if (codec === null || decoderConfig === null) throw new CutRefused("cut_short");
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation: await picture.getRotation() });
  return { sink: new EncodedPacketSink(picture), add: (packet) => source.add(packet, { decoderConfig }), close: () => { source.close(); } };
}

async function soundTrack(output: Output, sound: InputAudioTrack): Promise<Track | null> {
  const [codec, decoderConfig] = [await sound.getCodec(), await sound.getDecoderConfig()];
  if (codec === null || decoderConfig === null || !output.format.getSupportedAudioCodecs().includes(codec)) return null;
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  return { sink: new EncodedPacketSink(sound), add: (packet) => source.add(packet, { decoderConfig }), close: () => { source.close(); } };
}

/** A stretch of the film in seconds, and by how much its times move in the clip. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly moveBy: number;
}

/** Counts what is taken, and stops where somebody cancelled or it is more than may be sent. */
type Taken = (packet: EncodedPacket) => void;

/** Copies what lies in the stretch and returns where it ends, in seconds of the film. */
async function copy({ sink, add }: Track, first: EncodedPacket | null, { from, to, moveBy }: Stretch, taken: Taken): Promise<number> {
  let end = from;
  if (first === null) return end;
  for await (const packet of sink.packets(first)) {
    // Pictures that lead over from before the key frame are from before the mark.
    if (packet.timestamp < from - TINY) continue;
    if (packet.timestamp + packet.duration > to + TINY) break;
    taken(packet);
    await add(packet.clone({ timestamp: Math.max(packet.timestamp + moveBy, 0) }));
    end = Math.max(end, packet.timestamp + packet.duration);
  }
  return end;
}

async function copyPiece(tracks: { picture: Track; sound: Track | null }, stretch: Stretch, taken: Taken): Promise<number> {
  const key = await tracks.picture.sink.getKeyPacket(stretch.from + TINY, { verifyKeyPackets: true });
  if (key === null || Math.abs(key.timestamp - stretch.from) > TINY) throw new CutRefused("no_key_frame");
  const copySound = async (track: Track): Promise<number> => copy(track, await track.sink.getPacket(stretch.from) ?? await track.sink.getFirstPacket(), stretch, taken);
  const [pictureEnd, soundEnd] = await Promise.all([copy(tracks.picture, key, stretch, taken), tracks.sound ? copySound(tracks.sound) : stretch.from]);
  if (pictureEnd < stretch.to - MISSING_SECONDS) throw new CutRefused("cut_short");
  return Math.max(pictureEnd, soundEnd);
}

function counter({ pieces, onProgress, signal }: Cutting, tracks: number): Taken {
  const seconds = tracks * lengthOf(pieces) / MS_PER_SECOND;
  let [bytes, done] = [0, 0];
  return ({ byteLength, duration }) => {
    if (signal?.aborted === true) throw new CutRefused("cancelled");
    bytes += byteLength;
    if (bytes > MAX_CLIP_BYTES) throw new CutRefused("too_large");
    done += duration;
    onProgress?.(Math.min(done / seconds, 1));
  };
}

async function copyPieces(film: FilmInput, cutting: Cutting): Promise<Blob> {
  const target = new BufferTarget();
  const output = new Output({ format: film.isWebm ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  try {
    const picture = await pictureTrack(output, film.picture);
    const sound = cutting.withSound && film.sound ? await soundTrack(output, film.sound) : null;
    await output.start();
    const taken = counter(cutting, sound === null ? 1 : 2);
    let length = 0;
    for (const { fromMs, toMs } of cutting.pieces) {
      const from = fromMs / MS_PER_SECOND;
      length += await copyPiece({ picture, sound }, { from, to: toMs / MS_PER_SECOND, moveBy: length - from }, taken) - from;
    }
    picture.close();
    sound?.close();
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined);
    throw error;
  }
  if (target.buffer === null) throw new CutRefused("cut_short");
  return film.isWebm ? new Blob([target.buffer], { type: "video/webm" }) : new Blob([withoutDates(target.buffer)], { type: "video/mp4" });
}

/**
 * Cuts the pieces out of a film on the device into one clip, by copying what is stored: nothing is drawn anew and nothing from before a
 * piece's start is in it. Place, device, title and dates of the film are left behind; how it is turned stays. The same pieces of the same
 * film give the same bytes, so that an upload which broke off can go on.
 */
export async function cutFilm(file: Blob, cutting: Cutting): Promise<CutResult> {
  let readBytes = 0;
  try {
    return await withFilm(file, async (film) => {
      film.input.source.on("read", ({ start, end }) => { readBytes += end - start; });
      return { ok: true, cut: { clip: await copyPieces(film, cutting), readBytes } };
    });
  } catch (error) {
    if (error instanceof CutRefused || error instanceof NotCuttable) return { ok: false, because: error.because };
    return { ok: false, because: cutting.signal?.aborted === true ? "cancelled" : "cut_short" };
  }
}
