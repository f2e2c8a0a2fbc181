import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import type { Person } from "#app/people/model.ts";
import { CheckboxField } from "#app/ui/choice-fields.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { VerifyFields } from "./forms.ts";

const said = words.worklist.verify;

/** A lead's word that an external supervisor is who they are said to be. */
export function VerifyPage({ external, lastResult }: { readonly external: Pick<Person, "id" | "name">; readonly lastResult: SubmissionResult | null | undefined }) {
  return (
    <FormPage<VerifyFields> id="verify" kicker={<Link to={paths.waiting()}>{said.back}</Link>} title={said.heading(external.name)} lead={said.lead} submit={said.send} cancelTo={paths.waiting()}
      action={paths.verifyWaiting(external.id)} lastResult={lastResult}>
      {(fields) => (
        <>
          <HiddenField name="personId" value={external.id} />
          <CheckboxField meta={fields.reached} label={said.label} />
        </>
      )}
    </FormPage>
  );
}
