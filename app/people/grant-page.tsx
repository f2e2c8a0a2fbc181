import type { SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { FormPage } from "./form-page.tsx";
import { GrantFields, type GrantInputs } from "./grant-fields.tsx";
import type { Person } from "./model.ts";
import { PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";

const t = words.people.grantPage;

interface GrantPageProps {
  readonly person: Pick<Person, "id" | "name">;
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly today: { readonly day: string; readonly month: string; readonly year: string };
  readonly lastResult: SubmissionResult | undefined;
}

/** A further role for somebody. */
export function GrantPage({ person, programmes, today, lastResult }: GrantPageProps) {
  return (
    <FormPage title={t.title(person.name)} lead={t.lead}>
      <FormFor<PeriodInputs & GrantInputs> id="grant" lastResult={lastResult} defaults={startsOnDefaults(today)}>
        {(fields) => (
          <>
            <GrantFields fields={fields} programmes={programmes} />
            <PeriodFields fields={fields} />
            <Button wide>{t.submit}</Button>
            <ButtonLink to={paths.person(person.id)} wide>{words.common.form.cancel}</ButtonLink>
          </>
        )}
      </FormFor>
    </FormPage>
  );
}
