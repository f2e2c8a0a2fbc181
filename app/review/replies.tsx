import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { ReplyFields } from "./forms.ts";
import type { Reply } from "./model.ts";
import { useRuns } from "./moment-form.tsx";

const said = words.review.replies;

interface RepliesProps {
  readonly submissionId: string;
  /** Null for the review as a whole. */
  readonly momentId: string | null;
  readonly replies: readonly Reply[];
  readonly names: Readonly<Record<string, string>>;
  readonly mayReply: boolean;
  /** What stands where nothing is written yet; without it nothing. */
  readonly none?: string | undefined;
  /** Of its own for each form on the page: sent twice, it is written once. */
  readonly requestId: string;
  readonly lastResult: SubmissionResult | undefined;
  /** The id of the form with which it goes while no script runs, so that nothing typed there is lost. */
  readonly partOf?: string | undefined;
}

/** What a quiet post answers: the errors, or that it was taken. */
interface Answer { readonly lastResult?: SubmissionResult; readonly done?: string }

/** Whether an answer that was not taken was meant for this moment, or for the whole. */
function isMeant(result: SubmissionResult | undefined, momentId: string | null): boolean {
  return result !== undefined && (result.initialValue?.moment ?? null) === momentId;
}

/** The form that answers. Where the page's script runs it posts without moving the page: whatever else is typed on it stays. */
function ReplyForm({ submissionId, momentId, requestId, lastResult, partOf, count }: Pick<RepliesProps, "submissionId" | "momentId" | "requestId" | "lastResult" | "partOf"> & { readonly count: number }) {
  const [runs, fetcher] = [useRuns(), useFetcher<Answer>()];
  const [id, action, along] = [`reply-${momentId ?? "all"}`, paths.reviewAct(submissionId, "reply"), runs ? undefined : partOf];
  const done = fetcher.data?.done;
  // The form that was taken took the focus with it.
  useEffect(() => { if (done !== undefined) document.getElementById(`${id}-text`)?.focus(); }, [done, id]);
  return (
    <>
      {/* Empty again once an answer more stands. */}
      <FormFor<ReplyFields> key={count} id={id} action={action} lastResult={fetcher.data ? fetcher.data.lastResult : lastResult} partOf={along} {...(runs ? { as: fetcher.Form } : {})}>
        {(fields) => (
          <>
            {along === undefined && <HiddenField name="requestId" value={requestId} />}
            {momentId !== null && <HiddenField name="moment" value={momentId} />}
            {runs && <HiddenField name="quiet" value="on" />}
            <TextArea meta={fields.text} label={said.label} rows={2} />
            <NamesField fields={fields} />
            <div className="actions"><Button look="quiet" {...(along === undefined ? {} : { form: along, formAction: action, name: "requestId", value: requestId })}>{said.send}</Button></div>
          </>
        )}
      </FormFor>
      <p role="status" className="small">{fetcher.state === "idle" && done !== undefined ? said.sent : ""}</p>
    </>
  );
}

/** What was answered, in its order, and a form to answer. */
export function Replies({ momentId, replies, names, mayReply, none, lastResult, ...form }: RepliesProps) {
  const own = replies.filter((one) => one.momentId === momentId);
  const refused = isMeant(lastResult, momentId) ? lastResult : undefined;
  return (
    <div className="replies">
      {own.length === 0 && none !== undefined && <p className="small muted">{none}</p>}
      {own.length > 0 && (
        <ul>
          {own.map((one) => (
            <li key={one.id} className="reply">
              <p className="small muted">{words.review.byOn(names[one.authorId] ?? "", one.at)}</p>
              <p className="as-written">{one.text}</p>
            </li>
          ))}
        </ul>
      )}
      {mayReply && (
        <Disclosure summary={momentId === null ? said.to : said.toMoment} open={refused !== undefined}>
          <ReplyForm momentId={momentId} lastResult={refused} count={own.length} {...form} />
        </Disclosure>
      )}
    </div>
  );
}
