import type { DefaultValue, SubmissionResult } from "@conform-to/react";

import { CheckboxField, CheckboxGroup, type Option, RadioGroup, SelectField } from "#app/ui/choice-fields.tsx";
import { DAYS_OR_NOT_YET, PAST_DAYS } from "#app/ui/day-choices.ts";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { type FieldsOf, FormFor } from "#app/ui/form-for.tsx";
import { FieldRow } from "#app/ui/layout.tsx";
import { MinutesField, NumberField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { NEW_CLIENT } from "./choices.ts";
import type { CycleFields } from "./cycle-form.ts";
import { NamesField, optionsOf, type Origin, OriginFields, SaveFields } from "./entry-fields.tsx";
import type { Client } from "./model.ts";

const { labels, hints, cycle: said, ageBands, noAgeBand, modes, nextSteps } = words.logbook;
const SUMMED = {
  client: labels.client, filmedOn: labels.filmedOn, reviewedOn: labels.reviewedOn, filmMinutes: labels.filmMinutes, clipsChosen: labels.clipsChosen, reviewMinutes: labels.reviewMinutes,
  goalRating: labels.goalRating, goal2Rating: labels.goalNRating(2), goal3Rating: labels.goalNRating(3), attunedMoments: labels.attunedMoments, note: labels.cycleNote, reflection: labels.reflection,
};

export interface CycleFormProps {
  readonly clients: readonly Client[];
  readonly origin: Origin;
  readonly defaults: DefaultValue<CycleFields>;
  readonly lastResult: SubmissionResult | undefined;
  readonly cancelTo: string;
}

/** The form of a cycle, the same for a new one and a change. */
export function CycleForm({ clients, origin, defaults, lastResult, cancelTo }: CycleFormProps) {
  return (
    <FormFor<CycleFields> id="cycle" lastResult={lastResult} defaults={defaults} labels={SUMMED}>
      {(fields) => (
        <>
          <OriginFields origin={origin} />
          <ClientField fields={fields} clients={clients} mayOpen={"requestId" in origin} />
          <DayChoiceField name="filmedOn" fields={fields} choice={fields.filmedOnChoice} options={PAST_DAYS} label={labels.filmedOn} />
          <DayChoiceField name="reviewedOn" fields={fields} choice={fields.reviewedOnChoice} options={DAYS_OR_NOT_YET} label={labels.reviewedOn} hint={hints.counts} />
          <More fields={fields} goals={goalsOf(clients)} />
          <NamesField fields={fields} />
          <AsMeantField fields={fields} />
          <SaveFields fields={fields} origin={origin} cancelTo={cancelTo} />
        </>
      )}
    </FormFor>
  );
}

function optionOf(client: Client): Option {
  const { pill } = said;
  const age = client.ageBand === null ? noAgeBand : ageBands[client.ageBand];
  const last = client.closedOn === null ? client.lastDay === null ? pill.none : pill.last(client.lastDay) : pill.closed(client.closedOn);
  return { value: client.id, label: client.code, hint: <>{age}<br />{last}</> };
}

function ClientField({ fields, clients, mayOpen }: { readonly fields: FieldsOf<CycleFields>; readonly clients: readonly Client[]; readonly mayOpen: boolean }) {
  const options = [...clients.filter((client) => client.closedOn === null).map(optionOf), ...(mayOpen ? [{ value: NEW_CLIENT, label: said.newClient }] : [])];
  const closed = clients.filter((client) => client.closedOn !== null).map(optionOf);
  return (
    <div className="client-choice">
      <RadioGroup meta={fields.client} label={labels.client} hint={hints.codes} look="pills" options={options} folded={{ summary: said.closedClients(closed.length), options: closed }}>
        {mayOpen && (
          <div className="client-choice-new">
            <SelectField meta={fields.newClientAgeBand} label={labels.newClientAgeBand} hint={hints.ageBand} options={optionsOf(ageBands)} optional />
          </div>
        )}
      </RadioGroup>
    </div>
  );
}

/** The highest place of a goal that any of the clients has; at least the first is offered. */
function goalsOf(clients: readonly Client[]): number {
  return Math.max(1, ...clients.flatMap((client) => client.goals.map((goal) => goal.place)));
}

type Metas = FieldsOf<CycleFields>;

function insideOf(f: Metas) {
  return [
    f.filmMinutes, f.mode, f.filmedRoles, f.clipsChosen, f.reviewMinutes, f.reviewFilmed, f.goalRating, f.goal2Rating, f.goal3Rating, f.attunedMoments, f.note, f.nextStep, f.reflection,
  ];
}

/** Everything that is offered and not needed: folded away until something stands in it. */
function More({ fields, goals }: { readonly fields: Metas; readonly goals: number }) {
  const isOpen = insideOf(fields).some((meta) => meta.errors !== undefined || (meta.initialValue ?? "").length > 0);
  return (
    <Disclosure summary={said.more} open={isOpen}>
      <div className="form">
        <FieldRow>
          <MinutesField meta={fields.filmMinutes} label={labels.filmMinutes} optional />
          <SelectField meta={fields.mode} label={labels.mode} options={optionsOf(modes)} optional />
        </FieldRow>
        <CheckboxGroup meta={fields.filmedRoles} label={labels.filmedRoles} options={optionsOf(words.consent.roles)} optional />
        <NumberField meta={fields.clipsChosen} label={labels.clipsChosen} optional />
        <FieldRow>
          <MinutesField meta={fields.reviewMinutes} label={labels.reviewMinutes} optional />
          <SelectField meta={fields.reviewFilmed} label={labels.reviewFilmed} options={optionsOf(words.cases.yesNo)} optional />
        </FieldRow>
        <Ratings fields={fields} goals={goals} />
        <TextArea meta={fields.attunedMoments} label={labels.attunedMoments} hint={hints.note} optional />
        <TextArea meta={fields.note} label={labels.cycleNote} rows={2} optional />
        <SelectField meta={fields.nextStep} label={labels.nextStep} options={optionsOf(nextSteps)} optional />
        <TextArea meta={fields.reflection} label={labels.reflection} hint={hints.reflection} optional />
      </div>
    </Disclosure>
  );
}

/** A place that no client has is offered where it was rated once. */
function Ratings({ fields, goals }: { readonly fields: Metas; readonly goals: number }) {
  const others = [fields.goal2Rating, fields.goal3Rating].map((meta, i) => ({ meta, place: i + 2 }));
  return (
    <FieldRow>
      <NumberField meta={fields.goalRating} label={goals > 1 ? labels.goalNRating(1) : labels.goalRating} hint={hints.goals} optional />
      {others.filter(({ meta, place }) => place <= goals || (meta.initialValue ?? "") !== "")
        .map(({ meta, place }) => <NumberField key={place} meta={meta} label={labels.goalNRating(place)} optional />)}
    </FieldRow>
  );
}

/** The tick with which what was asked about stands; only there once something was. */
function AsMeantField({ fields }: { readonly fields: Metas }) {
  const isAsked = fields.asMeant.errors !== undefined || fields.asMeant.initialValue === "on";
  return isAsked ? <CheckboxField meta={fields.asMeant} label={said.asMeant} /> : null;
}
