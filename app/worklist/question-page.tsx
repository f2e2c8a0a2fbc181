import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { typedTexts } from "#app/platform/http/words-back.ts";
import { FormPage } from "#app/ui/form-page.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { WordsBack } from "#app/ui/words-back.tsx";
import { words } from "#app/words/words.ts";

import type { QuestionFields } from "./forms.ts";
import type { QueueLine } from "./queue.ts";

const said = words.worklist.question;

/** An entry that waits no longer, with the question that was written about it, so that it can be asked elsewhere. */
export function QuestionGonePage({ note }: { readonly note: unknown }) {
  return (
    <Narrow>
      <PageHead kicker={<Link to={paths.waiting()}>{said.back}</Link>} title={said.heading} />
      <Stack>
        <Notice kind="warning">{words.worklist.done.gone}</Notice>
        <WordsBack typed={typedTexts({ note }, { note: said.notSent })} />
      </Stack>
    </Narrow>
  );
}

/** One entry, and what should be looked at again. */
export function QuestionPage({ item, lastResult }: { readonly item: QueueLine; readonly lastResult: SubmissionResult | null | undefined }) {
  return (
    <FormPage<QuestionFields> id="question" kicker={<Link to={paths.waiting()}>{said.back}</Link>} title={said.heading} lead={item.title} submit={said.send} cancelTo={paths.waiting()}
      action={paths.questionWaiting(item.id)} lastResult={lastResult}>
      {(fields) => (
        <>
          {item.detail.map((text) => <p key={text} className="as-written">{text}</p>)}
          <HiddenField name="entry" value={item.confirm?.reference ?? ""} />
          <TextArea meta={fields.note} label={said.label} hint={said.hint} />
          <NamesField fields={fields} />
        </>
      )}
    </FormPage>
  );
}
