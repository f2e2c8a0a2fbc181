import { isDay } from "#app/platform/clock.ts";

import type { FindingKind } from "./finding.ts";

/** How digits that may be one number are set: in groups, with signs between them, after some words. */
export interface Setting {
  readonly digits: string;
  readonly sizes: readonly number[];
  /** What stands between the groups: one less than there are groups. */
  readonly gaps: readonly string[];
  /** How many groups of figures stand before or after it with no letter between. */
  readonly others: number;
  readonly before: Before;
}

/** What stands before a number. */
export interface Before {
  readonly plus: "joined" | "apart" | null;
  readonly saysTelephone: boolean;
  readonly saysNumber: boolean;
}

const TIGHT = /^[ \-./()]{0,3}$/;
/** Where more groups stand beside a window of small ones, they are a list. */
const MOST_STUCK_FIGURES = 2;
const LISTING = /[,;%+\n]/;
const isTight = (s: Setting): boolean => s.gaps.every((gap) => TIGHT.test(gap));
const isAlike = (s: Setting): boolean => new Set(s.gaps.map((gap) => gap.replace(/\s/g, ""))).size <= 1;
const isSmall = (s: Setting): boolean => s.sizes.every((size) => size <= 2);
const areAtLeast = (sizes: readonly number[], least: number): boolean => sizes.every((size) => size >= least);
const isListed = (s: Setting): boolean => s.gaps.some((gap) => LISTING.test(gap));

/** The check digit of CHI and NHS numbers: Modulus 11, the first nine digits weighted 10 down to 2. */
function hasCheckDigit(tenDigits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(tenDigits[i]) * (10 - i);
  return (11 - (sum % 11)) % 11 === Number(tenDigits[9]);
}

/** True where the first six digits are a real day `ddmmyy`, in this century or the last. */
function startsWithBirthDay(tenDigits: string): boolean {
  const [day, month, year] = [tenDigits.slice(0, 2), tenDigits.slice(2, 4), tenDigits.slice(4, 6)];
  return isDay(`19${year}-${month}-${day}`) || isDay(`20${year}-${month}-${day}`);
}

const isChi = (tenDigits: string): boolean => hasCheckDigit(tenDigits) && startsWithBirthDay(tenDigits);

/** "12/03/26 45 3 7": a day, then figures that are set unlike the end of a CHI number. */
function beginsWithShortDate(s: Setting): boolean {
  const [one, two] = s.gaps;
  const rest = s.sizes.slice(3).join();
  return s.sizes.slice(0, 3).join() === "2,2,2" && one === two && /^[-/.]$/.test(one ?? "") && rest !== "4" && rest !== "2,2" && !isAlike(s);
}

/** Many small figures can have the digits of a CHI number by chance: only a setting that is one number's is certain. */
function chiNumber(s: Setting): FindingKind | null {
  if (s.before.saysNumber || s.gaps.length <= 1 || s.sizes.join() === "2,2,2,4") return "chi_number";
  if (beginsWithShortDate(s)) return null;
  if (!isSmall(s)) return isAlike(s) ? "chi_number" : "long_number";
  if (s.others === 0) return isAlike(s) && !isListed(s) ? "chi_number" : "long_number";
  return isAlike(s) && s.others <= MOST_STUCK_FIGURES ? "long_number" : null;
}

/** "110-125, 2011": pages and a year. */
function beginsOrEndsWithYear(s: Setting): boolean {
  return (s.sizes[0] === 4 && /^(?:19|20)/.test(s.digits)) || (s.sizes.at(-1) === 4 && /(?:19|20)\d\d$/.test(s.digits));
}

/** One number in eleven has the check digit of an NHS number, so that small groups are only asked about. */
function nhsNumber(s: Setting): FindingKind | null {
  if (s.before.saysNumber || (areAtLeast(s.sizes, 3) && isAlike(s))) return "nhs_number";
  if (areAtLeast(s.sizes, 3)) return beginsOrEndsWithYear(s) ? null : "long_number";
  const isJoinedPairs = s.others === 0 && s.sizes.join() === "2,2,2,2,2" && isAlike(s) && !s.gaps.some((gap) => /[\s,;%+]/.test(gap));
  return isJoinedPairs ? "long_number" : null;
}

/** CHI and NHS numbers; ten digits set like one that fail the check may be one mistyped, and are asked about. */
function kindOfTen(s: Setting): FindingKind | null {
  if (isChi(s.digits)) return chiNumber(s);
  if (hasCheckDigit(s.digits)) return nhsNumber(s);
  const isSetLikeOne = ["10", "6,4"].includes(s.sizes.join()) || (s.sizes.join() === "3,3,4" && isAlike(s));
  return s.before.saysNumber || isSetLikeOne ? "long_number" : null;
}

function nationalNumber(s: Setting): FindingKind | null {
  const isFree = /^0(?:800|808|500)\d{6,7}$/.test(s.digits);
  if (!isFree && !/^0[1-35789]\d{9}$/.test(s.digits)) return null;
  const [first = 0, ...others] = s.sizes;
  if (first === 1 && areAtLeast(others, 3)) return isTight(s) ? "telephone" : "long_number";
  if (s.sizes.every((size) => size === 1)) return s.others > 0 ? null : isListed(s) ? "long_number" : "telephone";
  if (first >= 3) return areAtLeast(others, 2) ? "telephone" : "long_number";
  if (first === 2 && s.digits.startsWith("07") && areAtLeast(others, 3)) return "telephone";
  // "07 12 25" may be a day and more figures; no month is above twelve.
  return s.others <= MOST_STUCK_FIGURES && (first === 2 || s.digits.startsWith("07")) && Number(s.digits.slice(2, 4)) > 12 ? "long_number" : null;
}

function internationalNumber(s: Setting): FindingKind | null {
  const { plus } = s.before;
  if (plus !== null && /^440?[1-9]\d{8,9}$/.test(s.digits)) return "telephone";
  const [first = 0, ...others] = s.sizes;
  const code = /^(?:0044(?=0?[1-9]\d{8,9}$)|44(?=0?[1237]\d{9}$))/.exec(s.digits)?.[0] ?? "";
  const isSplitAfterCode = areAtLeast(others.filter((size, i) => size > 1 || i > 0), 3) && first === code.length && !isListed(s);
  if (code !== "" && (first > code.length || isSplitAfterCode)) return "telephone";
  if (plus !== "joined" || !/^(?!44)[1-9]\d{8,14}$/.test(s.digits)) return null;
  if (isTight(s)) return "telephone";
  return s.gaps.every((gap) => /^[\s\-./()_|*:]+$/.test(gap)) ? "long_number" : null;
}

/** A number of a town, without its code, after a word that says so. */
function localNumber(s: Setting): FindingKind | null {
  if (!s.before.saysTelephone || s.digits.length < 6 || s.digits.length > 11 || !areAtLeast(s.sizes, 3)) return null;
  if (isTight(s)) return "telephone";
  return s.gaps.length === 1 && !/[,;%+]/.test(s.gaps.join("")) ? "long_number" : null;
}

const isCertain = (kind: FindingKind | null): boolean => kind !== null && kind !== "long_number";

function kindOfExact(s: Setting): FindingKind | null {
  const ten = s.digits.length === 10 ? kindOfTen(s) : null;
  if (isCertain(ten)) return ten;
  return internationalNumber(s) ?? nationalNumber(s) ?? localNumber(s) ?? ten;
}

const NOTHING_BEFORE: Before = { plus: null, saysTelephone: false, saysNumber: false };
const LEAST_TO_LOSE_ONE = 5;

/** The number without a figure stuck to one of its ends. */
function withoutStuckFigure(s: Setting): FindingKind | null {
  const [first = 0, last = 0] = [s.sizes[0], s.sizes.at(-1)];
  const cut: Setting[] = [];
  if (first >= LEAST_TO_LOSE_ONE) cut.push({ ...s, digits: s.digits.slice(1), sizes: [first - 1, ...s.sizes.slice(1)], before: NOTHING_BEFORE });
  if (last >= LEAST_TO_LOSE_ONE) cut.push({ ...s, digits: s.digits.slice(0, -1), sizes: [...s.sizes.slice(0, -1), last - 1], before: NOTHING_BEFORE });
  const kinds = cut.map((part) => nationalNumber(part) ?? (part.digits.length === 10 && isChi(part.digits) ? chiNumber(part) : null));
  return kinds.find(isCertain) ?? null;
}

/** More than ten digits in one piece: a CHI number in the midst of them, or something that has to be asked about. */
function kindOfSolid(digits: string): FindingKind | null {
  if (digits.length <= 10) return null;
  for (let at = 0; at + 10 <= digits.length; at += 1) {
    if (isChi(digits.slice(at, at + 10))) return "chi_number";
  }
  return "long_number";
}

/** Ratings, one after the other: single figures with many more beside them. */
const isPartOfRatings = (s: Setting): boolean => s.sizes.length === s.digits.length && s.others > MOST_STUCK_FIGURES && !s.before.saysNumber;

/**
 * False where digits in groups of these sizes are no number, whatever stands between them. A row of short figures has
 * hundreds of windows, and nearly all of them end here.
 */
export function mayBeNumber(digits: string, sizes: readonly number[], { plus, saysTelephone, saysNumber }: Before): boolean {
  if (plus !== null || saysTelephone || saysNumber || sizes.length <= 3) return true;
  if ((sizes[0] ?? 0) >= LEAST_TO_LOSE_ONE || (sizes.at(-1) ?? 0) >= LEAST_TO_LOSE_ONE) return true;
  if (digits.length === 10) return hasCheckDigit(digits) || /^(?:0[58]0|44)/.test(digits);
  return (digits.length === 11 && digits.startsWith("0")) || digits.startsWith("44") || digits.startsWith("0044");
}

/** What digits set in this way are; `long_number` where they may be a CHI, NHS or telephone number and have to be asked about. */
export function kindOfNumber(s: Setting): FindingKind | null {
  if (isPartOfRatings(s)) return null;
  const exact = kindOfExact(s);
  if (isCertain(exact)) return exact;
  return withoutStuckFigure(s) ?? exact ?? (s.gaps.length === 0 ? kindOfSolid(s.digits) : null);
}
