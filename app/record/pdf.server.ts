import PDFDocument from "pdfkit";

import { words } from "#app/words/words.ts";

import type { LogbookSheet, SheetPart } from "./logbook-sheet.ts";
import { BOLD, drawTable, FONT, MARGIN, SMALL_SIZE, TEXT_SIZE } from "./pdf-table.server.ts";

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const { pdf: said } = words.record;
const SIZES = { 1: 20, 2: 14, 3: 11 } as const;
const SPACE = { before: 14, after: 5, foot: 30 } as const;
const ROOM_FOR_HEADING = 90;
// The types that are published do not know it yet.
const ACCESSIBLE: object = { subset: "PDF/UA" };

function heading(doc: Doc, root: Element, text: string, level: 1 | 2 | 3): void {
  if (doc.y > doc.page.height - MARGIN - ROOM_FOR_HEADING) doc.addPage();
  doc.y += level === 1 ? 0 : SPACE.before;
  root.add(doc.struct(`H${String(level)}`, {}, () => { doc.font(BOLD).fontSize(SIZES[level]).text(text, MARGIN); }));
  doc.font(FONT).fontSize(TEXT_SIZE);
  doc.y += SPACE.after;
}

function paragraph(doc: Doc, root: Element, text: string): void {
  root.add(doc.struct("P", {}, () => { doc.text(text, MARGIN); }));
}

function part(doc: Doc, root: Element, { title, level, table: sheet }: SheetPart, next: SheetPart | undefined): void {
  heading(doc, root, title, level);
  if (sheet) drawTable(doc, root, sheet);
  else if (next?.level !== 3) paragraph(doc, root, said.none);
}

// The number of a page is no part of what is read aloud.
function footers(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(start + n);
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font(FONT).fontSize(SMALL_SIZE).text(said.page(n + 1, count), MARGIN, doc.page.height - SPACE.foot, { lineBreak: false });
    doc.endMarkedContent();
  }
}

function write(doc: Doc, { title, about, parts }: LogbookSheet): void {
  const root = doc.struct("Document");
  doc.addStructure(root);
  heading(doc, root, title, 1);
  for (const [term, value] of about) paragraph(doc, root, `${term}: ${value}`);
  doc.y += SPACE.after;
  // Before the log and not after it: there it could stand on a page of its own.
  paragraph(doc, root, said.about.note);
  for (const [i, one] of parts.entries()) part(doc, root, one, parts[i + 1]);
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
