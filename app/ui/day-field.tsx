import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

import { RadioGroup } from "./choice-fields.tsx";
import type { Option } from "./choice-fields.tsx";
import { describe, FieldGroup } from "./field.tsx";
import type { FieldText, Tied } from "./field.tsx";

const PARTS = ["Day", "Month", "Year"] as const;
type Part = (typeof PARTS)[number];

/** The three fields of a day, as `useForm` gives them: `filmedOnDay`, `filmedOnMonth`, `filmedOnYear`. */
export type DayFields<N extends string> = Readonly<Record<`${N}${Part}`, FieldMetadata<string | undefined> | FieldMetadata<string>>>;

interface DayFieldProps<N extends string> extends FieldText {
  readonly name: N;
  readonly fields: DayFields<N>;
  /** For birthdays and the like; off elsewhere. */
  readonly hint?: ReactNode;
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
  /** Today, yesterday, not yet…; the last one opens the three inputs. */
  readonly choice: FieldMetadata<string | undefined> | FieldMetadata<string>;
  readonly options: readonly Option[];
  /** The value of the option that asks for a day of its own. */
  readonly other?: string;
}

/** A day by one press, or another one typed. The inputs show where "another day" is chosen, by the style sheet alone. */
export function DayChoiceField<N extends string>({ name, fields, choice, options, other = "other", label, hint, optional }: DayChoiceFieldProps<N>) {
  const day = metaOfDay(name, fields);
  const errors = [...new Set([...(choice.errors ?? []), ...(day.errors ?? [])])];
  const meta = Object.assign(Object.create(choice) as typeof choice, { errors: errors.length > 0 ? errors : undefined });
  return (
    <div className="day-choice">
      <RadioGroup meta={meta} label={label} hint={hint} look="pills" options={options.map((o) => (o.value === other ? { ...o } : o))} {...(optional ? { optional } : {})}>
        <div className="day-choice-other"><DayInputs name={name} fields={fields} meta={day} /></div>
      </RadioGroup>
    </div>
  );
}

/** Ids and errors of the day as a whole: an error on any of its parts is shown once. */
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
        const label = { Day: words.common.form.day, Month: words.common.form.month, Year: words.common.form.year }[part];
        return (
          <div key={part}>
            <label htmlFor={input.id}>{label}</label>
            <input key={input.key} id={input.id} name={input.name} form={input.formId} defaultValue={input.defaultValue} type="text" inputMode="numeric"
              autoComplete="off" maxLength={part === "Year" ? 4 : 2} className={part === "Year" ? "input input-year num" : "input input-day num"} {...describe(meta, undefined)} />
          </div>
        );
      })}
    </div>
  );
}
