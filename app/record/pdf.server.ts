import { createRequire } from "node:module";

import PDFDocument from "pdfkit";

import { words } from "#app/words/words.ts";

import type { LogbookSheet, SheetPart, SheetTable } from "./logbook-sheet.ts";

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const { pdf: said } = words.record;
const require = createRequire(import.meta.url);
// A font that is whole: names of many languages, and every letter found again by whoever reads it aloud.
const FONT = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
const BOLD = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf");
const MARGIN = 48;
const SIZES = { 1: 20, 2: 14, 3: 11, text: 9, small: 8 } as const;
const SPACE = { before: 14, after: 5, foot: 30 } as const;
const ROOM_FOR_HEADING = 90;
const SHORT_COLUMN = 82;
const CELL: PDFKit.Mixins.CellStyle = { border: [0, 0, 0.5, 0], borderColor: "#888888", padding: [3, 6, 3, 0] };
// The types that are published do not know it yet.
const ACCESSIBLE: object = { subset: "PDF/UA" };
/** The longest text of which a column is kept short. */
const SHORT_CHARACTERS = 16;

function heading(doc: Doc, root: Element, text: string, level: 1 | 2 | 3): void {
  if (doc.y > doc.page.height - MARGIN - ROOM_FOR_HEADING) doc.addPage();
  doc.y += level === 1 ? 0 : SPACE.before;
  root.add(doc.struct(`H${String(level)}`, {}, () => { doc.font(BOLD).fontSize(SIZES[level]).text(text, MARGIN); }));
  doc.font(FONT).fontSize(SIZES.text);
  doc.y += SPACE.after;
}

function paragraph(doc: Doc, root: Element, text: string): void {
  root.add(doc.struct("P", {}, () => { doc.text(text, MARGIN); }));
}

/** Columns of short texts are kept short; the others share what is left. */
function widths({ columns, rows }: SheetTable): (number | "*")[] {
  const isShort = columns.map((_, column) => rows.every((row) => (row[column] ?? "").length <= SHORT_CHARACTERS));
  return isShort.every(Boolean) ? columns.map(() => "*") : isShort.map((short) => (short ? SHORT_COLUMN : "*"));
}

type CellOptions = PDFKit.Mixins.CellOptions & { readonly scope?: "Row" | "Column" };

const columnHead = (text: string): CellOptions => ({ text, type: "TH", scope: "Column", font: { src: BOLD, size: SIZES.small } });
const cell = (text: string, i: number): CellOptions => (i === 0 ? { text, type: "TH", scope: "Row" } : { text });

function table(doc: Doc, root: Element, sheet: SheetTable): void {
  const options: PDFKit.Mixins.TableOptionsWithData & { readonly structParent: Element } = {
    structParent: root, columnStyles: widths(sheet), defaultStyle: CELL, data: [sheet.columns.map(columnHead), ...sheet.rows.map((row) => row.map(cell))],
  };
  doc.table(options);
  doc.x = MARGIN;
}

function part(doc: Doc, root: Element, { title, level, table: sheet }: SheetPart, next: SheetPart | undefined): void {
  heading(doc, root, title, level);
  if (sheet) table(doc, root, sheet);
  else if (next?.level !== 3) paragraph(doc, root, said.none);
}

// The number of a page is no part of what is read aloud.
function footers(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(start + n);
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font(FONT).fontSize(SIZES.small).text(said.page(n + 1, count), MARGIN, doc.page.height - SPACE.foot, { lineBreak: false });
    doc.endMarkedContent();
  }
}

function write(doc: Doc, { title, about, parts }: LogbookSheet): void {
  const root = doc.struct("Document");
  doc.addStructure(root);
  heading(doc, root, title, 1);
  for (const [term, value] of about) paragraph(doc, root, `${term}: ${value}`);
  for (const [i, one] of parts.entries()) part(doc, root, one, parts[i + 1]);
  doc.y += SPACE.before;
  paragraph(doc, root, said.footer);
  root.end();
  footers(doc);
  doc.end();
}

/** The logbook as a tagged PDF (PDF/UA): headings, paragraphs and tables with their headers, in British English. */
export function logbookPdf(sheet: LogbookSheet, at: Date): Promise<Uint8Array> {
  const doc = new PDFDocument({
    ...ACCESSIBLE, tagged: true, lang: "en-GB", pdfVersion: "1.7", displayTitle: true, bufferPages: true, size: "A4", margin: MARGIN, font: FONT,
    info: { Title: sheet.title, Subject: said.subject, CreationDate: at, ModDate: at },
  });
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (piece: Buffer) => { pieces.push(piece); });
    doc.on("end", () => { resolve(new Uint8Array(Buffer.concat(pieces))); });
    doc.on("error", reject);
    write(doc, sheet);
  });
}
