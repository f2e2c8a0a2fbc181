import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxField } from "#app/ui/choice-fields.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { capitalise } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { EraseFields } from "./erase-form.ts";
import type { Clip, Erasure } from "./model.ts";

interface EraseClipPageProps {
  readonly clip: Pick<Clip, "id" | "entryId" | "durationMs">;
  /** The day on which it arrived. */
  readonly arrivedOn: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** Asks its owner once more, then erases the film. */
export function EraseClipPage({ clip, arrivedOn, lastResult }: EraseClipPageProps) {
  const said = words.clips.erase;
  return (
    <Narrow>
      <Stack>
        <PageHead kicker={<Link to={paths.entry(clip.entryId)}>{said.cycle}</Link>} title={said.title} lead={said.lead(clip.durationMs, arrivedOn)} />
        <Card>
          <p className="lead-in">{said.text}</p>
          <FormFor<EraseFields> id="erase" lastResult={lastResult} labels={{ confirmed: said.confirm }}>
            {(fields) => (
              <>
                <CheckboxField meta={fields.confirmed} label={said.confirm} />
                <Actions>
                  <Button look="danger">{said.submit}</Button>
                  <ButtonLink to={paths.entry(clip.entryId)}>{words.common.form.cancel}</ButtonLink>
                </Actions>
              </>
            )}
          </FormFor>
        </Card>
      </Stack>
    </Narrow>
  );
}

/** What is left of an erased film: its number, and what was done when. */
export function ReceiptPage({ clip, erasure }: { readonly clip: Pick<Clip, "entryId" | "durationMs" | "recordedAt">; readonly erasure: Erasure }) {
  const { terms, ...said } = words.clips.receipt;
  const items = [
    { term: terms.number, value: erasure.receipt },
    { term: terms.why, value: capitalise(words.clips.because[erasure.because]) },
    { term: terms.length, value: words.clips.length(clip.durationMs) },
    { term: terms.arrived, value: said.at(clip.recordedAt) },
    { term: terms.asked, value: said.at(erasure.askedAt) },
    { term: terms.keyDestroyed, value: said.at(erasure.keyDestroyedAt) },
    { term: terms.bytesRemoved, value: said.at(erasure.bytesRemovedAt) },
  ];
  return (
    <Narrow>
      <Stack>
        <PageHead kicker={<Link to={paths.entry(clip.entryId)}>{said.back}</Link>} title={said.title} lead={said.text} />
        <Card><DescriptionList items={items} /></Card>
      </Stack>
    </Narrow>
  );
}
