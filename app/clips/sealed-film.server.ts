import type { BlobReader } from "#app/platform/blob-store.server.ts";
import type { ClipServices } from "#app/platform/clip-services.server.ts";

import { openRecord } from "./sealed-format.server.ts";
import { lastIndexOf, RECORD_BYTES, SEALED_RECORD_BYTES } from "./sealed-format.ts";

/** Records read at once after the first: the first byte of a seek comes early, the rest in few reads. */
const RECORDS_AT_ONCE = 16;

/** Which film, and how long it is in bytes. */
export interface SealedFilm {
  readonly id: string;
  readonly bytes: number;
}

/** A sealed film, opened for reading. Both ends of a range belong to it. */
export interface OpenFilm {
  /** The bytes piece by piece, as they are opened. Throws `RecordDamaged`. */
  pieces(from: number, to: number): AsyncGenerator<Buffer>;
  /** The bytes at once; for small ranges. Throws `RecordDamaged`. */
  read(from: number, to: number): Promise<Buffer>;
  close(): Promise<void>;
}

async function* openPieces(reader: BlobReader, key: Uint8Array, { id, bytes }: SealedFilm, from: number, to: number): AsyncGenerator<Buffer> {
  const [last, end] = [lastIndexOf(bytes), Math.floor(to / RECORD_BYTES)];
  const sealed = Buffer.allocUnsafe(RECORDS_AT_ONCE * SEALED_RECORD_BYTES);
  let index = Math.floor(from / RECORD_BYTES);
  for (let atOnce = 1; index <= end; atOnce = RECORDS_AT_ONCE) {
    const count = Math.min(atOnce, end - index + 1);
    const read = await reader.read(sealed.subarray(0, count * SEALED_RECORD_BYTES), index * SEALED_RECORD_BYTES);
    for (let at = 0; at < count * SEALED_RECORD_BYTES; at += SEALED_RECORD_BYTES, index += 1) {
      const record = sealed.subarray(Math.min(at, read), Math.min(at + SEALED_RECORD_BYTES, read));
      const film = openRecord(key, { clipId: id, index, isFinal: index === last }, record);
      const start = index * RECORD_BYTES;
      yield film.subarray(Math.max(0, from - start), Math.min(film.length, to + 1 - start));
    }
  }
}

/** Opens a sealed film; undefined where its key or its bytes are gone. Whoever opens it closes it. */
export async function openFilm({ blobs, keys }: ClipServices, film: SealedFilm): Promise<OpenFilm | undefined> {
  const key = await keys.read(film.id);
  const reader = key && await blobs.openReader(film.id);
  if (!key || !reader) return undefined;
  const pieces = (from: number, to: number): AsyncGenerator<Buffer> => openPieces(reader, key, film, from, to);
  return {
    pieces,
    read: async (from, to) => {
      const all: Buffer[] = [];
      for await (const piece of pieces(from, to)) all.push(piece);
      return Buffer.concat(all);
    },
    close: () => reader.close(),
  };
}
