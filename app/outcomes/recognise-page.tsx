import type { SubmissionResult } from "@conform-to/react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { SelectField } from "#app/ui/choice-fields.tsx";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, NumberField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { AsMeantField } from "./as-meant-field.tsx";
import type { RecogniseFields } from "./recognise-form.ts";

const said = words.outcomes.recognise;
const { labels, hints } = said;
const { today, yesterday, anotherDay } = words.common.form;
const DAYS = [{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }];

interface RecognisePageProps {
  readonly traineeId: string;
  readonly name: string;
  /** What can be counted towards, with its unit. */
  readonly requirements: readonly { readonly key: string; readonly title: string }[];
  readonly requestId: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** Recognises earlier work of a trainee. */
export function RecognisePage({ traineeId, name, requirements, requestId, lastResult }: RecognisePageProps) {
  return (
    <FormPage<RecogniseFields> id="recognise" kicker={name} title={said.title} lead={said.lead} submit={said.submit} cancelTo={paths.cohortTrainee(traineeId)}
      defaults={{ recognisedOnChoice: "today" }} labels={{ ...labels }} lastResult={lastResult}>
      {(fields) => (
        <>
          <HiddenField name="requestId" value={requestId} />
          <SelectField meta={fields.requirement} label={labels.requirement} options={requirements.map(({ key, title }) => ({ value: key, label: title }))} />
          <NumberField meta={fields.amount} label={labels.amount} hint={hints.amount} />
          <DayChoiceField name="recognisedOn" fields={fields} choice={fields.recognisedOnChoice} options={DAYS} label={labels.recognisedOn} />
          <AsMeantField meta={fields.asMeant} />
          <TextArea meta={fields.reason} label={labels.reason} hint={hints.reason} />
          <NamesField fields={fields} />
        </>
      )}
    </FormPage>
  );
}
