import type { PeerSupervisionContent, SupervisionContent } from "#app/logbook/content.ts";
import { freeTextScreen, type Screening } from "#app/logbook/identifiers.ts";
import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

import type { RowReader } from "./cells.ts";
import type { ImportContext } from "./context.ts";
import type { Draft, ImportedCycle } from "./draft.ts";
import { draftCycle, labelKey } from "./draft-cycle.ts";
import { draftPeerSupervision, draftSupervision } from "./draft-session.ts";
import { type LogLookUp, lookUpIn } from "./in-log.ts";
import { findKnownRows, type KnownRows } from "./known-rows.ts";
import { gravest, isTaken, type Outcome, type RowReason } from "./reasons.ts";
import { cell, TEMPLATE_COLUMNS, type TemplateFile, type TemplateKind, type TemplateRow } from "./template.ts";

/** Whose cycle a row is: a client of the trainee's, or the n-th new one (from 1), under a code still to be made. */
export type ImportedClient = { readonly clientId: string } | { readonly newClient: number };

/** What a taken row writes: the content of the log commands, and the fingerprint by which the row is known again. */
export type ImportedEntry =
  | { readonly fingerprint: string; readonly client: ImportedClient; readonly content: ImportedCycle }
  | { readonly fingerprint: string; readonly client: null; readonly content: SupervisionContent | PeerSupervisionContent };

/** The verdict on one row, by the number that a spreadsheet shows. */
export interface Verdict {
  readonly row: number;
  readonly outcome: Outcome;
  readonly reasons: readonly RowReason[];
  /** What is written on confirming; null for a row that is not taken. */
  readonly entry: ImportedEntry | null;
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

export interface ImportVerdicts {
  readonly kind: TemplateKind;
  /** One for each row after the header, in the order of the file. */
  readonly verdicts: readonly Verdict[];
  readonly newClients: readonly NewClient[];
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** Screens a note: `freeTextScreen`, or what it said before. */
export type Screen = (text: string) => Screening;

const DRAFTERS = { cycles: draftCycle, supervision: draftSupervision, peer_supervision: draftPeerSupervision } as const;

function isBlank(kind: TemplateKind, row: TemplateRow): boolean {
  return !row.hasMoreCells && TEMPLATE_COLUMNS[kind].every((column) => cell(row, column) === "");
}

function notRead(row: TemplateRow, code: "blank_row" | "too_many_cells"): Draft {
  return { row: row.row, reasons: [{ code }], label: null, identity: null, sameAs: null, content: null };
}

function draftRow(kind: TemplateKind, row: TemplateRow, shared: Pick<RowReader, "context" | "screen">): Draft {
  if (isBlank(kind, row)) return notRead(row, "blank_row");
  if (row.hasMoreCells) return notRead(row, "too_many_cells");
  const draft = DRAFTERS[kind]({ ...shared, row, reasons: [] });
  // A row with a cell that cannot be read is not known by the others: it could pass for another entry.
  return gravest(draft.reasons) === "refuse" ? { ...draft, identity: null, sameAs: null } : draft;
}

/** Of rows that are the same the first that can be taken stands, else the first. */
function standingRows(drafts: readonly Draft[]): Map<string, Draft> {
  const standing = new Map<string, Draft>();
  for (const draft of drafts) {
    const before = draft.sameAs === null ? undefined : standing.get(draft.sameAs);
    const isBetter = before !== undefined && isTaken(gravest(draft.reasons)) && !isTaken(gravest(before.reasons));
    if (draft.sameAs !== null && (before === undefined || isBetter)) standing.set(draft.sameAs, draft);
  }
  return standing;
}

/** The others are refused, naming it, and stay out of everything that follows. */
function markSameRows(drafts: readonly Draft[]): Draft[] {
  const standing = standingRows(drafts);
  return drafts.map((draft) => {
    const stands = draft.sameAs === null ? undefined : standing.get(draft.sameAs);
    if (stands === undefined || stands === draft) return draft;
    return { ...draft, reasons: [{ code: "same_row", row: stands.row }], identity: null, content: null };
  });
}

function reasonsFor(draft: Draft, known: KnownRows, lookUp: LogLookUp): readonly RowReason[] {
  if (known.isKnown(draft)) return [{ code: "already_imported" }];
  const inLog = lookUp(draft, known.clientIdOf(draft));
  if (inLog?.code === "already_in_log") return [inLog];
  return inLog ? [...draft.reasons, inLog] : draft.reasons;
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

function entryOf(draft: Draft, known: KnownRows, newClients: NewClients): ImportedEntry | null {
  const { content, identity, label } = draft;
  if (content === null || identity === null) return null;
  const fingerprint = known.nextFingerprint(identity);
  if (content.kind !== "cycle") return { fingerprint, client: null, content };
  const clientId = known.clientIdOf(draft);
  return { fingerprint, client: clientId === null ? { newClient: newClients.take(label ?? "", draft.row, content) } : { clientId }, content };
}

function countOutcomes(verdicts: readonly Verdict[]): Record<Outcome, number> {
  const count = (outcome: Outcome): number => verdicts.filter((v) => v.outcome === outcome).length;
  return { accept: count("accept"), warn: count("warn"), ask: count("ask"), refuse: count("refuse"), skip: count("skip") };
}

/**
 * The verdict on every row of a file, before anything is written (docs/field.md, "Import"). The same file with the
 * same context gives the same verdicts, so they can be shown first and made afresh inside the transaction that writes.
 * A row imported before is skipped, whatever its label is now; of rows that are the same one stands.
 */
export function judgeFile(file: TemplateFile, context: ImportContext, screen: Screen = freeTextScreen(context.knownNames)): ImportVerdicts {
  const drafts = markSameRows(file.rows.map((row) => draftRow(file.kind, row, { context, screen })));
  const [known, lookUp] = [findKnownRows(drafts, context), lookUpIn(context.logged)];
  const newClients = new NewClients();
  const verdicts = drafts.map((draft): Verdict => {
    const reasons = reasonsFor(draft, known, lookUp);
    const outcome = gravest(reasons);
    return { row: draft.row, outcome, reasons, entry: isTaken(outcome) ? entryOf(draft, known, newClients) : null };
  });
  return { kind: file.kind, verdicts, newClients: newClients.list(context.today), counts: countOutcomes(verdicts) };
}
