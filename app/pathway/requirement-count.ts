import type { Day } from "#app/platform/clock.ts";

import { byDay, dayOfEntry } from "./entry-day.ts";
import { reasonsAgainstFormat } from "./left-out.ts";
import type {
  CountableCycle, CountableEntry, CountedEntry, Gate, GateState, LeftOutEntry, LeftOutReason, PathwayDefinition, Requirement, RequirementCount,
} from "./model.ts";
import type { Place } from "./stage-of-day.ts";

/** An entry with what speaks against it and where it belongs. */
export interface Judged extends Place {
  readonly entry: CountableEntry;
  readonly reasons: readonly LeftOutReason[];
}

/** Which entries a count looks at. */
export interface Scope {
  readonly stage: number;
  holds(judged: Judged): boolean;
  /** The day up to which a closed case is known of: today, or the day on which the stage closed. */
  readonly asOf: Day;
  /** The last day of an enrolment that ended. */
  readonly endedOn: Day | null;
  readonly needed: number;
}

type Verdict = { readonly counted: CountedEntry } | { readonly leftOut: LeftOutEntry };

/** True where the requirement asks for entries of this kind: also recognised work that names it. */
export function isAskedFor(entry: CountableEntry, requirement: Requirement): boolean {
  return entry.kind === "recognised" ? entry.requirement === requirement.key : entry.kind === requirement.entries;
}

function leftOut(entry: CountableEntry, reasons: readonly LeftOutReason[]): Verdict {
  return { leftOut: { entryId: entry.entryId, reasons } };
}

function counts(entry: CountableEntry, amount: number, more: { readonly countsOn?: Day; readonly clientId?: string } = {}): Verdict {
  // Only a cycle can lack a day, and one without its shared review is never counted.
  const countsOn = dayOfEntry(entry) ?? "";
  return { counted: { entryId: entry.entryId, amount, countsOn, recognised: entry.kind === "recognised", ...more } };
}

function amountOf(entry: CountableEntry, measure: Requirement["measure"]): number {
  if (entry.kind === "recognised") return entry.amount;
  return measure === "minutes" && "minutes" in entry ? entry.minutes : 1;
}

/** The first counted cycle of each client: the one that counts the client. */
function firstCycles(judged: readonly Judged[]): ReadonlyMap<string, Judged> {
  const firsts = new Map<string, Judged>();
  const cycles = judged.filter((j) => j.entry.kind === "cycle" && j.reasons.length === 0);
  cycles.sort((a, b) => ((a.placedOn ?? "") < (b.placedOn ?? "") ? -1 : (a.placedOn ?? "") > (b.placedOn ?? "") ? 1 : byDay(a.entry, b.entry)));
  for (const j of cycles) {
    if (j.entry.kind === "cycle" && !firsts.has(j.entry.clientId)) firsts.set(j.entry.clientId, j);
  }
  return firsts;
}

function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

// One counted cycle makes a client, or the closed case with at least one (docs/field.md, "Client").
function judgeClient(cycle: CountableCycle, first: Judged, scope: Scope, clientCountsWith: PathwayDefinition["settings"]["clientCountsWith"]): Verdict {
  const { clientId, caseClosedOn, reviewedOn } = cycle;
  const isOpen = caseClosedOn === null || caseClosedOn > scope.asOf;
  const { endedOn } = scope;
  if (clientCountsWith === "closed_case" && caseClosedOn !== null && endedOn !== null && caseClosedOn > endedOn) return leftOut(cycle, [{ code: "after_end", day: caseClosedOn, endedOn }]);
  if (clientCountsWith === "closed_case" && isOpen) return leftOut(cycle, [{ code: "case_not_closed" }]);
  if (!scope.holds(first)) return leftOut(cycle, [{ code: "client_counted_in_earlier_stage", stage: first.stage }]);
  if (first.entry.entryId !== cycle.entryId) return leftOut(cycle, [{ code: "client_counted_already", countedBy: first.entry.entryId }]);
  const countsOn = clientCountsWith === "closed_case" && caseClosedOn !== null && reviewedOn !== null ? { countsOn: laterDay(caseClosedOn, reviewedOn) } : {};
  return counts(cycle, 1, { clientId, ...countsOn });
}

function byEntry(a: Judged, b: Judged): number {
  return byDay(a.entry, b.entry);
}

/** A number against what is needed: what remains, and the percentage rounded down (docs/field.md, "Sums"). */
function measure(count: number, needed: number): Pick<RequirementCount, "count" | "needed" | "remaining" | "state" | "percent"> {
  return {
    count, needed, remaining: Math.max(0, needed - count), state: count >= needed ? "met" : "not_met",
    percent: needed === 0 ? 100 : Math.floor((count * 100) / needed),
  };
}

/**
 * The whole of a requirement of which each stage has its own: a stage gives no more than it asks, and what is above that
 * is surplus, so that one stage's surplus never stands for another's lack (docs/field.md, "Per-stage pathways").
 */
export function withoutSurplus(whole: RequirementCount, stages: readonly RequirementCount[]): RequirementCount {
  const count = stages.reduce((sum, part) => sum + Math.min(part.count, part.needed), 0);
  return { ...whole, ...measure(count, whole.needed), surplus: whole.count - count };
}


function sumUp(requirement: Requirement, { stage, needed }: Scope, verdicts: readonly Verdict[]): RequirementCount {
  const counted = verdicts.flatMap((v) => ("counted" in v ? [v.counted] : []));
  return {
    requirement, stage, ...measure(counted.reduce((sum, c) => sum + c.amount, 0), needed), surplus: 0,
    counted, leftOut: verdicts.flatMap((v) => ("leftOut" in v ? [v.leftOut] : [])),
  };
}

/** Counts one requirement over the entries in scope: every entry of its kind is either counted or left out, once. */
export function countRequirement(requirement: Requirement, all: readonly Judged[], scope: Scope, settings: PathwayDefinition["settings"]): RequirementCount {
  const asked = all.filter((j) => isAskedFor(j.entry, requirement))
    .map((j) => ({ ...j, reasons: [...j.reasons, ...reasonsAgainstFormat(j.entry, requirement)] }));
  const firsts = requirement.measure === "distinct_clients" ? firstCycles(asked) : new Map<string, Judged>();
  const verdicts = asked.filter((j) => scope.holds(j)).sort(byEntry).map(({ entry, reasons }) => {
    if (reasons.length > 0) return leftOut(entry, reasons);
    const first = entry.kind === "cycle" ? firsts.get(entry.clientId) : undefined;
    return entry.kind === "cycle" && first ? judgeClient(entry, first, scope, settings.clientCountsWith) : counts(entry, amountOf(entry, requirement.measure));
  });
  return sumUp(requirement, scope, verdicts);
}

/** Whether a gate is open: enough half-days held and confirmed, whenever that was (docs/field.md, "Gates"). */
export function countGate(gate: Gate, all: readonly Judged[]): GateState {
  const asked = all.filter((j) => j.entry.kind === "training" && j.entry.training === gate.training).sort(byEntry);
  const counted = asked.flatMap(({ entry, reasons }): CountedEntry[] =>
    (entry.kind === "training" && reasons.length === 0 ? [{ entryId: entry.entryId, amount: entry.halfDays, countsOn: entry.heldOn, recognised: false }] : []));
  const halfDays = counted.reduce((sum, c) => sum + c.amount, 0);
  return {
    gate, halfDays, state: halfDays >= gate.halfDaysNeeded ? "open" : "shut", counted,
    leftOut: asked.flatMap(({ entry, reasons }) => (reasons.length > 0 ? [{ entryId: entry.entryId, reasons }] : [])),
  };
}
