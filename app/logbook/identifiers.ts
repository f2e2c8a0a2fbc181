import { normaliseClientCode } from "./codes.ts";
import { findBirthDates, findDates, findPossibleBirths } from "./identifiers/births.ts";
import { findEmails } from "./identifiers/emails.ts";
import { type Finding, type Stretch, withoutOverlaps } from "./identifiers/finding.ts";
import { type FoldedText, foldText } from "./identifiers/folded-text.ts";
import { findLabelWords } from "./identifiers/label-words.ts";
import { findNames, plainWord } from "./identifiers/names.ts";
import { findNumbers } from "./identifiers/numbers.ts";
import { findPossiblePostcodes, findPostcodes } from "./identifiers/postcodes.ts";

/** What screening found. `refuse`: must go before the text is kept. `ask`: may stay once the person says that it names no family. */
export interface Screening {
  readonly refuse: readonly Finding[];
  readonly ask: readonly Finding[];
}

const MAX_LABEL_CHARACTERS = 200;

function asTyped(folded: FoldedText, stretches: readonly Stretch[]): Finding[] {
  return stretches.map((s) => ({ kind: s.kind, ...folded.typedRange(s.from, s.to) }));
}

function certain(text: string, numbers: readonly Stretch[]): Stretch[] {
  return withoutOverlaps([...findEmails(text), ...findBirthDates(text), ...numbers.filter((s) => s.kind !== "long_number"), ...findPostcodes(text)]);
}

const wordsOf = (names: readonly string[]): string[] => names.flatMap((name) => foldText(name).text.split(/[\s-]+/)).map(plainWord);

/** Screens many texts against the same names that may stay: `screenFreeText` with the names prepared once. */
export function freeTextScreen(knownNames: readonly string[]): (text: string) => Screening {
  const known = new Set(wordsOf(knownNames).filter((word) => word !== ""));
  return (text) => {
    const folded = foldText(text);
    const numbers = findNumbers(folded.text);
    const refuse = certain(folded.text, numbers);
    const mistyped = numbers.filter((s) => s.kind === "long_number");
    const possible = [...mistyped, ...findPossibleBirths(folded.text), ...findPossiblePostcodes(folded.text), ...findNames(folded.text, known)];
    const ask = withoutOverlaps([...refuse, ...possible]).filter((s) => !refuse.includes(s));
    return { refuse: asTyped(folded, refuse), ask: asTyped(folded, ask) };
  };
}

/**
 * Screens free text (docs/field.md, "Identifiers"). Refused: CHI and NHS numbers, telephone numbers, e-mail
 * addresses, postcodes, dates of birth. Asked about once: possible names and initials, a day of birth without
 * its year, and ten digits that fail the check, which may be a number mistyped. Every word of `knownNames`
 * (supervisors, fellow trainees) may stay. Findings are for the page; they are never stored.
 */
export function screenFreeText(text: string, knownNames: readonly string[]): Screening {
  return freeTextScreen(knownNames)(text);
}

/**
 * Screens a client label; nothing found means that it may stand (docs/field.md, "Identifiers"). Stricter than
 * free text: besides what that refuses, any full date, initials, and every word that is no plain word for a
 * client ("Client 3", "Family B" and portal codes pass; "Callum", "J. Kowalczyk" and "AB" do not).
 */
export function screenClientLabel(text: string): Finding[] {
  if (/^\s*c[\s-]/i.test(text) && normaliseClientCode(text) !== null) return [];
  const folded = foldText(text.slice(0, MAX_LABEL_CHARACTERS));
  const numbers = findNumbers(folded.text);
  const found = withoutOverlaps([...certain(folded.text, numbers), ...numbers, ...findDates(folded.text), ...findLabelWords(folded.text)]);
  return asTyped(folded, found);
}
