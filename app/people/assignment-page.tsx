import type { SubmissionResult } from "@conform-to/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { SelectField } from "#app/ui/choice-fields.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { Person } from "./model.ts";
import { PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";

const t = words.people.assignmentPage;

interface AssignmentPageProps {
  readonly person: Pick<Person, "id" | "name">;
  readonly supervisors: readonly { readonly id: string; readonly name: string }[];
  readonly today: TypedDay;
  readonly lastResult: SubmissionResult | undefined;
}

/** A supervisor for a trainee, from a day on. */
export function AssignmentPage({ person, supervisors, today, lastResult }: AssignmentPageProps) {
  return (
    <FormPage<PeriodInputs & { supervisorId: string }> id="assignment" title={t.title(person.name)} lead={t.lead} submit={t.submit} cancelTo={paths.person(person.id)}
      defaults={startsOnDefaults(today)} lastResult={lastResult}>
      {(fields) => (
        <>
          <SelectField meta={fields.supervisorId} label={t.supervisor} options={supervisors.map((s) => ({ value: s.id, label: s.name }))} />
          <PeriodFields fields={fields} />
        </>
      )}
    </FormPage>
  );
}
