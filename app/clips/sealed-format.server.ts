import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import { NONCE_BYTES, OVERHEAD_BYTES, TAG_BYTES } from "./sealed-format.ts";

const CIPHER = "aes-256-gcm";
const INDEX_BYTES = 8;

/** Which record of which clip it is: bound to the record, so that it opens nowhere else. */
export interface RecordPlace {
  readonly clipId: string;
  readonly index: number;
  /** True for the record that ends the film: a film cut at a border does not pass for whole. */
  readonly isFinal: boolean;
}

/** A record does not open: changed, moved, of another clip, or sealed under another key. */
export class RecordDamaged extends Error {}

function boundTo({ clipId, index, isFinal }: RecordPlace): Buffer {
  const bytes = Buffer.alloc(INDEX_BYTES + 1 + Buffer.byteLength(clipId));
  bytes.writeBigUInt64BE(BigInt(index), 0);
  bytes[INDEX_BYTES] = isFinal ? 1 : 0;
  bytes.write(clipId, INDEX_BYTES + 1);
  return bytes;
}

/**
 * Seals the parts as one record into `out` from `at` on, and returns where it ends. The nonce is drawn anew each time,
 * never a counter: a torn record is sealed a second time, and a nonce used twice under one key opens both.
 */
export function sealRecord(key: Uint8Array, place: RecordPlace, parts: readonly Uint8Array[], out: Uint8Array, at: number, nonce: Uint8Array = randomBytes(NONCE_BYTES)): number {
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(place));
  let end = at;
  const put = (bytes: Uint8Array): void => {
    out.set(bytes, end);
    end += bytes.length;
  };
  put(nonce);
  for (const part of parts) put(cipher.update(part));
  cipher.final();
  put(cipher.getAuthTag());
  return end;
}

/** The film's bytes in a sealed record. Throws `RecordDamaged`. */
export function openRecord(key: Uint8Array, place: RecordPlace, record: Uint8Array): Buffer {
  if (record.length <= OVERHEAD_BYTES) throw new RecordDamaged("the record is cut short");
  const decipher = createDecipheriv(CIPHER, key, record.subarray(0, NONCE_BYTES))
    .setAAD(boundTo(place)).setAuthTag(record.subarray(record.length - TAG_BYTES));
  const film = decipher.update(record.subarray(NONCE_BYTES, record.length - TAG_BYTES));
  try {
    decipher.final();
  } catch (error) {
    throw new RecordDamaged("the record does not open", { cause: error });
  }
  return film;
}
