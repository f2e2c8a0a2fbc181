import type { Entry } from "#app/logbook/model.ts";
import { amountOf, gateName, requirementTitle } from "#app/pathway/amounts.ts";
import { dayShown } from "#app/pathway/entry-day.ts";
import type { StageCount } from "#app/pathway/model.ts";
import { entryDetail, entryTitle, sortEntries, standingOf } from "#app/progress/entry-lines.ts";
import { capitalise, formatCount, formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { ArchiveFacts } from "./archive-facts.ts";

const { pdf: said } = words.record;

/** A table of the logbook, or a sentence where there is nothing in it. */
export interface SheetTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of the logbook under its heading; one of several under a heading of their own where `under` names it. */
export interface SheetPart {
  readonly title: string;
  readonly level: 2 | 3;
  readonly table: SheetTable | null;
}

/** The printed logbook, part by part, in words. */
export interface LogbookSheet {
  readonly title: string;
  readonly about: readonly (readonly [term: string, value: string])[];
  readonly parts: readonly SheetPart[];
}

function stagePart({ name, requirements, gates }: StageCount): SheetPart {
  const rows = [
    ...requirements.map((r) => [requirementTitle(r.requirement), amountOf(r.requirement, r.count + r.surplus), amountOf(r.requirement, r.needed), formatCount(r.counted.length)]),
    ...gates.map((g) => [capitalise(gateName(g.gate)), formatCount(g.halfDays), formatCount(g.gate.halfDaysNeeded), formatCount(g.counted.length)]),
  ];
  return { title: name, level: 3, table: { columns: said.numberColumns, rows } };
}

function clientsPart({ clients }: ArchiveFacts): SheetPart {
  const rows = clients.map((client) => [
    client.code, client.ageBand === null ? words.logbook.noAgeBand : words.logbook.ageBands[client.ageBand], formatDay(client.openedOn),
    client.closedOn === null ? said.open : formatDay(client.closedOn), formatCount(client.cycles),
  ]);
  return { title: said.clients, level: 2, table: rows.length === 0 ? null : { columns: said.clientColumns, rows } };
}

function kindPart(kind: Entry["kind"], { entries, count }: ArchiveFacts): SheetPart {
  const sorted = sortEntries(count);
  const rows = entries.filter((entry) => entry.kind === kind).map((entry) => [
    formatDay(dayShown(entry)), entryTitle(entry), entryDetail(entry, count.today), standingOf(entry, sorted).text,
  ]);
  return { title: said.kinds[kind], level: 2, table: rows.length === 0 ? null : { columns: said.entryColumns, rows } };
}

function decisionsPart({ requests, names }: ArchiveFacts): SheetPart {
  const rows = requests.flatMap((request) => request.signatures.map((s) => [
    formatCount(request.stage), `${words.accreditation.states[s.outcome]}, ${formatDay(s.on)}`, names.get(s.by) ?? "", s.statement, s.evidenceHash,
  ]));
  return { title: said.decisions, level: 2, table: rows.length === 0 ? null : { columns: said.decisionColumns, rows } };
}

/** The logbook to read and to print: the numbers as on the progress page, then the log kind by kind, and what was signed. */
export function logbookSheet(facts: ArchiveFacts): LogbookSheet {
  const { name, programmeName, version, startedOn, count } = facts;
  const { about } = said;
  return {
    title: said.title(name),
    about: [
      [about.name, name], [about.programme, programmeName], [about.pathway, `${version.pathwayName}, ${version.label}`], [about.started, formatDay(startedOn)], [about.on, formatDay(count.today)],
    ],
    parts: [
      { title: said.numbers, level: 2, table: null }, ...count.stages.map(stagePart), clientsPart(facts),
      kindPart("cycle", facts), kindPart("supervision", facts), kindPart("peer_supervision", facts), kindPart("training", facts), kindPart("recognised", facts), decisionsPart(facts),
    ],
  };
}
