/**
 * Everything that can be done and is recorded. The record holds ids, never values. `session.started` is a password that was
 * right: where a second factor is set up, that sign-in opens nothing until `second_factor.given`.
 */
export const ACTS = [
  "person.created", "person.verified", "password.changed", "password.reset_asked", "session.started", "session.proved", "session.ended",
  "second_factor.set_up", "second_factor.given", "second_factor.removed", "recovery_codes.made", "recovery_code.used",
  "role.granted", "role.changed", "accreditation.recorded", "assignment.recorded",
  "cohort.joined", "enrolment.recorded", "enrolment.ended", "pause.recorded", "pause.voided", "working_time.set", "stage.closed", "stage.reopened",
  "client.opened", "client.changed", "client.closed", "client.reopened", "client.voided",
  "entry.logged", "entry.changed", "entry.voided", "entry.confirmed", "entry.questioned", "entries.imported", "attendance.recorded", "work.recognised", "work.recognition_voided", "import.undone",
  "consent.recorded", "consent.changed", "consent.withdrawn", "consent.voided", "notices.seen",
  "clip.upload_begun", "clip.upload_dropped", "clip.recorded", "clip.erasure_asked", "clip.erased",
  "submission.sent", "submission.withdrawn", "submission.returned", "submission.reviewed",
  "moment.marked", "moment.changed", "moment.voided", "feedback.drafted", "reply.written", "skills_record.filled_in", "concern.shown",
  "sign_off.asked", "sign_off.withdrawn", "sign_off.recommended", "sign_off.accredited", "sign_off.not_yet", "reviewer.assigned",
  "reflection.written", "reflection.changed", "reflection.voided", "reflection.shared", "reflection.withdrawn",
  "record.taken_along", "record.brought_along",
  "pathway.recorded", "programme.created", "programme.set", "demo.seeded",
] as const;
export type Act = (typeof ACTS)[number];

/** Ids by what they are, for instance `{ trainee: "…", entry: "…" }`. */
export type Subjects = Readonly<Record<string, string | readonly string[]>>;

export interface AuditRecord {
  /** Null where no person acted: a job, a seed, somebody not signed in. */
  readonly actorId: string | null;
  readonly act: Act;
  readonly subjects: Subjects;
}
