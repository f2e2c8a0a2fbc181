import { getSelectProps } from "@conform-to/react";
import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

import { Disclosure } from "./disclosure.tsx";
import { describe, Field, FieldGroup, FieldNotes } from "./field.tsx";
import type { ChoiceMeta, FieldText } from "./field.tsx";

/** One thing that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

interface SelectProps<S> extends FieldText {
  readonly meta: FieldMetadata<S>;
  readonly options: readonly Option[];
  /** The first line, that chooses nothing; null leaves it out. */
  readonly empty?: string | null;
}

interface ChoiceProps extends FieldText {
  readonly meta: ChoiceMeta;
  readonly options: readonly Option[];
}

/** One of many in a drop-down list. */
export function SelectField<S>({ meta, label, hint, optional, options, empty = words.common.form.choose }: SelectProps<S>) {
  const { key, ...props } = getSelectProps(meta, { ariaAttributes: false });
  return (
    <Field meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      <select key={key} className="input" {...props} {...describe(meta, hint)}>
        {empty !== null && <option value="">{empty}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Field>
  );
}

interface RadioGroupProps extends ChoiceProps {
  readonly look?: "list" | "pills";
  /** Choices that are seldom wanted: folded away below the others, open where one of them is chosen. */
  readonly folded?: { readonly summary: string; readonly options: readonly Option[] };
  readonly children?: ReactNode;
}

/** One of a few, all seen unless folded away: as a list, or as pills that look pressed. */
export function RadioGroup({ meta, label, hint, optional, options, look = "list", folded, children }: RadioGroupProps) {
  const first = [...options, ...folded?.options ?? []][0];
  const choices = (some: readonly Option[]) => (
    <div className={`choices choices-${look}`} key={meta.key}>
      {some.map((option) => (
        <Choice key={option.value} type="radio" option={option} id={option === first ? meta.id : `${meta.id}-${option.value}`}
          name={meta.name} form={meta.formId} checked={meta.initialValue === option.value} />
      ))}
    </div>
  );
  return (
    <FieldGroup meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      {options.length > 0 && choices(options)}
      {children}
      {folded && folded.options.length > 0 && (
        <Disclosure summary={folded.summary} open={folded.options.some((option) => option.value === meta.initialValue)}>{choices(folded.options)}</Disclosure>
      )}
    </FieldGroup>
  );
}

/** Any number of a few, all seen, under one name. */
export function CheckboxGroup({ meta, label, hint, optional, options }: ChoiceProps) {
  const chosen = meta.initialValue;
  return (
    <FieldGroup meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      <div className="choices choices-list" key={meta.key}>
        {options.map((option, index) => (
          <Choice key={option.value} type="checkbox" option={option} id={index === 0 ? meta.id : `${meta.id}-${option.value}`}
            name={meta.name} form={meta.formId} checked={Array.isArray(chosen) ? chosen.includes(option.value) : chosen === option.value} />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One yes or no; sends `on`. */
export function CheckboxField({ meta, label, hint }: FieldText & { readonly meta: ChoiceMeta }) {
  return (
    <div className={meta.errors ? "field field-wrong" : "field"}>
      <FieldNotes meta={meta} hint={undefined} />
      <div className="choice" key={meta.key}>
        <input type="checkbox" id={meta.id} name={meta.name} form={meta.formId} value="on" defaultChecked={meta.initialValue === "on"} {...describe(meta, hint)} />
        <span><label htmlFor={meta.id}>{label}</label>{hint !== undefined && <span className="field-hint" id={meta.descriptionId}>{hint}</span>}</span>
      </div>
    </div>
  );
}

interface ChoiceInputProps {
  readonly type: "radio" | "checkbox";
  readonly option: Option;
  readonly id: string;
  readonly name: string;
  readonly form: string;
  readonly checked: boolean;
}

function Choice({ type, option, id, name, form, checked }: ChoiceInputProps) {
  const hintId = option.hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="choice">
      <input type={type} id={id} name={name} form={form} value={option.value} defaultChecked={checked} aria-describedby={hintId} />
      <span><label htmlFor={id}>{option.label}</label>{hintId !== undefined && <span className="field-hint" id={hintId}>{option.hint}</span>}</span>
    </div>
  );
}
