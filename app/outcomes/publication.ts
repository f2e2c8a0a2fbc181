import { type Published, PUBLICATION_RULE, type PublishedRow, type PublishedTable } from "#app/disclosure/model.ts";
import { protectSeries } from "#app/disclosure/protect.ts";
import type { Day } from "#app/platform/clock.ts";
import { formatCount, formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { figuresAt, type FiguresFacts, ISLANDS, NO_BOARD } from "./figures.ts";
import { monthEnds } from "./month-ends.ts";

const said = words.outcomes.publication;

/** The columns of the publication table, in their order. */
export const PUBLISHED_COLUMNS = ["trainees", "accredited", "families", "cycles"] as const;

/** One row as it is shown, on the page and in the export alike. */
export interface PublicationRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly { readonly text: string; readonly isShown: boolean }[];
}

/** The publication table of one month end. */
export interface Publication {
  readonly day: Day;
  readonly rows: readonly PublicationRow[];
  /** The rule in words: it stands wherever the table does. */
  readonly rule: string;
}

/** The month ends of a programme that are over, the latest first; none before its first trainee's first month is over. */
export function publicationDays(facts: Pick<FiguresFacts, "enrolments" | "programmeId">, today: Day): Day[] {
  const [first] = facts.enrolments.filter((e) => e.programmeId === facts.programmeId).map((e) => e.startedOn).sort();
  return first === undefined ? [] : monthEnds(first, today).reverse();
}

function cellOf(cell: Published | undefined): PublicationRow["cells"][number] {
  if (cell?.state === "shown") return { text: formatCount(cell.count), isShown: true };
  return { text: cell?.state === "fewer" ? said.fewer(cell.than) : said.hidden, isShown: false };
}

function rowOf({ key, cells }: PublishedRow, name: string): PublicationRow {
  return { key, name, cells: PUBLISHED_COLUMNS.map((column) => cellOf(cells[column])) };
}

function publicationOf({ rows, total, rule }: PublishedTable, day: Day, boards: ReadonlyMap<string, string>): Publication {
  const nameOf = (key: string) => (key === ISLANDS ? said.islands : key === NO_BOARD ? said.noBoard : boards.get(key) ?? key);
  return { day, rows: [...rows.map((row) => rowOf(row, nameOf(row.key))), rowOf(total, said.total)], rule: said.rule(rule.threshold) };
}

/**
 * What is published of a programme at that month end: the same for everybody who asks. Every earlier month end is gone
 * through too, since what was shown there is known (docs/field.md, "Publication"). Undefined where the day is none of its month ends.
 */
export function publicationAt(facts: FiguresFacts, day: Day, today: Day, boards: ReadonlyMap<string, string>): Publication | undefined {
  const days = publicationDays(facts, today).filter((end) => end <= day).reverse();
  if (days.at(-1) !== day) return undefined;
  const published = protectSeries(days.map((end) => figuresAt(facts, end)), PUBLICATION_RULE).at(-1);
  return published && publicationOf(published, day, boards);
}

// A spreadsheet takes a cell that begins like this for a formula.
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The table as a CSV file: exactly what is shown, with its rule. */
export function publicationCsv({ day, rows, rule }: Publication, programmeName: string): string {
  const lines = [
    [said.csv.programme, programmeName], [said.csv.asAt, formatDay(day)], [said.csv.rule, rule], [],
    [said.columns.board, ...PUBLISHED_COLUMNS.map((column) => said.columns[column])],
    ...rows.map((row) => [row.name, ...row.cells.map((cell) => (cell.isShown ? cell.text.replaceAll(",", "") : cell.text))]),
  ];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
