import { CsvError, parse } from "csv-parse/sync";

import { MAX_IMPORT_ROWS, plainCell, TEMPLATE_COLUMNS, TEMPLATE_KINDS, type TemplateColumn, type TemplateFile, type TemplateKind, type TemplateRow } from "./template.ts";

/** Why a file cannot be read at all. Columns are named as they stand in the file or in the template. */
export type FileProblem =
  | { readonly code: "empty_file" }
  | { readonly code: "not_text" }
  | { readonly code: "not_csv" }
  | { readonly code: "header_unknown" }
  | {
    readonly code: "columns_differ"; readonly kind: TemplateKind;
    readonly missing: readonly string[]; readonly unknown: readonly string[]; readonly twice: readonly string[];
  }
  | { readonly code: "too_many_rows"; readonly most: number };

export type ReadFile = { readonly ok: true; readonly file: TemplateFile } | { readonly ok: false; readonly problem: FileProblem };

const SEPARATORS = [",", ";", "\t"] as const;
/** A title may stand above the header; further down it is no header any more. */
const HEADER_REACH_ROWS = 20;
const FEWEST_COLUMNS_KNOWN = 2;

const columnName = (text: string): string => text.normalize("NFKC").replace(/[\p{Cf}\s]+/gu, " ").trim().toLowerCase().replace(/[ -]/g, "_");

interface Header {
  readonly kind: TemplateKind;
  readonly index: number;
  readonly names: readonly string[];
  readonly known: number;
}

function headerAt(record: readonly string[], index: number): Header[] {
  const names = record.map(columnName);
  return TEMPLATE_KINDS.map((kind) => ({ kind, index, names, known: TEMPLATE_COLUMNS[kind].filter((c) => names.includes(c)).length }));
}

/** The row that has most of one kind's columns; null where none has two, or two kinds have as many. */
function findHeader(records: readonly (readonly string[])[]): Header | null {
  const headers = records.slice(0, HEADER_REACH_ROWS).flatMap(headerAt).sort((a, b) => b.known - a.known || a.index - b.index);
  const [best, next] = headers;
  if (!best || best.known < FEWEST_COLUMNS_KNOWN) return null;
  return next && next.known === best.known && next.index === best.index ? null : best;
}

function parseRecords(text: string): { records: string[][]; header: Header | null } | null {
  let read: { records: string[][]; header: Header | null } | null = null;
  for (const delimiter of SEPARATORS) {
    try {
      const records = parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, to: MAX_IMPORT_ROWS + HEADER_REACH_ROWS + 1 });
      const header = findHeader(records);
      if (read === null || (header?.known ?? 0) > (read.header?.known ?? 0)) read = { records, header };
    } catch (error) {
      // A quotation mark that never closes; with another separator the file may still be whole.
      if (!(error instanceof CsvError)) throw error;
    }
  }
  return read;
}

function columnProblem({ kind, names }: Header, isUsed: (index: number) => boolean): FileProblem | null {
  const columns: readonly string[] = TEMPLATE_COLUMNS[kind];
  const missing = columns.filter((c) => !names.includes(c));
  const unknown = names.filter((name, i) => !columns.includes(name) && (name !== "" || isUsed(i))).map((name) => (name === "" ? "?" : name));
  const twice = columns.filter((c) => names.indexOf(c) !== names.lastIndexOf(c));
  return missing.length + unknown.length + twice.length > 0 ? { code: "columns_differ", kind, missing, unknown, twice } : null;
}

function rowOf(header: Header, record: readonly string[], index: number): TemplateRow {
  const columns: readonly TemplateColumn[] = TEMPLATE_COLUMNS[header.kind];
  const cells = Object.fromEntries(columns.map((c) => [c, plainCell((record[header.names.indexOf(c)] ?? "").trim())]));
  return { row: index + 1, cells, hasMoreCells: record.slice(header.names.length).some((text) => text.trim() !== "") };
}

/**
 * Reads one file of the template from its text: with or without a byte order mark, any line ends, separated by
 * commas, semicolons or tabs. The kind is known by the header, wherever its columns stand; a missing, an unknown
 * or a doubled column is named. Rows carry the numbers that a spreadsheet shows. Never throws for any text.
 */
export function readTemplate(text: string): ReadFile {
  if (text.trim() === "") return { ok: false, problem: { code: "empty_file" } };
  if (text.includes("\0")) return { ok: false, problem: { code: "not_text" } };
  const parsed = parseRecords(text);
  if (parsed === null) return { ok: false, problem: { code: "not_csv" } };
  const { records, header } = parsed;
  if (header === null) return { ok: false, problem: { code: "header_unknown" } };
  const data = records.slice(header.index + 1);
  if (data.length > MAX_IMPORT_ROWS) return { ok: false, problem: { code: "too_many_rows", most: MAX_IMPORT_ROWS } };
  const problem = columnProblem(header, (i) => data.some((record) => (record[i] ?? "").trim() !== ""));
  if (problem) return { ok: false, problem };
  return { ok: true, file: { kind: header.kind, rows: data.map((record, i) => rowOf(header, record, header.index + 1 + i)) } };
}
