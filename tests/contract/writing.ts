import { NOT_A_LOG_THERE, NOT_OURS, NOT_OWN, NOT_THEIRS, type Otherwise, PAIR, SIGNED_IN, TRAINEES, type Writing } from "./access.ts";
import { type Scene, SECRET_NOTE } from "./cast.ts";
import { type Form, multipart, Octets } from "./sending.ts";

/** What needs the password again is asked for it; whoever proved theirs just now has no second step here, and is led to setting one up. */
const UNPROVED: Otherwise = { administrator: 302, other_administrator: 302, supervisor: 302, reviewer: 302, rest: 400 };
/** For what only a supervisor does in a review, and what only its trainee does. */
const NOT_REVIEWERS: Otherwise = { owner: 403, rest: 404 };

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
/** A form about a file on its way, sent without one: whoever keeps a log is led to where one is chosen. */
const sentWithoutFile = (at: string): Writing => ({ at: () => at, may: TRAINEES, form: () => ({}), otherwise: 403, isOnlyLookedAt: true });
/** Taken from nobody here: the right password, code or link is no part of the scene. */
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
    // Whoever leads another programme has the page, and nobody there of that id.
    at: () => "/cohorts/attendance", may: ["lead"], otherwise: { other_lead: 400, rest: 404 },
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
  "routes/working-time.$traineeId_.shares.$from": [{ at: (s) => `/working-time/${s.owner.id}/shares/${s.shareFrom}`, may: ["lead", "administrator"], otherwise: 404, form: () => ({}) }],
  "routes/people_.$personId_.enrolment": [{
    at: (s) => `/people/${s.newcomer.id}/enrolment`, may: ["administrator"], otherwise: NOT_OURS,
    form: (s) => ({ programmeId: s.world.programmeId, pathwayVersionId: s.pathwayVersionId, ...day("startedOn", TODAY), newCohort: "Winter 2026", boardCode: s.boardCode, sector: "nhs" }),
  }],
  "routes/people_.$personId_.accreditations": [{ at: (s) => `/people/${s.peopleIds.supervisor}/accreditations`, may: ["administrator"], form: () => ({ standing: "in_training", ...day("startsOn", ["2019", "1", "1"]), ...day("endsOn", ["2019", "12", "31"]) }), otherwise: NOT_OURS }],
  "routes/people_.$personId_.accreditations_.$accreditationId.change": [{ at: (s) => `/people/${s.peopleIds.supervisor}/accreditations/${s.accreditationId}/change`, may: ["administrator"], form: () => ({ version: "1", standing: "accredited", ...day("startsOn", ["2020", "1", "1"]), ...day("endsOn", TODAY) }), otherwise: NOT_OURS }],
  "routes/people_.$personId_.assignments": [{ at: (s) => `/people/${s.peopleIds.peer}/assignments`, may: ["administrator"], form: (s) => ({ supervisorId: s.world.supervisor.id, ...day("startsOn", TODAY) }), otherwise: NOT_OURS }],
  "routes/people_.$personId_.assignments_.$assignmentId.end": [{ at: (s) => `/people/${s.owner.id}/assignments/${s.assignmentId}/end`, may: ["administrator"], form: () => ({ version: "1", ...day("endsOn", TODAY) }), otherwise: NOT_OURS }],
};
