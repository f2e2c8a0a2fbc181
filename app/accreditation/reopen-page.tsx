import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import type { Proof } from "#app/people/proof.ts";
import { PROOF_LABELS, ProofFields } from "#app/people/proof-fields.tsx";
import type { Day } from "#app/platform/clock.ts";
import { FormPage } from "#app/ui/form-page.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { ReopenFields } from "./lead-forms.ts";

const said = words.leading.reopen;

interface ReopenPageProps {
  readonly stage: string;
  readonly trainee: { readonly id: string; readonly name: string };
  /** Who signed it and when; null where it does not stand signed. */
  readonly signed: { readonly by: string; readonly on: Day } | null;
  readonly proof: Proof;
  readonly lastResult: SubmissionResult | undefined;
}

/** Asks a lead why a signed stage is reopened, and says what that does. */
export function ReopenPage({ stage, trainee, signed, proof, lastResult }: ReopenPageProps) {
  const [title, back] = [said.heading(stage, trainee.name), paths.cohortTrainee(trainee.id)];
  const kicker = <Link to={back}>{trainee.name}</Link>;
  // What was typed stays on the screen where somebody else reopened it meanwhile.
  if (!signed && !lastResult) return <Narrow><Stack><PageHead kicker={kicker} title={title} /><Notice>{said.open}</Notice></Stack></Narrow>;
  return (
    <FormPage<ReopenFields> id="reopen" kicker={kicker} title={title} lead={signed ? said.text(signed.by, signed.on) : said.open} submit={said.submit} look="danger" cancelTo={back}
      labels={{ reason: said.label, ...PROOF_LABELS }} lastResult={lastResult}>
      {(fields) => (
        <>
          <TextArea meta={fields.reason} label={said.label} hint={said.hint} />
          <NamesField fields={fields} />
          <ProofFields proof={proof} hint={said.proof} fields={fields} />
        </>
      )}
    </FormPage>
  );
}
