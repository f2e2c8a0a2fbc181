import { FormProvider, getFormProps, useForm } from "@conform-to/react";
import type { DefaultValue, FormMetadata, SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { ErrorSummary, summedErrors } from "./error-summary.tsx";
import { sendPlainlyIfLarge } from "./large-form.ts";

/** The fields of a form of `S`, as Conform gives them. */
export type FieldsOf<S extends Record<string, unknown>> = ReturnType<FormMetadata<S>["getFieldset"]>;

export interface FormForProps<S extends Record<string, unknown>> {
  /** Fixed, so that the page is the same with and without JavaScript; one of its own for each form on a page. */
  readonly id: string;
  /** What the action answered; keeps what was typed. Null or undefined on the first visit. */
  readonly lastResult: SubmissionResult | null | undefined;
  readonly defaults?: DefaultValue<S>;
  /** The address to post to, where it is not the page's own. */
  readonly action?: string;
  readonly encType?: "multipart/form-data";
  /** The fields' labels by name, in their order on the page: the error summary says them before each error. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The form of a fetcher, where the page stays as it is; an ordinary form without one. */
  readonly as?: typeof Form;
  /** The id of another form on the page: these fields go with that one, and none is made for them. */
  readonly partOf?: string | undefined;
  readonly children: (fields: FieldsOf<S>, form: FormMetadata<S>) => ReactNode;
}

/** The same fields, going with that form. */
function goingWith<S extends Record<string, unknown>>(fields: FieldsOf<S>, formId: string): FieldsOf<S> {
  return new Proxy(fields, {
    get: (all, name): unknown => {
      const meta: unknown = Reflect.get(all, name);
      return typeof meta === "object" && meta !== null ? new Proxy(meta, { get: (one, key): unknown => (key === "formId" ? formId : Reflect.get(one, key)) }) : meta;
    },
  });
}

/** A form that posts, with its error summary above it. The server alone decides what is valid. */
export function FormFor<S extends Record<string, unknown>>({ id, lastResult, defaults, action, encType, labels, as: Posting = Form, partOf, children }: FormForProps<S>) {
  const [form, fields] = useForm<S>({
    id,
    ...(lastResult ? { lastResult } : {}),
    ...(defaults === undefined ? {} : { defaultValue: defaults }),
  });
  const props = getFormProps(form, { ariaAttributes: false });
  return (
    <FormProvider context={form.context}>
      <ErrorSummary errors={summedErrors(form.id, form.allErrors, labels)} />
      {partOf !== undefined && <div className="form">{children(goingWith(fields, partOf), form)}</div>}
      {partOf === undefined && <Posting method="post" className="form" {...props} onSubmit={(event) => { props.onSubmit(event); sendPlainlyIfLarge(event); }}
        {...(action === undefined ? {} : { action })} {...(encType === undefined ? {} : { encType })}>
        {children(fields, form)}
      </Posting>}
    </FormProvider>
  );
}
