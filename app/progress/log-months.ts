import type { Entry } from "#app/logbook/model.ts";
import { dayShown } from "#app/pathway/entry-day.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { words } from "#app/words/words.ts";

const { sums: said } = words.logViews;
const MONTH_CHARACTERS = "2026-03".length;

/** The month of the day under which an entry is shown: `YYYY-MM`. */
export function monthOf(entry: Entry): string {
  return dayShown(entry).slice(0, MONTH_CHARACTERS);
}

function sum(entries: readonly Entry[], amountOf: (entry: Entry) => number): number {
  return entries.reduce((total, entry) => total + (entry.voided ? 0 : amountOf(entry)), 0);
}

/** What those entries come to, kind by kind, whether it counts or not; voided ones add nothing. */
export function sayLogged(entries: readonly Entry[]): string {
  const cycles = sum(entries, (e) => (e.kind === "cycle" ? 1 : 0));
  const supervision = sum(entries, (e) => (e.kind === "supervision" ? e.minutes : 0));
  const peer = sum(entries, (e) => (e.kind === "peer_supervision" ? e.minutes : 0));
  const halfDays = sum(entries, (e) => (e.kind === "training" ? e.halfDays : 0));
  const recognised = sum(entries, (e) => (e.kind === "recognised" ? 1 : 0));
  const parts = [
    ...(cycles > 0 ? [said.cycles(cycles)] : []), ...(supervision > 0 ? [said.supervision(supervision)] : []), ...(peer > 0 ? [said.peer(peer)] : []),
    ...(halfDays > 0 ? [said.halfDays(halfDays)] : []), ...(recognised > 0 ? [said.recognised(recognised)] : []),
  ];
  return parts.length === 0 ? said.nothing : parts.join(" · ");
}

/** What each month comes to. */
export function sayMonths(entries: readonly Entry[]): Map<string, string> {
  return new Map([...groupBy(entries, monthOf)].map(([month, own]) => [month, sayLogged(own)]));
}
