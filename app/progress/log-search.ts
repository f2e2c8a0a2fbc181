import type { Entry } from "#app/logbook/model.ts";
import { sayEntry } from "#app/logbook/say-value.ts";

import { entryTitle } from "./entry-lines.ts";

/** Text as it is compared: without marks on letters, in lower case, with the plain hyphen and the plain blank. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("\u0142", "l").replace(/\p{Pd}/gu, "-").replace(/\s+/g, " ").toLowerCase();
}

/** True where each of the words stands somewhere in what the page of the entry says of it, its client's code and its people too. */
export function fitsWords(entry: Entry, words: string): boolean {
  const said = folded([entryTitle(entry), entry.reason ?? "", ...sayEntry(entry).map(({ value }) => value)].join("\n"));
  return folded(words).trim().split(" ").every((word) => said.includes(word));
}
