import { getInputProps, getTextareaProps } from "@conform-to/react";
import type { FieldMetadata } from "@conform-to/react";

import { words } from "#app/words/words.ts";

import { describe, Field } from "./field.tsx";
import type { FieldText } from "./field.tsx";

interface TextFieldProps<S> extends FieldText {
  readonly meta: FieldMetadata<S>;
  readonly type?: "text" | "email" | "password" | "search" | "tel" | "time" | "url";
  readonly autoComplete?: string;
  readonly inputMode?: "numeric" | "text" | "email";
  /** The look's width follows what is to be typed; `full` where anything may come. */
  readonly width?: "full" | "short" | "medium";
  readonly spellCheck?: boolean;
}

/** One line of text. */
export function TextField<S>({ meta, label, hint, optional, type = "text", width = "full", ...rest }: TextFieldProps<S>) {
  const { key, ...props } = getInputProps(meta, { type, ariaAttributes: false });
  return (
    <Field meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      <input key={key} className={`input input-${width}`} {...props} {...describe(meta, hint)} {...rest} />
    </Field>
  );
}

interface TextAreaProps<S> extends FieldText {
  readonly meta: FieldMetadata<S>;
  readonly rows?: number;
}

/** Several lines of text. */
export function TextArea<S>({ meta, label, hint, optional, rows = 3 }: TextAreaProps<S>) {
  const { key, ...props } = getTextareaProps(meta, { ariaAttributes: false });
  return (
    <Field meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      <textarea key={key} className="input input-full" rows={rows} {...props} {...describe(meta, hint)} />
    </Field>
  );
}

/** A whole number with its unit beside it; a plain text input, because a number input changes under the wheel. */
export function NumberField<S>({ meta, label, hint, optional, unit }: FieldText & { readonly meta: FieldMetadata<S>; readonly unit?: string }) {
  const { key, ...props } = getInputProps(meta, { type: "text", ariaAttributes: false });
  return (
    <Field meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      <span className="input-with-unit">
        <input key={key} className="input input-short num" inputMode="numeric" autoComplete="off" {...props} {...describe(meta, hint)} />
        {unit !== undefined && <span className="muted">{unit}</span>}
      </span>
    </Field>
  );
}

/** A length in whole minutes. */
export function MinutesField<S>(props: FieldText & { readonly meta: FieldMetadata<S> }) {
  return <NumberField {...props} unit={words.common.form.minutesUnit} />;
}

/** A file to send; the form needs `encType="multipart/form-data"`. What was chosen cannot be kept after an error. */
export function FileField<S>({ meta, label, hint, optional, accept, multiple }: FieldText & { readonly meta: FieldMetadata<S>; readonly accept?: string; readonly multiple?: boolean }) {
  return (
    <Field meta={meta} label={label} hint={hint} {...(optional ? { optional } : {})}>
      <input className="input input-file" type="file" id={meta.id} name={meta.name} form={meta.formId} accept={accept} multiple={multiple} {...describe(meta, hint)} />
    </Field>
  );
}

/** A value that goes with the form unseen: never a secret, never trusted. */
export function HiddenField({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
