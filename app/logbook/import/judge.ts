import type { PeerSupervisionContent, SupervisionContent, TrainingContent } from "#app/logbook/content.ts";
import { type LoggedFilm, questionsAbout } from "#app/logbook/cycle-questions.ts";
import type { CountableEntry } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

import { headerKey } from "./columns.ts";
import type { ImportContext, KnownClient } from "./context.ts";
import type { Draft, ImportedCycle, PartKind } from "./draft.ts";
import { labelKey } from "./draft-cycle.ts";
import { draftRows } from "./draft-row.ts";
import { learnFile } from "./file-facts.ts";
import { caseReasons } from "./film-in-case.ts";
import { type LogLookUp, lookUpIn } from "./in-log.ts";
import { findKnownRows, type KnownRows } from "./known-rows.ts";
import { ClientLabels } from "./labels.ts";
import { type Choice, layOutSheet, type SheetRow } from "./layout.ts";
import type { Answers, Question } from "./questions.ts";
import { gravest, isTaken, mostTelling, type Outcome, type RowReason, worthSaying } from "./reasons.ts";
import { type Sheet, textOf } from "./table.ts";

/** Whose cycle a row is: a client of the trainee's, or the n-th new one (from 1), under a code still to be made. */
export type ImportedClient = { readonly clientId: string } | { readonly newClient: number };

/** What a taken row writes: the content of the log commands, and the fingerprint by which the row is known again. */
export type ImportedEntry =
  | {
    readonly fingerprint: string; readonly client: ImportedClient; readonly content: ImportedCycle;
    /** The cycle of the log whose shared review it is; null for a cycle of its own. */
    readonly finishes: string | null;
  }
  | { readonly fingerprint: string; readonly client: null; readonly content: SupervisionContent | PeerSupervisionContent | TrainingContent };

/** The verdict on one entry of a row; `row` for what is said of a row that holds none. */
export interface PartVerdict {
  readonly part: PartKind;
  readonly outcome: Outcome;
  readonly reasons: readonly RowReason[];
  /** What is written on confirming; null for what is not taken. */
  readonly entry: ImportedEntry | null;
}

/** The verdict on one row, by the number that a spreadsheet shows. */
export interface RowVerdict {
  readonly row: number;
  readonly outcome: Outcome;
  readonly parts: readonly PartVerdict[];
  /** What stands in the row, shortened: for the page, never stored. */
  readonly what: string;
}

/** A client that the file brings. The label is for the page that shows the pairs once; it is never stored. */
export interface NewClient {
  readonly number: number;
  readonly label: string;
  readonly openedOn: Day;
  /** The day of the last shared review where its next step was to close. */
  readonly closedOn: Day | null;
  readonly rows: readonly number[];
}

/** What the rows of a sheet come to. */
export interface Judged {
  /** One for each row of the sheet, in its order. */
  readonly verdicts: readonly RowVerdict[];
  readonly questions: readonly Question[];
  readonly newClients: readonly NewClient[];
}

const MAX_WHAT_CHARACTERS = 140;

function shortened({ texts }: SheetRow): string {
  const text = texts.join(" · ");
  return text.length > MAX_WHAT_CHARACTERS ? `${text.slice(0, MAX_WHAT_CHARACTERS - 1)}…` : text;
}

/** Of entries that are the same the first that can be taken stands, else the first. */
function standingDrafts(drafts: readonly Draft[]): Map<string, Draft> {
  const standing = new Map<string, Draft>();
  for (const draft of drafts) {
    const before = draft.sameAs === null ? undefined : standing.get(draft.sameAs);
    const isBetter = before !== undefined && isTaken(gravest(draft.reasons)) && !isTaken(gravest(before.reasons));
    if (draft.sameAs !== null && (before === undefined || isBetter)) standing.set(draft.sameAs, draft);
  }
  return standing;
}

/** The others are refused, naming it, and stay out of everything that follows. What cannot be read is not known by the others: it could pass for another entry. */
function markSameRows(read: readonly Draft[]): Draft[] {
  const drafts = read.map((draft) => (gravest(draft.reasons) === "refuse" ? { ...draft, identity: null, unreviewed: null, sameAs: null, content: null } : draft));
  const standing = standingDrafts(drafts);
  return drafts.map((draft) => {
    const stands = draft.sameAs === null ? undefined : standing.get(draft.sameAs);
    if (stands === undefined || stands === draft) return draft;
    return { ...draft, reasons: [{ code: "same_row", row: stands.row }], questions: [], leansOn: [], identity: null, unreviewed: null, content: null };
  });
}

class NewClients {
  private readonly byLabel = new Map<string, { number: number; label: string; taken: { row: number; cycle: ImportedCycle }[] }>();

  take(label: string, row: number, cycle: ImportedCycle): number {
    const key = labelKey(label);
    const client = this.byLabel.get(key) ?? { number: this.byLabel.size + 1, label, taken: [] };
    this.byLabel.set(key, client);
    client.taken.push({ row, cycle });
    return client.number;
  }

  list(today: Day): NewClient[] {
    return Array.from(this.byLabel.values(), ({ number, label, taken }) => {
      const cycles = taken.map((t) => t.cycle).sort((a, b) => byText(a.filmedOn, b.filmedOn));
      const last = cycles.at(-1);
      const closes = last?.nextStep === "close" && last.reviewedOn !== null && last.reviewedOn <= today;
      return { number, label, openedOn: cycles[0]?.filmedOn ?? today, closedOn: closes ? last.reviewedOn : null, rows: taken.map((t) => t.row) };
    });
  }
}

interface Matching {
  readonly known: KnownRows;
  readonly labels: ClientLabels;
  readonly lookUp: LogLookUp;
  readonly newClients: NewClients;
  readonly clients: ReadonlyMap<string, KnownClient>;
  /** The cycles of the log to which a row before adds the shared review. */
  readonly finished: Set<string>;
  /** Every film so far, of the log and of the rows before that are taken, by its client or label. */
  readonly films: Map<string, LoggedFilm[]>;
}

/** The client where it is known, else the label. */
function filmedWith(draft: Draft, { labels }: Pick<Matching, "labels">): string {
  return labels.ownerOf(draft).clientId ?? `label ${labelKey(draft.label ?? "")}`;
}

function addFilm(films: Map<string, LoggedFilm[]>, film: LoggedFilm): void {
  films.set(film.clientId, [...(films.get(film.clientId) ?? []), film]);
}

function filmsOf(logged: readonly CountableEntry[]): Map<string, LoggedFilm[]> {
  const films = new Map<string, LoggedFilm[]>();
  for (const entry of logged) if (entry.kind === "cycle" && !entry.voided) addFilm(films, entry);
  return films;
}

/** What the form asks about the film's day, of a cycle of its own. */
function filmReasons(draft: Draft, matching: Matching): RowReason[] {
  if (draft.content?.kind !== "cycle") return [];
  const { filmedOn } = draft.content;
  const clientId = filmedWith(draft, matching);
  return questionsAbout({ clientId, filmedOn, filmMinutes: null, reviewedOn: null }, matching.films.get(clientId) ?? [], null);
}

function reasonsFor(draft: Draft, matching: Matching): readonly RowReason[] {
  const { known, labels, lookUp, clients, finished } = matching;
  if (known.isKnown(draft)) return [{ code: "already_imported" }];
  const owner = labels.ownerOf(draft);
  const inLog = lookUp(draft, owner.clientId, finished);
  if (inLog?.code === "already_in_log" || inLog?.code === "review_in_log") return [inLog];
  const isAsked = owner.questionId !== null && owner.isOpen && draft.identity !== null;
  const client = clients.get(owner.clientId ?? "");
  const ofCase = client && draft.content?.kind === "cycle" ? caseReasons(draft.content, client) : [];
  const inCase = inLog?.code === "adds_review" ? ofCase.filter(({ code }) => code !== "film_before_case") : ofCase;
  return [...draft.reasons, ...(inLog ? [inLog] : filmReasons(draft, matching)), ...inCase, ...(isAsked ? [{ code: "client_asked" } as const] : [])];
}

function entryOf(draft: Draft, reasons: readonly RowReason[], matching: Matching): ImportedEntry | null {
  const { known, labels, newClients, finished } = matching;
  const { content, identity, label } = draft;
  if (content === null || identity === null) return null;
  const fingerprint = known.nextFingerprint(identity);
  if (content.kind !== "cycle") return { fingerprint, client: null, content };
  const { clientId } = labels.ownerOf(draft);
  const finishes = reasons.find((reason) => reason.code === "adds_review")?.cycleId ?? null;
  if (finishes !== null) finished.add(finishes);
  else addFilm(matching.films, { clientId: filmedWith(draft, matching), filmedOn: content.filmedOn });
  return { fingerprint, client: clientId === null ? { newClient: newClients.take(label ?? "", draft.row, content) } : { clientId }, content, finishes };
}

function partVerdict(draft: Draft, matching: Matching): PartVerdict {
  const reasons = reasonsFor(draft, matching);
  const outcome = gravest(reasons);
  return { part: draft.part, outcome, reasons: worthSaying(reasons, outcome), entry: isTaken(outcome) ? entryOf(draft, reasons, matching) : null };
}

const IS_THERE: ReadonlySet<RowReason["code"]> = new Set(["already_imported", "already_in_log", "review_in_log"]);

class Questions {
  private readonly rowsOf = new Map<string, Set<number>>();
  private readonly own: Question[] = [];

  /** Takes up what is asked of an entry that is still open: nothing is asked of one that is skipped or refused. */
  take(draft: Draft, { outcome, reasons }: PartVerdict, clientQuestion: string | null): void {
    const isOver = outcome === "refuse" || reasons.some(({ code }) => IS_THERE.has(code));
    if (isOver) return;
    this.own.push(...draft.questions);
    for (const id of [...draft.leansOn, ...(clientQuestion === null ? [] : [clientQuestion])]) this.rowsOf.set(id, (this.rowsOf.get(id) ?? new Set()).add(draft.row));
  }

  list(ofFile: Iterable<Omit<Question, "rows">>): Question[] {
    const shared = Array.from(ofFile).flatMap((question) => {
      const rows = this.rowsOf.get(question.id);
      return rows ? [{ ...question, rows: [...rows] }] : [];
    });
    return [...shared, ...this.own];
  }
}

function groupByRow(drafts: readonly Draft[], verdicts: readonly PartVerdict[]): Map<number, PartVerdict[]> {
  const byRow = new Map<number, PartVerdict[]>();
  for (const [i, draft] of drafts.entries()) {
    const verdict = verdicts[i];
    if (verdict) byRow.set(draft.row, [...(byRow.get(draft.row) ?? []), verdict]);
  }
  return byRow;
}

/**
 * The verdict on every row of a sheet, before anything is written (docs/field.md, "Import"). The same sheet with the same
 * answers and facts gives the same verdicts, so they can be shown first and held to by whoever writes. A row imported
 * before is skipped, whatever its label is now; of entries that are the same one stands.
 */
export function judgeSheet(sheet: Sheet, choice: Choice, context: ImportContext, answers: Answers): Judged {
  const laidOut = layOutSheet(sheet, choice);
  const names = Object.fromEntries(choice.columns.flatMap((field, i) => (field === null ? [] : [[field, headerKey(textOf(sheet.rows[choice.header]?.[i]))]])));
  const facts = learnFile(laidOut, names, context, answers);
  const drafts = markSameRows(draftRows(laidOut, { context, facts, answers }));
  const known = findKnownRows(drafts, context);
  const labels = new ClientLabels(drafts, known, context, answers);
  const clients = new Map(context.clients.map((client) => [client.id, client]));
  const matching: Matching = { known, labels, lookUp: lookUpIn(context.logged), newClients: new NewClients(), clients, finished: new Set(), films: filmsOf(context.logged) };
  const verdicts = drafts.map((draft) => partVerdict(draft, matching));
  const questions = new Questions();
  for (const [i, draft] of drafts.entries()) if (verdicts[i]) questions.take(draft, verdicts[i], labels.ownerOf(draft).questionId);
  const byRow = groupByRow(drafts, verdicts);
  return {
    verdicts: laidOut.map(({ row }) => {
      const parts = byRow.get(row.row) ?? [];
      return { row: row.row, outcome: mostTelling(parts.map((p) => p.outcome)), parts, what: shortened(row) };
    }),
    questions: questions.list([...facts.questions.values(), ...labels.questions]),
    newClients: matching.newClients.list(context.today),
  };
}
