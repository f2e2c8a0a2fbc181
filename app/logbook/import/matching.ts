import { type LoggedFilm, questionsAbout } from "#app/logbook/cycle-questions.ts";
import type { CountableEntry } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

import type { ImportContext, KnownClient } from "./context.ts";
import type { Draft, ImportedCycle } from "./draft.ts";
import { labelKey } from "./draft-cycle.ts";
import { caseReasons } from "./film-in-case.ts";
import { type LogLookUp, lookUpIn } from "./in-log.ts";
import type { KnownRows } from "./known-rows.ts";
import type { ClientLabels } from "./labels.ts";
import { gravest, isTaken, type RowReason, worthSaying } from "./reasons.ts";
import type { ImportedEntry, NewClient, PartVerdict } from "./verdicts.ts";

/** The clients that the taken rows of a file bring. */
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

/** What a row is held against, besides itself: grows with every row that is taken. */
export interface Matching {
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

/** The verdict on one entry of a row. Rows are judged in their order: what was taken before is known to those that follow. */
export function partVerdict(draft: Draft, matching: Matching): PartVerdict {
  const reasons = reasonsFor(draft, matching);
  const outcome = gravest(reasons);
  return { part: draft.part, outcome, reasons: worthSaying(reasons, outcome), entry: isTaken(outcome) ? entryOf(draft, reasons, matching) : null };
}

/** What the first row of a file is held against. */
export function newMatching(known: KnownRows, labels: ClientLabels, context: ImportContext): Matching {
  const clients = new Map(context.clients.map((client) => [client.id, client]));
  return { known, labels, lookUp: lookUpIn(context.logged), newClients: new NewClients(), clients, finished: new Set(), films: filmsOf(context.logged) };
}
