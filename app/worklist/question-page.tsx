import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { QuestionFields } from "./forms.ts";
import { referenceOf } from "./reference.ts";
import type { QueueItem } from "./queue.ts";

const said = words.worklist.question;

/** One entry, and what should be looked at again. */
export function QuestionPage({ item, lastResult }: { readonly item: QueueItem; readonly lastResult: SubmissionResult | null | undefined }) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.waiting()}>{said.back}</Link>} title={said.heading} lead={item.title} />
        {item.note !== null && <Card><p>{item.note}</p></Card>}
        <FormFor<QuestionFields> id="question" lastResult={lastResult} action={paths.questionWaiting(item.entryId)}>
          {(fields) => (
            <>
              <HiddenField name="entry" value={referenceOf(item)} />
              <TextArea meta={fields.note} label={said.label} hint={said.hint} />
              <NamesField fields={fields} />
              <Actions><Button>{said.send}</Button></Actions>
            </>
          )}
        </FormFor>
      </Stack>
    </Narrow>
  );
}
