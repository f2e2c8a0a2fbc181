import { Form } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { describe, FieldGroup, type Tied } from "#app/ui/field.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { Sent } from "./import/answers.ts";
import type { ShownQuestion } from "./import/say-question.ts";
import type { Preview, ShownDraft } from "./import-view.ts";

const { rows: said, answers } = words.imports;

/** What was sent when it was not taken, and what is wrong with it, by the questions' ids. */
export interface TypedAnswers {
  readonly sent: Readonly<Record<string, Sent>>;
  readonly wrong: Readonly<Record<string, string>>;
  /** Why none of it was looked at, if so. */
  readonly problem: string | null;
}

/** The questions of a file in one form; those that are answered can be answered otherwise. */
export function ImportQuestions({ preview: { questions, openQuestions, moreQuestions }, typed, draft }: { readonly preview: Preview; readonly typed: TypedAnswers | null; readonly draft: ShownDraft }) {
  const problem = typed?.problem ?? null;
  const errors = problem !== null ? [{ text: problem }] : questions.flatMap(({ id }) => (typed?.wrong[id] === undefined ? [] : [{ text: typed.wrong[id], target: `q-${id}` }]));
  return (
    <Card title={said.questions(openQuestions)}>
      <Stack>
        <p className="muted">{said.questionsText}</p>
        <ErrorSummary errors={errors} />
        <Form method="post" action={paths.importRows({ ...draft })} reloadDocument className="form">
          {questions.map(({ id, answer }) => <HiddenField key={id} name={`was-${id}`} value={answer === null ? "" : JSON.stringify(answer)} />)}
          {questions.map((question) => <QuestionField key={question.id} question={question} typed={typed} />)}
          {moreQuestions > 0 && <p className="muted">{said.more(moreQuestions)}</p>}
          <Actions><Button wide look="quiet">{said.save}</Button></Actions>
        </Form>
      </Stack>
    </Card>
  );
}

function QuestionField({ question, typed }: { readonly question: ShownQuestion; readonly typed: TypedAnswers | null }) {
  const { id, legend, hint, look, textLabel, answer, suggested } = question;
  const wrong = typed?.wrong[id];
  const meta: Tied = { id: `q-${id}`, errorId: `q-${id}-error`, descriptionId: `q-${id}-hint`, errors: wrong === undefined ? undefined : [wrong] };
  const chosen = typed?.sent[id]?.choice ?? answer?.choice ?? suggested;
  const text = typed?.sent[id]?.text ?? answer?.text ?? "";
  return (
    <FieldGroup meta={meta} label={legend} hint={hint ?? undefined}>
      {look === "select" ? <ChoiceList question={question} meta={meta} chosen={chosen} /> : <Radios question={question} chosen={chosen} />}
      {textLabel !== null && <TypedText question={question} label={textLabel} text={text} />}
    </FieldGroup>
  );
}

function ChoiceList({ question: { id, legend, offers, hint }, meta, chosen }: { readonly question: ShownQuestion; readonly meta: Tied; readonly chosen: string | null }) {
  return (
    <select className="input" id={meta.id} name={`q-${id}`} defaultValue={chosen ?? ""} aria-label={legend} {...describe(meta, hint ?? undefined)}>
      <option value="">{answers.choose}</option>
      {offers.map((offer) => <option key={offer.value} value={offer.value}>{offer.label}</option>)}
    </select>
  );
}

function Radios({ question: { id, offers }, chosen }: { readonly question: ShownQuestion; readonly chosen: string | null }) {
  return (
    <div className="choices choices-list">
      {offers.map(({ value, label }, i) => {
        const own = i === 0 ? `q-${id}` : `q-${id}-${value}`;
        return (
          <div className="choice" key={value}>
            <input type="radio" id={own} name={`q-${id}`} value={value} defaultChecked={chosen === value} />
            <span><label htmlFor={own}>{label}</label></span>
          </div>
        );
      })}
    </div>
  );
}

function TypedText({ question: { id, textIsLong }, label, text }: { readonly question: ShownQuestion; readonly label: string; readonly text: string }) {
  const own = `t-${id}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={own}>{label}</label>
      {textIsLong ? <textarea className="input input-full" id={own} name={own} rows={2} defaultValue={text} /> : <input className="input input-medium" id={own} name={own} autoComplete="off" defaultValue={text} />}
    </div>
  );
}
