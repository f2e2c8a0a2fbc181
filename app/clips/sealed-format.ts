/** The sealed format of a clip (docs/sealed-format.md): sizes and places of its records. */

/** Bytes of the film in every record but the last, which holds what is left. */
export const RECORD_BYTES = 65_536;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
/** What sealing adds to a record. */
export const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;
export const SEALED_RECORD_BYTES = RECORD_BYTES + OVERHEAD_BYTES;

/** Number of the record that ends a film of so many bytes (at least 1); the first is 0. */
export function lastIndexOf(filmBytes: number): number {
  return Math.max(0, Math.ceil(filmBytes / RECORD_BYTES) - 1);
}

/** How long a film of so many bytes is when it is sealed. */
export function sealedBytesOf(filmBytes: number): number {
  return filmBytes + (lastIndexOf(filmBytes) + 1) * OVERHEAD_BYTES;
}

/**
 * How many bytes of a film lie whole in so many sealed bytes: the offset of its upload. A record that was torn by a
 * lost connection or a killed server does not count.
 */
export function filmBytesIn(sealedBytes: number, filmBytes: number): number {
  if (sealedBytes >= sealedBytesOf(filmBytes)) return filmBytes;
  return Math.min(Math.floor(sealedBytes / SEALED_RECORD_BYTES), lastIndexOf(filmBytes)) * RECORD_BYTES;
}
