/** The three files of the portal's own template. */
export const TEMPLATE_KINDS = ["cycles", "supervision", "peer_supervision"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** The columns of each file, in their order. */
export const TEMPLATE_COLUMNS = {
  cycles: [
    "client_code", "cycle_number", "film_date", "film_minutes", "setting", "clips_chosen", "shared_review_date", "shared_review_minutes", "goal_rating", "next_step", "note",
  ],
  supervision: ["date", "minutes", "supervisor_name", "supervisor_email", "kind", "setting", "note"],
  peer_supervision: ["date", "minutes", "attendees", "setting", "note"],
} as const satisfies Record<TemplateKind, readonly string[]>;

/** A cell's text as CSV: quoted where it must be, and written so that no spreadsheet runs it as a formula. */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What stood in a cell before `csvCell` made it safe. */
export function plainCell(text: string): string {
  return /^'\s*[=+\-@]/.test(text) ? text.slice(1) : text;
}

const BYTE_ORDER_MARK = "\ufeff";

/** Rows of cells as a CSV file: with a byte order mark, so that spreadsheets read its accents, and CRLF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** The empty template of that kind, to be filled in. */
export function templateText(kind: TemplateKind): string {
  return csvText([TEMPLATE_COLUMNS[kind]]);
}

/** The templates that are offered, each by the name of its file. */
export const TEMPLATE_FILES = [
  { key: "workbook", file: "logbook.xlsx" }, { key: "cycles", file: "cycles.csv" }, { key: "supervision", file: "supervision.csv" }, { key: "peer_supervision", file: "peer-supervision.csv" },
] as const satisfies readonly { readonly key: TemplateKind | "workbook"; readonly file: string }[];
