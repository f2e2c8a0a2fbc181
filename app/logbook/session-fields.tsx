import type { DefaultValue, FieldMetadata, SubmissionResult } from "@conform-to/react";

import { CheckboxGroup, RadioGroup, SelectField } from "#app/ui/choice-fields.tsx";
import { DayChoiceField, type DayFields } from "#app/ui/day-field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { ChoiceMeta } from "#app/ui/field.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { FieldRow } from "#app/ui/layout.tsx";
import { MinutesField, NumberField, TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { Choice, SupervisorChoice } from "./choices.ts";
import { NoteField, optionsOf, type Origin, OriginFields, SaveFields } from "./entry-fields.tsx";
import type { DiscussedCycle, Mode } from "./model.ts";
import type { PeerSupervisionFields, SupervisionFields, TrainingFields } from "./session-forms.ts";

const { labels, hints, modes, formats, trainings, supervision } = words.logbook;
const { today, yesterday, anotherDay } = words.common.form;

const DAYS = [{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }];
const SUMMED = {
  heldOn: labels.heldOn, training: labels.training, minutes: labels.minutes, halfDays: labels.halfDays, startsAt: labels.startsAt,
  supervisorId: labels.supervisorId, attendeeIds: labels.attendeeIds, note: labels.note, discussedIds: labels.discussedIds,
};

interface SessionFormProps<F> {
  readonly origin: Origin;
  readonly defaults: DefaultValue<F>;
  readonly lastResult: SubmissionResult | undefined;
  readonly cancelTo: string;
}

type HeldFields = DayFields<"heldOn"> & { readonly heldOnChoice: FieldMetadata<string> };

function HeldField({ fields }: { readonly fields: HeldFields }) {
  return <DayChoiceField name="heldOn" fields={fields} choice={fields.heldOnChoice} options={DAYS} label={labels.heldOn} hint={hints.planned} />;
}

interface LengthFields {
  readonly minutes: FieldMetadata<string>;
  readonly mode: FieldMetadata<Mode | undefined>;
  readonly startsAt: FieldMetadata<string | undefined>;
}

function TimeFields({ fields }: { readonly fields: LengthFields }) {
  return (
    <>
      <FieldRow>
        <MinutesField meta={fields.minutes} label={labels.minutes} hint={hints.minutes} />
        <SelectField meta={fields.mode} label={labels.mode} options={optionsOf(modes)} optional />
      </FieldRow>
      <TextField meta={fields.startsAt} label={labels.startsAt} hint={hints.startsAt} width="short" inputMode="text" autoComplete="off" optional />
    </>
  );
}

/** The form of a supervision session, the same for a new one and a change. */
export function SupervisionForm({ supervisors, cycles, origin, defaults, lastResult, cancelTo }: SessionFormProps<SupervisionFields> & { readonly supervisors: readonly SupervisorChoice[]; readonly cycles: readonly DiscussedCycle[] }) {
  return (
    <FormFor<SupervisionFields> id="supervision" lastResult={lastResult} defaults={defaults} labels={{ ...SUMMED, note: labels.supervisionNote }}>
      {(fields) => (
        <>
          <OriginFields origin={origin} />
          <HeldField fields={fields} />
          <SelectField meta={fields.supervisorId} label={labels.supervisorId} options={supervisors.map((s) => ({ value: s.id, label: s.isExternal ? supervision.external(s.name) : s.name }))}
            hint={supervisors.length === 0 ? hints.noSupervisors : hints.externalSupervisors} />
          <TimeFields fields={fields} />
          <RadioGroup meta={fields.format} label={labels.format} look="pills" options={optionsOf(formats)} />
          <NoteField fields={fields} label={labels.supervisionNote} />
          {cycles.length > 0 && <Discussed meta={fields.discussedIds} cycles={cycles} />}
          <SaveFields fields={fields} origin={origin} cancelTo={cancelTo} />
        </>
      )}
    </FormFor>
  );
}

/** The latest cycles, to tick what was talked about; folded away until one is. */
function Discussed({ meta, cycles }: { readonly meta: ChoiceMeta; readonly cycles: readonly DiscussedCycle[] }) {
  const isChosen = (Array.isArray(meta.initialValue) ? meta.initialValue : [meta.initialValue ?? ""]).some((one) => one !== "");
  return (
    <Disclosure summary={supervision.more} open={meta.errors !== undefined || isChosen}>
      <CheckboxGroup meta={meta} label={labels.discussedIds} hint={hints.discussed} optional
        options={cycles.map((c) => ({ value: c.cycleId, label: supervision.discussed(c.clientCode, c.filmedOn) }))} />
    </Disclosure>
  );
}

/** The form of a peer supervision session, the same for a new one and a change. */
export function PeerSupervisionForm({ fellows, origin, defaults, lastResult, cancelTo }: SessionFormProps<PeerSupervisionFields> & { readonly fellows: readonly Choice[] }) {
  return (
    <FormFor<PeerSupervisionFields> id="peer-supervision" lastResult={lastResult} defaults={defaults} labels={{ ...SUMMED, note: labels.peerNote }}>
      {(fields) => (
        <>
          <OriginFields origin={origin} />
          <HeldField fields={fields} />
          <div className="people-choice"><CheckboxGroup meta={fields.attendeeIds} label={labels.attendeeIds} options={fellows.map((f) => ({ value: f.id, label: f.name }))}
            {...(fellows.length === 0 ? { hint: hints.noFellows } : {})} /></div>
          <TimeFields fields={fields} />
          <NoteField fields={fields} label={labels.peerNote} />
          <SaveFields fields={fields} origin={origin} cancelTo={cancelTo} />
        </>
      )}
    </FormFor>
  );
}

/** The form of a training attended, the same for a new one and a change. */
export function TrainingForm({ origin, defaults, lastResult, cancelTo }: SessionFormProps<TrainingFields>) {
  return (
    <FormFor<TrainingFields> id="training" lastResult={lastResult} defaults={defaults} labels={SUMMED}>
      {(fields) => (
        <>
          <OriginFields origin={origin} />
          <RadioGroup meta={fields.training} label={labels.training} look="pills" options={optionsOf(trainings)} />
          <HeldField fields={fields} />
          <NumberField meta={fields.halfDays} label={labels.halfDays} hint={hints.halfDays} />
          <NoteField fields={fields} label={labels.note} />
          <SaveFields fields={fields} origin={origin} cancelTo={cancelTo} />
        </>
      )}
    </FormFor>
  );
}
