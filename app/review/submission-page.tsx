import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { type RefObject, useRef } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { londonDay } from "#app/platform/clock.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import { words } from "#app/words/words.ts";

import { CloseReview } from "./close-review.tsx";
import { FilmArea } from "./film-area.tsx";
import type { Moment } from "./model.ts";
import { MomentForm } from "./moment-form.tsx";
import { ReadingList, WritingList } from "./moment-list.tsx";
import { countAttuned } from "./moments.ts";
import type { ReviewPageData } from "./page-data.ts";
import { Replies } from "./replies.tsx";
import { isOpen, type SubmissionState } from "./states.ts";
import { titleOfReview } from "./title.ts";

const said = words.review;
const TONES = { sent: "moment", returned: "moment", reviewed: "good", withdrawn: "plain" } as const satisfies Record<SubmissionState, ChipTone>;
const SAVED: ReadonlyMap<string, string> = new Map(Object.entries(said.page.saved));

/** Which form of the page was not taken, and what it said. */
export interface Refused {
  readonly form: "moment" | "feedback" | "reply" | "plain";
  readonly lastResult: SubmissionResult;
}

export interface SubmissionPageProps extends ReviewPageData {
  readonly refused: Refused | undefined;
}

/** Where a submission stands, in a word. */
export function StateChip({ state }: { readonly state: SubmissionState }) {
  return <Chip tone={TONES[state]} {...(state === "reviewed" ? { icon: "check" } : {})}>{said.states[state]}</Chip>;
}

function resultFor(refused: Refused | undefined, form: Refused["form"]): SubmissionResult | undefined {
  return refused?.form === form ? refused.lastResult : undefined;
}

function Head(props: SubmissionPageProps) {
  const { submission, cycle, may } = props;
  const lead = cycle.reviewedOn === null ? undefined : said.filmed(cycle.filmedOn, cycle.reviewedOn);
  return (
    <PageHead kicker={<Link to={paths.submissions()}>{said.list.title}</Link>} title={titleOfReview(props)} {...(lead === undefined ? {} : { lead })}
      actions={(
        <>
          {may.submitAgain && <ButtonLink look="primary" to={paths.submitBy(submission.entryId, submission.way)}>{said.page.again}</ButtonLink>}
          <StateChip state={submission.state} />
          {submission.attempt > 1 && <Chip>{said.attempt(submission.attempt)}</Chip>}
        </>
      )} />
  );
}

/** One press from every review, with or without a film. */
function Concern({ submissionId }: { readonly submissionId: string }) {
  return (
    <Form method="post" action={paths.reviewAct(submissionId, "concern")}>
      <button type="submit" className="link-button">{said.concern.link}</button>
    </Form>
  );
}

function WayCard({ submission, names }: Pick<SubmissionPageProps, "submission" | "names">) {
  const { way, reference, watchedOn, watchedWith, state } = submission;
  if (way === "excerpt") return null;
  const name = watchedWith === null ? "" : names[watchedWith] ?? "";
  return (
    <Card title={said.ways[way]}>
      {reference !== null && <p>{said.page.reference(reference)}</p>}
      {watchedOn !== null && <p>{said.page.watched(watchedOn, name)} {isOpen(state) && said.page.watchedWaits(name)}{state === "reviewed" && said.page.confirmed(name)}</p>}
    </Card>
  );
}

function Question({ submission, names, isOwn }: Pick<SubmissionPageProps, "submission" | "names" | "isOwn">) {
  const last = submission.steps.at(-1);
  if (!last || last.state !== "returned") return null;
  return (
    <Card title={said.page.question(names[last.by] ?? "")}>
      <p className="as-written">{last.note}</p>
      {isOwn && <p className="muted small">{said.page.answerNext}</p>}
    </Card>
  );
}

function FeedbackRead({ feedback, moments }: Pick<SubmissionPageProps, "feedback" | "moments">) {
  if (!feedback?.isSent) return null;
  const items = [
    ...(feedback.workingPoint === null ? [] : [{ term: said.feedback.workingPoint, value: <span className="as-written">{feedback.workingPoint}</span> }]),
    ...(feedback.nextStep === null ? [] : [{ term: said.feedback.nextStep, value: <span className="as-written">{feedback.nextStep}</span> }]),
  ];
  return (
    <Card title={said.feedback.read}>
      <p className="muted small">{said.moments.balance(countAttuned(moments), feedback.workingPoint !== null)}</p>
      <DescriptionList items={items} />
    </Card>
  );
}

function Withdraw({ submission, may }: Pick<SubmissionPageProps, "submission" | "may">) {
  if (!may.withdraw) return null;
  return (
    <Card>
      <Stack gap="small">
        <p>{said.page.waitsForYou}</p>
        <p className="muted small">{said.page.withdrawText}</p>
        <Form method="post" action={paths.reviewAct(submission.id, "withdraw")}><Button look="danger">{said.page.withdraw}</Button></Form>
      </Stack>
    </Card>
  );
}

function History({ submission, attempts, names, stage }: Pick<SubmissionPageProps, "submission" | "attempts" | "names" | "stage">) {
  const steps = [...submission.steps].reverse().map((step) => ({
    key: String(step.number), title: said.stepped[step.state], when: said.byOn(names[step.by] ?? "", step.at), children: step.note === null ? null : <p className="small as-written">{step.note}</p>,
  }));
  const others = attempts.filter((attempt) => attempt.id !== submission.id);
  return (
    <Card title={said.page.steps}>
      <Stack>
        <Timeline items={steps} label={said.page.steps} />
        {others.length > 0 && (
          <div>
            <h3>{said.page.attempts}</h3>
            <ItemList label={said.page.attempts}>
              {others.map(({ id, attempt, state, sentAt }) => <Item key={id} title={said.attempt(attempt)} to={paths.submission(id)} detail={said.list.sent(londonDay(new Date(sentAt)))} end={<StateChip state={state} />} />)}
            </ItemList>
          </div>
        )}
        <p><Link to={paths.entry(submission.entryId)}>{said.cycle}</Link></p>
        {stage !== null && <p><Link to={paths.skillsRecord(submission.traineeId, stage, { submission: submission.id })}>{said.page.skills(stage)}</Link></p>}
      </Stack>
    </Card>
  );
}

interface SideProps extends SubmissionPageProps { readonly handle: RefObject<FilmHandle> | undefined }

/** For whoever writes the review: what is marked, and how it is closed. */
function Writing(props: SideProps) {
  const { submission, moments, names, actorId, may, feedback, refused, handle } = props;
  const isTyped = refused?.form === "feedback";
  return (
    <Stack>
      <WritingList moments={moments} names={names} actorId={actorId} submissionId={submission.id} mayChange={may.review} film={handle} />
      {(may.review || isTyped) && (
        <CloseReview submissionId={submission.id} feedback={feedback} names={names} actorId={actorId} isOpen={may.review} maySend={may.send}
          sentBy={may.send || submission.watchedWith === null ? null : names[submission.watchedWith] ?? null} lastResult={resultFor(refused, "feedback")} />
      )}
      {!may.review && !isTyped && feedback && !feedback.isSent && (
        <Card title={said.feedback.title}><p className="small muted">{said.feedback.drafted(names[feedback.recordedBy] ?? "", feedback.recordedAt)}</p><p className="as-written">{feedback.workingPoint}</p><p className="as-written">{feedback.nextStep}</p></Card>
      )}
    </Stack>
  );
}

function RepliesTo({ momentId, place, ...props }: SubmissionPageProps & { readonly momentId: string | null; readonly place: number }) {
  const { submission, replies, names, may, requestId, refused } = props;
  return (
    <Replies submissionId={submission.id} momentId={momentId} replies={replies} names={names} mayReply={may.reply} requestId={`${requestId}-${String(place)}`}
      lastResult={resultFor(refused, "reply")} />
  );
}

/** Everything marked, to be read on both sides once it is sent. */
function Reading(props: SideProps) {
  const { moments, names, handle } = props;
  const places = new Map(moments.map((moment, index) => [moment.id, index + 1]));
  const answersTo = (moment: Moment) => (moment.sharing === "shared" ? <RepliesTo {...props} momentId={moment.id} place={places.get(moment.id) ?? 0} /> : null);
  return <ReadingList moments={moments} names={names} film={handle} answersTo={answersTo} />;
}

function isWriter({ isOwn, submission }: SubmissionPageProps): boolean {
  return !isOwn && submission.state !== "reviewed";
}

/** A submission for both sides: the supervisor marks, closes or returns; the trainee reads in place and answers. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { submission, film, moments, may, saved, refused, requestId } = props;
  const handle = useRef<FilmHandle>(null);
  const playing = film?.mayWatch === true ? handle : undefined;
  const notice = saved === null ? undefined : SAVED.get(saved);
  const plain = resultFor(refused, "plain");
  const writes = isWriter(props) || refused?.form === "feedback" || refused?.form === "moment";
  return (
    <Stack gap="large">
      {plain && <ErrorSummary errors={Object.values(plain.error ?? {}).flatMap((texts) => texts ?? []).map((text) => ({ text }))} />}
      {notice !== undefined && !refused && <Notice kind="success">{notice}</Notice>}
      <Head {...props} />
      <Columns of="two-one">
        <Stack>
          {submission.intention !== null && <p className="rule-note"><b>{said.intention}</b> <span className="as-written">{submission.intention}</span></p>}
          <Question {...props} />
          <WayCard {...props} />
          {film && <FilmArea film={film} handle={handle} moments={moments} formId={may.review ? "moment" : undefined} />}
          <Concern submissionId={submission.id} />
          {(may.review || refused?.form === "moment") && (
            <Card title={said.moments.mark}>
              <MomentForm id="moment" action={paths.reviewAct(submission.id, "moments")} requestId={requestId} lastResult={resultFor(refused, "moment")} film={playing} />
            </Card>
          )}
          {!writes && <FeedbackRead {...props} />}
          <Withdraw {...props} />
          <Card title={said.replies.title}><RepliesTo {...props} momentId={null} place={0} /></Card>
        </Stack>
        <Stack>
          {writes && !props.isOwn ? <Writing {...props} handle={playing} /> : <Reading {...props} handle={playing} />}
          <History {...props} />
        </Stack>
      </Columns>
    </Stack>
  );
}
