import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { forwardRef } from "react";

import type { Proof } from "#app/people/proof.ts";
import { PROOF_LABELS, ProofFields } from "#app/people/proof-fields.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { FormActions } from "#app/ui/form-page.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { ArchiveFields } from "./archive-form.ts";

const said = words.record;

/** Why an archive is not made, as the address says it. */
export const WHY_NOT_MADE = ["too_slow", "too_much", "busy", "busy_own"] as const;

/** A form that the browser itself sends: its answer is a file, which a script would not take. */
const PlainForm: typeof Form = forwardRef(function PlainForm(props, ref) {
  return <Form {...props} ref={ref} reloadDocument />;
});

interface ArchivePageProps {
  readonly proof: Proof;
  /** Why it was not made just now. */
  readonly notMade: (typeof WHY_NOT_MADE)[number] | null;
  readonly lastResult: SubmissionResult | undefined;
}

/** What the archive holds and what it does not, and the one button that makes it. */
export function ArchivePage({ proof, notMade, lastResult }: ArchivePageProps) {
  return (
    <Narrow>
      <Stack>
        <PageHead title={said.title} lead={said.lead} />
        {notMade !== null && <Notice kind="warning">{said.notMade[notMade]}</Notice>}
        <Card title={said.inTitle}><ul className="bullets">{said.in.map((text) => <li key={text}>{text}</li>)}</ul></Card>
        <Card title={said.outTitle}><ul className="bullets">{said.out.map((text) => <li key={text}>{text}</li>)}</ul></Card>
        <Notice kind="warning"><strong>{said.careTitle}.</strong> {said.care}</Notice>
        <FormFor<ArchiveFields> id="archive" as={PlainForm} lastResult={lastResult} labels={PROOF_LABELS}>
          {(fields) => (
            <>
              <ProofFields proof={proof} hint={said.proof} fields={fields} />
              <FormActions submit={said.submit} cancelTo={paths.account()} />
            </>
          )}
        </FormFor>
      </Stack>
    </Narrow>
  );
}
