import type { Stretch } from "./finding.ts";

const PLAIN_WORDS = new Set(
  `client clients case family parent carer mother father mum dad baby child twin twins foster adoptive adopter kinship nursery school primary
  class practitioner professional worker teacher staff pair dyad group vig cycle no nr number new old first second third fourth fifth sixth
  one two three four five six seven eight nine ten my the and of with from in at to at home remote`.split(/\s+/),
);

const LABEL_WORD = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'.-]*[\p{L}\p{M}\p{N}])?/gu;
const MAX_SERIAL_DIGITS = 4;

/** One letter and figures ("F12"), or a code that mixes them ("7KQ4"): a serial, unless it is initials and a number ("AB1"). */
function isSerial(word: string): boolean {
  if (/^\d+$/.test(word)) return word.length <= MAX_SERIAL_DIGITS;
  if (/^\p{L}-?\d{1,4}$/u.test(word) || /^\d{1,4}\p{L}$/u.test(word)) return true;
  return /^(?=.*\d.*\p{L}|.*\p{L}.*\d.*\p{L})[\p{L}\d]{3,8}$/u.test(word) && !/\p{L}{4}/u.test(word);
}

function isPlain(word: string): boolean {
  return word.split(/[-.']/).every((part) => part === "" || PLAIN_WORDS.has(part.toLowerCase()) || isSerial(part) || isNumberedPlain(part)) && !/^(?:\p{L}\.)+\p{L}?$/u.test(word);
}

function isNumberedPlain(part: string): boolean {
  const parts = /^(\p{L}+)\d{1,4}$/u.exec(part);
  return parts?.[1] !== undefined && PLAIN_WORDS.has(parts[1].toLowerCase());
}

/** "Client A": one letter after a plain word orders the clients. Alone, or beside a name, it is an initial. */
function isOrderLetter(word: string, before: string): boolean {
  const previous = /(\p{L}+) $/u.exec(before)?.[1] ?? "";
  return /^\p{L}$/u.test(word) && PLAIN_WORDS.has(previous.toLowerCase());
}

/** Words of a client label that are no plain word for a client, each as initials or a possible name. */
export function findLabelWords(text: string): Stretch[] {
  return Array.from(text.matchAll(LABEL_WORD))
    .filter((m) => !isPlain(m[0]) && !isOrderLetter(m[0], text.slice(0, m.index)))
    .map((m) => ({ kind: /^(?:\p{L}[.' -]?){1,3}\d*$/u.test(m[0]) && !/^\p{Lu}\p{Ll}+\d*$/u.test(m[0]) ? "initials" : "possible_name", from: m.index, to: m.index + m[0].length }));
}
