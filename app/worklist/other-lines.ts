import type { WaitingRequest } from "#app/accreditation/waiting-request.ts";
import type { Notice } from "#app/notices/model.ts";
import type { Person } from "#app/people/model.ts";
import type { Day, Instant } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import type { SubmissionLine } from "#app/review/cycle-view.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { daysSince } from "./entry-line.ts";
import type { NoticeReader } from "./notice-view.ts";
import type { QueueLine } from "./queue.ts";

const said = words.worklist.item;

const BARE = { to: null, detail: [], doesNotCount: [], confirm: null, notices: [] } as const;

/** A shared review that waits for the actor's feedback. */
export function submissionLine({ id, traineeName, code, nth, way, attempt, since }: SubmissionLine, today: Day): QueueLine {
  const detail = [words.review.ways[way], ...(attempt > 1 ? [words.review.attempt(attempt)] : [])].join(" · ");
  return { ...BARE, kind: "submission", id, title: words.review.titleOf(traineeName, code, nth), detail: [detail], ageDays: daysSince(since, today), act: paths.submission(id) };
}

/** A submission of the actor's own that came back, with what was asked. */
export function returnedLine({ id, code, nth, question, since }: SubmissionLine, today: Day): QueueLine {
  return { ...BARE, kind: "returned", id, title: words.review.title(code, nth), detail: question === null ? [] : [question], ageDays: daysSince(since, today), act: paths.submission(id) };
}

/** A request for sign-off, by what the actor is to do with it. */
export function requestLine({ requestId, traineeName, stage, act, since, lost }: WaitingRequest, today: Day): QueueLine {
  const to = act === "assign_reviewer" ? paths.assignReviewer(requestId) : paths.signOffRequest(requestId);
  return { ...BARE, kind: act, id: requestId, title: said.request(stage, traineeName), detail: [lost === null ? said[act] : words.leading.reviewer.lost(lost.name, lost.why)], ageDays: daysSince(since, today), act: to };
}

/** An external supervisor to be verified: the person, never whom they supervise. */
export function externalLine({ id, name, knownSince }: Person & { readonly knownSince: Instant }, today: Day): QueueLine {
  return { ...BARE, kind: "external", id, title: said.external(name), detail: [said.externalDetail], ageDays: daysSince(knownSince, today), act: paths.verifyWaiting(id) };
}

/**
 * Answers that were written to the actor, one line for each review: each waits until they answer or say that they have seen it.
 * `unseen` holds the notices of them, the latest first.
 */
export function replyLines(unseen: readonly Notice[], { names, visible }: Pick<NoticeReader, "names" | "visible">, today: Day): QueueLine[] {
  return [...groupBy(unseen, (notice) => notice.subjects.submission ?? "")].map(([id, told]) => {
    const [last, first] = [told[0], told.at(-1)];
    const isVisible = last?.traineeId != null && visible.has(last.traineeId);
    return {
      ...BARE, kind: "reply", id, title: said.reply(names.get(last?.actorId ?? "") ?? words.notices.somebody), detail: told.length > 1 ? [said.replies(told.length)] : [],
      ageDays: first ? daysSince(first.at, today) : 0, act: isVisible ? paths.submission(id) : null, notices: told.map((notice) => notice.id),
    };
  });
}
