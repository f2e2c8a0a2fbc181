import type { WorkDay, WorkKind } from "#app/logbook/work-day.ts";
import { amountOf, requirementTitle } from "#app/pathway/amounts.ts";
import { lockOf } from "#app/pathway/locks.ts";
import type { Gate, Requirement } from "#app/pathway/model.ts";
import type { Placeable } from "#app/pathway/stage-of-day.ts";
import type { Day } from "#app/platform/clock.ts";
import { formatDay, formatMinutes } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { CountedDay, LedTrainee } from "./led-trainee.ts";

const said = words.outcomes.trainee.days;

/** A day that made a number, or did not. */
interface DayLine {
  readonly key: string;
  readonly day: string;
  readonly what: string;
  readonly amount: string;
  readonly counts: "yes" | "no" | "planned";
  /** The entry, where a signed stage locks it, so that its trainee can no longer void it. */
  readonly lockedId: string | null;
  /** True for what somebody else confirms, so that it can also be asked about. */
  readonly isConfirmable: boolean;
}

/** The days behind one number. */
export interface DaysView {
  /** The key of a requirement or a gate: the number's link leads here. */
  readonly key: string;
  readonly title: string;
  readonly lines: readonly DayLine[];
}

function whatOf({ kind, filmedOn, day }: WorkDay): string {
  if (kind !== "cycle") return said[kind];
  return day === null || filmedOn === null ? said.unreviewed : said.cycle(filmedOn);
}

function placeableOf({ kind, filmedOn, day, loggedAt }: WorkDay): Placeable {
  if (kind === "cycle") return { kind, filmedOn: filmedOn ?? "", reviewedOn: day, recordedAt: loggedAt };
  return { kind, heldOn: day ?? "", recordedAt: loggedAt };
}

function workLine(work: WorkDay, counts: ReadonlySet<string>, { facts }: LedTrainee, today: Day): DayLine {
  const on = work.day ?? work.filmedOn ?? "";
  const isLocked = lockOf(placeableOf(work), facts, today) !== null;
  return {
    key: work.entryId, day: formatDay(on), what: whatOf(work), amount: work.minutes === null ? "" : formatMinutes(work.minutes),
    counts: counts.has(work.entryId) ? "yes" : on > today ? "planned" : "no", lockedId: isLocked ? work.entryId : null, isConfirmable: work.kind !== "cycle",
  };
}

/** Days that count and that no work of the log stands for: clients by the day from which they count, and recognised prior work. */
function countedLine(requirement: Requirement, isClient: boolean) {
  return (c: CountedDay): DayLine => ({
    key: c.entryId, day: formatDay(c.countsOn), what: isClient ? said.client : said.recognised,
    amount: isClient ? "" : amountOf(requirement, c.amount), counts: "yes", lockedId: null, isConfirmable: false,
  });
}

function daysOfRequirement(requirement: Requirement, trainee: LedTrainee, today: Day): DaysView {
  const { counted, work } = trainee;
  const own = counted.filter((c) => c.requirement === requirement.key).sort((a, b) => (a.countsOn < b.countsOn ? 1 : -1));
  const logged = new Set(work.map((w) => w.entryId));
  const title = said.title(requirementTitle(requirement));
  const recognised = own.filter((c) => !logged.has(c.entryId)).map(countedLine(requirement, false));
  if (requirement.measure === "distinct_clients") {
    return { key: requirement.key, title, lines: [...own.filter((c) => logged.has(c.entryId)).map(countedLine(requirement, true)), ...recognised] };
  }
  const counts = new Set(own.map((c) => c.entryId));
  return { key: requirement.key, title, lines: [...work.filter((w) => w.kind === requirement.entries).map((w) => workLine(w, counts, trainee, today)), ...recognised] };
}

function daysOfGates(gates: readonly Gate[], trainee: LedTrainee, today: Day): DaysView[] {
  const { counted, work } = trainee;
  if (gates.length === 0) return [];
  const counts = new Set(counted.filter((c) => gates.some((g) => g.key === c.requirement)).map((c) => c.entryId));
  const kind: WorkKind = "training";
  return [{ key: kind, title: said.title(said.training), lines: work.filter((w) => w.kind === kind).map((w) => workLine(w, counts, trainee, today)) }];
}

/** The days behind every number of the trainee's pathway, and behind its training. */
export function daysOf(trainee: LedTrainee, today: Day): DaysView[] {
  const { requirements, gates } = trainee.facts.definition;
  return [...requirements.map((r) => daysOfRequirement(r, trainee, today)), ...daysOfGates(gates, trainee, today)];
}
