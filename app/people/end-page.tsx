import type { SubmissionResult } from "@conform-to/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { DayField } from "#app/ui/day-field.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { endsOnDefaults, type PeriodInputs } from "./period-fields.tsx";
import type { Proof } from "./proof.ts";
import { PROOF_LABELS, ProofFields, type ProofInputs } from "./proof-fields.tsx";

interface EndPageProps {
  readonly title: string;
  /** What changes from the day after. */
  readonly lead: string;
  readonly submit: string;
  /** The version that was seen. */
  readonly version: number;
  readonly day: TypedDay;
  readonly back: string;
  /** What has to be proved again to end a role. */
  readonly proof?: Proof;
  readonly lastResult: SubmissionResult | undefined;
}

/** The last day of a role or an assignment. */
export function EndPage({ title, lead, submit, version, day, back, proof = "none", lastResult }: EndPageProps) {
  return (
    <FormPage<PeriodInputs & ProofInputs> id="end" title={title} lead={lead} submit={submit} cancelTo={back} defaults={endsOnDefaults(day)} labels={PROOF_LABELS} lastResult={lastResult}>
      {(fields) => (
        <>
          <HiddenField name="version" value={String(version)} />
          <DayField name="endsOn" fields={fields} label={words.people.newPerson.endsOn} />
          <ProofFields proof={proof} hint={words.people.proof.forRoles} fields={fields} />
        </>
      )}
    </FormPage>
  );
}
