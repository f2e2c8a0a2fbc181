import readWorkbook from "read-excel-file/node";

import { isStorable } from "#app/platform/http/form-fields.ts";

import { decodeFile } from "./decode-file.ts";
import { readCsv } from "./read-csv.ts";
import { type Cell, MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS, type Sheet, textOf } from "./table.ts";
import { plainCell } from "./template.ts";
import { checkZip, type ZipProblem } from "./zip.server.ts";

/** Why a file is not taken. */
export type FileProblem = ZipProblem | "empty" | "not_a_sheet" | "not_csv" | "old_excel" | "open_document" | "renamed" | "too_many_rows" | "bad_text";

/** The sheets of a file, or why it is not taken. */
export type ReadFile = { readonly ok: true; readonly sheets: readonly Sheet[] } | { readonly ok: false; readonly problem: FileProblem };

const PACKED = Buffer.from("PK\u0003\u0004");
/** The container of older Excel, and of a workbook under a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const WORKBOOK = "xl/workbook.xml";
const LAST_YEAR_OF_A_TIME = 1900;
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;

/** Excel keeps a day as a date at midnight, and a time as a part of the day before its first. */
function dateCell(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return "";
  if (date.getUTCFullYear() <= LAST_YEAR_OF_A_TIME) return { minutes: ((Math.round(date.getTime() / MS_PER_MINUTE) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY };
  return { day: date.toISOString().slice(0, 10) };
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return dateCell(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : "";
  return typeof value === "string" ? plainCell(value.trim()) : value === true ? "yes" : "";
}

/** How many cells at the end of a row, or rows at the end of a sheet, say nothing. */
function withoutEnd<T>(items: readonly T[], isNothing: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex((item) => !isNothing(item)) + 1);
}

async function readXlsx(bytes: Buffer): Promise<ReadFile> {
  const zip = checkZip(bytes);
  if (!zip.ok) return zip;
  if (!zip.names.includes(WORKBOOK)) return { ok: false, problem: zip.names.includes("mimetype") && zip.names.includes("content.xml") ? "open_document" : "not_a_sheet" };
  try {
    const sheets = await readWorkbook(bytes);
    return { ok: true, sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.slice(0, MAX_IMPORT_COLUMNS).map(cellOf)) })) };
  } catch {
    return { ok: false, problem: "damaged" };
  }
}

async function readBytes(bytes: Buffer): Promise<ReadFile> {
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) return { ok: false, problem: bytes.includes(ENCRYPTED) ? "password" : "old_excel" };
  if (bytes.subarray(0, PACKED.length).equals(PACKED)) return readXlsx(bytes);
  const text = decodeFile(bytes);
  if (text === null) return { ok: false, problem: "not_a_sheet" };
  const sheet = readCsv(text);
  if (!sheet) return { ok: false, problem: "not_csv" };
  // Said before blank rows at the end are taken off: what stands below them was not read.
  return sheet.rows.length > MAX_IMPORT_ROWS ? { ok: false, problem: "too_many_rows" } : { ok: true, sheets: [sheet] };
}

const isBlank = (row: readonly Cell[]): boolean => row.every((cell) => textOf(cell) === "");

function trimmed({ name, rows }: Sheet): Sheet {
  return { name, rows: withoutEnd(rows.map((row) => withoutEnd(row, (cell) => textOf(cell) === "")), isBlank) };
}

function sheetsProblem(sheets: readonly Sheet[]): FileProblem | null {
  if (sheets.every((sheet) => sheet.rows.length === 0)) return "empty";
  if (sheets.some((sheet) => sheet.rows.length > MAX_IMPORT_ROWS)) return "too_many_rows";
  return sheets.every(({ name, rows }) => isStorable(name) && rows.every((row) => row.every((cell) => typeof cell !== "string" || isStorable(cell)))) ? null : "bad_text";
}

/** True where the name says that the file is something else than what is in it. */
function isRenamed(name: string, bytes: Buffer): boolean {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase();
  const isPacked = bytes.subarray(0, PACKED.length).equals(PACKED);
  return ending === "xlsx" || ending === "xlsm" ? !isPacked : (ending === "csv" || ending === "txt" || ending === "tsv") && isPacked;
}

/**
 * Reads a file that a spreadsheet saved, by what is in it: text of any separator, or a workbook. `name` is looked at only to
 * tell a file that was given another's name. Never throws for any bytes; how long it may take is for the caller.
 */
export async function readFile(bytes: Buffer, name: string): Promise<ReadFile> {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  const read = await readBytes(bytes);
  if (!read.ok && read.problem !== "not_a_sheet") return read;
  if (isRenamed(name, bytes)) return { ok: false, problem: "renamed" };
  if (!read.ok) return read;
  const sheets = read.sheets.map(trimmed).filter((sheet) => sheet.rows.length > 0 || read.sheets.length === 1);
  const problem = sheetsProblem(sheets);
  return problem === null ? { ok: true, sheets } : { ok: false, problem };
}
