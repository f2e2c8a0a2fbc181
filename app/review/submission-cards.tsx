import { Form, Link } from "@remix-run/react";

import { londonDay } from "#app/platform/clock.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import { words } from "#app/words/words.ts";

import { countAttuned } from "./moments.ts";
import type { ReviewPageData } from "./page-data.ts";
import { StateChip } from "./state-chip.tsx";
import { isOpen } from "./states.ts";

const said = words.review;

/** One press from every review, with or without a film. */
export function Concern({ submission: { id }, askedIn }: Pick<ReviewPageData, "submission" | "askedIn">) {
  return (
    <Form method="post" action={askedIn === null ? paths.reviewAct(id, "concern") : paths.signOffConcern(askedIn, id)}>
      <button type="submit" className="link-button">{said.concern.link}</button>
    </Form>
  );
}

/** How it was submitted without a film: where the board keeps it, or with whom it was watched. */
export function WayCard({ submission, names }: Pick<ReviewPageData, "submission" | "names">) {
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

/** The question with which it was returned. */
export function Question({ submission, names, isOwn }: Pick<ReviewPageData, "submission" | "names" | "isOwn">) {
  const last = submission.steps.at(-1);
  if (!last || last.state !== "returned") return null;
  return (
    <Card title={said.page.question(names[last.by] ?? "")}>
      <p className="as-written">{last.note}</p>
      {isOwn && <p className="muted small">{said.page.answerNext}</p>}
    </Card>
  );
}

/** What closed the review, once it is sent. */
export function FeedbackRead({ feedback, moments, names }: Pick<ReviewPageData, "feedback" | "moments" | "names">) {
  if (!feedback?.isSent) return null;
  const { workingPoint, nextStep, recordedBy, recordedAt } = feedback;
  return (
    <Card title={said.feedback.read}>
      <Stack>
        <p className="muted small">{said.byOn(names[recordedBy] ?? "", recordedAt)}<br />{said.moments.balance(countAttuned(moments), workingPoint !== null)}</p>
        {workingPoint !== null && <div><h3>{said.feedback.workingPoint}</h3><p className="as-written">{workingPoint}</p></div>}
        {nextStep !== null && <div><h3>{said.feedback.nextStep}</h3><p className="as-written">{nextStep}</p></div>}
      </Stack>
    </Card>
  );
}

/** Lets the trainee take it back while nobody has answered. */
export function Withdraw({ submission, may }: Pick<ReviewPageData, "submission" | "may">) {
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

/** What happened, and where it leads: the cycle, the sessions about it, the skills record, other attempts. */
export function History({ submission, attempts, names, stage, askedIn, sessions, film, isOwn }: Pick<ReviewPageData, "submission" | "attempts" | "sessions" | "names" | "stage" | "askedIn" | "film" | "isOwn">) {
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
        {askedIn === null && <p><Link to={paths.entry(submission.entryId)}>{said.cycle}</Link></p>}
        {askedIn === null && sessions.length > 0 && <ul className="bullets">{sessions.map(({ text, to }) => <li key={to}><Link to={to}>{text}</Link></li>)}</ul>}
        {stage !== null && <p><Link to={paths.skillsRecord(submission.traineeId, stage, { submission: submission.id })}>{said.page.skills(stage)}</Link></p>}
        {isOwn && film?.keeping && <p><Link to={paths.eraseClip(film.id)}>{words.clips.erase.title}</Link></p>}
      </Stack>
    </Card>
  );
}
