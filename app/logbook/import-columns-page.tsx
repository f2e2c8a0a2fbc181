import { Form } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Actions, FieldRow, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { CancelImport } from "./cancel-import.tsx";
import { type Columns, type Field, FIELDS } from "./import/columns.ts";
import type { LookedSheet, ShownColumn } from "./import/looked.ts";
import { shownText } from "./import/table.ts";
import type { ShownDraft } from "./import-view.ts";

const said = words.imports.columns;

/** A sheet of the file with its columns, as it was read or as it was matched by hand. */
export interface ImportColumnsProps extends LookedSheet {
  readonly shown: readonly ShownColumn[];
  readonly columns: Columns;
  readonly error: string | null;
  readonly draft: ShownDraft;
}

/** Chooses sheet and header row, and what each column holds. */
export function ImportColumnsPage({ sheets, sheet, header, hasHeader, shown, columns, error, draft }: ImportColumnsProps) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={said.title} lead={said.lead} />
        {!hasHeader && <Notice kind="warning">{said.noHeader}</Notice>}
        <Card title={said.readFrom}>
          <Form method="get" action={paths.importColumns()} reloadDocument className="form">
            <HiddenField name="file" value={draft.file} />
            <FieldRow>
              {sheets.length > 1 && (
                <div className="field">
                  <label className="field-label" htmlFor="import-sheet">{said.sheet}</label>
                  <select className="input" id="import-sheet" name="sheet" defaultValue={sheet}>
                    {sheets.map(({ name }, i) => <option key={i} value={i}>{shownText(name)}</option>)}
                  </select>
                </div>
              )}
              <div className="field">
                <label className="field-label" htmlFor="import-header">{said.header}</label>
                <div className="field-hint" id="import-header-hint">{said.headerHint}</div>
                <input className="input input-short num" id="import-header" name="header" inputMode="numeric" defaultValue={header + 1} autoComplete="off" aria-describedby="import-header-hint" />
              </div>
            </FieldRow>
            <Actions><Button look="quiet">{said.reread}</Button></Actions>
          </Form>
        </Card>
        <Card title={said.matching}>
          <ErrorSummary errors={error === null ? [] : [{ text: error, target: "column-0" }]} />
          <Form method="post" action={paths.importColumns({ sheet, header: header + 1, ...draft })} reloadDocument className="form">
            <p className="muted">{said.whoReads}</p>
            <HiddenField name="sheet" value={String(sheet)} />
            <HiddenField name="header" value={String(header)} />
            {shown.map((column, i) => <ColumnField key={i} index={i} column={column} field={columns[i] ?? null} />)}
            <Actions><Button wide>{said.submit}</Button></Actions>
          </Form>
        </Card>
        <CancelImport file={draft.file} />
      </Stack>
    </Narrow>
  );
}

function ColumnField({ index, column, field }: { readonly index: number; readonly column: ShownColumn; readonly field: Field | null }) {
  const id = `column-${String(index)}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{column.name === "" ? said.unnamed(index + 1) : shownText(column.name)}</label>
      <div className="field-hint" id={`${id}-hint`}>{column.samples.length === 0 ? said.noSample : said.sample(column.samples)}</div>
      <select className="input" id={id} name={`column${String(index)}`} defaultValue={field ?? ""} aria-describedby={`${id}-hint`}>
        <option value="">{said.nothing}</option>
        {FIELDS.map((one) => <option key={one} value={one}>{words.imports.fields[one]}</option>)}
      </select>
    </div>
  );
}
