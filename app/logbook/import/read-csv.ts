import { CsvError, parse } from "csv-parse/sync";

import { findHeader, guessColumns } from "./columns.ts";
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS, type Sheet } from "./table.ts";
import { plainCell } from "./template.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** The rows of the text with that separator; null where a quotation mark never closes. */
function parseWith(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, to: MAX_IMPORT_ROWS + 1 });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** How well a separator fits: first by the column names that it brings out, then by rows with several cells. */
function fit(rows: readonly (readonly string[])[]): number {
  const header = findHeader(rows);
  const known = header === null ? 0 : guessColumns(rows[header] ?? []).filter((field) => field !== null).length;
  const several = rows.slice(0, 100).filter((row) => row.length > 1).length;
  return known * 1_000 + several;
}

/**
 * Reads text that a spreadsheet saved as one sheet, whatever separates its cells; rows keep the numbers that a
 * spreadsheet shows. Null where a quotation mark is opened and never closed.
 */
export function readCsv(text: string): Sheet | null {
  const read = SEPARATORS.map((separator) => parseWith(text, separator)).filter((rows) => rows !== null);
  const best = read.reduce<string[][] | null>((before, rows) => (before === null || fit(rows) > fit(before) ? rows : before), null);
  return best && { name: "", rows: best.map((row) => row.slice(0, MAX_IMPORT_COLUMNS).map((cell) => plainCell(cell.trim()).trim())) };
}
