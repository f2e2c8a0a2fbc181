/**
 * The six groups of the principles of attuned interactions and guidance, by key, in the published order
 * (docs/field.md, "Principles"). Only the groups are named here: the wording of the single items is under copyright.
 */
export const PRINCIPLES = ["attentive", "encouraging", "receiving", "developing", "guiding", "deepening"] as const;
export type PrincipleKey = (typeof PRINCIPLES)[number];

/** The letter that stands beside the colour, so that neither has to be told by the other alone. */
const LETTERS = { attentive: "A", encouraging: "E", receiving: "R", developing: "D", guiding: "G", deepening: "P" } as const satisfies Record<PrincipleKey, string>;

/** The letter of a group: "P" for deepening discussion, because "D" is taken. */
export function letterOf(principle: PrincipleKey): string {
  return LETTERS[principle];
}

/** The place of a group in the published order, 1 to 6; its colour goes by it. */
export function placeOf(principle: PrincipleKey): number {
  return PRINCIPLES.indexOf(principle) + 1;
}
