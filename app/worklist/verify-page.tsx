import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/choice-fields.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { VerifyFields } from "./forms.ts";
import type { QueuedExternal } from "./queue.ts";

const said = words.worklist.verify;

/** A lead's word that an external supervisor is who they are said to be. */
export function VerifyPage({ external, lastResult }: { readonly external: QueuedExternal; readonly lastResult: SubmissionResult | null | undefined }) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.waiting()}>{said.back}</Link>} title={said.heading(external.name)} lead={said.lead} />
        <FormFor<VerifyFields> id="verify" lastResult={lastResult} action={paths.verifyWaiting(external.personId)}>
          {(fields) => (
            <>
              <HiddenField name="personId" value={external.personId} />
              <CheckboxField meta={fields.reached} label={said.label} />
              <Actions><Button>{said.send}</Button></Actions>
            </>
          )}
        </FormFor>
      </Stack>
    </Narrow>
  );
}
