import type { SubmissionResult } from "@conform-to/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { CheckboxField } from "#app/ui/choice-fields.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { GrantFields, type GrantInputs } from "./grant-fields.tsx";
import { PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";
import type { Proof } from "./proof.ts";
import { PROOF_LABELS, ProofFields, type ProofInputs } from "./proof-fields.tsx";

const t = words.people.newPerson;

type Inputs = PeriodInputs & GrantInputs & ProofInputs & { readonly name: string; readonly email: string; readonly isExternal: boolean };

interface NewPersonPageProps {
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly today: TypedDay;
  readonly proof: Proof;
  readonly lastResult: SubmissionResult | undefined;
}

/** Somebody new: who they are, and their first role. */
export function NewPersonPage({ programmes, today, proof, lastResult }: NewPersonPageProps) {
  return (
    <FormPage<Inputs> id="new-person" title={t.title} lead={t.lead} submit={t.submit} cancelTo={paths.people()} defaults={startsOnDefaults(today)} labels={PROOF_LABELS} lastResult={lastResult}>
      {(fields) => (
        <>
          <TextField meta={fields.name} label={t.name} autoComplete="off" />
          <TextField meta={fields.email} label={t.email} hint={t.emailHint} type="email" autoComplete="off" />
          <CheckboxField meta={fields.isExternal} label={t.isExternal} hint={t.isExternalHint} />
          <GrantFields fields={fields} programmes={programmes} />
          <PeriodFields fields={fields} />
          <ProofFields proof={proof} hint={words.people.proof.forRoles} fields={fields} />
        </>
      )}
    </FormPage>
  );
}
