import type { SubmissionResult } from "@conform-to/react";

import { typedDay } from "#app/platform/http/form-fields.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { FormPage } from "./form-page.tsx";
import { type Accreditation, type Person, STANDINGS } from "./model.ts";
import { endsOnDefaults, PeriodFields, type PeriodInputs, startsOnDefaults } from "./period-fields.tsx";

const t = words.people.accreditationPage;

interface AccreditationPageProps {
  readonly person: Pick<Person, "id" | "name">;
  /** The period to be corrected; null for a new one. */
  readonly period: Accreditation | null;
  readonly lastResult: SubmissionResult | undefined;
}

/** From when to when somebody was accredited as supervisor, or in training for it. */
export function AccreditationPage({ person, period, lastResult }: AccreditationPageProps) {
  const defaults = { standing: period?.standing ?? "accredited", ...startsOnDefaults(typedDay(period?.from)), ...endsOnDefaults(typedDay(period?.to)) };
  return (
    <FormPage title={t.title(person.name)} lead={t.lead}>
      <FormFor<PeriodInputs & { standing: string }> id="accreditation" lastResult={lastResult} defaults={defaults}>
        {(fields) => (
          <>
            {period && <HiddenField name="version" value={String(period.version)} />}
            <RadioGroup meta={fields.standing} label={t.standing} options={STANDINGS.map((s) => ({ value: s, label: words.people.standings[s] }))} />
            <PeriodFields fields={fields} />
            <Button wide>{t.submit}</Button>
            <ButtonLink to={paths.person(person.id)} wide>{words.common.form.cancel}</ButtonLink>
          </>
        )}
      </FormFor>
    </FormPage>
  );
}
