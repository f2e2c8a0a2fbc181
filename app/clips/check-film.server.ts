import { setImmediate } from "node:timers/promises";

import type { InputFormat, InputTrack, MetadataTags } from "mediabunny";

import { type Clock, systemClock } from "#app/platform/clock.ts";

import { type ReadBytes, refusalByBoxes } from "./film-boxes.ts";
import { type FilmFacts, type FilmRefusal, MAX_CLIP_BYTES, MAX_CLIP_MINUTES, type MediaType } from "./model.ts";
import type { OpenFilm } from "./sealed-film.server.ts";

/** What is wrong with a film, or what it is. */
export type FilmVerdict = { readonly ok: true; readonly facts: FilmFacts } | { readonly ok: false; readonly because: FilmRefusal };

const CODECS: ReadonlySet<string | null> = new Set(["avc", "hevc", "vp8", "vp9", "av1"]);
/** Tags that name the program that wrote the file, and the format itself. Any other may say where, when, who or with what. */
const HARMLESS_TAG = /^(©too|©swr|©enc|encoder|writing_?app|muxing_?app|major_brand|minor_version|compatible_brands)$/i;
/** Seconds by which sound may begin before the picture: what its encoder needs to start. */
const SOUND_LEAD_SECONDS = 0.2;
const SLACK_SECONDS = 1;
/** What a file may hold beside its packets: tables that grow with their number, and a frame. */
const FRAME_BYTES = 65_536;
const FRAME_BYTES_PER_PACKET = 128;
/** Ten minutes at 240 pictures a second, and several sound tracks. */
const MAX_PACKETS = 400_000;

/** How long one film may be looked through: many times what the longest that is taken needs. */
const MAX_CHECK_SECONDS = 60;
/** Packets after which whoever else waits for the server has a turn. */
const PACKETS_AT_ONCE = 500;

/** The time for looking through a film is over. */
class TookTooLong extends Error {}

/** Throws `TookTooLong` once a film has been looked through for as long as it may be. */
type Deadline = () => void;

function deadlineOf(clock: Clock): Deadline {
  const until = clock().getTime() + MAX_CHECK_SECONDS * 1000;
  return () => { if (clock().getTime() > until) throw new TookTooLong(); };
}

interface TrackFacts {
  readonly packets: number;
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
  readonly hasRepeats: boolean;
}

type Mediabunny = typeof import("mediabunny");

async function factsOf({ EncodedPacketSink }: Mediabunny, track: InputTrack, inTime: Deadline): Promise<TrackFacts> {
  const times = new Set<number>();
  let [packets, bytes, from, to] = [0, 0, Infinity, -Infinity];
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    packets += 1;
    if (packets > MAX_PACKETS) break;
    inTime();
    if (packets % PACKETS_AT_ONCE === 0) await setImmediate();
    bytes += packet.byteLength;
    times.add(packet.timestamp);
    from = Math.min(from, packet.timestamp);
    to = Math.max(to, packet.timestamp + packet.duration);
  }
  return { packets, bytes, from, to, hasRepeats: times.size < packets };
}

function tellsMore({ raw, ...named }: MetadataTags): boolean {
  return Object.keys(named).length > 0 || Object.keys(raw ?? {}).some((tag) => !HARMLESS_TAG.test(tag));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Of all tracks, pictures first. */
function refusalByPackets(pictures: readonly TrackFacts[], all: readonly TrackFacts[], fileBytes: number): FilmRefusal | null {
  const [packets, bytes] = [sum(all.map((t) => t.packets)), sum(all.map((t) => t.bytes))];
  const seconds = Math.max(...all.map((t) => t.to));
  if (packets > MAX_PACKETS || seconds > MAX_CLIP_MINUTES * 60 + SLACK_SECONDS) return "too_long";
  if (bytes > fileBytes || pictures.some((t) => t.packets === 0) || seconds <= 0) return "cut_short";
  if (pictures.some((t) => t.from < 0 || t.hasRepeats) || all.some((t) => t.from < -SOUND_LEAD_SECONDS)) return "hidden_data";
  return fileBytes - bytes > FRAME_BYTES + packets * FRAME_BYTES_PER_PACKET ? "hidden_data" : null;
}

function mediaTypeOf({ MP4, QTFF }: Mediabunny, format: InputFormat): MediaType {
  if (format === QTFF) return "video/quicktime";
  return format === MP4 ? "video/mp4" : "video/webm";
}

interface Looking {
  readonly mediabunny: Mediabunny;
  readonly input: InstanceType<Mediabunny["Input"]>;
  readonly read: ReadBytes;
  readonly fileBytes: number;
  readonly inTime: Deadline;
}

async function judge({ mediabunny, input, read, fileBytes, inTime }: Looking): Promise<FilmVerdict> {
  const refuse = (because: FilmRefusal): FilmVerdict => ({ ok: false, because });
  if (!(await input.canRead())) return refuse("not_a_film");
  const mediaType = mediaTypeOf(mediabunny, await input.getFormat());
  const byBoxes = mediaType === "video/webm" ? null : await refusalByBoxes(read, fileBytes);
  if (byBoxes !== null) return refuse(byBoxes);
  const tracks = await input.getTracks();
  const picture = await input.getPrimaryVideoTrack();
  if (picture === null) return refuse(tracks.length === 0 ? "cut_short" : "no_picture");
  for (const track of tracks) if (track.isVideoTrack() && !CODECS.has(await track.getCodec())) return refuse("codec_not_taken");
  if (tellsMore(await input.getMetadataTags())) return refuse("names_place");
  const facts = new Map<InputTrack, TrackFacts>();
  for (const track of tracks) facts.set(track, await factsOf(mediabunny, track, inTime));
  const all = [...facts.values()];
  const byPackets = refusalByPackets(tracks.flatMap((t) => (t.isVideoTrack() ? facts.get(t) ?? [] : [])), all, fileBytes);
  if (byPackets !== null) return refuse(byPackets);
  const durationMs = Math.round(Math.max(...all.map((t) => t.to)) * 1000);
  const [width, height] = [await picture.getDisplayWidth(), await picture.getDisplayHeight()];
  return { ok: true, facts: { mediaType, durationMs, width, height, hasSound: tracks.some((t) => t.isAudioTrack()) } };
}

/**
 * Looks into a film that was received whole, by its content alone: what it is, or why it is not taken (docs/field.md, "Clips").
 * Throws what reading it threw; a film that cannot be made sense of is `cut_short`, one that takes more than a minute `too_laborious`.
 */
export async function checkFilm(film: Pick<OpenFilm, "read">, fileBytes: number, clock: Clock = systemClock): Promise<FilmVerdict> {
  if (fileBytes === 0) return { ok: false, because: "empty" };
  if (fileBytes > MAX_CLIP_BYTES) return { ok: false, because: "too_large" };
  const mediabunny = await import("mediabunny");
  const failed: unknown[] = [];
  const inTime = deadlineOf(clock);
  const read = async (from: number, to: number): Promise<Buffer> => {
    try {
      inTime();
      return await film.read(from, to);
    } catch (error) {
      failed.push(error);
      throw error;
    }
  };
  const source = new mediabunny.CustomSource({
    getSize: () => fileBytes, read: (start, end) => read(start, end - 1), handleUnhandledError: (error) => { failed.push(error); },
  });
  const input = new mediabunny.Input({ source, formats: [mediabunny.MP4, mediabunny.QTFF, mediabunny.WEBM] });
  try {
    return await judge({ mediabunny, input, read, fileBytes, inTime });
  } catch (error) {
    if ([error, ...failed].some((one) => one instanceof TookTooLong)) return { ok: false, because: "too_laborious" };
    if (failed.length > 0) throw failed[0];
    if (!(error instanceof Error)) throw error;
    return { ok: false, because: "cut_short" };
  } finally {
    input.dispose();
  }
}

/** What the first bytes of a film say; null where they may be one. Only a first look, before more of it is taken. */
export async function refusalByFirstBytes(head: Uint8Array): Promise<FilmRefusal | null> {
  const { fileTypeFromBuffer } = await import("file-type");
  const mime = (await fileTypeFromBuffer(head))?.mime ?? "";
  if (/^video\/(mp4|quicktime|webm|x-m4v)$/.test(mime)) return null;
  return /^audio\/(mp4|x-m4a)$/.test(mime) ? "no_picture" : "not_a_film";
}

/** How many bytes `refusalByFirstBytes` looks at. */
export const FIRST_BYTES = 4_100;
