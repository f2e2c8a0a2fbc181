import { type Stretch, stretchesOf } from "./finding.ts";

const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY_NUMBER = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const YEAR = String.raw`'?(?:(?:19|20)\d\d|\d\d)(?!\d)`;
const GAP = String.raw`[^\p{L}\d]{0,3}`;
const DAY_AND_MONTH = String.raw`(?:${DAY_NUMBER}(?: of)?${GAP}${MONTH}|${MONTH}${GAP}${DAY_NUMBER})(?![\p{L}\d])`;
const DATE_IN_WORDS = String.raw`(?<![\p{L}\d])${DAY_NUMBER}(?: of)?${GAP}${MONTH}${GAP}${YEAR}|(?<!\p{L})${MONTH}${GAP}${DAY_NUMBER}${GAP}${YEAR}`;
const FULL_DATE = String.raw`(?:(?<!\d)(?:19|20)\d\d ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}(?!\d)|(?<!\d)\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?${YEAR}|${DATE_IN_WORDS})`;
const [DAY, MONTH_NUMBER, ANY_GAP] = ["(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", String.raw`[^\p{L}\d]{1,3}`];
const LOOSE_DATE = String.raw`(?<!\d)(?:${DAY}${ANY_GAP}${MONTH_NUMBER}|${MONTH_NUMBER}${ANY_GAP}${DAY})${ANY_GAP}${YEAR}`;
const DIGITS_AS_DATE = String.raw`(?<!\d)(?:\d{8}|\d{6})(?!\d)`;

/** A date of birth by name: whatever date follows is meant. */
const NAMED = String.raw`birth[ -]?date|dates?[ _-]of[ _-]birth|d\. ?o\. ?b\.|d[ ./_-]{0,2}o[ ./_-]{0,2}b`;
const TOLD = "born|birthdays?|b'?day";
const BIRTH_WORD = new RegExp(String.raw`(?<!\p{L}-?)(?:(?<named>(?:${NAMED})(?:'?s)?)|(?<told>${TOLD})|births?)(?!\p{L})`, "giu");
const DATE_AFTER = new RegExp(String.raw`^(?<between>[^]{0,80}?)(?:${FULL_DATE}|${DIGITS_AS_DATE})`, "iu");
const NAMED_DATE_AFTER = new RegExp(String.raw`^(?<between>[^]{0,80}?)(?:${FULL_DATE}|${LOOSE_DATE}|${DIGITS_AS_DATE})`, "iu");
const DAY_AFTER = new RegExp(String.raw`^(?<between>[^\d\n]{0,30}?)${DAY_AND_MONTH}`, "iu");
const REACH = 110;
const NEAR = 30;

const LINKING = String.raw`(?:[^\p{L}\d]{0,4}(?:is|was|as|on|when|which|that|the|day|date|he|she|they|it|baby|child|boy|girl|twins?|my|client|his|her|their)(?!\p{L})){0,8}[^\p{L}\d]{0,4}`;
const BIRTH_AFTER = new RegExp(String.raw`^(?<between>${LINKING})(?:(?<named>${NAMED})|${TOLD})(?!\p{L})`, "iu");
const B_AND_DATE = new RegExp(String.raw`(?<![\p{L}\d'])b(?:(?<stop>\.)|:)? {0,2}${FULL_DATE}`, "giu");

/** Words between a birth and a date which say that the date is of something else. */
const OTHER_DATE = /film|review|session|clip|visit|supervis|cycle|since|began|start|met(?!\p{L})|meet|seen|saw|today|next|[.!?;]\s/iu;

interface Birth {
  readonly from: number;
  readonly to: number;
  /** False where it may be the date of something else. */
  readonly isCertain: boolean;
}

function dateAfter(text: string, word: RegExpExecArray): Birth | null {
  const end = word.index + word[0].length;
  const isNamed = word.groups?.named !== undefined;
  const m = (isNamed ? NAMED_DATE_AFTER : DATE_AFTER).exec(text.slice(end, end + REACH));
  const between = m?.groups?.between ?? "";
  if (m === null || OTHER_DATE.test(between)) return null;
  const isBeside = between.length <= NEAR && !/\p{L}[^]*\n/u.test(between);
  const isTold = word.groups?.told !== undefined;
  if (!isNamed && !isTold && !isBeside) return null;
  return { from: word.index, to: end + m[0].length, isCertain: isNamed || (isTold && isBeside) };
}

function birthAfter(text: string, date: RegExpExecArray): Birth | null {
  const end = date.index + date[0].length;
  const m = BIRTH_AFTER.exec(text.slice(end, end + REACH));
  const between = m?.groups?.between ?? "";
  const isNamed = m?.groups?.named !== undefined;
  if (m === null || (!isNamed && /[.!?\n]/.test(between))) return null;
  return { from: date.index, to: end + m[0].length, isCertain: isNamed || !/[:;]/.test(between) };
}

/** "b. 12.3.26": certain unless it may count the lines or the choices. */
function shortBirths(text: string): Birth[] {
  return Array.from(text.matchAll(B_AND_DATE), (m) => {
    const startsLine = /(?:^|\n) *$/.test(text.slice(Math.max(0, m.index - 4), m.index));
    return { from: m.index, to: m.index + m[0].length, isCertain: m.groups?.stop !== undefined && !startsLine };
  });
}

function birthsIn(text: string): Birth[] {
  const after = Array.from(text.matchAll(BIRTH_WORD), (word) => dateAfter(text, word));
  const before = Array.from(text.matchAll(new RegExp(FULL_DATE, "giu")), (date) => birthAfter(text, date));
  return [...after, ...before, ...shortBirths(text)].filter((birth) => birth !== null);
}

const asStretch = ({ from, to }: { from: number; to: number }): Stretch => ({ kind: "birth_date", from, to });

/** Full dates said to be of a birth: "born 12 March 2019", "DOB 12/03/19". A date alone may be a film's. */
export function findBirthDates(text: string): Stretch[] {
  return birthsIn(text).filter((birth) => birth.isCertain).map(asStretch);
}

/** Full dates that may be of a birth, and days of birth without a year: "born on 12 March". */
export function findPossibleBirths(text: string): Stretch[] {
  const days = Array.from(text.matchAll(BIRTH_WORD)).flatMap((word) => {
    const end = word.index + word[0].length;
    const m = DAY_AFTER.exec(text.slice(end, end + REACH));
    return m === null || OTHER_DATE.test(m.groups?.between ?? "") ? [] : [{ from: word.index, to: end + m[0].length }];
  });
  return [...birthsIn(text).filter((birth) => !birth.isCertain), ...days].map(asStretch);
}

/** Every full date, whatever it is of. */
export function findDates(text: string): Stretch[] {
  return stretchesOf("date", text, new RegExp(FULL_DATE, "giu"));
}
