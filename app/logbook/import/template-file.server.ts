import writeWorkbook from "write-excel-file/node";

import { words } from "#app/words/words.ts";

import { TEMPLATE_COLUMNS, TEMPLATE_FILES, TEMPLATE_KINDS, templateText } from "./template.ts";

/** A file to be downloaded. */
export interface Download {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const CSV = "text/csv; charset=utf-8";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A template by the name of its file; undefined where none is called so. */
export async function templateFile(name: string): Promise<Download | undefined> {
  const found = TEMPLATE_FILES.find(({ file }) => file === name);
  if (!found) return undefined;
  if (found.key !== "workbook") return { body: templateText(found.key), type: CSV };
  const sheets = TEMPLATE_KINDS.map((kind) => ({ sheet: words.imports.sheetNames[kind], data: [TEMPLATE_COLUMNS[kind].map((value) => ({ value, fontWeight: "bold" as const }))] }));
  return { body: new Uint8Array(await writeWorkbook(sheets).toBuffer()), type: XLSX };
}

/** The answer that a browser keeps as a file of that name. */
export function downloadAs(name: string, { body, type }: Download): Response {
  return new Response(body, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" } });
}
