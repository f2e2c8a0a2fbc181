import { type Stretch, stretchesOf } from "./finding.ts";

const AREA =
  "(?:AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)";
const DISTRICT = String.raw`(?:\d[A-HJKPSTUW]|\d\d|\d)`;
const END_LETTERS = "[ABD-HJLNP-UW-Z]{2}";
const GAP = String.raw`[^\p{L}\d]{0,6}`;
const SMALL_GAP = String.raw`[^\p{L}\d]{0,2}`;

const STANDING_ALONE = new RegExp(String.raw`(?<![\p{L}\d])(?:${AREA}${DISTRICT}${GAP}\d${END_LETTERS}|GIR${GAP}0AA)(?![\p{L}\d])`, "giu");
/** In capitals a postcode is told among other letters too, and with its parts set apart. */
const CAPITALS = new RegExp(String.raw`${AREA}${SMALL_GAP}${DISTRICT}${GAP}\d${SMALL_GAP}${END_LETTERS}(?![A-Z\d])`, "gu");
const STUCK_AND_SMALL = new RegExp(String.raw`(?<=\p{L})${AREA}${DISTRICT}${SMALL_GAP}\d${END_LETTERS}(?![\p{L}\d])`, "giu");

/** "S2 3rd film", "S2 1hr": ordinals and units typed small have the shape of the second half. */
const SMALL_ORDINAL_OR_UNIT = /\d(?:st|nd|rd|th|hr|yr|ft|lb|gb|tb|hd|pp|pg|px)$/;
const ORDINAL = /\d(?:st|nd|rd|th)$/i;

const without = (stretches: readonly Stretch[], text: string, pattern: RegExp): Stretch[] => stretches.filter((s) => !pattern.test(text.slice(s.from, s.to)));

/** United Kingdom postcodes: the real areas and shapes, whatever separates the halves, large or small letters. */
export function findPostcodes(text: string): Stretch[] {
  return [
    ...without(stretchesOf("postcode", text, STANDING_ALONE), text, SMALL_ORDINAL_OR_UNIT),
    ...without(stretchesOf("postcode", text, CAPITALS), text, ORDINAL),
  ];
}

/** What may be a postcode in small letters with a word stuck before it: "homeeh11aa". */
export function findPossiblePostcodes(text: string): Stretch[] {
  return without(stretchesOf("postcode", text, STUCK_AND_SMALL), text, SMALL_ORDINAL_OR_UNIT);
}
