import { requirementTitle, spelledAmount } from "#app/pathway/amounts.ts";
import { listAnd, spellMinutes } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { NotBegun } from "./not-begun.ts";

const said = words.progress.ahead.notBegun;

function amountText({ requirement, missing }: NotBegun): string {
  return requirement.measure === "minutes" ? words.pathways.minutesOf(spellMinutes(missing), requirementTitle(requirement)) : spelledAmount(requirement, missing, []);
}

/** What is missing and not begun, within a sentence: "one peer session and five hours of supervision". */
export function notBegunText(items: readonly NotBegun[]): string {
  return listAnd(items.map(amountText));
}

/** That it is not begun: "none is logged yet"; where something stands in the record all the same, that none of it is work that counts. */
export function noneYet(items: readonly NotBegun[]): string {
  return said.none(items.length, items.some((one) => one.hasEntries));
}

/** What the requirements are called that are not begun, within a sentence. */
export function notBegunTitles(items: readonly NotBegun[]): string {
  return listAnd(items.map(({ requirement }) => words.pathways.within(requirementTitle(requirement))));
}
