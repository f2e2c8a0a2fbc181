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
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{errors.length === 1 ? words.common.form.problem : words.common.form.problems}</h2>
      <ul>
        {errors.map(({ text, target }) => (
          <li key={`${target ?? ""} ${text}`}>{target === undefined ? text : <a href={`#${target}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** The errors of a form by field name, as Conform keeps them (`""` is the form itself), each text once. */
export function summedErrors(formId: string, allErrors: Readonly<Record<string, readonly string[] | undefined>>): readonly SummedError[] {
  const seen = new Set<string>();
  return Object.entries(allErrors).flatMap(([name, texts]) => (texts ?? []).flatMap((text) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [name === "" ? { text } : { text, target: `${formId}-${name}` }];
  }));
}
