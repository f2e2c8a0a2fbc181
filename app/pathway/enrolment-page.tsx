import type { SubmissionResult } from "@conform-to/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { SECTORS } from "#app/programme/model.ts";
import { RadioGroup, SelectField } from "#app/ui/choice-fields.tsx";
import { DayField } from "#app/ui/day-field.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { EnrolmentChoices } from "./enrolment.ts";

const t = words.enrolment.form;

interface Inputs extends Record<string, unknown> {
  readonly programmeId: string;
  readonly pathwayVersionId: string;
  readonly startedOnDay: string; readonly startedOnMonth: string; readonly startedOnYear: string;
  readonly cohortId: string;
  readonly newCohort: string;
  readonly boardCode: string;
  readonly sector: string;
}

interface EnrolmentPageProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly choices: EnrolmentChoices;
  readonly today: TypedDay;
  readonly lastResult: SubmissionResult | undefined;
}

/** A programme's name before its cohort where several are offered. */
function cohortOptions({ programmes, cohorts }: EnrolmentChoices) {
  const named = new Map(programmes.length > 1 ? programmes.map((p) => [p.id, `${p.name}: `]) : []);
  return cohorts.map((c) => ({ value: c.id, label: (named.get(c.programmeId) ?? "") + t.cohortOf(c.name, c.startsOn) }));
}

/** A trainee's place: the pathway and its first day, with whom they begin, and where they work. */
export function EnrolmentPage({ person, choices, today, lastResult }: EnrolmentPageProps) {
  const [only, ...others] = choices.programmes;
  const cohorts = cohortOptions(choices);
  const defaults = { startedOnDay: today.day, startedOnMonth: today.month, startedOnYear: today.year };
  return (
    <FormPage<Inputs> id="enrolment" title={t.title(person.name)} lead={t.lead} submit={t.submit} cancelTo={paths.person(person.id)} defaults={defaults} lastResult={lastResult}>
      {(fields) => (
        <>
          {only && others.length === 0
            ? <HiddenField name="programmeId" value={only.id} />
            : <SelectField meta={fields.programmeId} label={t.programme} options={choices.programmes.map((p) => ({ value: p.id, label: p.name }))} />}
          <SelectField meta={fields.pathwayVersionId} label={t.pathway} hint={t.pathwayHint}
            options={choices.versions.map((v) => ({ value: v.id, label: words.pathways.version(v.pathwayName, v.label) }))} />
          <DayField name="startedOn" fields={fields} label={t.startedOn} />
          {cohorts.length > 0 && <SelectField meta={fields.cohortId} label={t.cohort} options={cohorts} empty={t.noCohort} />}
          {cohorts.length > 0
            ? <TextField meta={fields.newCohort} label={t.newCohort} hint={t.newCohortHint} autoComplete="off" optional />
            : <TextField meta={fields.newCohort} label={t.firstCohort} hint={t.firstCohortHint} autoComplete="off" />}
          <SelectField meta={fields.boardCode} label={t.board} options={choices.boards.map((b) => ({ value: b.code, label: b.name }))} />
          <RadioGroup meta={fields.sector} label={t.sector} options={SECTORS.map((sector) => ({ value: sector, label: words.enrolment.sectors[sector] }))} />
        </>
      )}
    </FormPage>
  );
}
