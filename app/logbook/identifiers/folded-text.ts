/** Text with look-alike signs made alike, and the way back to where each sign stood in what was typed. */
export interface FoldedText {
  readonly text: string;
  /** Start and end in the typed text of the stretch `from` to `to` (end outside) of the folded text. */
  typedRange(from: number, to: number): { readonly start: number; readonly end: number };
}

const INVISIBLE = /^[\p{Cf}\u034f\u115f\u1160\u3164\u20e3\ufe00-\ufe0f]$/u;
const PLAIN = /^[ -_a-~]$/;
const LINE_BREAK = /^[\n\r\v\f\u0085\u2028\u2029]$/u;
const SPACE = /^[\p{Zs}\t]$/u;
const DASH = /^[\p{Pd}\u2212\u2043]$/u;
const DIGIT = /^\p{Nd}$/u;

/** Every script's decimal digits stand in blocks of ten that start at a code ending in 0 or in 6. */
function asciiDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const low = code % 16;
  const value = DIGIT.test(String.fromCodePoint(code - low)) ? low : low - 6;
  return String(Math.max(0, value) % 10);
}

function foldSign(sign: string): string {
  if (PLAIN.test(sign)) return sign;
  if (INVISIBLE.test(sign)) return "";
  if (LINE_BREAK.test(sign)) return "\n";
  if (SPACE.test(sign)) return " ";
  if (DASH.test(sign)) return "-";
  if (/^[‘’ʼ′`]$/u.test(sign)) return "'";
  return Array.from(sign.normalize("NFKC"), (part) => (DIGIT.test(part) ? asciiDigit(part) : part)).join("");
}

/**
 * Folds what hides an identifier from a plain search: zero-width signs go; full-width and other
 * scripts' digits, no-break spaces and all dashes become the plain ones.
 */
export function foldText(typed: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let at = 0;
  for (const sign of typed) {
    const folded = foldSign(sign);
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    text += folded;
    at += sign.length;
  }
  return {
    text,
    typedRange: (from, to) => ({ start: starts[from] ?? typed.length, end: ends[to - 1] ?? typed.length }),
  };
}
