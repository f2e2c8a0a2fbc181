import { deflateRawSync } from "node:zlib";

import fc from "fast-check";
import writeWorkbook from "write-excel-file/node";
import { describe, expect, test } from "vitest";

import { messyFile } from "#tests/support/logbook-files.ts";

import { decodeFile } from "./decode-file.ts";
import { readCsv } from "./read-csv.ts";
import { readFile } from "./read-file.server.ts";
import { MAX_IMPORT_ROWS, textOf } from "./table.ts";
import { csvCell, csvText, plainCell, TEMPLATE_FILES, TEMPLATE_KINDS, templateText } from "./template.ts";
import { templateFile } from "./template-file.server.ts";
import { checkZip, MAX_UNPACKED_BYTES } from "./zip.server.ts";

const problemOf = async (bytes: Buffer | string, name = "log.csv"): Promise<string> => {
  const read = await readFile(Buffer.from(bytes), name);
  return read.ok ? "read" : read.problem;
};

interface Packed { readonly name: string; readonly data: Buffer; readonly flags?: number }

/** A packed file with those entries; `between` stands after the first and is in no list. */
function zipOf(entries: readonly Packed[], between: Buffer = Buffer.alloc(0)): Buffer {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [i, { name, data, flags = 0 }] of entries.entries()) {
    const packed = deflateRawSync(data);
    const [local, listed, nameBytes] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.from(name)];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(flags, 8);
    listed.writeUInt16LE(8, 10);
    listed.writeUInt32LE(packed.length, 20);
    listed.writeUInt32LE(data.length, 24);
    listed.writeUInt16LE(nameBytes.length, 28);
    listed.writeUInt32LE(at, 42);
    const whole = Buffer.concat([local, nameBytes, packed, ...(i === 0 ? [between] : [])]);
    parts.push(whole);
    list.push(Buffer.concat([listed, nameBytes]));
    at += whole.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const WORKBOOK = { name: "xl/workbook.xml", data: Buffer.from("<workbook/>") };
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const MB = 1024 * 1024;

describe("a file that is not taken, each with a reason of its own", () => {
  test.each<[why: string, bytes: Buffer | string, name: string, problem: string]>([
    ["nothing in it", "", "log.csv", "empty"],
    ["only blank lines", " \n\n", "log.csv", "empty"],
    ["a quotation mark that stays open", "date,minutes\n\"2026", "log.csv", "not_csv"],
    ["a NUL", "date\0,minutes", "log.csv", "not_a_sheet"],
    ["half of a sign in UTF-16", Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), "log.csv", "not_a_sheet"],
    ["a page of the web", "<!doctype html><table>", "log.csv", "not_a_sheet"],
    ["a PDF", "%PDF-1.7", "log.csv", "not_a_sheet"],
    ["a picture named as a workbook", PNG, "log.xlsx", "renamed"],
    ["text named as a workbook", "Client,Date filmed\n1,2026-01-01", "log.xlsx", "renamed"],
    ["a workbook named as text", Buffer.from(messyFile("workbook.xlsx")), "log.csv", "renamed"],
    ["a workbook under a password", Buffer.concat([COMPOUND, Buffer.from("EncryptedPackage", "utf16le")]), "log.xlsx", "password"],
    ["a packed entry under a password", zipOf([{ ...WORKBOOK, flags: 1 }]), "log.xlsx", "password"],
    ["an older Excel's workbook", COMPOUND, "log.xls", "old_excel"],
    ["an OpenDocument spreadsheet", zipOf([{ name: "mimetype", data: Buffer.from("x") }, { name: "content.xml", data: Buffer.from("x") }]), "log.ods", "open_document"],
    ["a packed file of anything else", zipOf([{ name: "photo.jpg", data: PNG }]), "photos.zip", "not_a_sheet"],
    ["a workbook without its sheets", zipOf([WORKBOOK]), "log.xlsx", "damaged"],
    ["half a workbook", Buffer.from(messyFile("workbook.xlsx")).subarray(0, 4_000), "log.xlsx", "damaged"],
    ["something hidden between its entries", zipOf([WORKBOOK, { name: "a", data: PNG }], Buffer.from("hidden from the list, and long enough")), "log.xlsx", "damaged"],
    ["a bomb: a few kilobytes that unpack to 130 MB", zipOf([WORKBOOK, { name: "xl/worksheets/sheet1.xml", data: Buffer.alloc(130 * MB) }]), "log.xlsx", "unpacks_too_large"],
    ["one row too many", `date,minutes\n${",\n".repeat(MAX_IMPORT_ROWS)}1,1`, "log.csv", "too_many_rows"],
  ])("%s", async (_why, bytes, name, problem) => {
    expect(await problemOf(bytes, name)).toBe(problem);
  });

  test("any bytes are read or refused, and so is any workbook with a byte changed", async () => {
    const workbook = Buffer.from(messyFile("workbook.xlsx"));
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(workbook.length - 1), fc.nat(255), async (bytes, at, byte) => {
      await problemOf(Buffer.from(bytes));
      const changed = Buffer.from(workbook);
      changed[at] = byte;
      await problemOf(changed, "log.xlsx");
    }), { numRuns: 40 });
  });
});

test("a packed file is opened up to what a worker can read, and not a byte beyond", () => {
  const holding = (bytes: number) => checkZip(zipOf([{ name: "xl/worksheets/sheet1.xml", data: Buffer.alloc(bytes) }]));
  expect(holding(MAX_UNPACKED_BYTES)).toEqual({ ok: true, names: ["xl/worksheets/sheet1.xml"] });
  expect(holding(MAX_UNPACKED_BYTES + 1)).toEqual({ ok: false, problem: "unpacks_too_large" });
});

test("the messy workbook unpacks to what its list says", () => {
  expect(checkZip(Buffer.from(messyFile("workbook.xlsx")))).toMatchObject({ ok: true });
});

describe("a workbook", () => {
  test("keeps days without a time zone, times as lengths, numbers as numbers and formulas as text", async () => {
    const day = { value: new Date(Date.UTC(2025, 2, 5)), type: Date, format: "dd/mm/yyyy" };
    const time = { value: new Date(Date.UTC(1899, 11, 30, 1, 30)), type: Date, format: "hh:mm" };
    const bytes = await writeWorkbook([{ sheet: "Log", data: [["Client", "Date filmed", "Hours"], ["1", day, time], ["=1+1", 45749, 1.5]] }, { sheet: "Other", data: [["x"]] }]).toBuffer();
    const read = await readFile(bytes, "log.xlsx");
    expect(read.ok && read.sheets).toEqual([
      { name: "Log", rows: [["Client", "Date filmed", "Hours"], ["1", { day: "2025-03-05" }, { minutes: 90 }], ["=1+1", 45749, 1.5]] }, { name: "Other", rows: [["x"]] },
    ]);
  });

  test("our own template is one, with a sheet for each kind", async () => {
    const file = await templateFile("logbook.xlsx");
    const read = await readFile(Buffer.from(file?.body ?? ""), "logbook.xlsx");
    expect(read.ok && read.sheets.map((sheet) => sheet.name)).toEqual(["Cycles", "Supervision", "Peer supervision"]);
  });
});

describe("text", () => {
  test.each([
    ["UTF-8", [0xc3, 0xa9], "é"], ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é"], ["Windows-1252", [0xa3, 0xe9, 0x96, 0x80], "£é–€"], ["UTF-16", [0xff, 0xfe, 0xe9, 0x00], "é"],
  ])("in %s", (_name, bytes, text) => {
    expect(decodeFile(new Uint8Array(bytes))).toBe(text);
  });

  test.each([",", ";", "\t", "|"])("separated by %j", (separator) => {
    const rows = [["Client", "Date filmed", "Hours"], ["1", "2026-01-13", "1,5"], ["2", "2026-01-14", "one; two"]];
    const text = rows.map((row) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator)).join("\r\n");
    expect(readCsv(`\ufeff${text}`)?.rows).toEqual(rows);
  });

  test("rows are numbered as a spreadsheet shows them: titles, blank lines and line breaks in a cell", () => {
    expect(readCsv("My log\n\nClient,Date filmed\n1,\"one\ntwo\"\n\n2,x\n")?.rows.map((row) => textOf(row[0]))).toEqual(["My log", "", "Client", "1", "", "2"]);
  });
});

describe("formulas", () => {
  test.each(["=1+1", "+44", "-5", "@SUM(A1)", " =1", "\t=1"])("%j is written so that no spreadsheet runs it, and read back as it was", (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
    expect(plainCell(`'${text}`)).toBe(text);
    expect(readCsv(csvText([["a", text]]))?.rows[0]?.[1]).toBe(text.trim());
  });
});

test("every template that is offered is there, and each text is read as it is written", async () => {
  for (const { file } of TEMPLATE_FILES) expect(await templateFile(file)).toBeDefined();
  expect(await templateFile("anything.csv")).toBeUndefined();
  for (const kind of TEMPLATE_KINDS) expect(readCsv(templateText(kind))?.rows).toHaveLength(1);
});
