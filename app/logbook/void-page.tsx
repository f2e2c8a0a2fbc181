import type { SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions } from "#app/ui/layout.tsx";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { NamesField } from "./entry-fields.tsx";
import { FormPage } from "./form-page.tsx";
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
    <FormPage title={title} lead={text} {...(kicker === undefined ? {} : { kicker })}>
      <FormFor<VoidFields> id="void" lastResult={lastResult} labels={{ reason: labels.reason }}>
        {(fields) => (
          <>
            <HiddenField name="fromVersion" value={String(version)} />
            <TextArea meta={fields.reason} label={labels.reason} hint={hints.changeReason} />
            <NamesField fields={fields} />
            <Actions>
              <Button look="danger">{submit}</Button>
              <ButtonLink to={cancelTo}>{words.common.form.cancel}</ButtonLink>
            </Actions>
          </>
        )}
      </FormFor>
    </FormPage>
  );
}
