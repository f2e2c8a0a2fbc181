import { type Actor, hasRole } from "./model.ts";

/**
 * Everything that somebody may or may not do; what is not in the table is refused. What somebody may see is no action:
 * the scopes in SQL decide it, and what is outside them is not there (scope.server.ts).
 */
export const ACTIONS = [
  "logbook.write", "supervision.decide", "peer_supervision.decide", "training.decide", "recognised.write", "external_supervisor.verify", "people.manage",
  "consent.write", "consent.withdraw", "clip.upload", "clip.erase", "submission.write", "review.write", "review.reply", "skills.write",
  "sign_off.ask", "sign_off.sign", "sign_off.decide", "reviewer.assign", "stage.reopen", "entry.void_locked", "entry.question_locked",
  "cohort.read", "programme.set", "working_time.set", "record.take_along", "reflection.write", "reflection.share", "reflection.withdraw",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What is known of the thing acted on. What an action needs and is not told counts against the actor. */
export interface Subject {
  /** Whose record it is. */
  readonly traineeId?: string;
  /** The programme that the record or person belongs to. */
  readonly programmeId?: string;
  /** The supervisors assigned to the trainee today. */
  readonly supervisorIds?: readonly string[];
  /** The supervisor named in a supervision entry. */
  readonly entrySupervisorId?: string;
  /** The other trainees named in a peer supervision entry. */
  readonly attendeeIds?: readonly string[];
  /** With whom a reflection is to be shared, and the trainee's fellow trainees today. */
  readonly readerId?: string;
  readonly fellowIds?: readonly string[];
  /** The person acted on, where it is not about a trainee's record. */
  readonly personId?: string;
  /** Who is asked today to decide on the stage, where it is not the own supervisor. */
  readonly reviewerId?: string;
  /** Whether the actor ever supervised the trainee (docs/field.md, "Ever supervised"). */
  readonly hasEverSupervised?: boolean;
}

type Rule = (actor: Actor, subject: Subject) => boolean;

const isSelf: Rule = (actor, { traineeId }) => traineeId === actor.personId;

const isAnothers: Rule = (actor, { traineeId }) => traineeId !== undefined && traineeId !== actor.personId;

const isPresentSupervisor: Rule = (actor, subject) =>
  isAnothers(actor, subject) && hasRole(actor, "supervisor") && (subject.supervisorIds ?? []).includes(actor.personId);

const isLeadOf: Rule = (actor, { programmeId }) => programmeId !== undefined && hasRole(actor, "lead", programmeId);

const isAdministratorOf: Rule = (actor, { programmeId }) => programmeId !== undefined && hasRole(actor, "administrator", programmeId);

const isOwnTrainee: Rule = (actor, subject) => isSelf(actor, subject) && hasRole(actor, "trainee", subject.programmeId);

const isLeadOfAnother: Rule = (actor, subject) => isAnothers(actor, subject) && isLeadOf(actor, subject);

/** Only those who could be present to it: never somebody as lead or administrator. */
const isPossibleReader: Rule = (_actor, { traineeId, readerId, supervisorIds = [], fellowIds = [] }) =>
  readerId !== undefined && readerId !== traineeId && (supervisorIds.includes(readerId) || fellowIds.includes(readerId));

const isPresentSupervisorOrLead: Rule = (actor, subject) => isPresentSupervisor(actor, subject) || isLeadOfAnother(actor, subject);

const isIndependentReviewerIn = (actor: Actor, programmeId: string | undefined): boolean =>
  actor.grants.some((g) => g.role === "supervisor" && g.isIndependentReviewer && g.programmeId === programmeId);

/** Independent: asked to decide, able to, and never this trainee's supervisor, which has to be known and not only unsaid. */
const isIndependentOf: Rule = (actor, subject) =>
  isAnothers(actor, subject) && subject.reviewerId === actor.personId && subject.hasEverSupervised === false
  && isIndependentReviewerIn(actor, subject.programmeId);

const RULES: Readonly<Record<Action, Rule>> = {
  "logbook.write": isOwnTrainee,
  "supervision.decide": (actor, subject) =>
    isAnothers(actor, subject) && hasRole(actor, "supervisor") && subject.entrySupervisorId === actor.personId,
  "peer_supervision.decide": (actor, subject) =>
    isAnothers(actor, subject) && ((subject.attendeeIds ?? []).includes(actor.personId) || isPresentSupervisor(actor, subject)),
  "training.decide": isLeadOfAnother,
  "recognised.write": isLeadOfAnother,
  "external_supervisor.verify": (actor, { personId }) => hasRole(actor, "lead") && personId !== undefined && personId !== actor.personId,
  "people.manage": isAdministratorOf,
  "consent.write": isOwnTrainee,
  // A family's withdrawal is never held up by a grant that ended meanwhile.
  "consent.withdraw": isSelf,
  "clip.upload": isOwnTrainee,
  "clip.erase": isSelf,
  "submission.write": isOwnTrainee,
  "review.write": isPresentSupervisor,
  "review.reply": (actor, subject) => isSelf(actor, subject) || isPresentSupervisor(actor, subject),
  "skills.write": (actor, subject) => isSelf(actor, subject) || isPresentSupervisor(actor, subject),
  // One's own record goes along also once one is no trainee here any longer.
  "record.take_along": isSelf,
  "sign_off.ask": isOwnTrainee,
  "sign_off.sign": isPresentSupervisor,
  "sign_off.decide": isIndependentOf,
  "reviewer.assign": isLeadOfAnother,
  "stage.reopen": isLeadOfAnother,
  "entry.void_locked": isPresentSupervisorOrLead,
  "entry.question_locked": isPresentSupervisorOrLead,
  "cohort.read": isLeadOf,
  "programme.set": (actor, subject) => isLeadOf(actor, subject) || isAdministratorOf(actor, subject),
  "reflection.write": isOwnTrainee,
  "reflection.share": (actor, subject) => isOwnTrainee(actor, subject) && isPossibleReader(actor, subject),
  // What was shared can be taken back in whatever role one is here; what a leaver without any had shared has ended by itself.
  "reflection.withdraw": isSelf,
  "working_time.set": (actor, subject) => isAnothers(actor, subject) && (isLeadOf(actor, subject) || isAdministratorOf(actor, subject)),
};

/**
 * True where the actor may do it (docs/field.md, "Who may do what"). The actor's grants are those in force
 * today; somebody without any may do nothing.
 */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  return actor.grants.length > 0 && RULES[action](actor, subject);
}
