import { Form } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { Sent } from "./import/answers.ts";
import type { ShownDraft } from "./import-view.ts";

const said = words.imports.elsewhere.again;

interface SendAnswersAgainProps {
  readonly sent: Readonly<Record<string, Sent>>;
  readonly problem: string;
  readonly draft: ShownDraft;
}

/** Where neither the answers nor their questions could be looked at: everything that was sent, to be sent once more. */
export function SendAnswersAgain({ sent, problem, draft }: SendAnswersAgainProps) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={said.title} lead={problem} />
        <Form method="post" action={paths.importRows({ ...draft })} reloadDocument className="form">
          {Object.entries(sent).map(([id, { choice, text, shown }]) => (
            <div key={id}>
              {choice !== null && <HiddenField name={`q-${id}`} value={choice} />}
              <HiddenField name={`t-${id}`} value={text} />
              <HiddenField name={`was-${id}`} value={shown === null ? "" : JSON.stringify(shown)} />
            </div>
          ))}
          <p>{said.text}</p>
          <Actions><Button wide>{said.submit}</Button></Actions>
        </Form>
      </Stack>
    </Narrow>
  );
}
