import type { SubmissionResult } from "@conform-to/react";

import { FormPage } from "#app/ui/form-page.tsx";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { NamesField } from "./entry-fields.tsx";
import type { VoidFields } from "./small-forms.ts";

const { labels, hints } = words.logbook;

interface VoidPageProps {
  /** What is voided, above the title. */
  readonly kicker?: string;
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  readonly version: number;
  readonly cancelTo: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** Asks why, then voids. */
export function VoidPage({ kicker, title, text, submit, version, cancelTo, lastResult }: VoidPageProps) {
  return (
    <FormPage<VoidFields> id="void" kicker={kicker} title={title} lead={text} submit={submit} look="danger" cancelTo={cancelTo} labels={{ reason: labels.reason }} lastResult={lastResult}>
      {(fields) => (
        <>
          <HiddenField name="fromVersion" value={String(version)} />
          <TextArea meta={fields.reason} label={labels.reason} hint={hints.changeReason} />
          <NamesField fields={fields} />
        </>
      )}
    </FormPage>
  );
}
