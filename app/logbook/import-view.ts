import type { Day } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

import type { ImportFacts } from "./import/context.ts";
import type { Judged, PartVerdict, RowVerdict } from "./import/verdicts.ts";
import type { Question } from "./import/questions.ts";
import { isTaken, type Outcome } from "./import/reasons.ts";
import { sayReason } from "./import/say.ts";
import { showQuestion, type ShownQuestion } from "./import/say-question.ts";

/** Which file a page shows, and as of which edition: its forms say so. */
export interface ShownDraft {
  readonly file: string;
  readonly edition: number;
}

/** The rows that a preview can be narrowed to. */
export const WHICH_ROWS = ["all", "ask", "refuse", "warn", "accept", "skip"] as const;
export type WhichRows = (typeof WHICH_ROWS)[number];

/** One row of a preview, as the page shows it. */
export interface PreviewRow {
  readonly row: number;
  readonly what: string;
  readonly outcome: Outcome;
  readonly lines: readonly string[];
}

/** What would come in. */
export interface Tally {
  readonly cycles: number;
  readonly clients: number;
  readonly supervision: { readonly sessions: number; readonly minutes: number };
  readonly peers: { readonly sessions: number; readonly minutes: number };
  readonly training: number;
  /** Entries from before the first day on the pathway, which count for nothing. */
  readonly beforeStart: number;
}

/** The preview of a file: what would come in, what is asked, and some of its rows. */
export interface Preview {
  readonly taken: number;
  readonly entries: number;
  readonly refused: number;
  readonly tally: Tally;
  readonly questions: readonly ShownQuestion[];
  readonly openQuestions: number;
  readonly moreQuestions: number;
  readonly which: WhichRows;
  readonly counts: Readonly<Record<WhichRows, number>>;
  readonly rows: readonly PreviewRow[];
  readonly page: number;
  readonly pages: number;
}

const ROWS_A_PAGE = 100;
const MAX_QUESTIONS = 30;

/** Whether an entry is from before the first day on the pathway: it comes in and counts for nothing. */
function isBeforeStart({ reasons }: PartVerdict): boolean {
  return reasons.some(({ code }) => code === "before_start");
}

function tallyOf(parts: readonly PartVerdict[], clients: number, today: Day): Tally {
  const coming = parts.filter(({ entry }) => entry !== null);
  const contents = coming.filter((part) => !isBeforeStart(part)).flatMap(({ entry }) => (entry ? [entry.content] : []));
  const sum = (kind: "supervision" | "peer_supervision"): Tally["peers"] => {
    const minutes = contents.flatMap((content) => (content.kind === kind ? [content.minutes] : []));
    return { sessions: minutes.length, minutes: minutes.reduce((a, b) => a + b, 0) };
  };
  const cycles = contents.filter((content) => content.kind === "cycle" && content.reviewedOn !== null && content.reviewedOn <= today);
  return { cycles: cycles.length, clients, supervision: sum("supervision"), peers: sum("peer_supervision"), training: contents.filter((c) => c.kind === "training").length, beforeStart: coming.filter(isBeforeStart).length };
}

function rowOf({ row, what, outcome, parts }: RowVerdict): PreviewRow {
  const names: Readonly<Partial<Record<PartVerdict["part"], string>>> = words.imports.parts;
  const lines = parts.flatMap((part) => part.reasons.map((reason) => (parts.length > 1 && names[part.part] !== undefined ? `${names[part.part] ?? ""}: ${sayReason(reason)}` : sayReason(reason))));
  return { row, what, outcome, lines: [...new Set(lines)] };
}

/** Open ones that hold something first, then the other open ones, then those that were answered. */
function byUrgency(questions: readonly Question[]): Question[] {
  const rank = ({ answer, isNeeded }: Question): number => (answer !== null ? 2 : isNeeded ? 0 : 1);
  return [...questions].sort((a, b) => rank(a) - rank(b));
}

/** True where the row says something of its own. */
function isTold({ parts }: RowVerdict): boolean {
  return parts.some((part) => part.reasons.every(({ code }) => code !== "blank"));
}

/** The preview of the judged file: the rows asked for, so many a page. */
export function previewOf({ verdicts, questions, newClients }: Judged, facts: Pick<ImportFacts, "supervisors" | "fellowTrainees" | "clients" | "today">, asked: { which: WhichRows; page: number }): Preview {
  const parts = verdicts.flatMap((row) => row.parts);
  const told = verdicts.filter(isTold);
  const of = (which: WhichRows): readonly RowVerdict[] => (which === "all" ? told : told.filter((row) => row.outcome === which));
  const rows = of(asked.which);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(asked.page, pages);
  const ordered = byUrgency(questions);
  return {
    taken: parts.filter((part) => isTaken(part.outcome)).length, entries: parts.filter((part) => part.part !== "row").length, refused: parts.filter((part) => part.outcome === "refuse").length,
    tally: tallyOf(parts, newClients.length, facts.today),
    questions: ordered.slice(0, MAX_QUESTIONS).map((question) => showQuestion(question, facts)),
    openQuestions: questions.filter((q) => q.answer === null).length, moreQuestions: Math.max(0, ordered.length - MAX_QUESTIONS),
    which: asked.which, counts: { all: told.length, ask: of("ask").length, refuse: of("refuse").length, warn: of("warn").length, accept: of("accept").length, skip: of("skip").length },
    rows: rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE).map(rowOf), page, pages,
  };
}
