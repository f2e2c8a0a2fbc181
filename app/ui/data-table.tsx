/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   on a phone the table is laid out as cards, and browsers then drop the roles that it has by itself */
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right and tabular. */
  readonly numeric?: boolean;
  /** The cell that names the row: exactly one column of a table. */
  readonly heads?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: ReactNode;
  /** Only read out, where a heading beside it says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table that becomes cards on a phone. The roles keep it a table there too, where `display` would take them. */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <table className="data-table" role="table">
      <caption className={captionHidden ? "read-aloud" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => <th key={column.key} scope="col" role="columnheader" className={column.numeric ? "num" : undefined}>{column.label}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => <tr key={keyOf(row)} role="row">{columns.map((column) => <Cell key={column.key} column={column} row={row} />)}</tr>)}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.heads) return <th scope="row" role="rowheader">{column.cell(row)}</th>;
  return (
    <td role="cell" className={column.numeric ? "num" : undefined}>
      <span className="cell-label" aria-hidden="true">{column.label}</span>
      <span className="cell-value">{column.cell(row)}</span>
    </td>
  );
}
