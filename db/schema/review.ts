import type { Versioned, Voidable } from "./versioned.ts";

/** A shared review handed to the supervisor, in one of three ways that count alike. */
export interface SubmissionTable {
  id: string;
  trainee_id: string;
  /** The cycle whose shared review it is. */
  entry_id: string;
  /** 1, 2, …: earlier attempts stay. */
  attempt: number;
  /** `excerpt`, `reference` or `watched_together`. */
  way: string;
  clip_id: string | null;
  /** Where the board keeps the film: an identifier only. */
  reference: string | null;
  watched_on: string | null;
  watched_with: string | null;
  /** What the trainee would like to be looked at. */
  intention: string | null;
  request_id: string;
  recorded_at: string;
  recorded_by: string;
}

/** Each step of a submission; the highest number is where it stands. */
export interface SubmissionStepTable {
  submission_id: string;
  number: number;
  /** `sent`, `returned`, `reviewed` or `withdrawn`. */
  state: string;
  note: string | null;
  stepped_by: string;
  recorded_at: string;
}

export interface MomentTable {
  id: string;
  submission_id: string;
  author_id: string;
  request_id: string | null;
  recorded_at: string;
}

/** A note on the film, at a moment or over a range; without times where there is no film. */
export interface MomentVersionTable extends Voidable<string> {
  moment_id: string;
  /** `attuned_moment` or `note`. */
  kind: string;
  /** `practitioner_client` or `client_child`. */
  layer: string;
  starts_ms: number | null;
  ends_ms: number | null;
  /** Key of one of the six principle groups. */
  principle: string | null;
  /** `shared` or `private`. */
  sharing: string;
  note: string | null;
}

export interface FeedbackTable extends Versioned<string> {
  submission_id: string;
  working_point: string | null;
  next_step: string | null;
  is_sent: 0 | 1;
}

export interface ReplyTable {
  id: string;
  submission_id: string;
  moment_id: string | null;
  author_id: string;
  text: string;
  request_id: string;
  recorded_at: string;
}

export interface SkillsRecordTable {
  id: string;
  trainee_id: string;
  stage: number;
  rater_id: string;
  /** `trainee` or `supervisor`. */
  rater_part: string;
  recorded_at: string;
}

export interface SkillsRecordVersionTable extends Versioned<string> {
  record_id: string;
  /** The scale in force when it was filled in. */
  scale: string;
  /** The review it was filled in at, if any. */
  submission_id: string | null;
  /** JSON object: line -> 1 to 4 or `not_seen`; a line left open has no key. */
  ratings: string;
  strengths: string | null;
  working_point: string | null;
}

export interface ReviewSchema {
  submission: SubmissionTable;
  submission_step: SubmissionStepTable;
  current_submission_step: SubmissionStepTable;
  moment: MomentTable;
  moment_version: MomentVersionTable;
  current_moment: MomentVersionTable;
  feedback: FeedbackTable;
  current_feedback: FeedbackTable;
  reply: ReplyTable;
  skills_record: SkillsRecordTable;
  skills_record_version: SkillsRecordVersionTable;
  current_skills_record: SkillsRecordVersionTable;
}
