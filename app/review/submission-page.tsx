import type { SubmissionResult } from "@conform-to/react";
import { type RefObject, useRef } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { type Beside, isThere, isTyped } from "./beside.ts";
import { CloseReview } from "./close-review.tsx";
import { FilmArea } from "./film-area.tsx";
import type { Moment } from "./model.ts";
import { MomentForm } from "./moment-form.tsx";
import { ReadingList, WritingList } from "./moment-list.tsx";
import type { ReviewPageData } from "./page-data.ts";
import { Replies } from "./replies.tsx";
import { Concern, FeedbackRead, History, Question, WayCard, Withdraw } from "./submission-cards.tsx";
import { SubmissionHead } from "./submission-head.tsx";

const said = words.review;
const SAVED: ReadonlyMap<string, string> = new Map(Object.entries(said.page.saved));

/** Which form of the page was not taken, and what it said. */
export interface Refused {
  readonly form: Beside | "plain";
  readonly lastResult: SubmissionResult;
}

export interface SubmissionPageProps extends ReviewPageData {
  readonly refused: Refused | undefined;
}

function resultFor(refused: Refused | undefined, form: Refused["form"]): SubmissionResult | undefined {
  return refused?.form === form ? refused.lastResult : besideOf(refused, form);
}

/** What stands beside each other goes in one post: what was typed in another of these forms still stands. */
function besideOf(refused: Refused | undefined, form: Refused["form"]): SubmissionResult | undefined {
  const typed = refused?.lastResult.initialValue;
  return typed && form !== "plain" && isThere(form, typed) ? { initialValue: typed } : undefined;
}

/** Whether somebody typed something into that form which was not taken: it is shown even where it can be taken no more. */
function hasTyped(refused: Refused | undefined, form: Beside): boolean {
  return refused !== undefined && (refused.form === form || isTyped(form, refused.lastResult.initialValue ?? {}));
}

interface PartProps extends SubmissionPageProps {
  readonly handle: RefObject<FilmHandle>;
  /** The film, where it plays beside. */
  readonly playing: RefObject<FilmHandle> | undefined;
}

/** For whoever writes the review: what is marked, and how it is closed. */
function Writing(props: PartProps) {
  const { submission, moments, names, actorId, may, feedback, refused, playing } = props;
  const isKept = hasTyped(refused, "feedback");
  return (
    <Stack>
      <WritingList moments={moments} names={names} actorId={actorId} submissionId={submission.id} mayChange={may.review} film={playing} />
      {(may.review || isKept) && (
        <CloseReview submissionId={submission.id} feedback={feedback} names={names} actorId={actorId} isOpen={may.review} maySend={may.send}
          sentBy={may.send || submission.watchedWith === null ? null : names[submission.watchedWith] ?? null} lastResult={resultFor(refused, "feedback")} />
      )}
      {!may.review && !isKept && feedback && !feedback.isSent && (
        <Card title={said.feedback.title}><p className="small muted">{said.feedback.drafted(names[feedback.recordedBy] ?? "", feedback.recordedAt)}</p><p className="as-written">{feedback.workingPoint}</p><p className="as-written">{feedback.nextStep}</p></Card>
      )}
    </Stack>
  );
}

function RepliesTo({ momentId, place, ...props }: SubmissionPageProps & { readonly momentId: string | null; readonly place: number }) {
  const { submission, replies, names, may, requestId, refused } = props;
  const none = momentId === null && may.reply ? said.replies.none[props.isOwn ? "own" : "theirs"] : undefined;
  return (
    <Replies submissionId={submission.id} momentId={momentId} replies={replies} names={names} mayReply={may.reply} none={none} requestId={`${requestId}-${String(place)}`}
      lastResult={resultFor(refused, "reply")} partOf={may.review ? "feedback" : undefined} />
  );
}

/** Everything marked, to be read on both sides once it is sent: strengths first. */
function Moments(props: PartProps) {
  const { moments, names, playing } = props;
  const places = new Map(moments.map((moment, index) => [moment.id, index + 1]));
  const answersTo = (moment: Moment) => (moment.sharing === "shared" ? <RepliesTo {...props} momentId={moment.id} place={places.get(moment.id) ?? 0} /> : null);
  return <ReadingList moments={moments} names={names} film={playing} answersTo={answersTo} />;
}

function Answers(props: SubmissionPageProps) {
  if (!props.may.reply && props.replies.length === 0) return null;
  return <Card title={said.replies.title}><RepliesTo {...props} momentId={null} place={0} /></Card>;
}

/** What was submitted: what to look at, the question, the film or what stands in its place. */
function Submitted(props: PartProps) {
  const { submission, film, moments, may, feedback, handle, askedIn } = props;
  const concern = <Concern {...props} />;
  return (
    <>
      {submission.intention !== null && <p className="rule-note"><b>{said.intention}</b> <span className="as-written">{submission.intention}</span></p>}
      <Question {...props} />
      <WayCard {...props} />
      {film ? <FilmArea film={film} handle={handle} moments={moments} hasPoint={Boolean(feedback?.workingPoint)} formId={may.review ? "moment" : undefined} isAsked={askedIn !== null}>{concern}</FilmArea> : concern}
    </>
  );
}

/** For whoever reviews: the film and the form that marks on the left, what is marked and how it is closed on the right. */
function WritingColumns(props: PartProps) {
  const { submission, may, refused, requestId, playing } = props;
  return (
    <Columns of="two-one">
      <Stack>
        <Submitted {...props} />
        {(may.review || hasTyped(refused, "moment")) && (
          <Card title={said.moments.mark}>
            <MomentForm id="moment" action={paths.reviewAct(submission.id, "moments")} requestId={requestId} lastResult={resultFor(refused, "moment")} film={playing} partOf={may.review ? "feedback" : undefined} />
          </Card>
        )}
      </Stack>
      <Stack>
        <Writing {...props} />
        <Answers {...props} />
        <History {...props} />
      </Stack>
    </Columns>
  );
}

/** For whoever reads: beside a film everything said of it, in the order in which it is told; the film stays in sight. */
function ReadingColumns(props: PartProps) {
  const told = <><Moments {...props} /><FeedbackRead {...props} /><Withdraw {...props} /><Answers {...props} /></>;
  return (
    <Columns of="two-one">
      <div className={props.playing ? "stays" : ""}>
        <Stack><Submitted {...props} />{!props.playing && told}</Stack>
      </div>
      <Stack>
        {props.playing && told}
        <History {...props} />
      </Stack>
    </Columns>
  );
}

function isWriter({ isOwn, submission, refused }: SubmissionPageProps): boolean {
  return !isOwn && (submission.state !== "reviewed" || hasTyped(refused, "feedback") || hasTyped(refused, "moment"));
}

/** A submission for both sides: the supervisor marks, closes or returns; the trainee reads in place and answers. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { film, saved, refused } = props;
  const handle = useRef<FilmHandle>(null);
  const notice = saved === null ? undefined : SAVED.get(saved);
  const plain = resultFor(refused, "plain");
  const parts = { ...props, handle, playing: film?.mayWatch === true ? handle : undefined };
  return (
    <Stack gap="large">
      {plain && <ErrorSummary errors={Object.values(plain.error ?? {}).flatMap((texts) => texts ?? []).map((text) => ({ text }))} />}
      {notice !== undefined && !refused && <Notice kind="success">{notice}</Notice>}
      <SubmissionHead {...props} />
      {isWriter(props) ? <WritingColumns {...parts} /> : <ReadingColumns {...parts} />}
    </Stack>
  );
}
