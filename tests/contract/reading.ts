import { type At, NOT_A_LOG_THERE, NOT_OURS, NOT_OWN, NOT_THEIRS, only, PAIR, type Reading, SIGNED_IN, TRAINEES } from "./access.ts";
import { CAST, type Who } from "./cast.ts";

const SUPERVISORS: readonly Who[] = ["supervisor", "past_supervisor", "reviewer"];
const LEADS: readonly Who[] = ["lead", "other_lead"];
const ADMINISTRATORS: readonly Who[] = ["administrator", "other_administrator"];
/** Whoever has to do with the candidate's request. */
const SIGNERS: readonly Who[] = ["supervisor", "reviewer"];

const everybody = (at: At): Reading => ({ at, sees: CAST, otherwise: 404, nobody: 200 });
const signedIn = (at: At): Reading => ({ at, sees: SIGNED_IN, otherwise: 404 });
/** A page that only takes a form: whoever comes to it is sent on. */
const sendsOn = (at: At): Reading => ({ at, sees: [], otherwise: 302 });
/** A page that shows a file on its way, asked for without one: whoever keeps a log is led to where one is chosen. */
const withoutFile = (at: string): Reading => ({ at: () => at, sees: TRAINEES, otherwise: 403, status: 302 });

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
  "routes/working-time.$traineeId_.shares.$from": [only(["lead", "administrator"], (s) => `/working-time/${s.owner.id}/shares/${s.shareFrom}`), only([], (s) => `/working-time/${s.owner.id}/shares/2026-12-02`)],
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
