import type { Cycle, Entry } from "#app/logbook/model.ts";
import { amountOf, countOf, figureOf, gateName, requirementTitle } from "#app/pathway/amounts.ts";
import { dayShown } from "#app/pathway/entry-day.ts";
import { equivalents } from "#app/pathway/equivalence.ts";
import type { CountedEntry, GateState, LeftOutEntry, PathwayCount, PathwayDefinition, RequirementCount } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";
import { capitalise, formatDay, formatMinutes, listAnd } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { entryTitle } from "./entry-lines.ts";
import { stageShown } from "./heading.ts";
import { reasonContext, type ReasonText, reasonText } from "./reasons.ts";

/** An entry that made the number: one row, with what it adds and the total up to it. */
export interface EvidenceRow {
  readonly entryId: string;
  readonly title: string;
  /** Film and shared review of a cycle; the day of anything else. */
  readonly days: readonly string[];
  readonly who: string;
  readonly amount: string;
  readonly total: string;
}

/** An entry that is left out, with every reason in words. */
export interface LeftOutRow {
  readonly entryId: string;
  readonly title: string;
  readonly day: string;
  readonly reasons: readonly ReasonText[];
  /** Voided, or a further cycle with a client who counts already: nothing to be cleared. */
  readonly group: "open" | "further" | "voided";
}

/** A number with everything that made it and everything that did not. */
export interface EvidenceView {
  readonly key: string;
  readonly title: string;
  readonly heading: string;
  /** How the rows make the number, in a sentence; above 100 % also how far above. */
  readonly sum: string;
  /** What the minutes that are asked are in sessions of the usual lengths; nothing where no minutes are counted. */
  readonly equivalence: string;
  /** What belongs to a stage, on this pathway; nothing for a gate. */
  readonly rule: string;
  readonly columns: "cycle" | "held";
  readonly counted: readonly EvidenceRow[];
  readonly recognised: readonly EvidenceRow[];
  readonly leftOut: readonly LeftOutRow[];
  /** The same number in each stage; empty for a gate. */
  readonly stages: readonly { readonly stage: number; readonly text: string; readonly isShown: boolean }[];
}

/** What evidence is laid out from. */
export interface EvidenceFacts {
  readonly count: PathwayCount;
  readonly definition: PathwayDefinition;
  readonly entries: readonly Entry[];
}

const said = words.progress.evidence;

interface Units {
  readonly figure: (amount: number) => string;
  readonly line: (amount: number) => string;
}

function cycleDays(cycle: Cycle): string[] {
  return [formatDay(cycle.filmedOn), cycle.reviewedOn === null ? "" : formatDay(cycle.reviewedOn)];
}

function whoWas(entry: Entry | undefined): string {
  if (entry?.kind === "supervision") return entry.supervisorName;
  return entry?.kind === "peer_supervision" ? listAnd(entry.attendees.map((a) => a.name)) : "";
}

function rowsOf(counted: readonly CountedEntry[], byId: ReadonlyMap<string, Entry>, units: Units): EvidenceRow[] {
  let total = 0;
  return counted.map((one) => {
    const entry = byId.get(one.entryId);
    total += one.amount;
    return {
      entryId: one.entryId, title: entry ? entryTitle(entry) : "", who: whoWas(entry),
      days: entry?.kind === "cycle" ? cycleDays(entry) : [formatDay(entry ? dayShown(entry) : one.countsOn)],
      amount: units.line(one.amount), total: units.line(total),
    };
  });
}

function byDay(a: LeftOutEntry, b: LeftOutEntry, byId: ReadonlyMap<string, Entry>): number {
  const day = ({ entryId }: LeftOutEntry): Day => { const entry = byId.get(entryId); return entry ? dayShown(entry) : ""; };
  return byText(day(b), day(a)) || byText(a.entryId, b.entryId);
}

function groupOf({ reasons }: LeftOutEntry): LeftOutRow["group"] {
  if (reasons.some((r) => r.code === "voided")) return "voided";
  return reasons.every((r) => r.code === "client_counted_already") ? "further" : "open";
}

function leftOutRows(leftOut: readonly LeftOutEntry[], byId: ReadonlyMap<string, Entry>): LeftOutRow[] {
  return [...leftOut].sort((a, b) => byDay(a, b, byId)).map((one) => {
    const entry = byId.get(one.entryId);
    return {
      entryId: one.entryId, title: entry ? entryTitle(entry) : "", day: entry ? formatDay(dayShown(entry)) : "",
      reasons: one.reasons.map((reason) => reasonText(reason, reasonContext(entry, byId))), group: groupOf(one),
    };
  });
}

function sumOf(counted: readonly CountedEntry[], units: Units): string {
  const amount = (rows: readonly CountedEntry[]): number => rows.reduce((sum, row) => sum + row.amount, 0);
  if (counted.length === 0) return said.sumNone;
  const recognised = counted.filter((row) => row.recognised);
  if (recognised.length === 0) return said.sum(counted.length, units.line(amount(counted)));
  const dated = counted.filter((row) => !row.recognised);
  return said.sumWith(counted.length, units.line(amount(dated)), units.line(amount(recognised)), units.line(amount(counted)));
}

type Laid = Pick<EvidenceView, "sum" | "counted" | "recognised" | "leftOut">;

// The recognised rows stand after the dated ones, so that the running total ends on the number.
function layOut(evidence: Pick<RequirementCount, "counted" | "leftOut">, entries: readonly Entry[], units: Units): Laid {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const inOrder = [...evidence.counted].sort((a, b) => Number(a.recognised) - Number(b.recognised) || byText(a.countsOn, b.countsOn));
  const rows = rowsOf(inOrder, byId, units);
  const dated = inOrder.filter((row) => !row.recognised).length;
  return { sum: sumOf(inOrder, units), counted: rows.slice(0, dated), recognised: rows.slice(dated), leftOut: leftOutRows(evidence.leftOut, byId) };
}

// Every hundredth counts: above what is asked is said too (docs/field.md, "Counting").
function overText({ percent, needed }: RequirementCount, stage: string): string {
  return needed > 0 && percent > 100 ? ` ${said.over(percent, stage)}` : "";
}

function equivalenceOf({ requirement, needed }: RequirementCount): string {
  if (requirement.measure !== "minutes" || needed === 0) return "";
  const lengths = equivalents(needed).map(({ count, minutesEach, minutes }) => {
    const each = minutesEach % 60 === 0 ? formatMinutes(minutesEach) : said.minutes(minutesEach);
    return minutes === needed ? said.sessions(count, each) : said.sessionsOver(count, each, minutes);
  });
  return said.equivalence(formatMinutes(needed), needed, lengths);
}

function requirementEvidence(one: RequirementCount, facts: EvidenceFacts): EvidenceView {
  const { requirement } = one;
  const title = requirementTitle(requirement);
  const [figure, line] = [(n: number) => figureOf(requirement, n), (n: number) => amountOf(requirement, n)];
  const name = facts.count.stages.find((s) => s.stage === one.stage)?.name ?? "";
  const all = facts.count.stages.flatMap((s) => s.requirements.filter((r) => r.requirement.key === requirement.key).map((r) => ({ ...r, name: s.name })));
  const laid = layOut(one, facts.entries, { figure, line });
  return {
    key: requirement.key, title, ...laid, sum: laid.sum + overText(one, name), equivalence: equivalenceOf(one),
    heading: one.needed === 0 ? said.headingNone(title, figure(one.count), name) : said.heading(title, figure(one.count), figure(one.needed), name),
    rule: facts.definition.accumulation === "cumulative" ? said.cumulative : said.perStage,
    columns: requirement.entries === "cycle" ? "cycle" : "held",
    stages: all.map((r) => ({ stage: r.stage, text: said.stageLink(r.name, countOf(requirement, r.count, r.needed)), isShown: r.stage === one.stage })),
  };
}

function gateEvidence(one: GateState, facts: EvidenceFacts): EvidenceView {
  const units = { figure: said.halfDays, line: said.halfDays };
  return {
    equivalence: "", key: one.gate.key, title: capitalise(gateName(one.gate)), heading: said.gate(gateName(one.gate), one.halfDays, one.gate.halfDaysNeeded),
    ...layOut(one, facts.entries, units), rule: "", columns: "held", stages: [],
  };
}

/**
 * The evidence behind a number: of a requirement in a stage (the one that is shown, without one named), or of a gate.
 * Undefined where the pathway has no such requirement, gate or stage.
 */
export function evidenceOf(facts: EvidenceFacts, key: string, stage?: number): EvidenceView | undefined {
  const shown = stage === undefined ? stageShown(facts.count) : facts.count.stages.find((s) => s.stage === stage);
  const requirement = shown?.requirements.find((r) => r.requirement.key === key);
  if (requirement) return requirementEvidence(requirement, facts);
  const gate = facts.count.stages.flatMap((s) => s.gates).find((g) => g.gate.key === key);
  return shown && gate && gateEvidence(gate, facts);
}

/** The stage named in an address; undefined where none is named. */
export function stageAsked(text: string | null): number | undefined | "unreadable" {
  if (text === null) return undefined;
  return /^[1-9]$/.test(text) ? Number(text) : "unreadable";
}
