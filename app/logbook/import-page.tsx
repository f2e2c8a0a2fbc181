import { Form, Link } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const { import: said, entry } = words.logbook;
const INPUT = "import-files";

interface Pair { readonly label: string; readonly code: string }

const PAIR_COLUMNS: readonly Column<Pair>[] = [
  { key: "label", label: said.pairsColumns.label, heads: true, cell: (pair) => pair.label },
  { key: "code", label: said.pairsColumns.code, cell: (pair) => pair.code },
];

/** Chooses the files; nothing is written by it. */
export function ImportPage({ error }: { readonly error: string | null }) {
  const meta = { id: INPUT, errorId: `${INPUT}-error`, descriptionId: `${INPUT}-hint`, errors: error === null ? undefined : [error] };
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.log()}>{entry.back}</Link>} title={said.title} lead={said.lead} />
        <Card>
          <ErrorSummary errors={error === null ? [] : [{ text: error, target: INPUT }]} />
          <Form method="post" action={paths.importLogbook()} reloadDocument encType="multipart/form-data" className="form">
            <Field meta={meta} label={said.files} hint={said.filesHint}>
              <input className="input input-file" type="file" id={INPUT} name="files" accept=".csv,text/csv" multiple aria-describedby={error === null ? meta.descriptionId : `${meta.descriptionId} ${meta.errorId}`}
                {...(error === null ? {} : { "aria-invalid": true })} />
            </Field>
            <Button wide>{said.preview}</Button>
          </Form>
        </Card>
        <Card title={said.templates}>
          <Stack gap="small">
            <p className="muted">{said.templatesText}</p>
            <ul className="bullets">
              {Object.entries(said.kindNames).map(([kind, name]) => (
                <li key={kind}><Link to={paths.importTemplate(kind)} reloadDocument>{said.template(name)}</Link></li>
              ))}
            </ul>
          </Stack>
        </Card>
      </Stack>
    </Narrow>
  );
}

/** What an import wrote, and the pairs of labels and codes, shown this once. */
export function ImportedPage({ entries, pairs }: { readonly entries: number; readonly pairs: readonly Pair[] }) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={said.doneTitle(entries)} lead={said.same} actions={<ButtonLink to={paths.log()} look="primary">{said.toLog}</ButtonLink>} />
        {pairs.length > 0 && (
          <Card title={said.pairs}>
            <Stack gap="small">
              <p>{said.pairsText}</p>
              <DataTable caption={said.pairs} captionHidden columns={PAIR_COLUMNS} rows={pairs} keyOf={(pair) => pair.code} />
            </Stack>
          </Card>
        )}
      </Stack>
    </Narrow>
  );
}
