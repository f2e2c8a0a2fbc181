import { screenClientLabel } from "#app/logbook/identifiers.ts";
import type { Training } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";

import { type Columns, type Field, JOINED_FIELDS } from "./columns.ts";
import { findDay } from "./read-day.ts";
import { type Cell, isEmpty, type Sheet, textOf } from "./table.ts";

/** What is read of a sheet: which row names the columns (its index), and what each column holds. */
export interface Choice {
  readonly sheet: number;
  readonly header: number;
  readonly columns: Columns;
}

/** A row of the sheet, for the fields that its columns hold. */
export interface SheetRow {
  /** As a spreadsheet shows it: the first is 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Field, Cell>>>;
  /** Every cell that says something, as text. */
  readonly texts: readonly string[];
}

/** Where a row's client comes from: its own cell, the cell above it that was merged or left empty below, or, after a blank row, perhaps that. */
export type ClientCell =
  | { readonly from: "own" | "above"; readonly label: string }
  | { readonly from: "perhaps_above"; readonly label: string }
  | { readonly from: "nowhere"; readonly label: "" };

/** What a row is, before anything in it is read. */
export type LaidOutRow =
  | { readonly kind: "above_header" | "header" | "blank" | "total" | "remark" | "client_heading"; readonly row: SheetRow }
  | { readonly kind: "training"; readonly row: SheetRow; readonly training: Training; readonly day: Day }
  | { readonly kind: "entry"; readonly row: SheetRow; readonly client: ClientCell };

const TOTAL = /^(?:grand |sub ?-?|running |my )?totals?\b|^sum\b|^(?:average|mean)\b/i;
const MID_POINT = /mid ?-?point/i;
const COURSE = /initial (?:course|training)|introductory (?:course|training)|two ?-?day (?:course|training)|half ?-?day/i;
const DAYS: readonly Field[] = ["filmed_on", "reviewed_on", "session_on", "peer_on"];
const MAX_HEADING_CHARACTERS = 40;

function rowOf(columns: Columns, cells: readonly Cell[], index: number): SheetRow {
  const joined = Object.fromEntries(JOINED_FIELDS.flatMap((one): [Field, Cell][] => {
    const texts = columns.flatMap((field, i) => (field === one ? [textOf(cells[i])] : [])).filter((text) => text !== "");
    return texts.length > 0 ? [[one, texts.join("\n")]] : [];
  }));
  const read = Object.fromEntries(columns.flatMap((field, i): [Field, Cell][] => (field === null || isEmpty(cells[i]) ? [] : [[field, cells[i] ?? ""]])));
  return { row: index + 1, cells: { ...read, ...joined }, texts: cells.map(textOf).filter((text) => text !== "") };
}

function isTotal({ cells, texts }: SheetRow): boolean {
  return TOTAL.test(texts[0] ?? "") && DAYS.every((field) => !/[a-z]{3}|\d.*[/.-].*\d/i.test(textOf(cells[field])));
}

function trainingIn({ texts }: SheetRow): { readonly training: Training; readonly day: Day } | null {
  const line = texts.join(" ");
  const day = findDay(line);
  if (day === null || !(MID_POINT.test(line) || COURSE.test(line))) return null;
  return { training: MID_POINT.test(line) ? "mid_point" : "initial_course", day };
}

/** True where the row says something and names no day for any of the portal's kinds of entry. */
function isLine({ cells, texts }: SheetRow): boolean {
  return texts.length === 1 && DAYS.every((field) => cells[field] === undefined);
}

/** A client may stand in a row of its own above its cycles. */
function isHeading(row: SheetRow, next: SheetRow | undefined, isAfterGap: boolean): boolean {
  const label = textOf(row.cells.client);
  const leads = next?.cells.client === undefined && next?.cells.filmed_on !== undefined;
  return label !== "" && label.length <= MAX_HEADING_CHARACTERS && leads && (isAfterGap || screenClientLabel(label).length === 0);
}

class CarriedClient {
  private label = "";
  private isAfterGap = false;

  gap(): void {
    this.isAfterGap = true;
  }

  get isFresh(): boolean {
    return this.isAfterGap || this.label === "";
  }

  name(label: string): void {
    this.label = label;
    this.isAfterGap = false;
  }

  of(row: SheetRow): ClientCell {
    const own = textOf(row.cells.client);
    if (own !== "") {
      this.name(own);
      return { from: "own", label: own };
    }
    if (this.label === "") return { from: "nowhere", label: "" };
    if (this.isAfterGap) return { from: "perhaps_above", label: this.label };
    return { from: "above", label: this.label };
  }
}

function layOut(row: SheetRow, next: SheetRow | undefined, carried: CarriedClient): LaidOutRow {
  if (row.texts.length === 0) {
    carried.gap();
    return { kind: "blank", row };
  }
  if (isTotal(row)) return { kind: "total", row };
  if (isLine(row)) {
    const training = trainingIn(row);
    if (training) return { kind: "training", row, ...training };
    if (!isHeading(row, next, carried.isFresh)) return { kind: "remark", row };
    carried.name(textOf(row.cells.client));
    return { kind: "client_heading", row };
  }
  return { kind: "entry", row, client: carried.of(row) };
}

/**
 * What each row of the sheet is (docs/field.md, "Import"): a title, blank, a total, a line of text, or an entry. The client
 * alone is carried down, from a merged or a first cell to the rows below it; over a blank row only if the person says so.
 */
export function layOutSheet({ rows }: Sheet, { header, columns }: Choice): LaidOutRow[] {
  const read = rows.map((cells, index) => rowOf(columns, cells, index));
  const carried = new CarriedClient();
  return read.map((row, index): LaidOutRow => {
    if (index === header) return { kind: "header", row };
    if (index < header) return { kind: row.texts.length === 0 ? "blank" : "above_header", row };
    return layOut(row, read[index + 1], carried);
  });
}
