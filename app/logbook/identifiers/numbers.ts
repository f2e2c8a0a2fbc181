import { maskDatesAndTimes } from "./dates-and-times.ts";
import { type Stretch, withoutOverlaps } from "./finding.ts";
import { type Before, kindOfNumber, mayBeNumber } from "./number-kinds.ts";

interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Figures with no letter between them, however else they are set apart. */
const ROW = /\d(?:[^\p{L}\d]{0,12}\d)*/gu;
const TELEPHONE_WORD = /(?<!\p{L})(?:tel|telephone|phone|mobile|mob|whatsapp|ring|call|text)(?!\p{L})[^\d\n]{0,20}$/iu;
const NUMBER_WORD = /(?<!\p{L})(?:chi|nhs)(?: ?(?:no|nr|number|is|was))*[^\p{L}\d]{0,12}$/iu;
const WORD_REACH = 40;
const PLUS_REACH = 4;
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 15;

function plusBefore(before: string): Before["plus"] {
  const plus = /\+(?:[ (]{0,3})$/.exec(before);
  if (plus === null) return null;
  return plus[0] === "+" || plus[0].includes("(") ? "joined" : "apart";
}

/** No letter stands within a row, so that a word stands before its first group only. */
function whatStandsBefore(text: string, at: number, isFirst: boolean): Before {
  if (!isFirst) return { plus: plusBefore(text.slice(Math.max(0, at - PLUS_REACH), at)), saysTelephone: false, saysNumber: false };
  const before = text.slice(Math.max(0, at - WORD_REACH), at);
  return { plus: plusBefore(before), saysTelephone: TELEPHONE_WORD.test(before), saysNumber: NUMBER_WORD.test(before) };
}

function groupsOf(row: string, at: number): Group[] {
  return Array.from(row.matchAll(/\d+/g), (m) => ({ digits: m[0], from: at + m.index, to: at + m.index + m[0].length }));
}

function gapsBetween(text: string, groups: readonly Group[]): string[] {
  return groups.slice(1).map((group, i) => text.slice(groups[i]?.to, group.from));
}

interface Found {
  readonly stretch: Stretch;
  readonly next: number;
}

/** The longest windows of whole groups from `first` on: one that is a number, and one that may be. */
function numbersFrom(text: string, groups: readonly Group[], first: number): { certain: Found | null; possible: Found | null } {
  let [certain, possible]: [Found | null, Found | null] = [null, null];
  const from = groups[first]?.from ?? 0;
  const before = whatStandsBefore(text, from, first === 0);
  const sizes: number[] = [];
  let digits = "";
  for (let end = first; end < groups.length; end += 1) {
    const group = groups[end];
    if (group === undefined || (end > first && digits.length + group.digits.length > MOST_DIGITS)) break;
    digits += group.digits;
    sizes.push(group.digits.length);
    if (digits.length < FEWEST_DIGITS || !mayBeNumber(digits, sizes, before)) continue;
    const kind = kindOfNumber({ digits, sizes, gaps: gapsBetween(text, groups.slice(first, end + 1)), before, others: groups.length - sizes.length });
    if (kind === null) continue;
    const found = { stretch: { kind, from, to: group.to }, next: end + 1 };
    if (kind === "long_number") possible = found;
    else certain = found;
  }
  return { certain, possible };
}

function numbersIn(text: string): Stretch[] {
  const [certain, possible]: [Stretch[], Stretch[]] = [[], []];
  for (const row of text.matchAll(ROW)) {
    if (row[0].length < FEWEST_DIGITS) continue;
    const groups = groupsOf(row[0], row.index);
    for (let first = 0; first < groups.length;) {
      const found = numbersFrom(text, groups, first);
      if (found.certain !== null) certain.push(found.certain.stretch);
      if (found.possible !== null) possible.push(found.possible.stretch);
      first = found.certain?.next ?? first + 1;
    }
  }
  return withoutOverlaps([...certain, ...possible]);
}

/** Letters that stand for digits among digits, and a letter O apart in front of them: "O7700 9OOl23". */
function withDigitsForLetters(text: string): string {
  return text.replace(/[\doOlI]+/g, (run, at: number) => {
    const isAmongDigits = /\d/.test(run) || (/^o{1,2}$/i.test(run) && /^[ \-.()]{1,2}\d/.test(text.slice(at + run.length, at + run.length + 3)));
    return isAmongDigits ? run.replace(/o/gi, "0").replace(/[lI]/g, "1") : run;
  });
}

/**
 * CHI, NHS and telephone numbers in folded text, and long numbers that may be one (docs/field.md, "Identifiers").
 * Whatever is no letter may stand between the figures; dates and times of day are no part of a number.
 */
export function findNumbers(text: string): Stretch[] {
  const masked = maskDatesAndTimes(text);
  const lettered = withDigitsForLetters(masked);
  const readAsDigits = lettered === masked ? [] : numbersIn(lettered).filter((s) => s.kind !== "long_number");
  const found = numbersIn(masked);
  const certain = [...found.filter((s) => s.kind !== "long_number"), ...readAsDigits];
  return withoutOverlaps([...certain, ...found]);
}
