import { Form, Link } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { TEMPLATE_FILES } from "./import/template.ts";

const said = words.imports;
const { entry } = words.logbook;
const INPUT = "import-file";

interface ImportPageProps {
  readonly error: string | null;
  /** What became of a file before: gone after its hour, or thrown away. */
  readonly became: "gone" | "cancelled" | null;
  /** True where this browser holds the key of a file that is still there. */
  readonly isUnderWay: boolean;
}

/** Chooses the file; nothing is written by it. */
export function ImportPage({ error, became, isUnderWay }: ImportPageProps) {
  const meta = { id: INPUT, errorId: `${INPUT}-error`, descriptionId: `${INPUT}-hint`, errors: error === null ? undefined : [error] };
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.log()}>{entry.back}</Link>} title={said.title} lead={said.lead} actions={<ButtonLink to={paths.imports()}>{said.earlier}</ButtonLink>} />
        {became !== null && <Notice>{said[became]}</Notice>}
        {isUnderWay && <Notice>{said.under_way} <Link to={paths.importColumns()}>{said.goOn}</Link></Notice>}
        <Card>
          <ErrorSummary errors={error === null ? [] : [{ text: error, target: INPUT }]} />
          <Form method="post" action={paths.importLogbook()} reloadDocument encType="multipart/form-data" className="form">
            <Field meta={meta} label={said.choose} hint={said.chooseHint}>
              <input className="input input-file" type="file" id={INPUT} name="file" accept=".csv,.xlsx,text/csv" aria-describedby={error === null ? meta.descriptionId : `${meta.descriptionId} ${meta.errorId}`}
                {...(error === null ? {} : { "aria-invalid": true })} />
            </Field>
            <Actions><Button wide>{said.look}</Button></Actions>
          </Form>
        </Card>
        <Card title={said.templates}>
          <Stack gap="small">
            <p className="muted">{said.templatesText}</p>
            <ul className="bullets">
              {TEMPLATE_FILES.map(({ key, file }) => <li key={key}><Link to={paths.importTemplate(file)} reloadDocument>{said.template[key]}</Link></li>)}
            </ul>
          </Stack>
        </Card>
      </Stack>
    </Narrow>
  );
}
