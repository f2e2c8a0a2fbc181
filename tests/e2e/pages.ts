import { paths } from "#app/ui/paths.ts";

import type { Scene, Who } from "./scene.ts";

/** One look at a page: who looks, where, and what of it is shown. */
export interface Look {
  readonly as: Who;
  readonly at: (scene: Scene) => string;
  /** The heading, or how it begins. */
  readonly heading: string;
  /** The answer's status; without it 200. */
  readonly status?: number;
}

type PathName = keyof typeof paths;

function look(as: Who, at: Look["at"] | string, heading: string, status?: number): Look {
  return { as, at: typeof at === "string" ? () => at : at, heading, ...(status === undefined ? {} : { status }) };
}

/** Every address of the portal: how its page looks, filled and empty, or why it shows none. */
export const LOOKS: Readonly<Record<PathName, readonly Look[] | string>> = {
  home: "leads to sign-in or to the first page of one's role",
  signIn: [look("nobody", paths.signIn(), "Sign in"), look("nobody", "/sign-in?done=reset", "Sign in")],
  signInDemo: "takes a form",
  signInSecondFactor: "only outside the demo: second-factor.spec.ts",
  signOut: "takes a form",
  reset: [look("nobody", paths.reset(), "Choose a new password")],
  resetWith: [look("nobody", (s) => paths.resetWith(s.resetToken), "Choose a new password"), look("nobody", paths.resetWith("spent"), "This link no longer works", 404)],
  accessibility: [look("nobody", paths.accessibility(), "Accessibility"), look("trainee", paths.accessibility(), "Accessibility")],
  offline: [look("nobody", paths.offline(), "Note a cycle without a connection"), look("trainee", paths.offline(), "Note a cycle without a connection")],
  theme: "takes a form",
  design: "not served in production",

  account: [look("trainee", paths.account(), "Your account")],
  accountPassword: [look("trainee", paths.accountPassword(), "Change your password")],
  accountSecondFactor: [look("trainee", paths.accountSecondFactor(), "Protect your account")],
  accountSecondFactorRemove: "only with a second step: second-factor.spec.ts",
  accountRecoveryCodes: "only with a second step: second-factor.spec.ts",
  archive: [look("trainee", paths.archive(), "Take your record with you")],
  archiveFile: "a file",

  progress: [look("trainee", paths.progress(), "Stage 1: "), look("fellow", paths.progress(), "Stage 1: ")],
  progressAhead: [look("trainee", paths.progressAhead(), "Stage 1: "), look("fellow", paths.progressAhead(), "When: too early to say")],
  progressOf: [
    look("trainee", paths.progressOf("cycles"), "Cycles: 2 of 6"), look("trainee", paths.progressOf("supervision", 2), "Supervision: 1 h of 10 h"),
    look("trainee", paths.progressOf("initial_course"), "The initial course: 0 of 4"), look("fellow", paths.progressOf("clients"), "Clients: 0 of 2"),
  ],

  log: [look("trainee", paths.log(), "Your log: "), look("trainee", paths.log({ state: "waiting" }), "Your log: "), look("trainee", paths.log({ words: "nothing like it" }), "Your log: "), look("trainee", paths.log({ print: "yes" }), "Log of "), look("fellow", paths.log(), "Your log is empty")],
  clients: [look("trainee", paths.clients(), "Your 3 clients"), look("fellow", paths.clients(), "No clients yet")],
  newClient: [look("trainee", paths.newClient(), "Open a client")],
  client: [look("trainee", (s) => paths.client(s.client.id), "Client C-"), look("trainee", (s) => paths.client(s.emptyClientId), "Client C-"), look("trainee", (s) => paths.client(s.closedClientId), "Client C-")],
  changeClient: [look("trainee", (s) => paths.changeClient(s.client.id), "Change client C-")],
  closeCase: [look("trainee", (s) => paths.closeCase(s.client.id), "Close case C-"), look("trainee", (s) => paths.closeCase(s.closedClientId), "How case C-")],
  reopenCase: [look("trainee", (s) => paths.reopenCase(s.closedClientId), "Open case C-")],
  voidClient: [look("trainee", (s) => paths.voidClient(s.emptyClientId), "Void client C-")],
  consents: [look("trainee", (s) => paths.consents(s.client.id), "Consent in case C-"), look("trainee", (s) => paths.consents(s.emptyClientId), "Consent in case C-")],
  newConsent: [look("trainee", (s) => paths.newConsent(s.client.id), "Somebody filmed in case C-")],
  changeConsent: [look("trainee", (s) => paths.changeConsent(s.client.id, s.consentId), "Change the consent: The parent or carer")],
  withdrawConsent: [look("trainee", (s) => paths.withdrawConsent(s.client.id, s.consentId), "Withdraw the consent: The parent or carer")],
  voidConsent: [look("trainee", (s) => paths.voidConsent(s.client.id, s.consentId), "Void the record: The parent or carer")],
  newCycle: [look("trainee", (s) => paths.newCycle(s.client.id), "Log a cycle"), look("fellow", paths.newCycle(), "Log a cycle")],
  keptCycle: "spoken to by the page, for entries that waited on a device",
  newSupervision: [look("trainee", paths.newSupervision(), "Log supervision"), look("trainee", paths.newSupervision("last"), "Log supervision")],
  newPeerSupervision: [look("trainee", paths.newPeerSupervision(), "Log peer supervision")],
  newTraining: [look("trainee", paths.newTraining(), "Log training")],
  entry: [
    look("trainee", (s) => paths.entry(s.cycleId), "Cycle with C-"), look("trainee", (s) => paths.entry(s.questionedId), "Supervision, 1 h 15 min"),
    look("trainee", (s) => paths.entry(s.peerId), "Peer supervision, 1 h"), look("trainee", (s) => paths.entry(s.trainingId), "Initial course"),
    look("supervisor", (s) => paths.entry(s.supervisionId), "Supervision, 1 h"), look("candidateSupervisor", (s) => paths.entry(s.lockedId), "Supervision, 1 h"),
  ],
  changeEntry: [
    look("trainee", (s) => paths.changeEntry(s.cycleId), "Change the cycle"), look("trainee", (s) => paths.changeEntry(s.peerId), "Change the peer supervision"),
    look("trainee", (s) => paths.changeEntry(s.supervisionId), "Change the supervision"), look("trainee", (s) => paths.changeEntry(s.trainingId), "Change the training"),
  ],
  voidEntry: [look("trainee", (s) => paths.voidEntry(s.waitingId), "Void this entry"), look("candidateSupervisor", (s) => paths.voidEntry(s.lockedId), "Void this entry")],
  questionEntry: [look("candidateSupervisor", (s) => paths.questionEntry(s.lockedId), "Ask about this entry")],
  importLogbook: [look("trainee", paths.importLogbook(), "Import a logbook")],
  confirmImport: [look("trainee", paths.confirmImport(), "Import a logbook")],
  importTemplate: "a file",
  importColumns: "shows a file on its way: import.spec.ts",
  importRows: "shows a file on its way: import.spec.ts",
  importRefused: "a file",
  cancelImport: "takes a form",
  imports: [look("trainee", paths.imports(), "Earlier imports")],
  undoImport: "needs an import: import.spec.ts",

  reflections: [look("trainee", paths.reflections(), "Two reflections of yours"), look("fellow", paths.reflections(), "No reflections yet")],
  newReflection: [look("trainee", paths.newReflection(), "Write a reflection")],
  reflection: [look("trainee", (s) => paths.reflection(s.reflectionId), "Reflection of "), look("supervisor", (s) => paths.reflection(s.reflectionId), "Reflection of "), look("trainee", (s) => paths.reflection(s.privateReflectionId), "Reflection of ")],
  changeReflection: [look("trainee", (s) => paths.changeReflection(s.reflectionId), "Change the reflection")],
  shareReflection: [look("trainee", (s) => paths.shareReflection(s.reflectionId), "Share this reflection")],
  withdrawReflection: "takes a form",
  seenOfMe: [
    look("trainee", paths.seenOfMe(), "What others see of me"), look("fellow", paths.seenOfMe(), "What others see of me"), look("trainee", paths.seenOfMe("published"), "How the programme stood on "),
    look("trainee", (s) => paths.seenOfMe(s.supervisor.id), "Stage 1: "), look("trainee", (s) => paths.seenOfMe(s.lead.id), "Iona Geddes: stage 1"), look("trainee", (s) => paths.seenOfMe(s.administrator.id), "Iona Geddes"),
  ],
  voidReflection: [look("trainee", (s) => paths.voidReflection(s.reflectionId), "Void this reflection")],

  uploadClip: "spoken to by the uploader",
  film: "a film, read by the player",
  eraseClip: [look("trainee", (s) => paths.eraseClip(s.keptClipId), "Erase this film")],
  clipReceipt: [look("trainee", (s) => paths.clipReceipt(s.erasedClipId), "Receipt for an erased film"), look("supervisor", (s) => paths.clipReceipt(s.erasedClipId), "Receipt for an erased film")],

  waiting: [look("supervisor", paths.waiting(), "Three things wait for you"), look("candidateSupervisor", paths.waiting(), "One thing waits for you"), look("lead", paths.waiting(), "Two things wait for you"), look("administrator", paths.waiting(), "Nothing waits for you")],
  waitingDone: [look("supervisor", paths.waitingDone("confirmed", 2), "Three things wait for you"), look("idle", paths.waitingDone("gone"), "Nothing waits for you")],
  confirmWaiting: "takes a form",
  questionWaiting: [look("supervisor", (s) => paths.questionWaiting(s.waitingId), "What should be looked at again?")],
  verifyWaiting: [look("lead", (s) => paths.verifyWaiting(s.external.id), "Is Pieter Jansen who they are said to be?")],
  trainees: [look("supervisor", paths.trainees(), "You supervise one trainee"), look("idle", paths.trainees(), "You supervise nobody today")],
  trainee: [look("supervisor", (s) => paths.trainee(s.trainee.id), "Stage 1: ")],
  traineeAhead: [look("supervisor", (s) => paths.traineeAhead(s.trainee.id), "Stage 1: ")],
  traineeProgressOf: [look("supervisor", (s) => paths.traineeProgressOf(s.trainee.id, "cycles"), "Cycles: 2 of 6")],

  cohorts: [
    look("lead", paths.cohorts(), "2 trainees; "), look("lead", paths.cohorts({ state: "accredited" }), "0 of 2 trainees"),
    look("trainee", paths.cohorts(), "There is nothing here", 404),
  ],
  cohortTrainee: [look("lead", (s) => paths.cohortTrainee(s.trainee.id), "Iona Geddes: stage 1")],
  attendance: [look("lead", paths.attendance(), "Record attendance"), look("lead", paths.attendance({ recorded: 2, confirmed: 1, stood: 1 }), "Record attendance")],
  recogniseWork: [look("lead", (s) => paths.recogniseWork(s.trainee.id), "Recognise earlier work")],
  voidRecognised: [look("lead", (s) => paths.voidRecognised(s.trainee.id, s.recognisedId), "Void recognised work")],
  publication: [look("lead", paths.publication(), "How the programme stood on ")],
  publicationExport: "a file",

  pathways: [look("trainee", paths.pathways(), "What each stage asks"), look("administrator", paths.pathways(), "What each stage asks")],
  pathway: [look("trainee", paths.pathway("nes-6-18-15-2-1"), "NES 6/18/15/2"), look("lead", paths.pathway("aviguk-27-cycles-1"), "AVIGuk")],

  seeNotices: "takes a form",
  submissions: [
    look("trainee", paths.submissions(), "One shared review waits for feedback"), look("fellow", paths.submissions(), "No shared review of yours waits for feedback"),
    look("supervisor", paths.submissions(), "One shared review waits for your feedback"), look("idle", paths.submissions(), "No shared review waits for your feedback"),
  ],
  submitBy: [
    look("trainee", (s) => paths.submitBy(s.cycleId, "reference"), "Submit this shared review"), look("trainee", (s) => paths.submitBy(s.cycleId, "watched_together"), "Submit this shared review"),
    look("trainee", (s) => paths.submitBy(s.cycleId, "excerpt"), "Submit this shared review"),
  ],
  submission: [
    look("trainee", (s) => paths.submission(s.submissionId), "C\u2011"), look("supervisor", (s) => paths.submission(s.submissionId), "Iona Geddes"),
    look("trainee", (s) => paths.submission(s.returnedId), "C\u2011"), look("supervisor", (s) => paths.submission(s.returnedId), "Iona Geddes"),
  ],
  reviewAct: [look("trainee", (s) => paths.reviewAct(s.submissionId, "concern"), "When something worries you")],
  moment: [look("supervisor", (s) => paths.moment(s.submissionId, s.momentId), "Change this moment")],
  takeBackMoment: "takes a form",
  signOff: [
    look("candidate", paths.signOff(), "Sign-off"), look("fellow", paths.signOff(), "Sign-off"), look("candidateSupervisor", paths.signOff(), "One sign-off waits for you"),
    look("idle", paths.signOff(), "No sign-off waits for you"), look("reviewer", paths.signOff(), "No sign-off waits for you"), look("candidateLead", paths.signOff(), "Sign-off"),
  ],
  askSignOff: [look("trainee", paths.askSignOff(1), "Stage 1 cannot be asked for yet"), look("candidate", paths.askSignOff(3), "Stage 3 cannot be asked for yet")],
  signOffRequest: [
    look("candidate", (s) => paths.signOffRequest(s.requestId), "Sign-off of stage 3"), look("candidateSupervisor", (s) => paths.signOffRequest(s.requestId), "Catriona Muir: stage 3"),
    look("reviewer", (s) => paths.signOffRequest(s.requestId), "Catriona Muir: stage 3"),
  ],
  signOffAct: [look("candidateSupervisor", (s) => paths.signOffAct(s.requestId, "recommend"), "Catriona Muir: stage 3")],
  assignReviewer: [look("candidateLead", (s) => paths.assignReviewer(s.requestId), "Who decides on stage 3 of Catriona Muir?")],
  signOffEvidence: [look("reviewer", (s) => paths.signOffEvidence(s.requestId, "cycles"), "Cycles: 1 of 1")],
  signOffSubmission: [look("reviewer", (s) => paths.signOffSubmission(s.requestId, s.reviewedId), "Catriona Muir")],
  signOffConcern: [look("reviewer", (s) => paths.signOffConcern(s.requestId, s.reviewedId), "When something worries you")],
  signOffSkills: [look("reviewer", (s) => paths.signOffSkills(s.requestId), "Catriona Muir: skills record")],
  ledTrainee: "the page of the trainee, after something was done",
  reopenStage: [look("candidateLead", (s) => paths.reopenStage(s.candidate.id, 2), "Reopen stage 2 of Catriona Muir")],
  questionLedEntry: [look("candidateLead", (s) => paths.questionLedEntry(s.candidate.id, s.lockedId), "Ask about this entry")],
  voidLedEntry: [look("candidateLead", (s) => paths.voidLedEntry(s.candidate.id, s.lockedId), "Void this entry")],
  skillsRecord: [look("trainee", (s) => paths.skillsRecord(s.trainee.id, 1), "Skills record"), look("supervisor", (s) => paths.skillsRecord(s.trainee.id, 1), "Iona Geddes: skills record")],
  programme: [look("lead", paths.programme(), "Settings of Programme"), look("administrator", paths.programme(), "Settings of Programme")],

  people: [look("administrator", paths.people(), "People"), look("administrator", `${paths.people()}?search=nobody-of-that-name`, "People")],
  newPerson: [look("administrator", paths.newPerson(), "Add a person")],
  person: [
    look("administrator", (s) => paths.person(s.supervisor.id), "Flora Duthie"), look("administrator", (s) => paths.person(s.trainee.id), "Iona Geddes"),
    look("administrator", (s) => paths.person(s.external.id), "Pieter Jansen"), look("administrator", (s) => paths.person(s.newcomer.id), "Shona Kerr"),
  ],
  grants: [look("administrator", (s) => paths.grants(s.fellow.id), "Grant a role to Rhona Tait")],
  endGrant: [look("administrator", (s) => paths.endGrant(s.supervisor.id, s.grantId), "End “Supervisor” for Flora Duthie")],
  workingTime: [look("administrator", (s) => paths.workingTime(s.trainee.id), "Time of Iona Geddes"), look("lead", (s) => paths.workingTime(s.fellow.id), "Time of Rhona Tait")],
  planPause: [look("lead", (s) => paths.planPause(s.trainee.id), "Plan a pause for Iona Geddes")],
  takeBackShare: [look("administrator", (s) => paths.takeBackShare(s.trainee.id, s.shareFrom), "Take back 80 % from ")],
  takeBackPause: [look("lead", (s) => paths.takeBackPause(s.trainee.id, s.pauseId), "Take back the pause from ")],
  setShare: [look("administrator", (s) => paths.setShare(s.trainee.id), "Part time of Iona Geddes")],
  enrolment: [look("administrator", (s) => paths.enrolment(s.newcomer.id), "Enrol Shona Kerr")],
  accreditations: [look("administrator", (s) => paths.accreditations(s.supervisor.id), "Accreditation of Flora Duthie")],
  changeAccreditation: [look("administrator", (s) => paths.changeAccreditation(s.supervisor.id, s.accreditationId), "Accreditation of Flora Duthie")],
  assignments: [look("administrator", (s) => paths.assignments(s.fellow.id), "Assign a supervisor to Rhona Tait")],
  endAssignment: [look("administrator", (s) => paths.endAssignment(s.trainee.id, s.assignmentId), "End Flora Duthie’s supervision of Iona Geddes")],
};

/** Pages that say that something cannot be shown. */
export const REFUSALS: readonly Look[] = [
  look("nobody", "/no-such-page", "There is nothing here", 404), look("trainee", "/log/entries/nobody-knows-it", "There is nothing here", 404),
  look("trainee", "/people", "This is not yours to do", 403), look("trainee", "/design", "There is nothing here", 404),
];
