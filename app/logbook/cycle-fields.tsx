import type { DefaultValue, SubmissionResult } from "@conform-to/react";

import { type Option, RadioGroup, SelectField } from "#app/ui/choice-fields.tsx";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { type FieldsOf, FormFor } from "#app/ui/form-for.tsx";
import { FieldRow } from "#app/ui/layout.tsx";
import { MinutesField, NumberField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { NEW_CLIENT } from "./choices.ts";
import type { CycleFields } from "./cycle-form.ts";
import { NoteField, optionsOf, type Origin, OriginFields, SaveFields } from "./entry-fields.tsx";
import type { Client } from "./model.ts";

const { labels, hints, cycle: said, ageBands, noAgeBand, modes, nextSteps } = words.logbook;
const { today, yesterday, anotherDay, notYet } = words.common.form;

const FILM_DAYS = [{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }];
const REVIEW_DAYS = [{ value: "not_yet", label: notYet }, { value: "today", label: today }, { value: "other", label: anotherDay }];
const SUMMED = { client: labels.client, filmedOn: labels.filmedOn, filmMinutes: labels.filmMinutes, reviewedOn: labels.reviewedOn, reviewMinutes: labels.reviewMinutes, note: labels.cycleNote };

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
          <DayChoiceField name="filmedOn" fields={fields} choice={fields.filmedOnChoice} options={FILM_DAYS} label={labels.filmedOn} />
          <FieldRow>
            <MinutesField meta={fields.filmMinutes} label={labels.filmMinutes} optional />
            <SelectField meta={fields.mode} label={labels.mode} options={optionsOf(modes)} optional />
          </FieldRow>
          <DayChoiceField name="reviewedOn" fields={fields} choice={fields.reviewedOnChoice} options={REVIEW_DAYS} label={labels.reviewedOn} hint={hints.counts} />
          <NoteField fields={fields} label={labels.cycleNote} />
          <More fields={fields} />
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

function More({ fields }: { readonly fields: FieldsOf<CycleFields> }) {
  const inside = [fields.reviewMinutes, fields.clipsChosen, fields.goalRating, fields.nextStep];
  const isOpen = inside.some((meta) => meta.errors !== undefined || (meta.initialValue ?? "") !== "");
  return (
    <Disclosure summary={said.more} open={isOpen}>
      <div className="form">
        <MinutesField meta={fields.reviewMinutes} label={labels.reviewMinutes} optional />
        <NumberField meta={fields.clipsChosen} label={labels.clipsChosen} optional />
        <NumberField meta={fields.goalRating} label={labels.goalRating} optional />
        <SelectField meta={fields.nextStep} label={labels.nextStep} options={optionsOf(nextSteps)} optional />
      </div>
    </Disclosure>
  );
}
