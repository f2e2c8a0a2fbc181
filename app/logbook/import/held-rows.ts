import { screenClientLabel, screenFreeText } from "#app/logbook/identifiers.ts";

import { cell, csvText, TEMPLATE_COLUMNS, type TemplateColumn, type TemplateFile, type TemplateRow } from "./template.ts";
import type { Verdict } from "./verdicts.ts";

/** A cell for the file of held rows: what looks like an identifier is left empty, never passed on. */
function safeCell(row: TemplateRow, column: TemplateColumn): string {
  const text = cell(row, column);
  const isFound = (): boolean => {
    if (column === "client_code") return screenClientLabel(text).length > 0;
    if (column !== "note" && column !== "reflection") return false;
    const { refuse, ask } = screenFreeText(text, []);
    return refuse.length + ask.length > 0;
  };
  return isFound() ? "" : text;
}

/** The rows that were refused or held, as a file of the same template: to be mended and sent again. */
export function heldRowsText(file: TemplateFile, verdicts: readonly Verdict[]): string {
  const held = new Set(verdicts.filter((v) => v.outcome === "ask" || v.outcome === "refuse").map((v) => v.row));
  const columns: readonly TemplateColumn[] = TEMPLATE_COLUMNS[file.kind];
  return csvText([columns, ...file.rows.filter((r) => held.has(r.row)).map((r) => columns.map((column) => safeCell(r, column)))]);
}
