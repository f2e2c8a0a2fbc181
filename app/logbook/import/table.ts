import type { Day } from "#app/platform/clock.ts";

/** A cell: text, a number, or what a workbook knows to be a day or a length of time. Nothing is the empty text. */
export type Cell = string | number | { readonly day: Day } | { readonly minutes: number };

/** One sheet as it was read; the first row is number 1, as a spreadsheet shows it. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows that one sheet may hold. */
export const MAX_IMPORT_ROWS = 12_000;
/** Columns that are looked at. */
export const MAX_IMPORT_COLUMNS = 60;

/** True where nothing stands in the cell. */
export function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

const MAX_SHOWN_CHARACTERS = 80;

/** Text of a cell as a page shows it: cut where it is longer than any label, name or day. */
export function shownText(text: string, most = MAX_SHOWN_CHARACTERS): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, "0")}`;
}

/** What the cell says, trimmed. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "number") return String(cell);
  return "day" in cell ? cell.day : clockText(cell.minutes);
}
