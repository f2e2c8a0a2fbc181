import type { FieldMetadata } from "@conform-to/react";

import { words } from "#app/words/words.ts";

import { RadioGroup } from "./choice-fields.tsx";
import type { Option } from "./choice-fields.tsx";
import { describe, FieldGroup } from "./field.tsx";
import type { ChoiceMeta, FieldText, InputMeta, Tied } from "./field.tsx";

const PARTS = ["Day", "Month", "Year"] as const;
type Part = (typeof PARTS)[number];
const PART_WORDS = { Day: "day", Month: "month", Year: "year" } as const satisfies Record<Part, string>;

/** The three fields of a day, as `useForm` gives them: `filmedOnDay`, `filmedOnMonth`, `filmedOnYear`. */
export type DayFields<N extends string> = Readonly<Record<`${N}${Part}`, FieldMetadata<string | undefined> | FieldMetadata<string> | InputMeta>>;

interface DayFieldProps<N extends string> extends FieldText {
  readonly name: N;
  readonly fields: DayFields<N>;
}

/** A day as day, month and year: three short inputs under one legend. */
export function DayField<N extends string>({ name, fields, label, hint = words.common.form.dayHint, optional }: DayFieldProps<N>) {
  const meta = metaOfDay(name, fields);
  return (
    <FieldGroup meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      <DayInputs name={name} fields={fields} meta={meta} />
    </FieldGroup>
  );
}

interface DayChoiceFieldProps<N extends string> extends DayFieldProps<N> {
  readonly choice: ChoiceMeta;
  /** Today, yesterday, not yet…; the one with the value `other` opens the three inputs. */
  readonly options: readonly Option[];
}

/** A day by one press, or another one typed. The inputs show where "another day" is chosen, by the style sheet alone. */
export function DayChoiceField<N extends string>({ name, fields, choice, options, label, hint, optional }: DayChoiceFieldProps<N>) {
  const day = metaOfDay(name, fields);
  const errors = [...choice.errors ?? [], ...day.errors ?? []];
  const { id, errorId, descriptionId, key, formId, initialValue } = choice;
  const meta = { id, errorId, descriptionId, key, formId, initialValue, name: choice.name, errors: errors.length > 0 ? errors : undefined };
  return (
    <div className="day-choice">
      <RadioGroup meta={meta} label={label} hint={hint} look="pills" options={options} {...(optional ? { optional } : {})}>
        <div className="day-choice-other"><DayInputs name={name} fields={fields} meta={{ ...day, errorId }} /></div>
      </RadioGroup>
    </div>
  );
}

/** Ids and errors of the day as a whole; where only a part has an error, it is shown as the day's. */
function metaOfDay<N extends string>(name: N, fields: DayFields<N>): Tied {
  const parts = PARTS.map((part) => fields[`${name}${part}`]);
  const whole = (fields as Readonly<Record<string, Tied | undefined>>)[name];
  const errors = [...new Set([whole, ...parts].flatMap((meta) => meta?.errors ?? []))];
  const id = `${parts[0]?.formId ?? ""}-${name}`;
  return { id, errorId: `${id}-error`, descriptionId: `${id}-description`, errors: errors.length > 0 ? errors : undefined };
}

function DayInputs<N extends string>({ name, fields, meta }: { readonly name: N; readonly fields: DayFields<N>; readonly meta: Tied }) {
  return (
    <div className="day-inputs">
      {PARTS.map((part) => {
        const input = fields[`${name}${part}`];
        // The error belongs to the day as a whole: its link in the summary leads to the first input.
        const id = part === "Day" ? meta.id : input.id;
        return (
          <div key={part}>
            <label htmlFor={id}>{words.common.form[PART_WORDS[part]]}</label>
            <input key={input.key} id={id} name={input.name} form={input.formId} defaultValue={input.defaultValue} type="text" inputMode="numeric"
              autoComplete="off" className={`input num input-${PART_WORDS[part]}`} {...describe(meta, undefined)} />
          </div>
        );
      })}
    </div>
  );
}
