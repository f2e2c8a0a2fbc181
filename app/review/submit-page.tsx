import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import type { ArrivedFilm } from "#app/clips/upload-model.ts";
import type { Choice } from "#app/logbook/choices.ts";
import { NamesField } from "#app/logbook/entry-fields.tsx";
import { typedTexts } from "#app/platform/http/words-back.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxField, RadioGroup } from "#app/ui/choice-fields.tsx";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { Tabs } from "#app/ui/tabs.tsx";
import { HiddenField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { WordsBack } from "#app/ui/words-back.tsx";
import { words } from "#app/words/words.ts";

import type { ExcerptFields, ReferenceFields, WatchedFields } from "./forms.ts";
import type { Way } from "./model.ts";
import { TYPED_LABELS } from "./typed-labels.ts";

const said = words.review.submit;
const LABELS = { reference: said.reference, watchedOn: said.watchedOn, watchedWith: said.watchedWith, clip: said.clip, intention: said.intention };
const DAY_OPTIONS = [{ value: "today", label: words.common.form.today }, { value: "yesterday", label: words.common.form.yesterday }, { value: "other", label: words.common.form.anotherDay }];

/** The ways in the order in which they are offered. */
const PAGES = ["reference", "watched_together", "excerpt"] as const satisfies readonly Way[];

/** What each way's form is given. */
export interface SubmitFormProps {
  readonly entryId: string;
  readonly requestId: string;
  readonly lastResult: SubmissionResult | undefined;
}

interface SubmitPageProps {
  readonly entryId: string;
  readonly title: string;
  readonly way: Way;
  /** Why this cycle cannot be submitted now; null where it can. */
  readonly closed: string | null;
  /** What the form was answered: where it is there no longer, what was typed into it stays on the page. */
  readonly lastResult: SubmissionResult | undefined;
  readonly children: ReactNode;
}

/** What was typed into a form that is there no longer. */
function Typed({ lastResult }: Pick<SubmitPageProps, "lastResult">) {
  return <WordsBack typed={typedTexts(lastResult?.initialValue, TYPED_LABELS.submit)} />;
}

/** The frame of the three ways: each is a page of its own, with one form. */
export function SubmitPage({ entryId, title, way, closed, lastResult, children }: SubmitPageProps) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.entry(entryId)}>{title}</Link>} title={said.title} lead={said.lead} />
        {closed !== null && <Notice kind="warning" title={said.closed}>{closed}</Notice>}
        {closed !== null && <Typed lastResult={lastResult} />}
        {closed === null && (
          <>
            <Tabs label={said.navigation} tabs={PAGES.map((one) => ({ key: one, to: paths.submitBy(entryId, one), text: said.ways[one], isShown: one === way }))} />
            <Card><Stack><p>{said.texts[way]}</p>{children}</Stack></Card>
          </>
        )}
      </Stack>
    </Narrow>
  );
}

function Submit({ entryId }: { readonly entryId: string }) {
  return <Actions><Button wide>{said.button}</Button><ButtonLink to={paths.entry(entryId)}>{words.common.form.cancel}</ButtonLink></Actions>;
}

/** By reference: an identifier and nothing else. */
export function ReferenceWay({ entryId, requestId, lastResult }: SubmitFormProps) {
  return (
    <FormFor<ReferenceFields> id="submit" lastResult={lastResult} labels={LABELS}>
      {(fields) => (
        <>
          <HiddenField name="requestId" value={requestId} />
          <TextField meta={fields.reference} label={said.reference} hint={said.referenceHint} width="medium" autoComplete="off" spellCheck={false} />
          <TextArea meta={fields.intention} label={said.intention} hint={said.intentionHint} optional />
          <NamesField fields={fields} />
          <Submit entryId={entryId} />
        </>
      )}
    </FormFor>
  );
}

/** Watched together: the day, and which supervisor confirms it. */
export function WatchedWay({ entryId, requestId, lastResult, supervisors }: SubmitFormProps & { readonly supervisors: readonly Choice[] }) {
  if (supervisors.length === 0) return <><Notice>{said.nobody}</Notice><Typed lastResult={lastResult} /></>;
  const [only, second] = supervisors;
  return (
    <FormFor<WatchedFields> id="submit" lastResult={lastResult} labels={LABELS} defaults={second === undefined ? { watchedWith: only?.id } : {}}>
      {(fields) => (
        <>
          <HiddenField name="requestId" value={requestId} />
          <DayChoiceField name="watchedOn" fields={fields} choice={fields.watchedOnChoice} label={said.watchedOn} options={DAY_OPTIONS} />
          <RadioGroup meta={fields.watchedWith} label={said.watchedWith} options={supervisors.map(({ id, name }) => ({ value: id, label: name }))} />
          <TextArea meta={fields.intention} label={said.intention} hint={said.intentionHint} optional />
          <NamesField fields={fields} />
          <Submit entryId={entryId} />
        </>
      )}
    </FormFor>
  );
}

function filmOption({ id, durationMs, bytes, arrivedOn, leaving }: ArrivedFilm) {
  const { length, size, goesOn, upload } = words.clips;
  const hint = <>{goesOn(leaving.on, leaving.because)} <Link to={paths.eraseClip(id)} aria-label={upload.erase(arrivedOn)}>{upload.eraseShort}</Link></>;
  return { value: id, label: said.clipOf(length(durationMs), size(bytes), arrivedOn), hint };
}

/** An excerpt goes in two steps: it is sent, by the form that is given, and what has arrived is submitted. */
export function ExcerptWay({ sending, ...form }: ArrivedProps & { readonly sending: ReactNode }) {
  return (
    <>
      <section aria-labelledby="send-film"><Stack><h2 id="send-film">{said.steps.send}</h2>{sending}</Stack></section>
      <section className="next-part" aria-labelledby="submit-film">
        <Stack><h2 id="submit-film">{said.steps.submit}</h2>{form.films.length === 0 ? <><p className="muted">{said.noClip}</p><Typed lastResult={form.lastResult} /></> : <ArrivedForm {...form} />}</Stack>
      </section>
    </>
  );
}

interface ArrivedProps extends SubmitFormProps { readonly films: readonly ArrivedFilm[] }

/** Which of the films that arrived. */
function ArrivedForm({ entryId, requestId, lastResult, films }: ArrivedProps) {
  const [only, second] = films;
  return (
    <FormFor<ExcerptFields> id="submit" lastResult={lastResult} labels={LABELS} defaults={second === undefined ? { clip: only?.id } : {}}>
      {(fields) => (
        <>
          <HiddenField name="requestId" value={requestId} />
          <RadioGroup meta={fields.clip} label={said.clip} options={films.map(filmOption)} />
          {fields.olderFilmIsFine.errors !== undefined || fields.olderFilmIsFine.initialValue === "on" ? <CheckboxField meta={fields.olderFilmIsFine} label={said.olderFilm} /> : null}
          <TextArea meta={fields.intention} label={said.intention} hint={said.intentionHint} optional />
          <NamesField fields={fields} />
          <Submit entryId={entryId} />
        </>
      )}
    </FormFor>
  );
}
