import { createRequire } from "node:module";

import type { SheetTable } from "./logbook-sheet.ts";

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const require = createRequire(import.meta.url);
/** A font that is whole: names of many languages, and every letter found again by whoever reads it aloud. */
export const FONT = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
/** The same for headings and heads. */
export const BOLD = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf");
/** Around every page, in points. */
export const MARGIN = 48;
/** Of text, in points. */
export const TEXT_SIZE = 9;
/** Of heads and feet, in points. */
export const SMALL_SIZE = 8;
const PADDING = { x: 6, y: 3 } as const;
const RULE = { width: 0.5, colour: "#888888" } as const;
const SHORT_COLUMN = 82;
/** The longest text of which a column is kept short. */
const SHORT_CHARACTERS = 16;
/** How long a text may be that makes its column wider. */
const WIDE_CHARACTERS = { least: 20, most: 160 } as const;
/** A row is begun at the foot of a page only where so many lines of it stand there. */
const LEAST_LINES = 3;

const SIGNS = new Intl.Segmenter("en-GB");

interface Cell { readonly lines: readonly string[]; readonly type: "TH" | "TD"; readonly scope: "Column" | "Row" | null }
interface Grid { readonly doc: Doc; readonly widths: readonly number[]; readonly heads: readonly Cell[] }

/** Columns of short texts are kept short; the others share what is left, longer texts more of it. */
function widthsOf({ columns, rows }: SheetTable, width: number): number[] {
  const longest = columns.map((_, column) => rows.reduce((most, row) => Math.max(most, (row[column] ?? "").length), 0));
  const isShort = longest.map((length) => length <= SHORT_CHARACTERS);
  if (isShort.every(Boolean)) return columns.map(() => width / columns.length);
  const weights = longest.map((length, i) => (isShort[i] ? 0 : Math.sqrt(Math.min(Math.max(length, WIDE_CHARACTERS.least), WIDE_CHARACTERS.most))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const left = width - isShort.filter(Boolean).length * SHORT_COLUMN;
  return weights.map((weight) => (weight === 0 ? SHORT_COLUMN : left * weight / whole));
}

/** As much of a word as the width holds, and the rest of it; one sign at least. */
function cut(doc: Doc, word: string, width: number): [string, string] {
  const signs = Array.from(SIGNS.segment(word), ({ segment }) => segment);
  let n = signs.length;
  while (n > 1 && doc.widthOfString(signs.slice(0, n).join("")) > width) n -= 1;
  return [signs.slice(0, n).join(""), signs.slice(n).join("")];
}

/** A text in lines as wide as its column; the blank at which a line was broken stays at its end, for whoever reads it aloud. */
function linesOf(doc: Doc, text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.match(/[^ ]* ?/g) ?? []) {
      let rest = word;
      if (line !== "" && doc.widthOfString(line + rest.trimEnd()) > width) {
        lines.push(line);
        line = "";
      }
      while (doc.widthOfString(rest.trimEnd()) > width) {
        const [start, end] = cut(doc, rest, width);
        lines.push(start);
        rest = end;
      }
      line += rest;
    }
    return [...lines, line];
  });
}

const foot = (doc: Doc): number => doc.page.height - MARGIN;
const lineHeight = (doc: Doc): number => doc.currentLineHeight(true);
const heightOf = (doc: Doc, lines: number): number => lines * lineHeight(doc) + PADDING.y * 2;
const tallest = (cells: readonly Cell[]): number => Math.max(...cells.map(({ lines }) => lines.length), 1);

function setHead(doc: Doc): void {
  doc.font(BOLD).fontSize(SMALL_SIZE);
}

function setText(doc: Doc): void {
  doc.font(FONT).fontSize(TEXT_SIZE);
}

/** What is only to be seen: no part of what is read aloud. */
function unread(doc: Doc, type: "Layout" | "Pagination", draw: () => void): void {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}

function rule(doc: Doc, y: number): void {
  unread(doc, "Layout", () => { doc.save().lineWidth(RULE.width).strokeColor(RULE.colour).moveTo(MARGIN, y).lineTo(doc.page.width - MARGIN, y).stroke().restore(); });
}

function draw(doc: Doc, lines: readonly string[], x: number, y: number): void {
  for (const [i, line] of lines.entries()) if (line !== "") doc.text(line, x, y + PADDING.y + i * lineHeight(doc), { lineBreak: false });
}

const leftOf = ({ widths }: Grid, column: number): number => MARGIN + widths.slice(0, column).reduce((sum, width) => sum + width, 0);

/** The next page, with the heads of the columns once more: there to be seen, and read aloud once alone, where the table begins. */
function turnPage(grid: Grid): void {
  const { doc, heads } = grid;
  doc.addPage();
  setHead(doc);
  const y = doc.y;
  const end = y + heightOf(doc, tallest(heads));
  unread(doc, "Pagination", () => { for (const [i, { lines }] of heads.entries()) draw(doc, lines, leftOf(grid, i), y); });
  setText(doc);
  rule(doc, end);
  doc.y = end;
}

function elementOf(doc: Doc, row: Element, { type, scope }: Cell): Element {
  const element = doc.struct(type);
  row.add(element);
  if (scope !== null) element.dictionary.data.A = { O: "Table", Scope: scope };
  return element;
}

/** One row; one that is taller than what is left of the page goes on to the next, and breaks only where no page would hold it. */
function drawRow(grid: Grid, parent: Element, cells: readonly Cell[]): void {
  const { doc, heads } = grid;
  const row = doc.struct("TR");
  parent.add(row);
  const elements = cells.map((cell) => elementOf(doc, row, cell));
  const all = tallest(cells);
  const page = foot(doc) - MARGIN - heightOf(doc, tallest(heads));
  for (let from = 0; from < all;) {
    const room = Math.floor((foot(doc) - doc.y - PADDING.y * 2) / lineHeight(doc));
    const isWhole = from === 0 && all <= room;
    if (!isWhole && (heightOf(doc, all - from) <= page ? room < all - from : room < LEAST_LINES)) {
      turnPage(grid);
      continue;
    }
    const upTo = Math.min(all, from + room);
    const y = doc.y;
    for (const [i, { lines }] of cells.entries()) {
      const part = lines.slice(from, upTo);
      if (part.length > 0) elements[i]?.add(() => { draw(doc, part, leftOf(grid, i), y); });
    }
    doc.y = y + heightOf(doc, upTo - from);
    rule(doc, doc.y);
    from = upTo;
  }
  for (const element of elements) element.end();
  row.end();
}

/** A table under the cursor: tagged, its heads on every page that it goes on to, no text of it cut off. */
export function drawTable(doc: Doc, root: Element, sheet: SheetTable): void {
  const widths = widthsOf(sheet, doc.page.width - MARGIN * 2);
  const wrapped = (text: string, i: number): string[] => linesOf(doc, text, (widths[i] ?? 0) - PADDING.x);
  setHead(doc);
  const grid: Grid = { doc, widths, heads: sheet.columns.map((text, i) => ({ lines: wrapped(text, i), type: "TH", scope: "Column" })) };
  const [table, head, body] = [doc.struct("Table"), doc.struct("THead"), doc.struct("TBody")];
  root.add(table);
  table.add(head);
  drawRow({ ...grid, heads: [] }, head, grid.heads);
  head.end();
  table.add(body);
  setText(doc);
  for (const cells of sheet.rows) drawRow(grid, body, cells.map((text, i) => ({ lines: wrapped(text, i), type: i === 0 ? "TH" : "TD", scope: i === 0 ? "Row" : null })));
  body.end();
  table.end();
  doc.x = MARGIN;
}
