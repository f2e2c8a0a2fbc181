import type { SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from "#app/ui/choice-fields.tsx";
import { DayChoiceField, DayField } from "#app/ui/day-field.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Columns, FieldRow } from "#app/ui/layout.tsx";
import { FileField, MinutesField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

// A type and not an interface: only a type fits where an index signature is asked for.
type Sample = {
  client: string;
  filmedOnChoice: string;
  filmedOnDay: string;
  filmedOnMonth: string;
  filmedOnYear: string;
  reviewedOnDay: string;
  reviewedOnMonth: string;
  reviewedOnYear: string;
  minutes: string;
  mode: string;
  note: string;
  email: string;
  who: string[];
  sure: string;
  file: string;
};

const TYPED = { client: "c7", filmedOnChoice: "today", mode: "in_person", note: "She waited for him to look up before she spoke.", who: ["a"] };

const REFUSED: SubmissionResult = {
  status: "error",
  initialValue: { ...TYPED, filmedOnChoice: "other", filmedOnDay: "31", filmedOnMonth: "4", filmedOnYear: "2026", minutes: "ninety", email: "ailsa@" },
  error: {
    "": ["Somebody changed this while you had it open. Below is what stands now: look again, then save."],
    client: ["Choose a client"], filmedOn: ["There is no such day: look at the day and the month again"], reviewedOn: ["Enter the day as well"],
    minutes: ["Enter a whole number"], mode: ["Choose how you met"], note: ["Take out the telephone number"], email: ["Enter an address such as name@example.org"],
    who: ["Choose who was there"], sure: ["Tick this to go on"],
  },
};

const LABELS = { client: "Client", filmedOn: "Filmed on", reviewedOn: "Shared review", minutes: "Length", mode: "How", note: "Note", email: "E-mail", who: "Who was there", sure: "Sure" };

/** Every field, empty or filled, and with its error. */
export function FormSamples() {
  return (
    <Columns of="two">
      <Card title="A form"><SampleForm id="sample" lastResult={null} /></Card>
      <Card title="The same, refused"><SampleForm id="refused" lastResult={REFUSED} /></Card>
    </Columns>
  );
}

function SampleForm({ id, lastResult }: { readonly id: string; readonly lastResult: SubmissionResult | null }) {
  const { today, yesterday, anotherDay, save } = words.common.form;
  return (
    <FormFor<Sample> id={id} lastResult={lastResult} defaults={TYPED} labels={LABELS}>
      {(fields) => (
        <>
          <RadioGroup meta={fields.client} look="pills" label="Client" hint="Codes only. No names, initials or dates of birth."
            options={[{ value: "c7", label: "C-07" }, { value: "c6", label: "C-06" }, { value: "c5", label: "C-05" }]} />
          <DayChoiceField name="filmedOn" fields={fields} choice={fields.filmedOnChoice} label="Filmed on"
            options={[{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }]} />
          <DayField name="reviewedOn" fields={fields} label="Shared review" optional />
          <FieldRow>
            <MinutesField meta={fields.minutes} label="Length" />
            <SelectField meta={fields.mode} label="How" options={[{ value: "in_person", label: "In person" }, { value: "remote", label: "Remote" }]} />
          </FieldRow>
          <TextArea meta={fields.note} label="One thing that went well" optional />
          <TextField meta={fields.email} type="email" label="E-mail" hint="Where a link may be sent" autoComplete="email" />
          <CheckboxGroup meta={fields.who} label="Who was there" options={[{ value: "a", label: "Tomasz Wilk" }, { value: "b", label: "Gethin Llŷr", hint: "Glasgow, since March" }]} />
          <FileField meta={fields.file} label="Your file" hint="CSV, at most 2 MB" accept=".csv" optional />
          <CheckboxField meta={fields.sure} label="I looked at the list" hint="This cannot be taken back" />
          <Actions><Button type="button" wide>{save}</Button><ButtonLink to="/design">More details</ButtonLink></Actions>
        </>
      )}
    </FormFor>
  );
}
