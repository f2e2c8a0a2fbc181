import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { showTimeExactly } from "#app/clips/film-times.ts";
import { NamesField, optionsOf } from "#app/logbook/entry-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { type FieldsOf, FormFor } from "#app/ui/form-for.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { HiddenField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { MomentFields } from "./forms.ts";
import { letterOf, PRINCIPLES } from "./principles.ts";

const said = words.review.moments;
const { kinds, layers, principles } = words.review;

const LABELS = { kind: said.kind, principle: said.principle, note: said.note, starts: said.starts, ends: said.ends, layer: said.layer, sharing: said.sharing };
const PRINCIPLE_OPTIONS = [...PRINCIPLES.map((key) => ({ value: key, label: `${letterOf(key)} · ${principles[key]}` })), { value: "none", label: said.noPrinciple }];
const SHARING_OPTIONS = optionsOf(said.sharingTexts);
const NEW: Partial<MomentFields> = { kind: "attuned_moment", layer: "practitioner_client", sharing: "shared" };

type Fields = FieldsOf<MomentFields>;

/** True once the page's script runs: until then nothing is shown that needs it. */
export function useRuns(): boolean {
  const [runs, setRuns] = useState(false);
  useEffect(() => { setRuns(true); }, []);
  return runs;
}

/** A time typed as m:ss, and where a film plays a button that takes its time. */
function TimeField({ fields, name, film }: { readonly fields: Fields; readonly name: "starts" | "ends"; readonly film: RefObject<FilmHandle> | undefined }) {
  const meta = fields[name];
  const take = (): void => {
    const input = document.getElementById(meta.id);
    if (input instanceof HTMLInputElement && film?.current) input.value = showTimeExactly(film.current.nowMs());
  };
  return (
    <div className="time-field">
      <TextField meta={meta} label={said[name]} width="short" autoComplete="off" />
      {film && <Button type="button" look="quiet" small onClick={take} label={said.takeTimeFor[name]}>{said.takeTime}</Button>}
    </div>
  );
}

/** The fields of a moment: what it is, which group, what was seen, when, between whom, and who sees it. */
export function MomentInputs({ fields, film }: { readonly fields: Fields; readonly film?: RefObject<FilmHandle> | undefined }) {
  return (
    <>
      <div className="principle-choice"><RadioGroup meta={fields.principle} label={said.principle} look="pills" options={PRINCIPLE_OPTIONS} /></div>
      <TextArea meta={fields.note} label={said.note} hint={film ? `${said.noteHint} ${said.filmWaits}` : said.noteHint} rows={2} optional />
      <NamesField fields={fields} />
      <div className="moment-facts">
        <div>
          <div className="moment-times"><TimeField fields={fields} name="starts" film={film} /><TimeField fields={fields} name="ends" film={film} /></div>
          <p className="field-hint">{said.timeHint}</p>
        </div>
        <RadioGroup meta={fields.kind} label={said.kind} look="pills" options={optionsOf(kinds)} />
        <RadioGroup meta={fields.layer} label={said.layer} look="pills" options={optionsOf(layers)} />
        <RadioGroup meta={fields.sharing} label={said.sharing} look="pills" options={SHARING_OPTIONS} />
      </div>
    </>
  );
}

interface MomentFormProps {
  readonly id: string;
  readonly action: string;
  readonly requestId: string;
  readonly lastResult: SubmissionResult | undefined;
  /** The film that plays beside the form. */
  readonly film?: RefObject<FilmHandle> | undefined;
  /** The form on the page with which it goes while no script runs, so that one post keeps what was typed in both. */
  readonly partOf?: string | undefined;
}

/** What a quiet post answers: the errors, or that it was taken. */
interface Answer { readonly lastResult?: SubmissionResult; readonly done?: string }

/** Enter in the text sends the form, as the page tells; with Shift, or while a letter is being put together, it stays what it is. */
function keepOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
}

/** Marks a moment: an ordinary form; where the page's script runs, it posts without moving the page, so that the film keeps its place. */
export function MomentForm({ id, action, requestId, lastResult, film, partOf }: MomentFormProps): ReactNode {
  const [runs, fetcher] = [useRuns(), useFetcher<Answer>()];
  const along = runs ? undefined : partOf;
  const done = fetcher.data?.done;
  const [taken, setTaken] = useState<string>();
  // What was answered last, to this form or to one that it went with. Only an answer changes it: on its way a form keeps what was typed.
  const [answer, setAnswer] = useState(lastResult);
  const [ofPage, setOfPage] = useState(lastResult?.initialValue);
  if (ofPage !== lastResult?.initialValue) {
    setOfPage(lastResult?.initialValue);
    setAnswer(lastResult);
  }
  useEffect(() => {
    if (!fetcher.data) return;
    setAnswer(fetcher.data.lastResult);
    if (fetcher.data.done !== undefined) setTaken(fetcher.data.done);
  }, [fetcher.data]);
  // The form that was taken took the focus with it.
  useEffect(() => {
    if (taken === undefined) return;
    if (film?.current) film.current.goOn();
    else document.getElementById(`${id}-note`)?.focus();
  }, [taken, film, id]);
  return (
    <Stack gap="small">
      <div className="moment-form" onInput={() => { film?.current?.wait(); }} onKeyDownCapture={film ? keepOnEnter : undefined}>
        {/* A form that was taken makes room for an empty one. */}
        <FormFor<MomentFields> key={taken} id={id} action={action} labels={LABELS} defaults={NEW}
          lastResult={answer} partOf={along} {...(runs ? { as: fetcher.Form } : {})}>
          {(fields) => (
            <>
              {along === undefined && <HiddenField name="requestId" value={requestId} />}
              {runs && <HiddenField name="quiet" value="on" />}
              <MomentInputs fields={fields} film={film} />
              <div className="actions"><Button look="quiet" {...(along === undefined ? {} : { form: along, formAction: action, name: "requestId", value: requestId })}>{said.save}</Button></div>
            </>
          )}
        </FormFor>
      </div>
      <p role="status" className="small">{fetcher.state === "idle" && done !== undefined ? said.saved : ""}</p>
    </Stack>
  );
}
