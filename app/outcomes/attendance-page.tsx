import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";

import { optionsOf } from "#app/logbook/entry-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-fields.tsx";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { PAST_DAYS } from "#app/ui/day-choices.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { FormActions } from "#app/ui/form-page.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, NumberField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { AsMeantField } from "./as-meant-field.tsx";
import type { Attending } from "./attendance.ts";
import type { AttendanceFields } from "./attendance-form.ts";

const said = words.outcomes.attendance;
const { labels, hints } = said;

interface Named { readonly id: string; readonly name: string }

interface AttendancePageProps {
  readonly programme: Named;
  readonly programmes: readonly Named[];
  readonly cohorts: readonly Named[];
  readonly cohort: string | null;
  readonly trainees: readonly Attending[];
  readonly requestId: string;
  /** What was recorded just now, in words. */
  readonly done: string | null;
  readonly lastResult: SubmissionResult | undefined;
}

/** Who was at a training: a whole cohort on one screen. */
export function AttendancePage(props: AttendancePageProps) {
  const { programme, trainees, done } = props;
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.cohorts({ programme: programme.id })}>{programme.name}</Link>} title={said.title} lead={said.lead} />
        {done !== null && <Notice kind="success">{done}</Notice>}
        <Card title={said.whichCohort}><Narrowing {...props} /></Card>
        <Card title={said.who}>
          {trainees.length === 0 ? <EmptyState title={said.nobody}><p>{said.nobodyText}</p></EmptyState> : <Attended {...props} />}
        </Card>
      </Stack>
    </Narrow>
  );
}

function optionsFrom(choices: readonly Named[]) {
  return choices.map(({ id, name }) => ({ value: id, label: name }));
}

function Narrowing({ programme, programmes, cohorts, cohort }: AttendancePageProps) {
  return (
    <Form method="get" action={paths.attendance()} className="form">
      <div className="field-row">
        {programmes.length > 1 && <FilterSelect name="programme" label={words.outcomes.programme} value={programme.id} options={optionsFrom(programmes)} />}
        <FilterSelect name="cohort" label={said.cohort} empty={said.allCohorts} value={cohort} options={optionsFrom(cohorts)} />
      </div>
      <div className="actions"><Button look="quiet">{words.outcomes.show}</Button></div>
    </Form>
  );
}

/** Of a chosen cohort everybody is ticked beforehand; of all trainees nobody is. */
function Attended({ programme, cohort, trainees, requestId, lastResult }: AttendancePageProps) {
  const defaults = { heldOnChoice: "today", ...(cohort === null ? {} : { traineeIds: trainees.map((t) => t.traineeId) }) } as const;
  return (
    <FormFor<AttendanceFields> key={cohort} id="attendance" lastResult={lastResult} defaults={defaults} labels={{ ...labels }}>
      {(fields) => (
        <>
          <HiddenField name="requestId" value={requestId} />
          <RadioGroup meta={fields.training} label={labels.training} look="pills" options={optionsOf(words.logbook.trainings)} />
          <DayChoiceField name="heldOn" fields={fields} choice={fields.heldOnChoice} options={PAST_DAYS} label={labels.heldOn} />
          <AsMeantField meta={fields.asMeant} />
          <NumberField meta={fields.halfDays} label={labels.halfDays} hint={words.logbook.hints.halfDays} />
          <CheckboxGroup meta={fields.traineeIds} label={labels.traineeIds} hint={cohort === null ? hints.all : hints.cohort}
            options={trainees.map((t) => ({ value: t.traineeId, label: t.name, hint: t.counts }))} />
          <FormActions submit={said.submit} cancelTo={paths.cohorts({ programme: programme.id })} />
        </>
      )}
    </FormFor>
  );
}
