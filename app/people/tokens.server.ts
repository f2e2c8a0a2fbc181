import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** A secret for a link: 256 random bits as URL-safe text. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is stored of it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** True for text that could be such a token. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
