import type { SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DayField } from "#app/ui/day-field.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { FormPage } from "./form-page.tsx";
import { endsOnDefaults, type PeriodInputs } from "./period-fields.tsx";

interface EndPageProps {
  readonly title: string;
  readonly label: string;
  readonly submit: string;
  /** The version that was seen. */
  readonly version: number;
  readonly day: { readonly day: string; readonly month: string; readonly year: string };
  readonly back: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** The last day of a role or an assignment. */
export function EndPage({ title, label, submit, version, day, back, lastResult }: EndPageProps) {
  return (
    <FormPage title={title}>
      <FormFor<PeriodInputs> id="end" lastResult={lastResult} defaults={endsOnDefaults(day)}>
        {(fields) => (
          <>
            <HiddenField name="version" value={String(version)} />
            <DayField name="endsOn" fields={fields} label={label} />
            <Button wide>{submit}</Button>
            <ButtonLink to={back} wide>{words.common.form.cancel}</ButtonLink>
          </>
        )}
      </FormFor>
    </FormPage>
  );
}
