import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { type FocusEvent, useEffect, useState } from "react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { RuleNote } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { BESIDE } from "./beside.ts";
import type { FeedbackFields } from "./forms.ts";
import type { Feedback } from "./model.ts";
import { useRuns } from "./moment-form.tsx";

const said = words.review.feedback;
const LABELS = { workingPoint: said.workingPoint, nextStep: said.nextStep, question: said.question };

interface CloseReviewProps {
  readonly submissionId: string;
  readonly feedback: Feedback | null;
  readonly names: Readonly<Record<string, string>>;
  readonly actorId: string;
  /** False once it is closed: what was typed and not taken still stands. */
  readonly isOpen: boolean;
  readonly maySend: boolean;
  /** Who alone can send it, where that is somebody else. */
  readonly sentBy: string | null;
  readonly lastResult: SubmissionResult | undefined;
}

/** The version that was on the screen when writing began; a draft that was kept from here moves it on, another's does not. */
function useSeenVersion(feedback: Feedback | null, actorId: string): number {
  const [seen, setSeen] = useState(feedback?.version ?? 0);
  const own = feedback?.recordedBy === actorId ? feedback.version : 0;
  useEffect(() => { setSeen((before) => Math.max(before, own)); }, [own]);
  return seen;
}

function FreshDraft({ feedback, names }: { readonly feedback: Feedback; readonly names: CloseReviewProps["names"] }) {
  const items = [{ term: said.workingPoint, value: feedback.workingPoint ?? said.none }, { term: said.nextStep, value: feedback.nextStep ?? said.none }];
  return <section className="fresh-values"><h3>{said.now}: {names[feedback.recordedBy]}</h3><DescriptionList items={items} /></section>;
}

interface Answer { readonly done?: string }

/** Keeps the draft when a text is left, where the page's script runs. What cannot be kept is said when a button is pressed. */
function useKeptDraft(submissionId: string) {
  const fetcher = useFetcher<Answer>();
  const keep = (event: FocusEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLTextAreaElement) || event.target.name === "question" || !event.target.form) return;
    const form = new FormData(event.target.form);
    form.set("quiet", "on");
    form.delete("question");
    fetcher.submit(form, { method: "post", action: paths.reviewAct(submissionId, "feedback") });
  };
  return { keep, isKept: fetcher.state === "idle" && fetcher.data?.done !== undefined };
}

/** What is typed in the forms beside goes with every post of this one: its answer is another page, and gives back what it did not take. */
function carryBeside({ formData }: FormDataEvent): void {
  for (const [id, names] of [["moment", BESIDE.moment], ["reply-all", BESIDE.reply]] as const) {
    const form = document.getElementById(id);
    if (!(form instanceof HTMLFormElement)) continue;
    const typed = new FormData(form);
    for (const name of names) for (const value of typed.getAll(name)) formData.append(name, value);
  }
}

/** One working point, the next step, and three ways on: keep the draft, send it, or return the submission with a question. */
export function CloseReview(props: CloseReviewProps) {
  const { submissionId, feedback, names, actorId, isOpen, maySend, sentBy, lastResult } = props;
  const seen = useSeenVersion(feedback, actorId);
  const { keep, isKept } = useKeptDraft(submissionId);
  const runs = useRuns();
  useEffect(() => {
    const form = document.getElementById("feedback");
    if (!(form instanceof HTMLFormElement)) return undefined;
    form.addEventListener("formdata", carryBeside);
    return () => { form.removeEventListener("formdata", carryBeside); };
  }, []);
  const isStale = feedback !== null && lastResult !== undefined && Number(lastResult.initialValue?.fromVersion ?? feedback.version) < feedback.version && isOpen;
  return (
    <Card title={isOpen ? said.title : said.notSent}>
      <Stack gap="small">
        {isOpen && <p className="small muted">{said.lead}{runs && ` ${said.keeping}`}</p>}
        {sentBy !== null && isOpen && <RuleNote>{words.review.page.notYours(sentBy)}</RuleNote>}
        {isStale && <FreshDraft feedback={feedback} names={names} />}
        <div onBlurCapture={isOpen ? keep : undefined}>
          <FormFor<FeedbackFields> id="feedback" action={paths.reviewAct(submissionId, "feedback")} labels={LABELS} lastResult={lastResult}
            defaults={{ workingPoint: feedback?.workingPoint ?? undefined, nextStep: feedback?.nextStep ?? undefined }}>
            {(fields) => (
              <>
                <HiddenField name="fromVersion" value={String(isStale ? feedback.version : seen)} />
                <TextArea meta={fields.workingPoint} label={said.workingPoint} rows={2} optional />
                <TextArea meta={fields.nextStep} label={said.nextStep} rows={2} optional />
                <NamesField fields={fields} />
                {isOpen && (
                  <div className="actions">
                    {maySend && <Button formAction={paths.reviewAct(submissionId, "send")}>{said.send}</Button>}
                    <Button look="quiet">{said.save}</Button>
                  </div>
                )}
                <Disclosure summary={said.returnTitle} open={fields.question.errors !== undefined || fields.question.initialValue !== undefined}>
                  <Stack gap="small">
                    <TextArea meta={fields.question} label={said.question} hint={said.questionHint} rows={2} />
                    {isOpen && <div className="actions"><Button look="quiet" formAction={paths.reviewAct(submissionId, "return")}>{said.return}</Button></div>}
                  </Stack>
                </Disclosure>
              </>
            )}
          </FormFor>
        </div>
        {feedback && !feedback.isSent && <p className="small muted">{said.drafted(names[feedback.recordedBy] ?? "", feedback.recordedAt)}</p>}
        <p role="status" className="read-aloud">{isKept ? said.kept : ""}</p>
      </Stack>
    </Card>
  );
}
