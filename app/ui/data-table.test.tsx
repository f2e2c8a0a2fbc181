import { describe, expect, it } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { DataTable } from "./data-table.tsx";

const html = renderMarkup(
  <DataTable caption="Trainees" captionHidden rows={[{ name: "Ailsa", cycles: "10 of 12" }, { name: "Gethin", cycles: "14 of 18" }]} keyOf={(row) => row.name}
    columns={[{ key: "name", label: "Trainee", heads: true, cell: (row) => row.name }, { key: "cycles", label: "Cycles", numeric: true, cell: (row) => row.cycles }]} />,
);

describe("a table", () => {
  it("has a caption, and heads for columns and rows", () => {
    expect(html).toContain('<caption class="read-aloud">Trainees</caption>');
    expect(html).toContain('<th scope="col" role="columnheader" class="num">Cycles</th>');
    expect(html).toContain('<th scope="row" role="rowheader">Ailsa</th>');
  });

  it("repeats each column's label in its cells for the eye, where it becomes cards", () => {
    expect([...html.matchAll(/<span class="cell-label" aria-hidden="true">Cycles<\/span>/g)]).toHaveLength(2);
  });

  it("stays a table where its display is taken away", () => {
    for (const role of ["table", "rowgroup", "row", "cell"]) expect(html).toContain(`role="${role}"`);
  });
});
