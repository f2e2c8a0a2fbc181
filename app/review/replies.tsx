import type { SubmissionResult } from "@conform-to/react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { ReplyFields } from "./forms.ts";
import type { Reply } from "./model.ts";

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
}

/** Whether an answer that was not taken was meant for this moment, or for the whole. */
function isMeant(result: SubmissionResult | undefined, momentId: string | null): boolean {
  return result !== undefined && (result.initialValue?.moment ?? null) === momentId;
}

/** What was answered, in its order, and a form to answer. */
export function Replies({ submissionId, momentId, replies, names, mayReply, none, requestId, lastResult }: RepliesProps) {
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
          {/* Empty again once an answer more stands. */}
          <FormFor<ReplyFields> key={own.length} id={`reply-${momentId ?? "all"}`} action={paths.reviewAct(submissionId, "reply")} lastResult={refused}>
            {(fields) => (
              <>
                <HiddenField name="requestId" value={requestId} />
                {momentId !== null && <HiddenField name="moment" value={momentId} />}
                <TextArea meta={fields.text} label={said.label} rows={2} />
                <NamesField fields={fields} />
                <div className="actions"><Button look="quiet">{said.send}</Button></div>
              </>
            )}
          </FormFor>
        </Disclosure>
      )}
    </div>
  );
}
