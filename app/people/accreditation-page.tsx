import type { SubmissionResult } from "@conform-to/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { type Accreditation, type Person, STANDINGS } from "./model.ts";
import { endsOnDefaults, PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";

const t = words.people.accreditationPage;

interface AccreditationPageProps {
  readonly person: Pick<Person, "id" | "name">;
  /** The period to be corrected; null for a new one. */
  readonly period: Pick<Accreditation, "version" | "standing"> | null;
  readonly startsOn: TypedDay;
  readonly endsOn: TypedDay;
  readonly lastResult: SubmissionResult | undefined;
}

/** From when to when somebody was accredited as supervisor, or in training for it. */
export function AccreditationPage({ person, period, startsOn, endsOn, lastResult }: AccreditationPageProps) {
  const defaults = { standing: period?.standing ?? "accredited", ...startsOnDefaults(startsOn), ...endsOnDefaults(endsOn) };
  return (
    <FormPage<PeriodInputs & { standing: string }> id="accreditation" title={t.title(person.name)} lead={t.lead} submit={t.submit} cancelTo={paths.person(person.id)}
      defaults={defaults} lastResult={lastResult}>
      {(fields) => (
        <>
          {period && <HiddenField name="version" value={String(period.version)} />}
          <RadioGroup meta={fields.standing} label={t.standing} options={STANDINGS.map((s) => ({ value: s, label: words.people.standings[s] }))} />
          <PeriodFields fields={fields} />
        </>
      )}
    </FormPage>
  );
}
