import { screenClientLabel } from "#app/logbook/identifiers.ts";

/** Plain words for where a film lies, besides those that may stand in a client's label. */
const PLACE_WORDS = /\b(?:film|films|video|clip|clips|recording|review|excerpt|tape|disc|drive|file|folder|box|shelf|case|record|ref|reference|board)(?=\b|_)/giu;
/** A word that any label may hold: it takes the place of those above. */
const PLAIN = "vig";

/** Why a text is no reference that may be kept; undefined where it may. */
export type ReferenceProblem = "names_somebody" | "not_an_identifier";

/**
 * Screens a reference to where the board keeps the film as strictly as a client's label (docs/field.md, "Submissions"):
 * figures, codes and plain words pass; names, initials, dates and numbers of people do not, and neither does an address.
 */
export function referenceProblem(text: string): ReferenceProblem | undefined {
  if (!/\d/.test(text) || /[\\@:?&=]|\/\/|\n/.test(text)) return "not_an_identifier";
  return screenClientLabel(text.replace(PLACE_WORDS, PLAIN)).length > 0 ? "names_somebody" : undefined;
}
