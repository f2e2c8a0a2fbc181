import type { RecordRow } from "#app/record/kind.ts";
import { byText } from "#app/platform/order.ts";
import { tables as words } from "#app/words/en/tables.ts";

import { type Book, cellOf } from "./cells.ts";
import { type ColumnPath, placeOf, type Table } from "./model.ts";
import { numberIn, textIn, versionsIn } from "./rows.ts";

const { columns, files, history } = words;
const MARKS: ReadonlySet<string> = new Set(["recordedAt", "recordedBy", "reason", "version"]);

/** The heads of the table of what was changed. */
export const HISTORY_COLUMNS = [history.at, history.by, history.table, history.about, history.version, history.column, history.before, history.after, history.why] as const;

/** The columns that another version of a thing may say otherwise. */
function changing({ base, joins = [], columns: paths }: Table): ColumnPath[] {
  const versioned = new Set([base, ...joins.filter(({ on }) => on.some(([theirs]) => theirs === "version")).map(({ list }) => list)]);
  return paths.filter((path) => versioned.has(placeOf(path).list) && !MARKS.has(placeOf(path).way.at(-1) ?? ""));
}

function changesTo(table: Table, before: RecordRow, after: RecordRow, book: Book): string[][] {
  const about = table.of ? book.nameOf(table.of.list, textIn(after, table.of.id)) ?? "" : "";
  const mark = [textIn(after, "recordedAt"), book.nameOf("people", textIn(after, "recordedBy")) ?? "", files[table.name], about, String(numberIn(after, "version"))];
  return changing(table).flatMap((path) => {
    const [was, is] = [cellOf(table, path, before, book), cellOf(table, path, after, book)];
    return was === is ? [] : [[...mark, columns[path], was, is, textIn(after, "reason")]];
  });
}

/** Everything that was ever changed, a row for each thing that another version says otherwise, the first first. */
export function historyRows(all: readonly Table[], book: Book): string[][] {
  return all.flatMap((table) => versionsIn(table, book.rows).flatMap((versions) => versions.slice(1).flatMap((after, i) => {
    const before = versions[i];
    return before ? changesTo(table, before, after, book) : [];
  }))).sort(([a = ""], [b = ""]) => byText(a, b));
}
