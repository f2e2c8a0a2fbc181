import type { Judged } from "./verdicts.ts";
import type { Choice } from "./layout.ts";
import { type Sheet, textOf } from "./table.ts";

/**
 * The rows that are refused, under the header and with their client's label where it was carried down to them: a file that
 * can be mended and sent again. Its formulas are made text when it is written.
 */
export function refusedRows(sheet: Sheet, { header, columns }: Choice, { verdicts }: Judged): string[][] {
  const client = columns.indexOf("client");
  let label = "";
  const rows: string[][] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    const own = textOf(cells[client]);
    if (index > header && own !== "") label = own;
    const verdict = verdicts[index];
    if (index !== header && !verdict?.parts.some((part) => part.outcome === "refuse")) continue;
    const isCycle = verdict?.parts.some((part) => part.part === "cycle") ?? false;
    rows.push(columns.map((_, column) => (column === client && own === "" && isCycle ? label : textOf(cells[column]))));
  }
  return rows;
}
