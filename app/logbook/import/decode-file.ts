import { isStorable } from "#app/platform/http/form-fields.ts";

/** Windows-1252 differs from Latin-1 in these places, 80 to 9F; a space for the five that it leaves open. */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252[byte - 0x80] ?? " ") : String.fromCharCode(byte))).join("");
}

function decodeUtf16(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/**
 * The text of a file that a spreadsheet saved: UTF-8, UTF-16 with its mark, else Windows-1252.
 * Null where it is no text of a spreadsheet: a workbook, a page, a picture, NUL or half of a sign in it (told by what is
 * in it, never by its name).
 */
export function decodeFile(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text === null || !isStorable(text) || /^(?:PK\u0003\u0004|%PDF|\{\\rtf|\s*<)/.test(text) ? null : text.replace(/^\ufeff/, "");
}
