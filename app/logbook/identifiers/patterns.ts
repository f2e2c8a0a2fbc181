import { type Stretch, stretchesOf } from "./finding.ts";

const AT = String.raw`(?:@| ?[\[(] ?at ?[\])] ?)`;
const DOT = String.raw`(?:\.| ?[\[(] ?dot ?[\])] ?)`;
const EMAIL = new RegExp(String.raw`(?<![\p{L}\d._%+-])[\p{L}\d._%+'-]{1,64}${AT}[\p{L}\d-]{1,63}(?:${DOT}[\p{L}\d-]{1,63}){0,5}${DOT}\p{L}{2,24}`, "giu");

/** Ordinals typed small ("S2 3rd film") have the shape of the second half of a postcode. */
const ORDINAL = /(?:1st|2nd|3rd|[4-9]th)$/;

const POSTCODE_AREAS =
  "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE";
const POSTCODE = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:(?:${POSTCODE_AREAS})(?:\d[A-HJKPSTUW]|\d\d|\d)[ .-]{0,2}\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA)(?![\p{L}\d])`, "giu",
);

const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY_NUMBER = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const YEAR = String.raw`'?(?:(?:19|20)\d\d|\d\d)(?!\d)`;
const DAY_AND_MONTH = String.raw`(?:${DAY_NUMBER}(?: of)?[ -]{0,2}${MONTH}|${MONTH} ?${DAY_NUMBER})(?![\p{L}\d])`;
const FULL_DATE =
  String.raw`(?:(?<!\d)(?:19|20)\d\d ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}(?!\d)|(?<!\d)\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?${YEAR}|(?<![\p{L}\d])${DAY_NUMBER}(?: of)?[ -]{0,2}${MONTH},?[ -]{0,2}${YEAR}|(?<!\p{L})${MONTH} ?${DAY_NUMBER},? ?${YEAR})`;
const DIGITS_AS_DATE = String.raw`(?<!\d)(?:\d{8}|\d{6})(?!\d)`;

const BIRTH_WORD = String.raw`(?<![\p{L}-])(?:born|birthday|birth ?date|date of birth|d ?\.? ?o ?\.? ?b(?!\p{L})\.?)(?!\p{L})`;
const BETWEEN = String.raw`(?<between>[^\d\n]{0,30}?)`;
const BIRTH_THEN_DATE = new RegExp(`${BIRTH_WORD}${BETWEEN}(?:${FULL_DATE}|${DIGITS_AS_DATE})`, "giu");
const BIRTH_THEN_DAY = new RegExp(`${BIRTH_WORD}${BETWEEN}${DAY_AND_MONTH}`, "giu");
const DATE_THEN_BIRTH = new RegExp(String.raw`${FULL_DATE}[ ,(\[-]{0,3}(?:is |was )?(?:the |her |his |their )?(?:dob|d\.o\.b|date of birth|birthday)(?!\p{L})`, "giu");
/** Words between "born" and a date which say that the date is of something else. */
const OTHER_DATE = /film|review|session|clip|visit|supervis|[.!?;] /i;

/** E-mail addresses in folded text. */
export function findEmails(text: string): Stretch[] {
  return stretchesOf("email", text, EMAIL);
}

/** United Kingdom postcodes: the real areas and shapes, with or without the space, large or small letters. */
export function findPostcodes(text: string): Stretch[] {
  return stretchesOf("postcode", text, POSTCODE).filter((s) => !ORDINAL.test(text.slice(s.from, s.to)));
}

function birthMatches(text: string, pattern: RegExp): Stretch[] {
  return Array.from(text.matchAll(pattern))
    .filter((m) => !OTHER_DATE.test(m.groups?.between ?? ""))
    .map((m) => ({ kind: "birth_date", from: m.index, to: m.index + m[0].length }));
}

/** Full dates said to be of a birth: "born 12 March 2019", "DOB 12/03/19". A date alone may be a film's. */
export function findBirthDates(text: string): Stretch[] {
  return [...birthMatches(text, BIRTH_THEN_DATE), ...birthMatches(text, DATE_THEN_BIRTH)];
}

/** Days of birth without a year: "born on 12 March". */
export function findBirthDays(text: string): Stretch[] {
  return birthMatches(text, BIRTH_THEN_DAY);
}

/** Every full date, whatever it is of. */
export function findDates(text: string): Stretch[] {
  return stretchesOf("date", text, new RegExp(FULL_DATE, "giu"));
}
