/** What a stretch of text looks like. */
export type FindingKind =
  | "chi_number" | "nhs_number" | "long_number" | "telephone" | "email" | "postcode" | "birth_date" | "date" | "initials" | "possible_name";

/** A stretch that looks like an identifier: where it stands in what was typed, so that the page can show it. Never stored. */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  /** The first place after it. */
  readonly end: number;
}

/** A stretch of folded text, before it is led back to what was typed. */
export interface Stretch {
  readonly kind: FindingKind;
  readonly from: number;
  readonly to: number;
}

/** Every match of the pattern as a stretch of that kind. The pattern must be global. */
export function stretchesOf(kind: FindingKind, text: string, pattern: RegExp): Stretch[] {
  return Array.from(text.matchAll(pattern), (m) => ({ kind, from: m.index, to: m.index + m[0].length }));
}

/** The stretches in reading order, each leaving out those that touch one found before it in the list. */
export function withoutOverlaps(stretches: readonly Stretch[]): Stretch[] {
  const taken = new Set<number>();
  const kept = stretches.filter((next) => {
    const places = Array.from({ length: next.to - next.from }, (_, i) => next.from + i);
    if (places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}
