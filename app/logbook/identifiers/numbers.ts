import { isDay } from "#app/platform/clock.ts";

import type { FindingKind, Stretch } from "./finding.ts";

interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

const FULL_DATE_OR_TIME =
  /(?<!\d[-/.]?)(?:(?:19|20|21)\d\d([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:19|20|21)\d\d|\d{1,2}:\d\d(?::\d\d)?)(?!\d)/g;
const RUN = /\d(?:[ \-./()]{0,3}\d)*/g;
const PHONE_WORD = /(?<!\p{L})(?:tel|telephone|phone|mobile|mob|whatsapp|ring|call|text)(?!\p{L})[^\d\n]{0,20}$/iu;
const PHONE_WORD_REACH = 40;

/** The check digit of CHI and NHS numbers: Modulus 11, the first nine digits weighted 10 down to 2. */
function hasCheckDigit(tenDigits: string): boolean {
  const sum = Array.from(tenDigits.slice(0, 9), (digit, i) => Number(digit) * (10 - i)).reduce((a, b) => a + b, 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(tenDigits[9]);
}

/** True where the first six digits are a real day `ddmmyy`, in this century or the last. */
function startsWithBirthDay(tenDigits: string): boolean {
  const [day, month, year] = [tenDigits.slice(0, 2), tenDigits.slice(2, 4), tenDigits.slice(4, 6)];
  return isDay(`19${year}-${month}-${day}`) || isDay(`20${year}-${month}-${day}`);
}

const isSolid = (sizes: readonly number[]): boolean => ["10", "6,4", "3,3,4"].includes(sizes.join(","));

/** CHI and NHS numbers; ten digits set like one that fail the check may be one mistyped, and are asked about. */
function kindOfTen(digits: string, sizes: readonly number[]): FindingKind | null {
  const isValid = hasCheckDigit(digits);
  if (isValid && startsWithBirthDay(digits)) return "chi_number";
  if (isValid && sizes.every((size) => size >= 3)) return "nhs_number";
  return isSolid(sizes) ? "long_number" : null;
}

function isNationalNumber(digits: string, sizes: readonly number[]): boolean {
  if (/^0(?:800|808|500)\d{6,7}$/.test(digits)) return true;
  if (!/^0[1-35789]\d{9}$/.test(digits)) return false;
  const [first = 0, ...others] = sizes;
  if (sizes.every((size) => size === 1)) return true;
  return (first >= 3 && others.every((size) => size >= 2)) || (first === 2 && digits.startsWith("07") && others.every((size) => size >= 3));
}

/** International: `isPlus` where a plus sign stands before it. */
function isInternationalNumber(digits: string, isPlus: boolean): boolean {
  if (isPlus && /^440?[1-9]\d{8,9}$/.test(digits)) return true;
  if (/^00440?[1-9]\d{8,9}$/.test(digits)) return true;
  return isPlus && /^(?!44)[1-9]\d{8,14}$/.test(digits);
}

function kindOfWindow(groups: readonly Group[], before: string): FindingKind | null {
  const digits = groups.map((g) => g.digits).join("");
  const sizes = groups.map((g) => g.digits.length);
  if (isInternationalNumber(digits, before.endsWith("+")) || isNationalNumber(digits, sizes)) return "telephone";
  if (PHONE_WORD.test(before) && digits.length >= 6 && digits.length <= 11 && sizes.every((size) => size >= 3)) return "telephone";
  return digits.length === 10 ? kindOfTen(digits, sizes) : null;
}

const MOST_DIGITS = 15;

/** The longest window of whole groups from `first` on that is a number of some kind. */
function numberFrom(groups: readonly Group[], first: number, before: string): { stretch: Stretch; next: number } | null {
  let found: { stretch: Stretch; next: number } | null = null;
  let digits = 0;
  for (let end = first; end < groups.length; end += 1) {
    digits += groups[end]?.digits.length ?? 0;
    if (digits > MOST_DIGITS) break;
    const window = groups.slice(first, end + 1);
    // Ten of many single figures are a list of ratings, not a number set digit by digit.
    const isPartOfList = window.length < groups.length && window.every((g) => g.digits.length === 1);
    const kind = isPartOfList ? null : kindOfWindow(window, before);
    const [from, to] = [window[0]?.from, window.at(-1)?.to];
    if (kind !== null && from !== undefined && to !== undefined) found = { stretch: { kind, from, to }, next: end + 1 };
  }
  return found;
}

function groupsOf(run: string, at: number): Group[] {
  return Array.from(run.matchAll(/\d+/g), (m) => ({ digits: m[0], from: at + m.index, to: at + m.index + m[0].length }));
}

/**
 * CHI, NHS and telephone numbers in folded text, and ten digits that may be one (docs/field.md, "Identifiers").
 * Numbers begin and end where a group of digits does; dates and times of day are no part of one.
 */
export function findNumbers(text: string): Stretch[] {
  const masked = text.replace(FULL_DATE_OR_TIME, (date) => "_".repeat(date.length));
  const found: Stretch[] = [];
  for (const run of masked.matchAll(RUN)) {
    const groups = groupsOf(run[0], run.index);
    for (let first = 0; first < groups.length;) {
      const from = groups[first]?.from ?? 0;
      // A plus may stand before a bracket: "+(44) 131".
      const before = masked.slice(Math.max(0, from - PHONE_WORD_REACH), from).replace(/[ (]+$/, (gap) => (gap.includes("(") ? "" : gap));
      const number = numberFrom(groups, first, before);
      if (number !== null) found.push(number.stretch);
      first = number?.next ?? first + 1;
    }
  }
  return found;
}
