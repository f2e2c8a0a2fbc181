import type { SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/choice-fields.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { paths } from "#app/ui/paths.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { FormPage } from "./form-page.tsx";
import { GrantFields, type GrantInputs } from "./grant-fields.tsx";
import { PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";

const t = words.people.newPerson;

interface NewPersonPageProps {
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly today: { readonly day: string; readonly month: string; readonly year: string };
  readonly lastResult: SubmissionResult | undefined;
}

/** Somebody new: who they are, and their first role. */
export function NewPersonPage({ programmes, today, lastResult }: NewPersonPageProps) {
  return (
    <FormPage title={t.title} lead={t.lead}>
      <FormFor<PeriodInputs & GrantInputs & { name: string; email: string; isExternal: boolean }> id="new-person" lastResult={lastResult} defaults={startsOnDefaults(today)}>
        {(fields) => (
          <>
            <TextField meta={fields.name} label={t.name} autoComplete="off" />
            <TextField meta={fields.email} label={t.email} hint={t.emailHint} type="email" autoComplete="off" />
            <CheckboxField meta={fields.isExternal} label={t.isExternal} hint={t.isExternalHint} />
            <GrantFields fields={fields} programmes={programmes} />
            <PeriodFields fields={fields} />
            <Button wide>{t.submit}</Button>
            <ButtonLink to={paths.people()} wide>{words.common.form.cancel}</ButtonLink>
          </>
        )}
      </FormFor>
    </FormPage>
  );
}
