import { useEffect, useRef } from "react";

import { words } from "#app/words/words.ts";

/** One error: what it says, and the id of the field it belongs to; without one it belongs to the whole form. */
export interface SummedError {
  readonly text: string;
  readonly target?: string;
}

/** All errors of a form above it, each a link to its field. Takes the focus when it appears or changes. */
export function ErrorSummary({ errors }: { readonly errors: readonly SummedError[] }) {
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => error.text).join("\n");
  useEffect(() => { if (said !== "") box.current?.focus(); }, [said]);
  if (errors.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- after a refused form the focus belongs here, without JavaScript too
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} autoFocus>
      <h2>{errors.length === 1 ? words.common.form.problem : words.common.form.problems}</h2>
      <ul>
        {errors.map(({ text, target }) => (
          <li key={`${target ?? ""} ${text}`}>{target === undefined ? text : <a href={`#${target}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

type ErrorsByField = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * The errors of a form by field name, as Conform keeps them (`""` is the form itself). Where `labels` names the
 * field, its label stands before the text; the order is that of `labels`, the form's own errors first.
 */
export function summedErrors(formId: string, allErrors: ErrorsByField, labels: Readonly<Record<string, string>> = {}): readonly SummedError[] {
  const order = ["", ...Object.keys(labels)];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(allErrors)
    .sort(([a], [b]) => place(a) - place(b))
    .flatMap(([name, texts]) => (texts ?? []).map((text) => summed(formId, name, text, labels[name])));
}

function summed(formId: string, name: string, text: string, label: string | undefined): SummedError {
  return name === "" ? { text } : { text: label === undefined ? text : `${label}: ${text}`, target: `${formId}-${name}` };
}
