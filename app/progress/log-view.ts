import type { AskedLog, LogState } from "#app/logbook/asked-log.ts";
import type { Entry } from "#app/logbook/model.ts";
import { dayShown } from "#app/pathway/entry-day.ts";
import type { PathwayCount, StageClosing } from "#app/pathway/model.ts";
import { closingsInForce, placeOf } from "#app/pathway/stage-of-day.ts";
import { isWithin } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { formatDay } from "#app/words/format.ts";

import { entryDetail, entryTitle, type Sorted, sortEntries, standingOf, waits } from "./entry-lines.ts";
import { monthOf, sayLogged, sayMonths } from "./log-months.ts";
import { fitsWords } from "./log-search.ts";
import type { EntryLine, ProgressFacts } from "./view.ts";

/** What of somebody's progress the log is made from. */
export type LoggedProgress = Pick<ProgressFacts, "count" | "entries" | "version"> & { readonly closings: readonly StageClosing[] };

/** One month of the log: what it comes to in all that was asked for, and the lines that are shown of it. */
export interface LogMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly sums: string;
  readonly lines: readonly EntryLine[];
}

/** The log as the page shows it: lines for what was asked, and how many entries stand in each group. */
export interface LogView {
  readonly months: readonly LogMonth[];
  readonly shown: number;
  readonly matching: number;
  /** What all that fits comes to. */
  readonly sums: string;
  readonly total: number;
  readonly byState: Readonly<Record<LogState, number>>;
}

function stateOf(entry: Entry, sorted: Sorted): LogState {
  if (entry.voided) return "voided";
  if (sorted.counted.has(entry.id)) return "counts";
  return waits(entry, sorted) ? "waiting" : "not";
}

function stageOf(entry: Entry, { count, closings, version }: LoggedProgress): number {
  return placeOf({ ...entry, recordedAt: entry.loggedAt }, closingsInForce(closings, count.today), version.definition).stage;
}

function isAbout(entry: Entry, asked: AskedLog): boolean {
  return (asked.kind === null || entry.kind === asked.kind)
    && (asked.client === null || (entry.kind === "cycle" && entry.clientId === asked.client))
    && isWithin(dayShown(entry), { from: asked.from ?? "", to: asked.to })
    && (asked.words === null || fitsWords(entry, asked.words));
}

function lineOf(entry: Entry, sorted: Sorted, { today }: PathwayCount): EntryLine {
  return { entryId: entry.id, kind: entry.kind, title: entryTitle(entry), detail: entryDetail(entry, today), ...standingOf(entry, sorted) };
}

/** The entries that fit what was asked, the newest day first. */
function fittingEntries(progress: LoggedProgress, asked: AskedLog, sorted: Sorted): Entry[] {
  return progress.entries.filter((entry) => (asked.state === null || stateOf(entry, sorted) === asked.state)
    && (asked.stage === null || stageOf(entry, progress) === asked.stage) && isAbout(entry, asked));
}

/** The first `show` entries that fit, the newest day first, month by month, each with where it stands. */
export function logView(progress: LoggedProgress, asked: AskedLog, show: number): LogView {
  const { count, entries } = progress;
  const sorted = sortEntries(count);
  const fitting = fittingEntries(progress, asked, sorted);
  const inState = groupBy(entries, (entry) => stateOf(entry, sorted));
  const sums = sayMonths(fitting);
  const shown = fitting.slice(0, show);
  return {
    months: [...groupBy(shown, monthOf)].map(([month, own]) => ({ month, sums: sums.get(month) ?? "", lines: own.map((entry) => lineOf(entry, sorted, count)) })),
    shown: shown.length, matching: fitting.length, sums: sayLogged(fitting), total: entries.length,
    byState: { counts: inState.get("counts")?.length ?? 0, waiting: inState.get("waiting")?.length ?? 0, not: inState.get("not")?.length ?? 0, voided: inState.get("voided")?.length ?? 0 },
  };
}

/** One line of the printed log, with its day and its note. */
export interface LogRow extends EntryLine {
  readonly day: string;
  readonly note: string | null;
}

/** Everything that fits, as the printed table has it, and what it comes to. */
export function logRows(progress: LoggedProgress, asked: AskedLog): { readonly rows: readonly LogRow[]; readonly sums: string } {
  const sorted = sortEntries(progress.count);
  const fitting = fittingEntries(progress, asked, sorted);
  return { rows: fitting.map((entry) => ({ ...lineOf(entry, sorted, progress.count), day: formatDay(dayShown(entry)), note: entry.note })), sums: sayLogged(fitting) };
}
