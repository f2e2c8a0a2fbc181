const HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;
const TYPE_AT = 4;
/** Boxes that lead to those with dates. */
const FOLDERS = new Set(["moov", "trak", "mdia"]);
const DATED = new Set(["mvhd", "tkhd", "mdhd"]);
/** Version 1 of a dated box writes its two dates in 8 bytes each, version 0 in 4. */
const DATE_BYTES = [4, 8] as const;
const FLAGS_BYTES = 4;

function blank(bytes: Uint8Array, content: number): void {
  const dateBytes = DATE_BYTES[bytes[content] === 1 ? 1 : 0];
  bytes.fill(0, content + FLAGS_BYTES, content + FLAGS_BYTES + 2 * dateBytes);
}

function walk(bytes: Uint8Array, from: number, end: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + HEADER_BYTES <= end;) {
    const short = view.getUint32(at);
    const [size, header] = short === 1 ? [Number(view.getBigUint64(at + HEADER_BYTES)), LONG_HEADER_BYTES] : [short === 0 ? end - at : short, HEADER_BYTES];
    const type = String.fromCharCode(...bytes.subarray(at + TYPE_AT, at + HEADER_BYTES));
    if (FOLDERS.has(type)) walk(bytes, at + header, at + size);
    else if (DATED.has(type)) blank(bytes, at + header);
    at += Math.max(size, header);
  }
}

/**
 * Takes the dates out of an MP4 film as it was just written: they say when somebody sat down to cut it, and the same pieces of the same
 * film would never be the same bytes, so that an upload could not go on. Changes the buffer and returns it.
 */
export function withoutDates(film: ArrayBuffer): ArrayBuffer {
  walk(new Uint8Array(film), 0, film.byteLength);
  return film;
}
