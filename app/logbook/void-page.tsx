import type { SubmissionResult } from "@conform-to/react";

import { ButtonLink } from "#app/ui/button.tsx";
import type { Description } from "#app/ui/description-list.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { FreshValues, NamesField } from "./entry-fields.tsx";
import type { VoidFields } from "./small-forms.ts";

const { labels, hints } = words.logbook;

interface VoidPageProps {
  /** What is voided, above the title. */
  readonly kicker?: string;
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  /** What is asked instead of why, where the entry is questioned and not voided. */
  readonly asks?: { readonly label: string; readonly hint: string };
  /** What is said where there is nothing to act on any more; a form that was sent stays with what was typed. */
  readonly instead?: string | null;
  readonly version: number;
  /** What stands now, shown where the version that the form was opened with does no longer. */
  readonly stands?: readonly Description[];
  readonly cancelTo: string;
  readonly lastResult: SubmissionResult | undefined;
}

function isStale(lastResult: SubmissionResult | undefined, version: number): boolean {
  return Number(lastResult?.initialValue?.fromVersion ?? version) < version;
}

/** Asks why, then voids; or takes a question. */
export function VoidPage({ kicker, title, text, submit, asks, instead = null, version, stands = [], cancelTo, lastResult }: VoidPageProps) {
  const { label, hint } = asks ?? { label: labels.reason, hint: hints.changeReason };
  if (instead !== null && !lastResult) {
    return (
      <Narrow>
        <Stack>
          <PageHead kicker={kicker} title={title} />
          <Notice>{instead}</Notice>
          <Actions><ButtonLink to={cancelTo}>{words.common.form.back}</ButtonLink></Actions>
        </Stack>
      </Narrow>
    );
  }
  return (
    <FormPage<VoidFields> id="void" kicker={kicker} title={title} lead={text} submit={submit} look={asks ? "primary" : "danger"} cancelTo={cancelTo} labels={{ reason: label }} lastResult={lastResult}>
      {(fields) => (
        <>
          {isStale(lastResult, version) && <FreshValues items={stands} />}
          <HiddenField name="fromVersion" value={String(version)} />
          <TextArea meta={fields.reason} label={label} hint={hint} />
          <NamesField fields={fields} />
        </>
      )}
    </FormPage>
  );
}
