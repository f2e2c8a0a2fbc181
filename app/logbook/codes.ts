import { randomText } from "#app/platform/ids.ts";

import { foldText } from "./identifiers/folded-text.ts";

/** Letters and figures that cannot be mixed up: no O and 0, no I, L and 1, no S beside 5; and no vowels, so that no word arises. */
const SIGNS = "23456789BCDFGHJKMNPQRTVWXYZ";
const CODE = /^C-[2-9BCDFGHJKMNPQRTVWXYZ]{4}$/;

/** 3 and 4 between letters read as E and A; the rest are abbreviations that nobody wants on a family. */
const MIGHT_OFFEND = /[A-Z][34]+[A-Z]|FC?K|KK|XXX|WTF|BNP|TWT|WNK|CNT|BTCH|PRK|NGR|DMB|FT/;

/** Draws `length` signs from the alphabet; `randomText` of the platform, or a fixed one in a test. */
export type RandomText = (alphabet: string, length: number) => string;

/**
 * A new client code, such as `C-7KQ4` (docs/field.md, "Clients"): says nothing of the client, can be read out
 * and typed without mistaking a sign, holds at least one figure and no word. Whether it is taken is for the caller to ask.
 */
export function makeClientCode(random: RandomText = randomText): string {
  for (;;) {
    const signs = random(SIGNS, 4);
    if (/\d/.test(signs) && !MIGHT_OFFEND.test(signs)) return `C-${signs}`;
  }
}

/** True for text that could be a client code of the portal, exactly as the portal writes it. */
export function isClientCode(text: string): boolean {
  return CODE.test(text);
}

/** What a person typed ("c 7kq4", "7KQ4") as the portal writes it; null where it is no client code. */
export function normaliseClientCode(text: string): string | null {
  if (text.length > 40) return null;
  const typed = foldText(text).text.toUpperCase().trim();
  const signs = typed.replace(/[\s.-]/g, "");
  const hasPrefix = /^C[\s.-]/.test(typed) || (signs.length === 5 && signs.startsWith("C"));
  const code = `C-${hasPrefix ? signs.slice(1) : signs}`;
  return isClientCode(code) && /\d/.test(code) ? code : null;
}
