import type { Notice, NoticeKind } from "#app/notices/model.ts";
import type { Instant } from "#app/platform/clock.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.notices;

/** What somebody is told, ready to be shown. */
export interface NoticeLine {
  readonly id: string;
  readonly sentence: string;
  /** Where the thing is that it is about; null where the reader may not go there. */
  readonly to: string | null;
  readonly at: Instant;
}

/** Who reads it, and what they may look into. */
export interface NoticeReader {
  readonly personId: string;
  /** Names of the people whom the notices are about or by, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The trainees whose records the reader sees today: their own, and those whom they supervise. */
  readonly visible: ReadonlySet<string>;
  /** Those whom somebody asks them today to decide on. */
  readonly asked: ReadonlySet<string>;
  /** The reflections that others share with them now. */
  readonly reflections: ReadonlySet<string>;
  /** Those of the programmes that they lead: never a record, only that a reviewer is needed, stages and counts. */
  readonly led: ReadonlySet<string>;
}

type Place = (subjects: Notice["subjects"], traineeId: string) => string | undefined;

const toSubmission: Place = ({ submission }) => submission && paths.submission(submission);
const toReceipt: Place = ({ clip }) => clip && paths.clipReceipt(clip);
const toRequest: Place = ({ request }) => request && paths.signOffRequest(request);
const toEntry: Place = ({ entry }) => entry && paths.entry(entry);
const toSkills: Place = ({ stage }, traineeId) => stage && paths.skillsRecord(traineeId, Number(stage));
const toReflection: Place = ({ reflection }) => reflection && paths.reflection(reflection);
const nowhere: Place = () => undefined;

const IN_THE_RECORD: Readonly<Record<NoticeKind, Place>> = {
  submission_sent: toSubmission, submission_returned: toSubmission, submission_withdrawn: toSubmission, feedback_sent: toSubmission, reply_written: toSubmission,
  consent_withdrawn: toReceipt, clip_erased: toReceipt,
  sign_off_asked: toRequest, sign_off_withdrawn: toRequest, sign_off_recommended: toRequest, sign_off_signed: toRequest, sign_off_not_yet: toRequest, accredited: toRequest, reviewer_assigned: toRequest,
  stage_reopened: nowhere, entry_voided_after_lock: toEntry, entry_questioned_after_lock: toEntry, skills_record_filled_in: toSkills,
  reflection_shared: toReflection,
};

/** Where a lead goes: to ask a reviewer, or to the trainee as the cohort shows them. */
const ofLed = ({ kind, subjects: { request } }: Notice, traineeId: string): string =>
  (kind === "sign_off_recommended" && request !== undefined ? paths.assignReviewer(request) : paths.cohortTrainee(traineeId));

function placeOf(notice: Notice, { personId, visible, asked, led, reflections }: NoticeReader): string | null {
  const { kind, subjects, traineeId } = notice;
  if (traineeId === null) return null;
  const place = IN_THE_RECORD[kind];
  // A reflection that was taken back leads to the record, if there is a way into that.
  const mayGo = place === toReflection ? traineeId === personId || reflections.has(subjects.reflection ?? "") : visible.has(traineeId) || (place === toRequest && asked.has(traineeId));
  const there = mayGo ? place(subjects, traineeId) : undefined;
  if (there !== undefined && there !== "") return there;
  if (traineeId === personId) return paths.progress();
  if (visible.has(traineeId)) return paths.trainee(traineeId);
  return led.has(traineeId) ? ofLed(notice, traineeId) : null;
}

/** A notice in words, for whoever reads it: names of people in the programme, never a client's code. */
export function noticeLine(notice: Notice, reader: NoticeReader): NoticeLine {
  const { kind, actorId, traineeId, subjects } = notice;
  const nameOf = (id: string | null): string => (id === null ? said.portal : reader.names.get(id) ?? said.somebody);
  const told = { by: nameOf(actorId), of: nameOf(traineeId), stage: subjects.stage === undefined ? said.aStage : said.stage(subjects.stage) };
  const sentences = traineeId === reader.personId ? said.own : said.others;
  return { id: notice.id, sentence: sentences[kind](told), to: placeOf(notice, reader), at: notice.at };
}
