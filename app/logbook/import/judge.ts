import { headerKey } from "./columns.ts";
import type { ImportContext } from "./context.ts";
import type { Draft } from "./draft.ts";
import { draftRows } from "./draft-row.ts";
import { learnFile } from "./file-facts.ts";
import { findKnownRows } from "./known-rows.ts";
import { ClientLabels } from "./labels.ts";
import { type Choice, layOutSheet, type SheetRow } from "./layout.ts";
import { newMatching, partVerdict } from "./matching.ts";
import type { Answers, Question } from "./questions.ts";
import { gravest, isTaken, mostTelling, type RowReason } from "./reasons.ts";
import { type Sheet, textOf } from "./table.ts";
import type { Judged, PartVerdict } from "./verdicts.ts";

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
  const matching = newMatching(known, labels, context);
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
