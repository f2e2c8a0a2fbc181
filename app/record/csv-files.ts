import { csvText } from "#app/logbook/import/template.ts";
import { gateName, requirementTitle } from "#app/pathway/amounts.ts";
import { byText } from "#app/platform/order.ts";
import { sortEntries, standingOf } from "#app/progress/entry-lines.ts";
import { tables as said } from "#app/words/en/tables.ts";
import { capitalise } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { ArchiveFacts } from "./archive-facts.ts";
import { TABLES } from "./tables/all-tables.ts";
import { type Book, cellOf, type Standings } from "./tables/cells.ts";
import { HISTORY_COLUMNS, historyRows } from "./tables/history.ts";
import { namesIn } from "./tables/labels.ts";
import type { Table } from "./tables/model.ts";
import { rowsOfFile, textIn, versionsIn } from "./tables/rows.ts";

/** A file of the archive. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

function requirementsOf({ version: { definition } }: ArchiveFacts): (key: string) => string {
  const titles = new Map([
    ...definition.requirements.map((r) => [r.key, requirementTitle(r)] as const), ...definition.gates.map((g) => [g.key, capitalise(gateName(g))] as const),
  ]);
  return (key) => titles.get(key) ?? key;
}

function towardsOf({ file: { head } }: ArchiveFacts, requirement: (key: string) => string): Map<string, string[]> {
  const towards = new Map<string, string[]>();
  for (const { stage, requirement: key, entries } of head.counts) {
    const number = said.labels.ofStage(stage, requirement(key));
    for (const id of entries) towards.set(id, [...towards.get(id) ?? [], number]);
  }
  return towards;
}

function standingsOf(facts: ArchiveFacts, requirement: (key: string) => string): Standings {
  const { count, entries, submissions } = facts;
  const sorted = sortEntries(count);
  return {
    counts: new Map(entries.map((entry) => [entry.id, standingOf(entry, sorted).text])), towards: towardsOf(facts, requirement),
    confirmation: new Map(entries.flatMap((entry) => ("confirmation" in entry ? [[entry.id, words.logbook.confirmations[entry.confirmation]] as const] : []))),
    state: new Map(submissions.map(({ id, state }) => [id, words.review.states[state]])),
  };
}

function bookOf(facts: ArchiveFacts): Book {
  const rows = rowsOfFile(facts.file);
  const requirement = requirementsOf(facts);
  return { rows, nameOf: namesIn(facts.file, rows), requirement, standings: standingsOf(facts, requirement) };
}

function fileOf(table: Table, book: Book): TextFile {
  const { by } = table;
  const rows = versionsIn(table, book.rows).flatMap((versions) => versions.slice(-1));
  const inForce = by === undefined ? rows : rows.toSorted((a, b) => byText(textIn(a, by), textIn(b, by)));
  return {
    name: `${said.files[table.name]}.csv`,
    text: csvText([table.columns.map((path) => said.columns[path]), ...inForce.map((row) => table.columns.map((path) => cellOf(table, path, row, book)))]),
  };
}

/** A table for each kind, in the versions in force, and one of every change before them; nothing in them is run by a spreadsheet. */
export function csvFiles(facts: ArchiveFacts): TextFile[] {
  const book = bookOf(facts);
  return [...TABLES.map((table) => fileOf(table, book)), { name: `${said.files.history}.csv`, text: csvText([HISTORY_COLUMNS, ...historyRows(TABLES, book)]) }];
}
