import { words } from "#app/words/words.ts";

import type { JudgedFile } from "./import/judge-files.ts";
import { isTaken, type Outcome } from "./import/reasons.ts";
import { sayProblem, sayReason } from "./import/say.ts";
import { cell, TEMPLATE_COLUMNS, type TemplateFile, type TemplateRow } from "./import/template.ts";
import type { Verdict } from "./import/verdicts.ts";

/** One row of a preview, as the page shows it. */
export interface PreviewRow {
  readonly row: number;
  readonly what: string;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  /** True where the note is left out unless the person says that it names no family. */
  readonly asksAboutNote: boolean;
}

/** One file of a preview: its rows, or why it cannot be read. */
export type PreviewFile =
  | { readonly ok: true; readonly kind: string; readonly rows: readonly PreviewRow[]; readonly taken: number; readonly of: number; readonly unlisted: number }
  | { readonly ok: false; readonly problems: readonly string[] };

const MAX_ROWS_SHOWN = 300;
const MAX_WHAT_CHARACTERS = 120;

function whatItSays(file: TemplateFile, row: TemplateRow | undefined): string {
  const cells = row ? TEMPLATE_COLUMNS[file.kind].map((column) => cell(row, column)).filter((text) => text !== "") : [];
  const text = cells.join(" · ");
  return text.length > MAX_WHAT_CHARACTERS ? `${text.slice(0, MAX_WHAT_CHARACTERS - 1)}…` : text;
}

function isBlank({ reasons }: Verdict): boolean {
  return reasons.some((reason) => reason.code === "blank_row");
}

// What somebody has to look at comes first where not everything can be shown.
function listed(verdicts: readonly Verdict[]): readonly Verdict[] {
  if (verdicts.length <= MAX_ROWS_SHOWN) return verdicts;
  const telling = verdicts.filter((v) => v.outcome !== "accept" && v.outcome !== "skip");
  return [...telling, ...verdicts.filter((v) => !telling.includes(v))].slice(0, MAX_ROWS_SHOWN);
}

/** A judged file as the preview shows it; blank rows are not shown. */
export function previewOf(judged: JudgedFile): PreviewFile {
  if (!judged.ok) return { ok: false, problems: judged.problem.code === "same_kind_twice" ? [words.logbook.import.sameKindTwice] : sayProblem(judged.problem) };
  const { file } = judged;
  const verdicts = judged.verdicts.verdicts.filter((v) => !isBlank(v));
  const rows = new Map(file.rows.map((row) => [row.row, row]));
  const shown = listed(verdicts);
  return {
    ok: true, kind: words.logbook.import.kindNames[file.kind], taken: verdicts.filter((v) => isTaken(v.outcome)).length, of: verdicts.length, unlisted: verdicts.length - shown.length,
    rows: shown.map((v) => ({
      row: v.row, what: whatItSays(file, rows.get(v.row)), outcome: v.outcome, reasons: v.reasons.map(sayReason),
      asksAboutNote: isTaken(v.outcome) && v.reasons.some((reason) => reason.code === "note_may_name"),
    })),
  };
}
