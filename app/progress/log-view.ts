import type { Entry } from "#app/logbook/model.ts";
import type { PathwayCount } from "#app/pathway/model.ts";

import { entryDetail, entryTitle, type Sorted, sortEntries, standingOf, waits } from "./entry-lines.ts";
import type { EntryLine } from "./view.ts";

/** In which of four groups an entry of the log stands. */
export const LOG_STATES = ["counts", "waiting", "not", "voided"] as const;
export type LogState = (typeof LOG_STATES)[number];

/** What somebody wants to see of the log; null sees all of it. */
export interface LogFilter {
  readonly kind: Entry["kind"] | null;
  readonly clientId: string | null;
  readonly state: LogState | null;
}

/** The log as the page shows it: lines for what was asked, and how many entries stand in each group. */
export interface LogView {
  readonly lines: readonly EntryLine[];
  readonly matching: number;
  readonly total: number;
  readonly byState: Readonly<Record<LogState, number>>;
}

function stateOf(entry: Entry, sorted: Sorted): LogState {
  if (entry.voided) return "voided";
  if (sorted.counted.has(entry.id)) return "counts";
  return waits(entry, sorted) ? "waiting" : "not";
}

function matches(entry: Entry, state: LogState, filter: LogFilter): boolean {
  return (filter.kind === null || entry.kind === filter.kind)
    && (filter.clientId === null || (entry.kind === "cycle" && entry.clientId === filter.clientId))
    && (filter.state === null || state === filter.state);
}

/** The first `show` entries that fit the filter, the newest day first, each with where it stands. */
export function logView({ count, entries }: { count: PathwayCount; entries: readonly Entry[] }, filter: LogFilter, show: number): LogView {
  const sorted = sortEntries(count);
  const states = entries.map((entry) => ({ entry, state: stateOf(entry, sorted) }));
  const fitting = states.filter(({ entry, state }) => matches(entry, state, filter));
  const inState = (state: LogState): number => states.filter((one) => one.state === state).length;
  return {
    lines: fitting.slice(0, show).map(({ entry }) => ({
      entryId: entry.id, kind: entry.kind, title: entryTitle(entry), detail: entryDetail(entry, count.today), ...standingOf(entry, sorted),
    })),
    matching: fitting.length, total: entries.length,
    byState: { counts: inState("counts"), waiting: inState("waiting"), not: inState("not"), voided: inState("voided") },
  };
}
