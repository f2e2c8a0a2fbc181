import type { FilmRefusal } from "./model.ts";

/** Reads bytes of a film; both ends belong to the range. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

interface Box {
  readonly type: string;
  readonly from: number;
  /** Where its content begins, and where the box ends. */
  readonly content: number;
  readonly end: number;
}

const HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;
/** Beyond this a film is built to waste our time. */
const MAX_BOXES = 100_000;

/** What a film file of the MP4 family is made of; anything else beside them is not film. */
const KNOWN = new Set(["ftyp", "moov", "mdat", "free", "skip", "wide", "moof", "mfra", "sidx", "styp", "pdin"]);
/** Kinds of track that are picture or sound. Others hold places, movements, faces, texts. */
const PICTURE_OR_SOUND = new Set(["vide", "soun"]);
const HANDLER_TYPE_AT = 8;

/** The file ends before a box does, or a box cannot be what it says. */
class BoxBroken extends Error {}

async function boxAt(read: ReadBytes, from: number, end: number): Promise<Box> {
  if (end - from < HEADER_BYTES) throw new BoxBroken();
  const bytes = await read(from, Math.min(from + LONG_HEADER_BYTES, end) - 1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = String.fromCharCode(...bytes.subarray(4, HEADER_BYTES));
  const short = view.getUint32(0);
  if (short === 0) return { type, from, content: from + HEADER_BYTES, end };
  if (short === 1 && bytes.byteLength < LONG_HEADER_BYTES) throw new BoxBroken();
  const [size, header] = short === 1 ? [Number(view.getBigUint64(HEADER_BYTES)), LONG_HEADER_BYTES] : [short, HEADER_BYTES];
  if (size < header || from + size > end) throw new BoxBroken();
  return { type, from, content: from + header, end: from + size };
}

async function boxesIn(read: ReadBytes, from: number, end: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at < end;) {
    if (boxes.length >= MAX_BOXES) throw new BoxBroken();
    const box = await boxAt(read, at, end);
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

async function kindOf(read: ReadBytes, track: Box): Promise<string> {
  const media = (await boxesIn(read, track.content, track.end)).find((box) => box.type === "mdia");
  const handler = media && (await boxesIn(read, media.content, media.end)).find((box) => box.type === "hdlr");
  if (!handler || handler.end - handler.content < HANDLER_TYPE_AT + 4) throw new BoxBroken();
  return String.fromCharCode(...await read(handler.content + HANDLER_TYPE_AT, handler.content + HANDLER_TYPE_AT + 3));
}

async function otherTrack(read: ReadBytes, boxes: readonly Box[]): Promise<boolean> {
  for (const movie of boxes.filter((box) => box.type === "moov")) {
    for (const track of (await boxesIn(read, movie.content, movie.end)).filter((box) => box.type === "trak")) {
      if (!PICTURE_OR_SOUND.has(await kindOf(read, track))) return true;
    }
  }
  return false;
}

/**
 * What the frame of an MP4 or QuickTime file gives away, whatever its tracks say: that its end is missing, that something
 * other than film lies in it, or a track that is neither picture nor sound. Null where nothing does.
 */
export async function refusalByBoxes(read: ReadBytes, bytes: number): Promise<FilmRefusal | null> {
  try {
    const boxes = await boxesIn(read, 0, bytes);
    if (boxes.some((box) => !KNOWN.has(box.type))) return "hidden_data";
    return await otherTrack(read, boxes) ? "names_place" : null;
  } catch (error) {
    if (error instanceof BoxBroken) return "cut_short";
    throw error;
  }
}
