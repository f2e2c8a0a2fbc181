import { z } from "zod";

import type { Instant } from "#app/platform/clock.ts";

/** Everything that somebody is told of because another did it. */
export const NOTICE_KINDS = [
  "submission_sent", "submission_returned", "submission_withdrawn", "feedback_sent", "reply_written",
  "consent_withdrawn", "clip_erased",
  "sign_off_asked", "sign_off_withdrawn", "sign_off_recommended", "sign_off_signed", "sign_off_not_yet", "accredited", "reviewer_assigned", "stage_reopened",
  "entry_voided_after_lock", "entry_questioned_after_lock", "skills_record_filled_in", "reflection_shared",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const noticeKindSchema = z.enum(NOTICE_KINDS);

/** Ids by what they are, for instance `{ submission: "…" }`; a stage goes by its number. Never text that somebody wrote. */
export type NoticeSubjects = Readonly<Record<string, string>>;
export const noticeSubjectsSchema = z.record(z.string(), z.string());

/** What happened, and who is to know. */
export interface NewNotice {
  readonly kind: NoticeKind;
  /** Who did it; null where no person did. They are never told of it themselves. */
  readonly actorId: string | null;
  /** Whose record it is about. */
  readonly traineeId: string | null;
  readonly recipientIds: readonly string[];
  readonly subjects: NoticeSubjects;
}

/** A notice as one of its recipients has it. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly actorId: string | null;
  readonly traineeId: string | null;
  readonly subjects: NoticeSubjects;
  readonly at: Instant;
  /** Null until they said that they have seen it. */
  readonly seenAt: Instant | null;
}
