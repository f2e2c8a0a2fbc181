import { type Day, daysBetween } from "#app/platform/clock.ts";

/** A shared review later than this after its film is asked about, and counts all the same (docs/field.md, "Cycles"). */
export const USUAL_GAP_DAYS = 28;
/** From this length on a film is surely the length of something else: five to fifteen minutes are usual (docs/field.md, "Cycles"). */
const LONG_FILM_MINUTES = 60;
const DAYS_PER_WEEK = 7;

/** A cycle as far as the questions go. `clientId` is null where the client is opened with it. */
export interface AskedCycle {
  readonly clientId: string | null;
  readonly filmedOn: Day;
  readonly filmMinutes: number | null;
  readonly reviewedOn: Day | null;
}

/** Another cycle of the log that is not voided. */
export interface LoggedFilm {
  readonly clientId: string;
  readonly filmedOn: Day;
  /** The form that logged it. */
  readonly requestId?: string | null;
}

/** What is asked about before it is taken; nothing of it is refused. */
export type CycleQuestion =
  | { readonly code: "long_gap"; readonly weeks: number }
  | { readonly code: "long_film"; readonly minutes: number }
  | { readonly code: "film_day_there"; readonly day: Day };

function gapOf({ filmedOn, reviewedOn }: AskedCycle): number {
  return reviewedOn === null ? 0 : daysBetween(filmedOn, reviewedOn);
}

function isSameFilm(a: AskedCycle, b: LoggedFilm): boolean {
  return a.clientId === b.clientId && a.filmedOn === b.filmedOn;
}

/** The questions about a cycle. `before` is how it stands, where it is changed: what stood already is not asked about again. */
export function questionsAbout(cycle: AskedCycle, others: readonly LoggedFilm[], before: AskedCycle | null): CycleQuestion[] {
  const { filmedOn, filmMinutes } = cycle;
  const questions: CycleQuestion[] = [];
  const gap = gapOf(cycle);
  if (gap > USUAL_GAP_DAYS && (before === null || gapOf(before) !== gap)) questions.push({ code: "long_gap", weeks: Math.floor(gap / DAYS_PER_WEEK) });
  if (filmMinutes !== null && filmMinutes >= LONG_FILM_MINUTES && before?.filmMinutes !== filmMinutes) questions.push({ code: "long_film", minutes: filmMinutes });
  const stood = before !== null && before.clientId === cycle.clientId && before.filmedOn === filmedOn;
  if (!stood && others.some((other) => isSameFilm(cycle, other))) questions.push({ code: "film_day_there", day: filmedOn });
  return questions;
}
