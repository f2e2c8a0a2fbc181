import type { SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/choice-fields.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { FormPage } from "./form-page.tsx";
import type { Person } from "./model.ts";
import { PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";

const t = words.people.assignmentPage;

interface AssignmentPageProps {
  readonly person: Pick<Person, "id" | "name">;
  readonly supervisors: readonly { readonly id: string; readonly name: string }[];
  readonly today: { readonly day: string; readonly month: string; readonly year: string };
  readonly lastResult: SubmissionResult | undefined;
}

/** A supervisor for a trainee, from a day on. */
export function AssignmentPage({ person, supervisors, today, lastResult }: AssignmentPageProps) {
  return (
    <FormPage title={t.title(person.name)}>
      <FormFor<PeriodInputs & { supervisorId: string }> id="assignment" lastResult={lastResult} defaults={startsOnDefaults(today)}>
        {(fields) => (
          <>
            <SelectField meta={fields.supervisorId} label={t.supervisor} options={supervisors.map((s) => ({ value: s.id, label: s.name }))} />
            <PeriodFields fields={fields} />
            <Button wide>{t.submit}</Button>
            <ButtonLink to={paths.person(person.id)} wide>{words.common.form.cancel}</ButtonLink>
          </>
        )}
      </FormFor>
    </FormPage>
  );
}
