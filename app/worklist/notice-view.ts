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
}

type Place = (subjects: Notice["subjects"], traineeId: string) => string | undefined;

const toSubmission: Place = ({ submission }) => submission && paths.submission(submission);
const toReceipt: Place = ({ clip }) => clip && paths.clipReceipt(clip);
const toRequest: Place = ({ request }) => request && paths.signOffRequest(request);
const toEntry: Place = ({ entry }) => entry && paths.entry(entry);
const toSkills: Place = ({ stage }, traineeId) => stage && paths.skillsRecord(traineeId, Number(stage));
const nowhere: Place = () => undefined;

/** Where a record has to be visible to go there; a request for sign-off asks its own question of whoever comes. */
const IN_THE_RECORD: Readonly<Record<NoticeKind, Place>> = {
  submission_sent: toSubmission, submission_returned: toSubmission, submission_withdrawn: toSubmission, feedback_sent: toSubmission, reply_written: toSubmission,
  consent_withdrawn: toReceipt, clip_erased: toReceipt,
  sign_off_asked: toRequest, sign_off_withdrawn: toRequest, sign_off_recommended: toRequest, sign_off_signed: toRequest, sign_off_not_yet: toRequest, accredited: toRequest, reviewer_assigned: toRequest,
  stage_reopened: nowhere, entry_voided_after_lock: toEntry, entry_questioned_after_lock: toEntry, skills_record_filled_in: toSkills,
};

function placeOf({ kind, subjects, traineeId }: Notice, { personId, visible }: NoticeReader): string | null {
  if (traineeId === null) return null;
  const place = IN_THE_RECORD[kind];
  const mayGo = place === toRequest || visible.has(traineeId);
  const there = mayGo ? place(subjects, traineeId) : undefined;
  if (there !== undefined && there !== "") return there;
  if (!visible.has(traineeId)) return null;
  return traineeId === personId ? paths.progress() : paths.trainee(traineeId);
}

/** A notice in words, for whoever reads it: names of people in the programme, never a client's code. */
export function noticeLine(notice: Notice, reader: NoticeReader): NoticeLine {
  const { kind, actorId, traineeId, subjects } = notice;
  const nameOf = (id: string | null): string => (id === null ? said.portal : reader.names.get(id) ?? said.somebody);
  const told = { by: nameOf(actorId), of: nameOf(traineeId), stage: subjects.stage === undefined ? said.aStage : said.stage(subjects.stage) };
  const sentences = traineeId === reader.personId ? said.own : said.others;
  return { id: notice.id, sentence: sentences[kind](told), to: placeOf(notice, reader), at: notice.at };
}
