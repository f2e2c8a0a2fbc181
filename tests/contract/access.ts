import { CAST, type Scene, SECRET_NOTE, type Who } from "./cast.ts";
import { type Form, multipart, Octets, type Sent } from "./sending.ts";

type At = (scene: Scene) => string;

/** A status, or one for each of those whose case is another. */
export type Otherwise = number | Partial<Record<Who, number>> & { readonly rest: number };

/** The status for that person. */
export function statusFor(otherwise: Otherwise, who: Who): number {
  return typeof otherwise === "number" ? otherwise : otherwise[who] ?? otherwise.rest;
}

/** What one address that shows something owes to whom. */
export interface Reading {
  readonly at: At;
  /** Who is shown it. */
  readonly sees: readonly Who[];
  /** What a signed-in person who is not shown it gets: not there, not theirs to do, or sent to a page of their own. */
  readonly otherwise: Otherwise;
  /** What nobody (not signed in) gets; without it, sign-in. */
  readonly nobody?: number;
  /** What those who are shown it get; without it 200. */
  readonly status?: number;
}

/** What one address that writes owes to whom. */
export interface Writing {
  readonly at: At;
  /** Whose form is taken. */
  readonly may: readonly Who[];
  /** What is taken from them, plain, with files or as bytes, and whose being taken leaves a trace in the audit record. */
  readonly form: (scene: Scene, who: Who) => Sent;
  /** Without it POST. */
  readonly method?: "PATCH" | "DELETE";
  /** True for a form that is only looked at: its being taken leaves no trace. */
  readonly isOnlyLookedAt?: true;
  /** What a signed-in person gets who may not. */
  readonly otherwise: Otherwise;
  /** What nobody (not signed in) gets; without it, sign-in. */
  readonly nobody?: number;
  /** What those who may get; without it 302. */
  readonly status?: number;
}

const SIGNED_IN = CAST.filter((who) => who !== "nobody");
const TRAINEES: readonly Who[] = ["owner", "peer", "stranger"];
const SUPERVISORS: readonly Who[] = ["supervisor", "past_supervisor", "reviewer"];
const LEADS: readonly Who[] = ["lead", "other_lead"];
const ADMINISTRATORS: readonly Who[] = ["administrator", "other_administrator"];

/** What needs the password again is asked for it; whoever proved theirs just now has no second step here, and is led to setting one up. */
const UNPROVED: Otherwise = { administrator: 302, other_administrator: 302, supervisor: 302, reviewer: 302, rest: 400 };

/** Whoever a review is between. */
const PAIR: readonly Who[] = ["owner", "supervisor"];
/** Whoever has to do with the candidate's request. */
const SIGNERS: readonly Who[] = ["supervisor", "reviewer"];
/** For what only a supervisor does in a review, and what only its trainee does. */
const NOT_REVIEWERS: Otherwise = { owner: 403, rest: 404 };

/** For the log of somebody else: another trainee finds nothing, and whoever keeps no log is told so. */
const NOT_OWN: Otherwise = { peer: 404, stranger: 404, rest: 403 };
/** For an entry that its owner's supervisor may see but not change. */
const NOT_THEIRS: Otherwise = { supervisor: 403, rest: 404 };
/** For the people of a programme: the administrator of another finds nothing. */
const NOT_OURS: Otherwise = { other_administrator: 404, rest: 403 };

const everybody = (at: At): Reading => ({ at, sees: CAST, otherwise: 404, nobody: 200 });
const signedIn = (at: At): Reading => ({ at, sees: SIGNED_IN, otherwise: 404 });
const only = (sees: readonly Who[], at: At, otherwise: Otherwise = 404): Reading => ({ at, sees, otherwise });
/** A page that only takes a form: whoever comes to it is sent on. */
const sendsOn = (at: At): Reading => ({ at, sees: [], otherwise: 302 });

/** A page that shows a file on its way, asked for without one: whoever keeps a log is led to where one is chosen. */
const withoutFile = (at: string): Reading => ({ at: () => at, sees: TRAINEES, otherwise: 403, status: 302 });
/** For something of a log that is nobody's. */
const NOT_A_LOG_THERE: Otherwise = { owner: 404, peer: 404, stranger: 404, rest: 403 };

/** Every route that shows something, by its file; several addresses where one would not say it all. */
export const READING: Readonly<Record<string, readonly Reading[]>> = {
  "routes/_index": [sendsOn(() => "/")],
  "routes/$": [{ at: () => "/no/such/page", sees: CAST, otherwise: 404, nobody: 404, status: 404 }],
  "routes/health": [everybody(() => "/health")],
  "routes/accessibility": [everybody(() => "/accessibility")],
  "routes/offline": [everybody(() => "/offline")],
  "routes/design": [{ at: () => "/design", sees: CAST, otherwise: 404, nobody: 404, status: 404 }],
  "routes/sign-in": [{ at: () => "/sign-in", sees: [], otherwise: 302, nobody: 200 }],
  "routes/sign-in_.demo": [{ at: () => "/sign-in/demo", sees: [], otherwise: 404, nobody: 404 }],
  "routes/sign-in_.second-factor": [sendsOn(() => "/sign-in/second-factor")],
  "routes/sign-out": [{ at: () => "/sign-out", sees: [], otherwise: 302, nobody: 302 }],
  "routes/theme": [{ at: () => "/theme", sees: [], otherwise: 302, nobody: 302 }],
  "routes/reset": [everybody(() => "/reset")],
  "routes/reset_.$token": [{ at: () => "/reset/no-such-token", sees: CAST, otherwise: 404, nobody: 404, status: 404 }],
  "routes/account": [signedIn(() => "/account")],
  "routes/account_.password": [signedIn(() => "/account/password")],
  "routes/account_.second-factor": [signedIn(() => "/account/second-factor")],
  "routes/account_.second-factor_.remove": [signedIn(() => "/account/second-factor/remove")],
  "routes/account_.recovery-codes": [signedIn(() => "/account/recovery-codes")],
  "routes/account_.archive": [only(TRAINEES, () => "/account/archive", 403)],
  "routes/account_.archive_.file": [{ at: () => "/account/archive/file", sees: [], otherwise: 302, nobody: 302 }],

  "routes/progress": [only(TRAINEES, () => "/progress", 403)],
  "routes/progress_.ahead": [only(TRAINEES, () => "/progress/ahead")],
  "routes/progress_.$requirement": [only(TRAINEES, () => "/progress/cycles"), only([], () => "/progress/nonsense")],

  "routes/log": [only(TRAINEES, () => "/log", 403)],
  "routes/log_.clients": [only(TRAINEES, () => "/log/clients", 403)],
  "routes/log_.clients_.new": [only(TRAINEES, () => "/log/clients/new", 403)],
  "routes/log_.clients_.$clientId": [only(["owner"], (s) => `/log/clients/${s.clientId}`, NOT_OWN), only([], () => "/log/clients/nobody", { owner: 404, ...NOT_OWN })],
  "routes/log_.clients_.$clientId_.change": [only(["owner"], (s) => `/log/clients/${s.clientId}/change`, NOT_OWN)],
  "routes/log_.clients_.$clientId_.close": [only(["owner"], (s) => `/log/clients/${s.clientId}/close`, NOT_OWN)],
  "routes/log_.clients_.$clientId_.reopen": [only(["owner"], (s) => `/log/clients/${s.closedClientId}/reopen`, NOT_OWN), only([], (s) => `/log/clients/${s.clientId}/reopen`, { owner: 302, ...NOT_OWN })],
  "routes/log_.clients_.$clientId_.void": [only(["owner"], (s) => `/log/clients/${s.clientId}/void`, NOT_OWN)],
  "routes/log_.clients_.$clientId_.consent": [only(["owner"], (s) => `/log/clients/${s.clientId}/consent`, NOT_OWN)],
  "routes/log_.clients_.$clientId_.consent_.new": [only(["owner"], (s) => `/log/clients/${s.clientId}/consent/new`, NOT_OWN)],
  "routes/log_.clients_.$clientId_.consent_.$consentId.change": [
    only(["owner"], (s) => `/log/clients/${s.clientId}/consent/${s.consentId}/change`, NOT_OWN),
    only([], (s) => `/log/clients/${s.emptyClientId}/consent/${s.consentId}/change`, { owner: 404, ...NOT_OWN }),
  ],
  "routes/log_.clients_.$clientId_.consent_.$consentId.withdraw": [
    only(["owner"], (s) => `/log/clients/${s.clientId}/consent/${s.consentId}/withdraw`),
    only([], (s) => `/log/clients/${s.clientId}/consent/nothing/withdraw`),
  ],
  "routes/log_.clients_.$clientId_.consent_.$consentId.void": [only(["owner"], (s) => `/log/clients/${s.clientId}/consent/${s.consentId}/void`, NOT_OWN)],
  "routes/log_.cycles_.new": [only(TRAINEES, () => "/log/cycles/new", 403)],
  "routes/log_.cycles_.kept": [{ at: () => "/log/cycles/kept", sees: [], otherwise: 302, nobody: 302 }],
  "routes/log_.supervision_.new": [only(TRAINEES, () => "/log/supervision/new", 403)],
  "routes/log_.peer-supervision_.new": [only(TRAINEES, () => "/log/peer-supervision/new", 403)],
  "routes/log_.training_.new": [only(TRAINEES, () => "/log/training/new", 403)],
  "routes/log_.entries_.$entryId": [
    only(["owner", "supervisor"], (s) => `/log/entries/${s.cycleId}`),
    only(["owner", "supervisor"], (s) => `/log/entries/${s.supervisionId}`),
    only([], () => "/log/entries/nothing"),
  ],
  "routes/log_.entries_.$entryId_.change": [only(["owner"], (s) => `/log/entries/${s.cycleId}/change`, NOT_THEIRS)],
  "routes/log_.entries_.$entryId_.void": [only(["owner"], (s) => `/log/entries/${s.cycleId}/void`, NOT_THEIRS), only(["supervisor"], (s) => `/log/entries/${s.candidate.lockedId}/void`)],
  "routes/log_.entries_.$entryId_.question": [
    only(["supervisor"], (s) => `/log/entries/${s.candidate.lockedId}/question`), only([], (s) => `/log/entries/${s.supervisionId}/question`, { owner: 403, supervisor: 403, rest: 404 }),
  ],
  "routes/log_.import": [only(TRAINEES, () => "/log/import", 403)],
  "routes/log_.import_.confirm": [only(TRAINEES, () => "/log/import/confirm", 403)],
  // Without a file on its way these lead back to the choice of one.
  "routes/log_.import_.columns": [withoutFile("/log/import/columns")],
  "routes/log_.import_.rows": [withoutFile("/log/import/rows")],
  "routes/log_.import_.refused": [withoutFile("/log/import/refused")],
  "routes/log_.import_.cancel": [withoutFile("/log/import/cancel")],
  "routes/log_.imports": [only(TRAINEES, () => "/log/imports", 403)],
  "routes/log_.imports_.$importId_.undo": [{ at: () => "/log/imports/no-such-import/undo", sees: [], otherwise: NOT_A_LOG_THERE }],
  "routes/log_.import_.template.$file": [signedIn(() => "/log/import/template/cycles.csv")],

  "routes/log_.reflections": [only(TRAINEES, () => "/log/reflections", 403)],
  "routes/log_.reflections_.new": [only(TRAINEES, () => "/log/reflections/new", 403)],
  // Shared with the supervisor; the other one with nobody.
  "routes/log_.reflections_.$id": [
    only(["owner", "supervisor"], (s) => `/log/reflections/${s.sharedReflectionId}`), only(["owner", "peer"], (s) => `/log/reflections/${s.peerReflectionId}`),
    only(["owner"], (s) => `/log/reflections/${s.privateReflectionId}`), only([], () => "/log/reflections/nothing"),
  ],
  "routes/log_.reflections_.$id_.change": [only(["owner"], (s) => `/log/reflections/${s.sharedReflectionId}/change`, NOT_THEIRS), only(["owner"], (s) => `/log/reflections/${s.privateReflectionId}/change`)],
  "routes/log_.reflections_.$id_.share": [only(["owner"], (s) => `/log/reflections/${s.sharedReflectionId}/share`, NOT_THEIRS)],
  "routes/log_.reflections_.$id_.withdraw": [only([], (s) => `/log/reflections/${s.sharedReflectionId}/withdraw`, { owner: 302, ...NOT_THEIRS })],
  "routes/log_.reflections_.$id_.void": [only(["owner"], (s) => `/log/reflections/${s.sharedReflectionId}/void`, NOT_THEIRS)],

  "routes/log_.seen": [only(TRAINEES, () => "/log/seen", 403)],
  // Whoever sees the owner, opened by the owner: the supervisor's, lead's and administrator's pages, and of everybody else none.
  "routes/log_.seen_.$personId": [
    only(["owner"], (s) => `/log/seen/${s.peopleIds.supervisor}`, { peer: 404, stranger: 404, rest: 403 }), only(["owner", "peer"], (s) => `/log/seen/${s.peopleIds.lead}`, { stranger: 404, rest: 403 }),
    only(["owner", "peer"], (s) => `/log/seen/${s.peopleIds.administrator}?as=managed`, { stranger: 404, rest: 403 }), only([], (s) => `/log/seen/${s.peopleIds.past_supervisor}`, NOT_A_LOG_THERE),
    only(TRAINEES, () => "/log/seen/published", 403), only([], () => "/log/seen/nobody", NOT_A_LOG_THERE),
  ],

  // A player and a script ask here, not a page: whoever is not signed in is told so, and not sent anywhere.
  "routes/clips.$clipId.film": [
    { at: (s) => `/clips/${s.clipId}/film`, sees: ["owner", "supervisor"], otherwise: 404, nobody: 401, status: 410 },
    { at: () => "/clips/nothing/film", sees: [], otherwise: 404, nobody: 401 },
  ],
  "routes/clips.upload_.$uploadId": [{ at: (s) => `/clips/upload/${s.clipId}`, sees: [], otherwise: 412, nobody: 401 }],
  "routes/clips.$clipId.erase": [only(["owner"], (s) => `/clips/${s.clipId}/erase`), only([], (s) => `/clips/${s.erasedClipId}/erase`, { owner: 302, rest: 404 })],
  "routes/clips.$clipId.receipt": [only(["owner", "supervisor"], (s) => `/clips/${s.erasedClipId}/receipt`), only([], (s) => `/clips/${s.clipId}/receipt`)],

  "routes/log_.entries_.$entryId_.submit": [only(["owner"], (s) => `/log/entries/${s.unsubmittedId}/submit`, NOT_THEIRS), only([], (s) => `/log/entries/${s.supervisionId}/submit`)],
  "routes/log_.entries_.$entryId_.submit_.together": [only(["owner"], (s) => `/log/entries/${s.unsubmittedId}/submit/together`, NOT_THEIRS)],
  "routes/log_.entries_.$entryId_.submit_.film": [only(["owner"], (s) => `/log/entries/${s.unsubmittedId}/submit/film`, NOT_THEIRS), only([], (s) => `/log/entries/${s.supervisionId}/submit/film`)],

  "routes/submissions": [only([...TRAINEES, ...SUPERVISORS], () => "/submissions", 403)],
  "routes/submissions_.$submissionId": [only(PAIR, (s) => `/submissions/${s.submissionId}`), only([], () => "/submissions/nothing")],
  "routes/submissions_.$submissionId_.moments": [only(PAIR, (s) => `/submissions/${s.submissionId}/moments`)],
  "routes/submissions_.$submissionId_.moments_.$momentId": [only(["supervisor"], (s) => `/submissions/${s.submissionId}/moments/${s.momentId}`), only([], (s) => `/submissions/${s.submissionId}/moments/nothing`)],
  "routes/submissions_.$submissionId_.moments_.$momentId_.void": [only(PAIR, (s) => `/submissions/${s.submissionId}/moments/${s.momentId}/void`)],
  "routes/submissions_.$submissionId_.feedback": [only(PAIR, (s) => `/submissions/${s.submissionId}/feedback`)],
  "routes/submissions_.$submissionId_.send": [only(PAIR, (s) => `/submissions/${s.submissionId}/send`)],
  "routes/submissions_.$submissionId_.return": [only(PAIR, (s) => `/submissions/${s.submissionId}/return`)],
  "routes/submissions_.$submissionId_.reply": [only(PAIR, (s) => `/submissions/${s.submissionId}/reply`)],
  "routes/submissions_.$submissionId_.withdraw": [only(PAIR, (s) => `/submissions/${s.submissionId}/withdraw`)],
  "routes/submissions_.$submissionId_.concern": [only(PAIR, (s) => `/submissions/${s.submissionId}/concern`)],
  "routes/skills_.$traineeId.$stage": [only(PAIR, (s) => `/skills/${s.owner.id}/1`), only([], (s) => `/skills/${s.owner.id}/9`)],

  "routes/waiting": [signedIn(() => "/waiting")],
  "routes/waiting_.confirm": [signedIn(() => "/waiting/confirm")],
  "routes/waiting_.question": [
    only(["supervisor"], (s) => `/waiting/question?entry=${s.supervisionId}`),
    only(["peer", "supervisor"], (s) => `/waiting/question?entry=${s.peerSessionId}`),
    only(["lead"], (s) => `/waiting/question?entry=${s.trainingId}`),
  ],
  "routes/waiting_.verify": [only(["lead"], (s) => `/waiting/verify?person=${s.external.id}`)],
  "routes/trainees": [only(SUPERVISORS, () => "/trainees", 403)],
  "routes/trainees_.$traineeId": [only(["supervisor"], (s) => `/trainees/${s.owner.id}`)],
  "routes/trainees_.$traineeId_.ahead": [only(["supervisor"], (s) => `/trainees/${s.owner.id}/ahead`)],
  "routes/trainees_.$traineeId_.$requirement": [only(["supervisor"], (s) => `/trainees/${s.owner.id}/cycles`)],

  // Leads of another programme see their own, and nothing of this one.
  "routes/cohorts": [only(LEADS, () => "/cohorts"), only(["lead"], (s) => `/cohorts?programme=${s.world.programmeId}`)],
  "routes/cohorts_.$traineeId": [only(["lead"], (s) => `/cohorts/${s.owner.id}`), only([], () => "/cohorts/nobody")],
  "routes/cohorts_.attendance": [only(LEADS, () => "/cohorts/attendance"), only(["lead"], (s) => `/cohorts/attendance?programme=${s.world.programmeId}`)],
  "routes/cohorts_.$traineeId_.recognised.new": [only(["lead"], (s) => `/cohorts/${s.owner.id}/recognised/new`), only([], () => "/cohorts/nobody/recognised/new")],
  "routes/cohorts_.$traineeId_.recognised.$entryId.void": [
    only(["lead"], (s) => `/cohorts/${s.owner.id}/recognised/${s.recognisedId}/void`), only([], (s) => `/cohorts/${s.owner.id}/recognised/${s.cycleId}/void`),
  ],
  // Whoever is asked to decide reads the evidence under the request; those of the record have their own pages.
  "routes/sign-off_.$requestId_.evidence.$key": [only(["reviewer"], (s) => `/sign-off/${s.candidate.requestId}/evidence/cycles`), only([], (s) => `/sign-off/${s.candidate.requestId}/evidence/nonsense`)],
  "routes/sign-off_.$requestId_.submissions.$submissionId": [
    only(["reviewer"], (s) => `/sign-off/${s.candidate.requestId}/submissions/${s.candidate.submissionId}`), only([], (s) => `/sign-off/${s.candidate.requestId}/submissions/${s.submissionId}`),
  ],
  "routes/sign-off_.$requestId_.submissions.$submissionId_.concern": [only(["reviewer"], (s) => `/sign-off/${s.candidate.requestId}/submissions/${s.candidate.submissionId}/concern`)],
  "routes/sign-off_.$requestId_.skills": [only(["reviewer"], (s) => `/sign-off/${s.candidate.requestId}/skills`)],
  // A lead asks a reviewer, reopens a stage, voids what it locks or asks about it without ever seeing the evidence.
  "routes/sign-off": [only([...TRAINEES, ...SUPERVISORS, ...LEADS], () => "/sign-off", 403)],
  "routes/sign-off_.ask.$stage": [only(TRAINEES, () => "/sign-off/ask/1", 403), only([], () => "/sign-off/ask/9", { owner: 404, peer: 404, stranger: 404, rest: 403 })],
  "routes/sign-off_.$requestId": [only(SIGNERS, (s) => `/sign-off/${s.candidate.requestId}`), only([], () => "/sign-off/nothing")],
  "routes/sign-off_.$requestId_.recommend": [only(SIGNERS, (s) => `/sign-off/${s.candidate.requestId}/recommend`)],
  "routes/sign-off_.$requestId_.sign": [only(SIGNERS, (s) => `/sign-off/${s.candidate.requestId}/sign`)],
  "routes/sign-off_.$requestId_.not-yet": [only(SIGNERS, (s) => `/sign-off/${s.candidate.requestId}/not-yet`)],
  "routes/sign-off_.$requestId_.withdraw": [only(SIGNERS, (s) => `/sign-off/${s.candidate.requestId}/withdraw`)],
  "routes/sign-off_.$requestId_.reviewer": [only(["lead"], (s) => `/sign-off/${s.candidate.requestId}/reviewer`), only([], () => "/sign-off/nothing/reviewer")],
  "routes/cohorts_.$traineeId_.stages.$stage.reopen": [
    only(["lead"], (s) => `/cohorts/${s.candidate.id}/stages/1/reopen`), only([], (s) => `/cohorts/${s.candidate.id}/stages/4/reopen`),
  ],
  "routes/cohorts_.$traineeId_.entries.$entryId.void": [
    only(["lead"], (s) => `/cohorts/${s.candidate.id}/entries/${s.candidate.lockedId}/void`), only([], (s) => `/cohorts/${s.owner.id}/entries/${s.cycleId}/void`),
  ],
  "routes/cohorts_.$traineeId_.entries.$entryId.question": [
    only(["lead"], (s) => `/cohorts/${s.candidate.id}/entries/${s.candidate.lockedId}/question`), only([], (s) => `/cohorts/${s.owner.id}/entries/${s.supervisionId}/question`),
  ],
  "routes/publication": [only(LEADS, () => "/publication"), only(["lead"], (s) => `/publication?programme=${s.world.programmeId}`)],
  "routes/publication_.export": [only(LEADS, () => "/publication/export?month=2026-10-31"), only([], () => "/publication/export?month=2026-11-01")],

  "routes/pathways": [signedIn(() => "/pathways")],
  "routes/pathways_.$versionId": [signedIn((s) => `/pathways/${s.pathwayVersionId}`)],

  "routes/notices_.seen": [sendsOn(() => "/notices/seen")],
  "routes/programme": [
    only(["lead", "other_lead", ...ADMINISTRATORS], () => "/programme", 403),
    only(["lead", "administrator"], (s) => `/programme?programme=${s.world.programmeId}`, { other_lead: 404, other_administrator: 404, rest: 403 }),
  ],

  "routes/people": [only(ADMINISTRATORS, () => "/people", 403)],
  "routes/people_.new": [only(ADMINISTRATORS, () => "/people/new", 403)],
  "routes/people_.$personId": [only(["administrator"], (s) => `/people/${s.owner.id}`, NOT_OURS)],
  "routes/people_.$personId_.grants": [only(["administrator"], (s) => `/people/${s.owner.id}/grants`, NOT_OURS)],
  "routes/people_.$personId_.grants_.$grantId.end": [only(["administrator"], (s) => `/people/${s.peopleIds.peer}/grants/${s.grantId}/end`, NOT_OURS)],
  "routes/working-time.$traineeId": [only(["lead", "administrator"], (s) => `/working-time/${s.owner.id}`), only([], () => "/working-time/nobody")],
  "routes/working-time.$traineeId_.pause": [only(["lead", "administrator"], (s) => `/working-time/${s.owner.id}/pause`)],
  "routes/working-time.$traineeId_.share": [only(["lead", "administrator"], (s) => `/working-time/${s.owner.id}/share`)],
  "routes/working-time.$traineeId_.pauses.$pauseId": [only(["lead", "administrator"], (s) => `/working-time/${s.owner.id}/pauses/${s.pauseId}`), only([], (s) => `/working-time/${s.owner.id}/pauses/nothing`)],
  "routes/people_.$personId_.enrolment": [
    only(["administrator"], (s) => `/people/${s.newcomer.id}/enrolment`, NOT_OURS),
    only([], (s) => `/people/${s.owner.id}/enrolment`, { administrator: 302, ...NOT_OURS }),
    only([], (s) => `/people/${s.peopleIds.lead}/enrolment`, { administrator: 404, ...NOT_OURS }),
  ],
  "routes/people_.$personId_.accreditations": [only(["administrator"], (s) => `/people/${s.peopleIds.supervisor}/accreditations`, NOT_OURS)],
  "routes/people_.$personId_.accreditations_.$accreditationId.change": [only(["administrator"], (s) => `/people/${s.peopleIds.supervisor}/accreditations/${s.accreditationId}/change`, NOT_OURS)],
  "routes/people_.$personId_.assignments": [only(["administrator"], (s) => `/people/${s.owner.id}/assignments`, NOT_OURS)],
  "routes/people_.$personId_.assignments_.$assignmentId.end": [only(["administrator"], (s) => `/people/${s.owner.id}/assignments/${s.assignmentId}/end`, NOT_OURS)],
};

const day = (name: string, [year = "", month = "", date = ""]: readonly string[]): Form => ({ [`${name}Year`]: year, [`${name}Month`]: month, [`${name}Day`]: date });
const seenOf = ({ candidate: { seen } }: Scene): Form => ({ recordVersion: String(seen.recordVersion), evidenceHash: seen.evidenceHash });
const TODAY = ["2026", "11", "21"] as const;
const session = (more: Form): Form => ({ requestId: "made-by-the-form", heldOnChoice: "today", minutes: "60", ...more });
const cycle = (client: string, more: Form = {}): Form => ({ requestId: "made-by-the-form", client, filmedOnChoice: "today", ...more });
/** A logbook of one cycle, in our own template. */
const CYCLES = [
  "client_code,cycle_number,film_date,film_minutes,setting,clips_chosen,shared_review_date,shared_review_minutes,goal_rating,next_step,note",
  "C-7KQ4,1,2026-09-09,6,in person,3,2026-09-16,45,4,another cycle,", "",
].join("\n");
/** Nothing was sent: a trainee is told so, and whoever keeps no log is refused. */
const NOT_A_LOG: Otherwise = { owner: 400, peer: 400, stranger: 400, rest: 403 };
/** Taken from nobody here: the right password, code or link is no part of the scene. */
/** A form about a file on its way, sent without one: whoever keeps a log is led to where one is chosen. */
const sentWithoutFile = (at: string): Writing => ({ at: () => at, may: TRAINEES, form: () => ({}), otherwise: 403, isOnlyLookedAt: true });
const refusedToAll = (at: string, form: Form, otherwise: Otherwise, nobody?: number): Writing =>
  ({ at: () => at, may: [], form: () => form, otherwise, ...(nobody === undefined ? {} : { nobody }) });

/** Bytes without the headers of the uploader's protocol. */
const noTus = (): Octets => new Octets(new Uint8Array([1]), {});

/** Every route that takes a form, by its file. The form is one that is taken from whoever may. */
export const WRITING: Readonly<Record<string, readonly Writing[]>> = {
  "routes/$": [refusedToAll("/no/such/page", {}, 404, 404)],
  "routes/sign-in": [refusedToAll("/sign-in", { email: "somebody@example.org", password: "not the password" }, 302, 400)],
  "routes/sign-in_.demo": [refusedToAll("/sign-in/demo", { email: "trainee@example.org" }, 404, 404)],
  "routes/sign-in_.second-factor": [refusedToAll("/sign-in/second-factor", { code: "000000" }, 302)],
  "routes/sign-out": [{ at: () => "/sign-out", may: SIGNED_IN, form: () => ({}), otherwise: 302 }],
  "routes/theme": [{ at: () => "/theme", may: [], form: () => ({ theme: "dark" }), otherwise: 302, nobody: 302 }],
  "routes/reset": [{ at: () => "/reset", may: [], form: (_, who) => ({ email: `${who}@example.org` }), otherwise: 200, nobody: 200 }],
  "routes/reset_.$token": [refusedToAll("/reset/no-such-token", { newPassword: "a long enough password" }, 409, 409)],
  "routes/account_.password": [refusedToAll("/account/password", { currentPassword: "not the password", newPassword: "a long enough password" }, 400)],
  "routes/account_.second-factor": [refusedToAll("/account/second-factor", { code: "000000", sealed: "not sealed here" }, 409)],
  "routes/account_.second-factor_.remove": [refusedToAll("/account/second-factor/remove", {}, UNPROVED)],
  "routes/account_.recovery-codes": [refusedToAll("/account/recovery-codes", {}, UNPROVED)],
  "routes/account_.archive": [refusedToAll("/account/archive", { password: "not the password" }, NOT_A_LOG)],
  // None of them proved just now that it is they: a trainee is led to where the password is asked for.
  "routes/account_.archive_.file": [refusedToAll("/account/archive/file", {}, { owner: 302, peer: 302, stranger: 302, rest: 403 })],

  "routes/log_.clients_.new": [{ at: () => "/log/clients/new", may: TRAINEES, form: () => ({ requestId: "made-by-the-form" }), otherwise: 403 }],
  "routes/log_.clients_.$clientId_.change": [{ at: (s) => `/log/clients/${s.clientId}/change`, may: ["owner"], form: () => ({ fromVersion: "1", ageBand: "2_4", ...day("openedOn", ["2026", "11", "2"]), helpingQuestion: SECRET_NOTE }), otherwise: NOT_OWN }],
  "routes/log_.clients_.$clientId_.close": [{
    at: (s) => `/log/clients/${s.clientId}/close`, may: ["owner"], otherwise: NOT_OWN,
    form: () => ({ fromVersion: "1", closedOnChoice: "today", closedBecause: "work_done", copies: "given", originals: "gone" }),
  }],
  "routes/log_.clients_.$clientId_.reopen": [{ at: (s) => `/log/clients/${s.closedClientId}/reopen`, may: ["owner"], form: () => ({ fromVersion: "2", reopenedOnChoice: "today" }), otherwise: NOT_OWN }],
  "routes/log_.clients_.$clientId_.void": [{ at: (s) => `/log/clients/${s.emptyClientId}/void`, may: ["owner"], form: () => ({ fromVersion: "1", reason: "opened by mistake" }), otherwise: NOT_OWN }],
  "routes/log_.clients_.$clientId_.consent_.new": [{
    at: (s) => `/log/clients/${s.clientId}/consent/new`, may: ["owner"], otherwise: NOT_OWN,
    form: () => ({ requestId: "made-by-the-form", filmedRole: "child", givenOnChoice: "today", givenHow: "signed_form", childView: "agrees", purposes: "own_supervisor" }),
  }],
  "routes/log_.clients_.$clientId_.consent_.$consentId.change": [{
    at: (s) => `/log/clients/${s.clientId}/consent/${s.consentId}/change`, may: ["owner"], otherwise: NOT_OWN,
    form: () => ({ fromVersion: "1", givenOnChoice: "yesterday", givenHow: "electronic_form" }),
  }],
  "routes/log_.clients_.$clientId_.consent_.$consentId.withdraw": [{
    at: (s) => `/log/clients/${s.clientId}/consent/${s.consentId}/withdraw`, may: ["owner"], otherwise: 404, form: () => ({ withdrawnOnChoice: "today" }),
  }],
  "routes/log_.clients_.$clientId_.consent_.$consentId.void": [{
    at: (s) => `/log/clients/${s.clientId}/consent/${s.consentId}/void`, may: ["owner"], otherwise: NOT_OWN, form: () => ({ fromVersion: "1", because: "recorded_twice" }),
  }],
  "routes/log_.cycles_.new": [
    { at: () => "/log/cycles/new", may: TRAINEES, form: () => cycle("new"), otherwise: 403 },
    { at: () => "/log/cycles/new", may: ["owner"], form: (s) => cycle(s.clientId, { note: SECRET_NOTE }), otherwise: { peer: 400, stranger: 400, rest: 403 } },
  ],
  "routes/log_.cycles_.kept": [
    { at: () => "/log/cycles/kept", may: ["owner"], form: (s) => cycle("", { clientCode: s.clientCode, account: s.owner.id }), otherwise: 403, status: 200 },
    { at: () => "/log/cycles/kept", may: [], form: (s) => cycle("new", { account: s.external.id }), otherwise: 403 },
  ],
  "routes/log_.supervision_.new": [{ at: () => "/log/supervision/new", may: ["owner", "peer"], form: (s) => session({ format: "individual", supervisorId: s.world.supervisor.id }), otherwise: { stranger: 400, rest: 403 } }],
  "routes/log_.peer-supervision_.new": [{ at: () => "/log/peer-supervision/new", may: ["owner"], form: (s) => session({ attendeeIds: s.world.peer.id }), otherwise: { peer: 400, stranger: 400, rest: 403 } }],
  "routes/log_.training_.new": [{ at: () => "/log/training/new", may: TRAINEES, form: () => session({ training: "mid_point", halfDays: "1" }), otherwise: 403 }],
  "routes/log_.entries_.$entryId_.change": [{ at: (s) => `/log/entries/${s.cycleId}/change`, may: ["owner"], form: (s) => cycle(s.clientId, { fromVersion: "1", filmMinutes: "7" }), otherwise: NOT_THEIRS }],
  "routes/log_.entries_.$entryId_.void": [
    { at: (s) => `/log/entries/${s.cycleId}/void`, may: ["owner"], form: () => ({ fromVersion: "1", reason: "logged twice" }), otherwise: NOT_THEIRS },
    { at: (s) => `/log/entries/${s.candidate.lockedId}/void`, may: ["supervisor"], form: () => ({ fromVersion: "1", reason: "held with somebody else" }), otherwise: 404 },
  ],
  "routes/log_.entries_.$entryId_.question": [
    { at: (s) => `/log/entries/${s.candidate.lockedId}/question`, may: ["supervisor"], form: () => ({ fromVersion: "1", reason: "was it a group?" }), otherwise: 404 },
  ],
  "routes/log_.reflections_.new": [{ at: () => "/log/reflections/new", may: TRAINEES, form: () => ({ requestId: "made-by-the-form", writtenOnChoice: "today", text: SECRET_NOTE }), otherwise: 403 }],
  "routes/log_.reflections_.$id_.change": [{
    at: (s) => `/log/reflections/${s.sharedReflectionId}/change`, may: ["owner"], form: () => ({ fromVersion: "1", writtenOnChoice: "today", text: "I waited longer." }), otherwise: NOT_THEIRS,
  }],
  "routes/log_.reflections_.$id_.share": [{ at: (s) => `/log/reflections/${s.privateReflectionId}/share`, may: ["owner"], form: (s) => ({ personIds: s.world.supervisor.id }), otherwise: 404 }],
  "routes/log_.reflections_.$id_.withdraw": [{ at: (s) => `/log/reflections/${s.sharedReflectionId}/withdraw`, may: ["owner"], form: (s) => ({ personId: s.world.supervisor.id }), otherwise: NOT_THEIRS }],
  "routes/log_.reflections_.$id_.void": [{ at: (s) => `/log/reflections/${s.sharedReflectionId}/void`, may: ["owner"], form: () => ({ fromVersion: "1" }), otherwise: NOT_THEIRS }],
  "routes/log_.import": [
    refusedToAll("/log/import", {}, NOT_A_LOG),
    { at: () => "/log/import", may: TRAINEES, form: () => multipart({ file: new File([CYCLES], "cycles.csv") }), otherwise: 403, isOnlyLookedAt: true },
  ],
  "routes/log_.import_.columns": [sentWithoutFile("/log/import/columns")],
  "routes/log_.import_.rows": [sentWithoutFile("/log/import/rows")],
  "routes/log_.import_.confirm": [sentWithoutFile("/log/import/confirm")],
  "routes/log_.import_.cancel": [sentWithoutFile("/log/import/cancel")],
  "routes/log_.imports_.$importId_.undo": [refusedToAll("/log/imports/no-such-import/undo", {}, NOT_A_LOG_THERE)],
  "routes/log_.entries_.$entryId_.submit": [{ at: (s) => `/log/entries/${s.unsubmittedId}/submit`, may: ["owner"], form: () => ({ requestId: "made-by-the-form", reference: "VIG/2026/12" }), otherwise: NOT_THEIRS }],
  "routes/log_.entries_.$entryId_.submit_.together": [{
    at: (s) => `/log/entries/${s.unsubmittedId}/submit/together`, may: ["owner"], form: (s) => ({ requestId: "made-by-the-form", watchedOnChoice: "today", watchedWith: s.world.supervisor.id }), otherwise: NOT_THEIRS,
  }],
  "routes/log_.entries_.$entryId_.submit_.film": [{
    at: (s) => `/log/entries/${s.unsubmittedId}/submit/film`, may: ["owner"], form: (s) => ({ requestId: "made-by-the-form", clip: s.unsubmittedClipId }), otherwise: NOT_THEIRS,
  }],
  "routes/submissions_.$submissionId_.moments": [{
    at: (s) => `/submissions/${s.submissionId}/moments`, may: ["supervisor"], otherwise: NOT_REVIEWERS,
    form: () => ({ requestId: "made-by-the-form", kind: "attuned_moment", layer: "client_child", sharing: "shared", principle: "guiding", starts: "0:14", ends: "0:22" }),
  }],
  "routes/submissions_.$submissionId_.moments_.$momentId": [{
    at: (s) => `/submissions/${s.submissionId}/moments/${s.momentId}`, may: ["supervisor"], otherwise: 404,
    form: () => ({ fromVersion: "1", kind: "attuned_moment", layer: "client_child", sharing: "shared", principle: "guiding" }),
  }],
  "routes/submissions_.$submissionId_.moments_.$momentId_.void": [{ at: (s) => `/submissions/${s.submissionId}/moments/${s.momentId}/void`, may: ["supervisor"], form: () => ({ fromVersion: "1" }), otherwise: NOT_REVIEWERS }],
  "routes/submissions_.$submissionId_.feedback": [{ at: (s) => `/submissions/${s.submissionId}/feedback`, may: ["supervisor"], form: () => ({ fromVersion: "0", workingPoint: "a second turn" }), otherwise: NOT_REVIEWERS }],
  "routes/submissions_.$submissionId_.send": [{ at: (s) => `/submissions/${s.submissionId}/send`, may: ["supervisor"], form: () => ({ fromVersion: "0", nextStep: "a fourth cycle" }), otherwise: NOT_REVIEWERS }],
  "routes/submissions_.$submissionId_.return": [{ at: (s) => `/submissions/${s.submissionId}/return`, may: ["supervisor"], form: () => ({ fromVersion: "0", question: "which minute?" }), otherwise: NOT_REVIEWERS }],
  "routes/submissions_.$submissionId_.reply": [{ at: (s) => `/submissions/${s.submissionId}/reply`, may: PAIR, form: () => ({ requestId: "made-by-the-form", text: "thank you" }), otherwise: 404 }],
  "routes/submissions_.$submissionId_.withdraw": [{ at: (s) => `/submissions/${s.submissionId}/withdraw`, may: ["owner"], form: () => ({}), otherwise: NOT_THEIRS }],
  "routes/submissions_.$submissionId_.concern": [{ at: (s) => `/submissions/${s.submissionId}/concern`, may: PAIR, form: () => ({}), otherwise: 404 }],
  "routes/skills_.$traineeId.$stage": [{ at: (s) => `/skills/${s.owner.id}/1`, may: PAIR, form: () => ({ fromVersion: "0", attentive: "3", guiding: "not_seen" }), otherwise: 404 }],

  // What speaks no tus begins no upload; the uploader's own tests speak it.
  "routes/clips.upload": [{ at: () => "/clips/upload", may: [], form: noTus, otherwise: 412, nobody: 401 }],
  "routes/clips.upload_.$uploadId": (["PATCH", "DELETE"] as const).map((method) => ({ at: () => "/clips/upload/nothing", may: [], method, form: noTus, otherwise: 412, nobody: 401 })),
  "routes/clips.$clipId.erase": [{ at: (s) => `/clips/${s.clipId}/erase`, may: ["owner"], form: () => ({ confirmed: "on" }), otherwise: 404 }],

  "routes/waiting_.confirm": [
    { at: () => "/waiting/confirm", may: ["supervisor"], form: (s) => ({ entry: `${s.supervisionId} 1` }), otherwise: 404 },
    { at: () => "/waiting/confirm", may: ["peer", "supervisor"], form: (s) => ({ entry: `${s.peerSessionId} 1` }), otherwise: 404 },
    { at: () => "/waiting/confirm", may: ["lead"], form: (s) => ({ entry: `${s.trainingId} 1` }), otherwise: 404 },
  ],
  "routes/waiting_.question": [{ at: () => "/waiting/question", may: ["supervisor"], form: (s) => ({ entry: `${s.supervisionId} 1`, note: "was it not an hour and a half?" }), otherwise: 404 }],
  "routes/waiting_.verify": [{ at: () => "/waiting/verify", may: ["lead"], form: (s) => ({ personId: s.external.id, reached: "on" }), otherwise: 404 }],

  "routes/sign-off_.ask.$stage": [{ at: () => "/sign-off/ask/1", may: [], form: () => ({}), otherwise: { owner: 409, peer: 409, stranger: 409, rest: 403 } }],
  "routes/sign-off_.$requestId_.recommend": [{ at: (s) => `/sign-off/${s.candidate.requestId}/recommend`, may: ["supervisor"], form: (s) => seenOf(s), otherwise: { reviewer: 403, rest: 404 } }],
  // Nobody recommended it yet, so the reviewer is told so; what they say against it needs no recommendation.
  "routes/sign-off_.$requestId_.sign": [{ at: (s) => `/sign-off/${s.candidate.requestId}/sign`, may: [], form: (s) => seenOf(s), otherwise: { reviewer: 409, supervisor: 403, rest: 404 } }],
  "routes/sign-off_.$requestId_.not-yet": [{
    at: (s) => `/sign-off/${s.candidate.requestId}/not-yet`, may: ["reviewer"], form: (s) => ({ ...seenOf(s), actions: "a second shared review" }), otherwise: { supervisor: 403, rest: 404 },
  }],
  "routes/sign-off_.$requestId_.withdraw": [{ at: (s) => `/sign-off/${s.candidate.requestId}/withdraw`, may: [], form: () => ({}), otherwise: { supervisor: 403, reviewer: 403, rest: 404 } }],
  "routes/sign-off_.$requestId_.submissions.$submissionId_.concern": [{
    at: (s) => `/sign-off/${s.candidate.requestId}/submissions/${s.candidate.submissionId}/concern`, may: ["reviewer"], form: () => ({}), otherwise: 404,
  }],
  "routes/sign-off_.$requestId_.reviewer": [{
    at: (s) => `/sign-off/${s.candidate.requestId}/reviewer`, may: ["lead"], form: (s) => ({ reviewerId: s.candidate.otherReviewerId }), otherwise: 404,
  }],
  // The password has to be proved with it.
  "routes/cohorts_.$traineeId_.stages.$stage.reopen": [{
    at: (s) => `/cohorts/${s.candidate.id}/stages/1/reopen`, may: [], form: () => ({ reason: "a film was wrong" }), otherwise: { lead: 400, rest: 404 },
  }],
  "routes/cohorts_.$traineeId_.entries.$entryId.void": [{
    at: (s) => `/cohorts/${s.candidate.id}/entries/${s.candidate.lockedId}/void`, may: ["lead"], form: () => ({ fromVersion: "1", reason: "held with somebody else" }), otherwise: 404,
  }],
  "routes/cohorts_.$traineeId_.entries.$entryId.question": [{
    at: (s) => `/cohorts/${s.candidate.id}/entries/${s.candidate.lockedId}/question`, may: ["lead"], form: () => ({ fromVersion: "1", reason: "was it a group?" }), otherwise: 404,
  }],
  "routes/notices_.seen": [{ at: () => "/notices/seen", may: ["supervisor", "lead"], form: (s) => ({ notice: s.noticeId }), otherwise: 404 }],
  "routes/programme": [{
    at: () => "/programme", may: ["lead", "administrator"], otherwise: { other_lead: 404, other_administrator: 404, rest: 403 },
    form: (s) => ({ programmeId: s.world.programmeId, fromVersion: "0", concernProcedure: "Call the duty worker.", clipKeptDays: "90" }),
  }],

  "routes/cohorts_.attendance": [{
    at: () => "/cohorts/attendance", may: ["lead"], otherwise: 404,
    form: (s) => ({ requestId: "made-by-the-form", training: "mid_point", heldOnChoice: "today", halfDays: "1", traineeIds: s.owner.id }),
  }],
  "routes/cohorts_.$traineeId_.recognised.new": [{
    at: (s) => `/cohorts/${s.owner.id}/recognised/new`, may: ["lead"], otherwise: 404,
    form: () => ({ requestId: "made-by-the-form", requirement: "cycles", amount: "2", recognisedOnChoice: "today", reason: "earlier work in another service" }),
  }],
  "routes/cohorts_.$traineeId_.recognised.$entryId.void": [{
    at: (s) => `/cohorts/${s.owner.id}/recognised/${s.recognisedId}/void`, may: ["lead"], form: () => ({ fromVersion: "1", reason: "recognised twice" }), otherwise: 404,
  }],

  "routes/people_.new": [{ at: () => "/people/new", may: ["administrator"], form: (s) => ({ name: "New Person", email: "new.person@example.org", role: "trainee", programmeId: s.world.programmeId, ...day("startsOn", TODAY) }), otherwise: 403 }],
  "routes/people_.$personId_.grants": [{ at: (s) => `/people/${s.peopleIds.peer}/grants`, may: ["administrator"], form: (s) => ({ role: "lead", programmeId: s.world.programmeId, ...day("startsOn", TODAY) }), otherwise: NOT_OURS }],
  "routes/people_.$personId_.grants_.$grantId.end": [{ at: (s) => `/people/${s.peopleIds.peer}/grants/${s.grantId}/end`, may: ["administrator"], form: () => ({ version: "1", ...day("endsOn", TODAY) }), otherwise: NOT_OURS }],
  "routes/working-time.$traineeId_.pause": [{
    at: (s) => `/working-time/${s.owner.id}/pause`, may: ["lead", "administrator"], otherwise: 404,
    form: (_, who) => ({ ...day("startsOn", [who === "lead" ? "2027" : "2028", "3", "1"]), ...day("endsOn", [who === "lead" ? "2027" : "2028", "3", "31"]) }),
  }],
  "routes/working-time.$traineeId_.share": [{ at: (s) => `/working-time/${s.owner.id}/share`, may: ["lead", "administrator"], otherwise: 404, form: () => ({ percent: "60", ...day("from", TODAY) }) }],
  "routes/working-time.$traineeId_.pauses.$pauseId": [{ at: (s) => `/working-time/${s.owner.id}/pauses/${s.pauseId}`, may: ["lead", "administrator"], otherwise: 404, form: () => ({}) }],
  "routes/people_.$personId_.enrolment": [{
    at: (s) => `/people/${s.newcomer.id}/enrolment`, may: ["administrator"], otherwise: NOT_OURS,
    form: (s) => ({ programmeId: s.world.programmeId, pathwayVersionId: s.pathwayVersionId, ...day("startedOn", TODAY), newCohort: "Winter 2026", boardCode: s.boardCode, sector: "nhs" }),
  }],
  "routes/people_.$personId_.accreditations": [{ at: (s) => `/people/${s.peopleIds.supervisor}/accreditations`, may: ["administrator"], form: () => ({ standing: "in_training", ...day("startsOn", ["2019", "1", "1"]), ...day("endsOn", ["2019", "12", "31"]) }), otherwise: NOT_OURS }],
  "routes/people_.$personId_.accreditations_.$accreditationId.change": [{ at: (s) => `/people/${s.peopleIds.supervisor}/accreditations/${s.accreditationId}/change`, may: ["administrator"], form: () => ({ version: "1", standing: "accredited", ...day("startsOn", ["2020", "1", "1"]), ...day("endsOn", TODAY) }), otherwise: NOT_OURS }],
  "routes/people_.$personId_.assignments": [{ at: (s) => `/people/${s.peopleIds.peer}/assignments`, may: ["administrator"], form: (s) => ({ supervisorId: s.world.supervisor.id, ...day("startsOn", TODAY) }), otherwise: NOT_OURS }],
  "routes/people_.$personId_.assignments_.$assignmentId.end": [{ at: (s) => `/people/${s.owner.id}/assignments/${s.assignmentId}/end`, may: ["administrator"], form: () => ({ version: "1", ...day("endsOn", TODAY) }), otherwise: NOT_OURS }],
};
