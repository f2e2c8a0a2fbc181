import type { Endpoint } from "./endpoints.ts";
import { areFieldsReadable } from "./field-guard.ts";

/** What arrives, piece by piece; stopping early leaves the rest unread. */
export type Pieces = AsyncIterable<Uint8Array>;

/** More arrived than the address takes. */
export class BodyTooLarge extends Error {}
/** The form breaks off, is wrongly encoded, or its fields are beyond the limits. */
export class BodyUnreadable extends Error {}

/** The pieces up to the limit. Throws `BodyTooLarge` at the first piece past it, and reads no further. */
export async function* limited(pieces: Pieces, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > maxBytes) throw new BodyTooLarge();
    yield piece;
  }
}

async function wholeOf(pieces: Pieces): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Uint8Array(Buffer.concat(parts));
}

async function fieldsOf(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Iterable<[string, FormDataEntryValue]>> {
  if (contentType.toLowerCase().startsWith("multipart/")) {
    return new Response(bytes, { headers: { "Content-Type": contentType } }).formData();
  }
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  // Throws for what is no text; a plus sign is a blank either way.
  decodeURIComponent(text);
  return new URLSearchParams(text);
}

/**
 * Reads a form and looks at its fields before any parser does; returns the very bytes, for the route to read again.
 * Throws `BodyTooLarge` or `BodyUnreadable`.
 */
export async function readFormBody(pieces: Pieces, contentType: string, endpoint: Endpoint): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await wholeOf(limited(pieces, endpoint.maxBytes));
  const fields = await fieldsOf(bytes, contentType).catch((error: unknown) => {
    throw new BodyUnreadable("the form cannot be read", { cause: error });
  });
  if (!areFieldsReadable(fields)) throw new BodyUnreadable("fields beyond the limits");
  return bytes;
}
