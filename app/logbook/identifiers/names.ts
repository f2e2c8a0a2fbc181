import { type Stretch, withoutOverlaps } from "./finding.ts";
import { CAPITALISED_WORDS, GIVEN_NAMES, NAMING_WORDS, NOT_AFTER_TITLE } from "./name-words.ts";

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly isPossessive: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*/gu;
const TITLED = /(?<!\p{L})(?:(?<small>mr|mrs|ms|mx)|(?<capital>dr|prof|professor|sir|rev))\.? {1,3}(?<name>\p{L}[\p{L}\p{M}'-]+)/giu;
const DOTTED_INITIALS = /(?<![\p{L}\p{N}.])(?:\p{Lu}\. ?){2,4}(?![\p{L}\p{N}])/gu;
const NOT_INITIALS = /^(?:U\. ?K|E\. ?U|U\. ?S|D\. ?O\. ?B|N\. ?H\. ?S|A\. ?M|P\. ?M|N\. ?B|P\. ?S|E\. ?G|I\. ?E|Q\. ?A)\. ?$/i;
const SURNAME_CAPITALS = /^(?:Mc|Mac(?=\p{Lu})|O')\p{Lu}/u;
const SENTENCE_REACH = 12;

/** Small letters without accents: "Seán" and "SEAN" are one. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[łŁ]/g, "l").replace(/[øØ]/g, "o").normalize("NFD").replace(/\p{M}/gu, "");
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(WORD), (m) => {
    const word = m[0].replace(/'s$/iu, "");
    return { word, from: m.index, to: m.index + word.length, isPossessive: word.length < m[0].length };
  });
}

/** True where a capital letter is owed to the place: after a full stop, a line break, a bullet, an opening quotation mark. */
function startsSentence(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - SENTENCE_REACH), from);
  if (/["“«„']$/u.test(before)) return true;
  const rest = before.replace(/[ ]+$/, "");
  if (rest === "" || /[.!?:;\n…•*]$/u.test(rest)) return !/(?:^|[^\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|St)\.$/u.test(rest);
  return /(?:^|\n) *(?:-|\d{1,2}\))$/.test(rest);
}

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word);

function isIn(set: ReadonlySet<string>, word: string): boolean {
  const plain = plainWord(word);
  return set.has(plain) || plain.split("-").every((part) => set.has(part));
}

interface Place {
  readonly text: string;
  /** The word before, where only spaces stand between. */
  readonly adjacent: Token | undefined;
  readonly isAfterPlaceName: boolean;
}

/** A capital letter after "in" or "near" is a place, unless the word is a given name or owns something. */
function namesPlace(token: Token, place: Place): boolean {
  if (!isCapitalised(token.word) || token.isPossessive) return false;
  if (place.isAfterPlaceName) return true;
  return /^(?:in|near)$/i.test(place.adjacent?.word ?? "") && !isIn(GIVEN_NAMES, token.word);
}

function mayBeName(token: Token, place: Place): boolean {
  if (isIn(GIVEN_NAMES, token.word) || SURNAME_CAPITALS.test(token.word)) return true;
  if (!isCapitalised(token.word)) return false;
  if (NAMING_WORDS.has(plainWord(place.adjacent?.word ?? ""))) return !isKin(token.word);
  return !isIn(CAPITALISED_WORDS, token.word) && !startsSentence(place.text, token.from);
}

const isKin = (word: string): boolean => /^(?:mum|dad|mummy|daddy|gran|granny|nana|papa|boy|girl|one|baby)$/i.test(word);

function titledNames(text: string): Stretch[] {
  return Array.from(text.matchAll(TITLED))
    .filter((m) => {
      const name = m.groups?.name ?? "";
      if (/^\p{Lu}/u.test(name)) return !(m[0].startsWith("MS") && /^(?:Teams|Word|Office|Excel|Outlook)$/i.test(name));
      return m.groups?.small !== undefined && !NOT_AFTER_TITLE.has(plainWord(name));
    })
    .map((m) => ({ kind: "possible_name", from: m.index, to: m.index + m[0].replace(/'s$/i, "").length }));
}

function singleNames(text: string): Stretch[] {
  const found: Stretch[] = [];
  let previous: Token | undefined;
  let isAfterPlaceName = false;
  for (const token of tokensOf(text)) {
    const adjacent = previous && /^ +$/.test(text.slice(previous.to, token.from)) ? previous : undefined;
    const place: Place = { text, adjacent, isAfterPlaceName: isAfterPlaceName && adjacent !== undefined };
    isAfterPlaceName = namesPlace(token, place);
    if (!isAfterPlaceName && mayBeName(token, place)) found.push({ kind: "possible_name", from: token.from, to: token.to });
    previous = token;
  }
  return found;
}

/** Names that stand side by side are one finding: "Morag Sinclair". */
function joined(text: string, stretches: readonly Stretch[]): Stretch[] {
  const names: Stretch[] = [];
  for (const next of stretches) {
    const last = names.at(-1);
    if (last && /^[ .]*$/.test(text.slice(last.to, next.from))) names[names.length - 1] = { ...last, to: next.to };
    else names.push(next);
  }
  return names;
}

/**
 * What may be somebody's name, in folded text (docs/field.md, "Identifiers"). A heuristic, so it only asks:
 * a title and a word, a given name that is no ordinary word, a capital letter inside a sentence, dotted initials.
 * Months, days, languages, large places, the words of the field, and any capital after "in" or "near" are left alone.
 * `known` holds single words (`plainWord`) of names that may stay.
 */
export function findNames(text: string, known: ReadonlySet<string>): Stretch[] {
  const initials = Array.from(text.matchAll(DOTTED_INITIALS))
    .filter((m) => !NOT_INITIALS.test(m[0]))
    .map((m): Stretch => ({ kind: "initials", from: m.index, to: m.index + m[0].trimEnd().length }));
  const isKnown = (s: Stretch): boolean => isIn(known, text.slice(s.from, s.to).replace(/^.*[. ](?=\S)/u, ""));
  const names = withoutOverlaps([...titledNames(text), ...singleNames(text)]).filter((s) => !isKnown(s));
  return withoutOverlaps([...initials, ...joined(text, names)]);
}
