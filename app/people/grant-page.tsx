import type { SubmissionResult } from "@conform-to/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { GrantFields, type GrantInputs } from "./grant-fields.tsx";
import type { Person } from "./model.ts";
import { PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";
import type { Proof } from "./proof.ts";
import { PROOF_LABELS, ProofFields, type ProofInputs } from "./proof-fields.tsx";

const t = words.people.grantPage;

interface GrantPageProps {
  readonly person: Pick<Person, "id" | "name">;
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly today: TypedDay;
  readonly proof: Proof;
  readonly lastResult: SubmissionResult | undefined;
}

/** A further role for somebody. */
export function GrantPage({ person, programmes, today, proof, lastResult }: GrantPageProps) {
  return (
    <FormPage<PeriodInputs & GrantInputs & ProofInputs> id="grant" title={t.title(person.name)} lead={t.lead} submit={t.submit} cancelTo={paths.person(person.id)}
      defaults={startsOnDefaults(today)} labels={PROOF_LABELS} lastResult={lastResult}>
      {(fields) => (
        <>
          <GrantFields fields={fields} programmes={programmes} />
          <PeriodFields fields={fields} />
          <ProofFields proof={proof} hint={words.people.proof.forRoles} fields={fields} />
        </>
      )}
    </FormPage>
  );
}
