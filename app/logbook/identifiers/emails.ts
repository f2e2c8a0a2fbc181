import { type Stretch, stretchesOf } from "./finding.ts";

const LOCAL = String.raw`(?<![\p{L}\d._%+-])[\p{L}\d._%+'-]{1,64}`;
const LABEL = String.raw`[\p{L}\d-]{1,63}`;
const [OPEN, CLOSE] = [String.raw`\s?[\[({<]\s?`, String.raw`\s?[\])}>]\s?`];
const address = (at: string, dot: string, ending: string): RegExp => new RegExp(`${LOCAL}${at}${LABEL}(?:${dot}${LABEL}){0,5}${ending}`, "giu");

const AT = `(?:@|${OPEN}at${CLOSE})`;
const DOT = String.raw`(?:\.|${OPEN}dot${CLOSE})`;
const PLAIN = address(AT, DOT, String.raw`${DOT}\p{L}{2,24}`);

/** Where the signs stand apart or are words, only a usual ending makes an address: "meet @ nursery.Then film" is none. */
const ENDING = String.raw`(?:com|org|net|uk|scot|eu|info|edu|gov|co)(?![\p{L}\d])`;
const DOT_WORD = String.raw`\s{0,3}[\s_-]dot[\s_-]\s{0,3}`;
const APART = address(
  String.raw`\s{0,3}(?:@|[\[({<]\s?at\s?[\])}>]|[_-]at[_-])\s{0,3}`, `(?:${DOT}|${DOT_WORD})`, String.raw`(?:(?:${DOT}|${DOT_WORD})${ENDING}|\s?[.,]\s?(?:com|org|net|co\.uk)(?![\p{L}\d]))`,
);
/** "At" as a word asks for "dot" as a word, for people look at sites: "at example.org". */
const WORDS = address(String.raw`\s{0,3}[\s_-]at[\s_-]\s{0,3}(?!the\s)`, DOT_WORD, `${DOT_WORD}${ENDING}`);
const HOUSES = new RegExp(
  String.raw`${LOCAL}\s{1,3}at\s{1,3}(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|aol|protonmail|virginmedia)[\s.,]{1,3}(?:com|net|org|co\.?\s?uk)(?![\p{L}\d])`, "giu",
);

/** E-mail addresses in folded text, also with their signs spelt out or standing apart. */
export function findEmails(text: string): Stretch[] {
  return [PLAIN, APART, WORDS, HOUSES].flatMap((pattern) => stretchesOf("email", text, pattern));
}
