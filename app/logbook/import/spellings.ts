import { plainWord } from "#app/logbook/identifiers/names.ts";
import { emailKey } from "#app/people/model.ts";

import type { KnownPerson } from "./context.ts";

/** How surely a spelling means somebody: their e-mail or whole name, an initial and the surname, or less. */
export type Likeness = "exact" | "initial" | "loose";

/** Somebody whom a spelling may mean. */
export interface Match {
  readonly person: KnownPerson;
  readonly likeness: Likeness;
}

const RANK: readonly Likeness[] = ["exact", "initial", "loose"];
const TITLES = /^(?:dr|prof|professor|mr|mrs|ms|miss|mx)\.?\s+/i;

/** A spelling in one way of writing, so that "MM", "mm" and "M M " are not three. */
export function spellingKey(text: string): string {
  return tokens(text).join(" ");
}

function tokens(text: string): string[] {
  const turned = /^([^,]+),\s*([^,]+)$/.exec(text.trim());
  const inOrder = turned ? `${turned[2] ?? ""} ${turned[1] ?? ""}` : text;
  return inOrder.replace(/\([^)]*\)/g, " ").trim().replace(TITLES, "").split(/[\s.\u00a0]+/).map(plainWord).filter((word) => word !== "");
}

const parts = (name: string): string[] => tokens(name).flatMap((word) => word.split("-"));

/** How alike a spelling is to a whole name; null where it cannot mean it. */
export function likenessOf(spelling: string, name: string): Likeness | null {
  const [typed, full] = [tokens(spelling), tokens(name)];
  const [pieces, whole] = [parts(spelling), parts(name)];
  if (typed.length === 0 || full.length === 0) return null;
  if (pieces.join(" ") === whole.join(" ")) return "exact";
  const surname = full.at(-1) ?? "";
  if (typed.length === 2 && typed[0]?.length === 1 && typed[0] === full[0]?.[0] && (typed[1] === surname || surname.split("-").includes(typed[1] ?? ""))) return "initial";
  const initials = typed.length === 1 ? (typed[0] ?? "") : typed.every((word) => word.length === 1) ? typed.join("") : "";
  if (initials.length >= 2 && (initials === full.map((word) => word[0]).join("") || initials === whole.map((word) => word[0]).join(""))) return "loose";
  return pieces.every((word) => word.length > 1 && whole.includes(word)) ? "loose" : null;
}

/** Who is meant, where that can be only one of these people. */
export function findMatch(spelling: string, people: readonly KnownPerson[]): Match | null {
  const byEmail = people.find((p) => emailKey(p.email) === emailKey(spelling));
  if (byEmail) return { person: byEmail, likeness: "exact" };
  const matches = people.flatMap((person) => {
    const likeness = likenessOf(spelling, person.name);
    return likeness === null ? [] : [{ person, likeness }];
  });
  const best = RANK.find((likeness) => matches.some((m) => m.likeness === likeness));
  const [only, second] = matches.filter((m) => m.likeness === best);
  return only !== undefined && second === undefined ? only : null;
}

/** Spellings that seem to mean one person, in the order in which they first stand in the file. */
export interface SpelledPerson {
  readonly spellings: readonly string[];
  /** The account that they seem to mean; null where no account or several would fit. */
  readonly match: Match | null;
}

const LEAST_RANK = RANK.length;
const rankOf = (likeness: Likeness | null): number => (likeness === null ? LEAST_RANK : RANK.indexOf(likeness));

/** Groups spellings by who they seem to mean; those that no account fits, by the fullest of them. */
export function groupSpellings(spellings: readonly string[], people: readonly KnownPerson[]): SpelledPerson[] {
  const groups: { spellings: string[]; match: Match | null; name: string }[] = [];
  const byFullness = [...spellings].sort((a, b) => tokens(b).join("").length - tokens(a).join("").length);
  for (const spelling of byFullness) {
    const match = findMatch(spelling, people);
    const group = groups.find((g) => (match !== null && g.match !== null ? g.match.person.id === match.person.id : match === null && likenessOf(spelling, g.name) !== null));
    if (!group) groups.push({ spellings: [spelling], match, name: match?.person.name ?? spelling });
    else group.spellings.push(spelling);
    if (group && rankOf(match?.likeness ?? null) < rankOf(group.match?.likeness ?? null)) group.match = match;
  }
  const place = (spelling: string | undefined): number => spellings.indexOf(spelling ?? "");
  return groups.map(({ spellings: own, match }) => ({ spellings: own.sort((a, b) => place(a) - place(b)), match }))
    .sort((a, b) => place(a.spellings[0]) - place(b.spellings[0]));
}

/** The people named in one cell: "Tomasz Zielinski + Nadia Hussain", e-mails with semicolons between. */
export function splitPeople(text: string): string[] {
  return text.split(/\s*(?:[;,&+/\n]|\band\b|\bwith\b)\s*/i).map((name) => name.trim()).filter((name) => name !== "");
}
