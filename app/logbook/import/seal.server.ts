import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** What opens a file on its way in: a key that only the browser keeps, and whose file it is. */
export interface SealKey {
  /** 32 bytes as base64url. */
  readonly key: string;
  /** The draft and its trainee: sealed for one, it opens for no other. */
  readonly owner: string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MAX_OPENED_BYTES = 250 * 1024 * 1024;

/** A new key, for the browser to keep. */
export function newSealKey(): string {
  return randomBytes(KEY_BYTES).toString("base64url");
}

/** True for text that could be such a key. */
export function isSealKey(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** Packs a value and seals it (AES-256-GCM); `what` tells the parts of one draft from each other. */
export function seal(value: unknown, { key, owner }: SealKey, what: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "base64url"), nonce).setAAD(Buffer.from(`${owner}\n${what}`));
  const body = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(value))), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64");
}

/** What was sealed, as JSON. Throws where the key is another, or it was sealed for somebody or something else. */
export function unseal(sealed: string, { key, owner }: SealKey, what: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key, "base64url"), bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(`${owner}\n${what}`)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const packed = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return inflateRawSync(packed, { maxOutputLength: MAX_OPENED_BYTES }).toString("utf8");
}
