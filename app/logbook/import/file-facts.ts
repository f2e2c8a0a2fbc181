import { freeTextScreen, screenClientLabel, type Screening } from "#app/logbook/identifiers.ts";
import { plainWord } from "#app/logbook/identifiers/names.ts";
import type { Day } from "#app/platform/clock.ts";

import type { Field } from "./columns.ts";
import type { ImportContext, KnownPerson } from "./context.ts";
import type { LaidOutRow, SheetRow } from "./layout.ts";
import type { Answers, Question } from "./questions.ts";
import { type DayOrder, isOrderInDoubt, readDay } from "./read-day.ts";
import { type LengthUnit, unitOf } from "./read-length.ts";
import { groupSpellings, type Likeness, type Match, spellingKey, splitPeople } from "./spellings.ts";
import { isEmpty, textOf } from "./table.ts";

/** What a spelling was found or answered to mean. */
export type Meant =
  | { readonly is: "person"; readonly person: KnownPerson; readonly likeness: Likeness | "answered"; readonly questionId: string | null }
  | { readonly is: "asked" | "left_out"; readonly questionId: string };

/** What the rows of one file say of each other. */
export interface FileFacts {
  readonly order: DayOrder;
  readonly unit: Readonly<Record<"minutes" | "peer_minutes", LengthUnit>>;
  /** A day that stands for sure in that row or in one nearby. */
  readonly near: (row: number) => Day | null;
  readonly supervisor: (row: SheetRow) => Meant;
  readonly attendee: (spelling: string) => Meant;
  /** The row in which a spelling stands first. */
  readonly firstRowOf: (spelling: string) => number | undefined;
  readonly screen: (text: string) => Screening;
  /** True where the text holds a word of a client label that looks like a name or initials. */
  readonly namesClient: (text: string) => boolean;
  /** Questions about the whole file, by id; whether one is shown depends on the rows that lean on it. */
  readonly questions: ReadonlyMap<string, Omit<Question, "rows">>;
}

const DAYS: readonly Field[] = ["filmed_on", "reviewed_on", "session_on", "peer_on"];
/** The id of the question whether day or month stands first in the whole file. */
export const ORDER_QUESTION = "order";
const PEER = /^\s*(?:peers?|intervision)\b\s*(?:sup(?:ervision)?\b)?\.?\s*[:\-–]?\s*/i;
const GROUP = /^\s*group\b\s*(?:sup(?:ervision)?\b)?\.?\s*[:\-–]\s*/i;

/** What a row's supervisor cell says: who, and whether the session was with peers or in a group. */
export function supervisorCell({ cells }: SheetRow): { readonly spelling: string; readonly isPeer: boolean; readonly isGroup: boolean } {
  const [name, email] = [textOf(cells.supervisor), textOf(cells.supervisor_email)];
  const isPeer = PEER.test(name);
  return { spelling: isPeer ? name.replace(PEER, "") : email === "" ? name.replace(GROUP, "") : email, isPeer, isGroup: GROUP.test(name) };
}

function orderOf(rows: readonly SheetRow[], answers: Answers): { readonly order: DayOrder; readonly samples: readonly string[] } {
  const cells = rows.flatMap((row) => DAYS.flatMap((field) => row.cells[field] ?? []));
  if (!isOrderInDoubt(cells)) return { order: "day_first", samples: [] };
  const choice = answers[ORDER_QUESTION]?.choice;
  const samples = cells.map(textOf).filter((text) => readDay(text, { order: "unknown", near: null }).kind === "unsure").slice(0, 3);
  return { order: choice === "day_first" || choice === "month_first" ? choice : "unknown", samples };
}

/** For each row the nearest day that is sure: its own first, then the one before, then the one after. */
function nearestDays(rows: readonly SheetRow[], order: DayOrder, today: Day): Map<number, Day> {
  const own = rows.map((row) => {
    const days = DAYS.flatMap((field) => {
      const reading = readDay(row.cells[field] ?? "", { order, near: null });
      return reading.kind === "day" && reading.day <= today ? [reading.day] : [];
    });
    return days[0] ?? null;
  });
  const near = [...own];
  for (let i = 1; i < near.length; i += 1) near[i] ??= near[i - 1] ?? null;
  for (let i = near.length - 2; i >= 0; i -= 1) near[i] ??= near[i + 1] ?? null;
  return new Map(rows.flatMap((row, i) => (near[i] ? [[row.row, near[i]] as const] : [])));
}

function firstRows(rows: readonly SheetRow[], spellingsOf: (row: SheetRow) => readonly string[]): Map<string, { spelling: string; row: number }> {
  const first = new Map<string, { spelling: string; row: number }>();
  for (const row of rows) {
    for (const spelling of spellingsOf(row)) if (!first.has(spellingKey(spelling))) first.set(spellingKey(spelling), { spelling, row: row.row });
  }
  return first;
}

interface Meaning {
  readonly byKey: ReadonlyMap<string, Meant>;
  readonly questions: readonly (readonly [string, Omit<Question, "rows">])[];
}

function meantBy(match: Match | null, questionId: string, choice: string | undefined, people: readonly KnownPerson[], isTakenAsRead: boolean): Meant {
  if (choice === "out") return { is: "left_out", questionId };
  const chosen = people.find((p) => p.id === choice);
  if (chosen) return { is: "person", person: chosen, likeness: "answered", questionId };
  return match && isTakenAsRead ? { is: "person", person: match.person, likeness: match.likeness, questionId } : { is: "asked", questionId };
}

/** Whole names and e-mails of one person need no question; every other group of spellings is asked about once. */
function supervisorsMeant(spellings: readonly string[], { supervisors }: ImportContext, answers: Answers): Meaning {
  const byKey = new Map<string, Meant>();
  const questions: [string, Omit<Question, "rows">][] = [];
  const settle = (own: readonly string[], match: Match | null): void => {
    const id = `who-${String(spellings.indexOf(own[0] ?? ""))}${own.length === 1 ? "" : "-all"}`;
    const answer = answers[id] ?? null;
    if (answer?.choice === "apart" && own.length > 1) {
      questions.push([id, { id, asked: { kind: "supervisor", spellings: own, suggested: match?.person.id ?? null }, isNeeded: false, answer }]);
      for (const spelling of own) settle([spelling], groupSpellings([spelling], supervisors)[0]?.match ?? null);
      return;
    }
    const isSure = own.every((spelling) => groupSpellings([spelling], supervisors)[0]?.match?.likeness === "exact");
    if (!isSure) questions.push([id, { id, asked: { kind: "supervisor", spellings: own, suggested: match?.person.id ?? null }, isNeeded: true, answer }]);
    for (const spelling of own) byKey.set(spellingKey(spelling), meantBy(match, id, answer?.choice, supervisors, isSure));
  };
  for (const { spellings: own, match } of groupSpellings(spellings.filter((s) => s !== ""), supervisors)) settle(own, match);
  if (spellings.includes("")) settle([""], null);
  return { byKey, questions };
}

/** An attendee is taken as read where the whole name or e-mail fits one trainee; each name is asked about all the same. */
function attendeesMeant(spellings: readonly string[], { fellowTrainees }: ImportContext, answers: Answers): Meaning {
  const byKey = new Map<string, Meant>();
  const questions: [string, Omit<Question, "rows">][] = [];
  for (const [index, spelling] of spellings.entries()) {
    const id = `peer-${String(index)}`;
    const [match] = groupSpellings([spelling], fellowTrainees).map((group) => group.match);
    const isExact = match?.likeness === "exact";
    if (!spelling.includes("@")) {
      questions.push([id, { id, asked: { kind: "attendee", spelling, suggested: match?.person.id ?? null }, isNeeded: !isExact, answer: answers[id] ?? null }]);
    }
    byKey.set(spellingKey(spelling), meantBy(match ?? null, id, answers[id]?.choice, fellowTrainees, isExact));
  }
  return { byKey, questions };
}

const SHORTEST_NAME = 3;

/** Words of labels that look like names or initials, in one way of writing. */
function labelWords(labels: readonly string[]): { readonly names: ReadonlySet<string>; readonly initials: ReadonlySet<string> } {
  const [names, initials] = [new Set<string>(), new Set<string>()];
  for (const label of labels) {
    for (const { kind, start, end } of screenClientLabel(label)) {
      const word = label.slice(start, end);
      if (kind === "possible_name" && word.length >= SHORTEST_NAME) names.add(plainWord(word));
      if (kind === "initials" && /^\p{Lu}{2,}$/u.test(word)) initials.add(word);
    }
  }
  return { names, initials };
}

function clientNamer(labels: readonly string[]): FileFacts["namesClient"] {
  const { names, initials } = labelWords(labels);
  if (names.size + initials.size === 0) return () => false;
  return (text) => Array.from(text.matchAll(/[\p{L}\p{M}]+/gu), (m) => m[0]).some((word) => initials.has(word) || names.has(plainWord(word)));
}

const NOBODY: Meant = { is: "asked", questionId: "who" };

/** What all rows together say: the order of figures in days, units, who is meant by each spelling, which names are families'. */
export function learnFile(laidOut: readonly LaidOutRow[], names: Readonly<Partial<Record<Field, string>>>, context: ImportContext, answers: Answers): FileFacts {
  const rows = laidOut.filter((line) => line.kind === "entry").map((line) => line.row);
  const { order, samples } = orderOf(rows, answers);
  const near = nearestDays(rows, order, context.today);
  const isSession = (row: SheetRow): boolean => !isEmpty(row.cells.session_on) || !isEmpty(row.cells.minutes);
  const attendeesIn = (row: SheetRow): string[] => [...splitPeople(textOf(row.cells.attendees)), ...(supervisorCell(row).isPeer ? splitPeople(supervisorCell(row).spelling) : [])];
  const spelledSupervisors = firstRows(rows.filter((row) => isSession(row) && !supervisorCell(row).isPeer && attendeesIn(row).length === 0), (row) => [supervisorCell(row).spelling]);
  const spelledPeers = firstRows(rows, attendeesIn);
  const supervisors = supervisorsMeant([...spelledSupervisors.values()].map((s) => s.spelling), context, answers);
  const peers = attendeesMeant([...spelledPeers.values()].map((s) => s.spelling), context, answers);
  const orderQuestion = { id: ORDER_QUESTION, asked: { kind: "order", samples }, isNeeded: true, answer: answers[ORDER_QUESTION] ?? null } as const;
  return {
    order,
    unit: { minutes: unitOf(names.minutes ?? "", rows.flatMap((r) => r.cells.minutes ?? [])), peer_minutes: unitOf(names.peer_minutes ?? names.minutes ?? "", rows.flatMap((r) => r.cells.peer_minutes ?? [])) },
    near: (row) => near.get(row) ?? null,
    supervisor: (row) => supervisors.byKey.get(spellingKey(supervisorCell(row).spelling)) ?? NOBODY,
    attendee: (spelling) => peers.byKey.get(spellingKey(spelling)) ?? NOBODY,
    firstRowOf: (spelling) => (spelledSupervisors.get(spellingKey(spelling)) ?? spelledPeers.get(spellingKey(spelling)))?.row,
    screen: freeTextScreen(context.knownNames),
    namesClient: clientNamer([...new Set(rows.map((row) => textOf(row.cells.client)).filter((label) => label !== ""))]),
    questions: new Map([...(samples.length > 0 ? [[ORDER_QUESTION, orderQuestion] as const] : []), ...supervisors.questions, ...peers.questions]),
  };
}
