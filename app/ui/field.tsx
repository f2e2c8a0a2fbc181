import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

import { Icon } from "./icon.tsx";
import { ReadAloud } from "./layout.tsx";

/** What every field says: its label, a hint, and whether it may stay empty. */
export interface FieldText {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Says "(optional)" after the label. */
  readonly optional?: boolean;
}

/** The part of Conform's metadata that ties label, hint and error to a control. */
export type Tied = Pick<FieldMetadata<string>, "id" | "errorId" | "descriptionId" | "errors">;

/** What a group of choices needs of Conform's metadata. */
export type ChoiceMeta = Tied & Pick<FieldMetadata<string>, "key" | "formId"> & { readonly name: string; readonly initialValue?: unknown };

/** What an input of its own needs of it. */
export type InputMeta = ChoiceMeta & { readonly defaultValue?: string | undefined };

/** The same for a form that is never given back with errors: it needs nothing of Conform's, which is half of a page's own script. */
export function plainMeta(formId: string, name: string, initialValue?: string): InputMeta {
  const id = `${formId}-${name}`;
  return { id, errorId: `${id}-error`, descriptionId: `${id}-description`, errors: undefined, key: undefined, formId, name, initialValue, defaultValue: initialValue };
}

/** The aria attributes of a control: invalid or not, and which texts describe it. The one place that decides it. */
export function describe(meta: Tied, hint: ReactNode): { "aria-invalid"?: true; "aria-describedby"?: string } {
  const described = [hint === undefined ? undefined : meta.descriptionId, meta.errors ? meta.errorId : undefined].filter(Boolean).join(" ");
  return { ...(meta.errors ? { "aria-invalid": true as const } : {}), ...(described === "" ? {} : { "aria-describedby": described }) };
}

/** A control with its label above, its hint, and its error between hint and control. */
export function Field({ meta, label, hint, optional, children }: FieldText & { readonly meta: Tied; readonly children: ReactNode }) {
  return (
    <div className={meta.errors ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor={meta.id}>{label}<Optional optional={optional} /></label>
      <FieldNotes meta={meta} hint={hint} />
      {children}
    </div>
  );
}

/** Several controls under one legend: choices, or the parts of a day. */
export function FieldGroup({ meta, label, hint, optional, children }: FieldText & { readonly meta: Tied; readonly children: ReactNode }) {
  const { "aria-describedby": described } = describe(meta, hint);
  return (
    <fieldset className={meta.errors ? "field field-wrong" : "field"} aria-describedby={described}>
      <legend className="field-label">{label}<Optional optional={optional} /></legend>
      <FieldNotes meta={meta} hint={hint} />
      {children}
    </fieldset>
  );
}

function Optional({ optional }: { readonly optional: boolean | undefined }) {
  return optional ? <span className="field-optional"> ({words.common.form.optional})</span> : null;
}

/** The hint and the errors of a field, with the ids that the control names. */
export function FieldNotes({ meta, hint }: { readonly meta: Tied; readonly hint: ReactNode }) {
  return (
    <>
      {hint !== undefined && <div className="field-hint" id={meta.descriptionId}>{hint}</div>}
      {meta.errors && (
        <div className="field-error" id={meta.errorId}>
          <Icon name="alert" /><span><ReadAloud>{words.common.form.error} </ReadAloud>{meta.errors.join(" ")}</span>
        </div>
      )}
    </>
  );
}
