/** The one list of addresses. Pages link through it, so that an address is written down once. */
export const paths = {
  home: () => "/",
  signIn: (done?: "reset" | "signed-out") => withQuery("/sign-in", { done }),
  signInDemo: () => "/sign-in/demo",
  signInSecondFactor: () => "/sign-in/second-factor",
  signOut: () => "/sign-out",
  reset: () => "/reset",
  resetWith: (token: string) => `/reset/${segment(token)}`,
  accessibility: () => "/accessibility",
  theme: () => "/theme",
  design: () => "/design",

  account: (done?: "password") => withQuery("/account", { done }),
  accountPassword: () => "/account/password",
  accountSecondFactor: () => "/account/second-factor",
  accountSecondFactorRemove: () => "/account/second-factor/remove",
  accountRecoveryCodes: () => "/account/recovery-codes",

  progress: () => "/progress",
  progressOf: (requirement: string, stage?: number) => withQuery(`/progress/${segment(requirement)}`, { stage }),

  log: () => "/log",
  clients: () => "/log/clients",
  newClient: () => "/log/clients/new",
  client: (clientId: string) => `/log/clients/${segment(clientId)}`,
  changeClient: (clientId: string) => `/log/clients/${segment(clientId)}/change`,
  voidClient: (clientId: string) => `/log/clients/${segment(clientId)}/void`,
  consents: (clientId: string, saved?: "recorded" | "changed" | "withdrawn" | "voided") => withQuery(`/log/clients/${segment(clientId)}/consent`, { saved }),
  newConsent: (clientId: string) => `/log/clients/${segment(clientId)}/consent/new`,
  changeConsent: (clientId: string, consentId: string) => `/log/clients/${segment(clientId)}/consent/${segment(consentId)}/change`,
  withdrawConsent: (clientId: string, consentId: string) => `/log/clients/${segment(clientId)}/consent/${segment(consentId)}/withdraw`,
  voidConsent: (clientId: string, consentId: string) => `/log/clients/${segment(clientId)}/consent/${segment(consentId)}/void`,
  newCycle: (clientId?: string) => withQuery("/log/cycles/new", { client: clientId }),
  newSupervision: () => "/log/supervision/new",
  newPeerSupervision: () => "/log/peer-supervision/new",
  newTraining: () => "/log/training/new",
  entry: (entryId: string) => `/log/entries/${segment(entryId)}`,
  changeEntry: (entryId: string) => `/log/entries/${segment(entryId)}/change`,
  voidEntry: (entryId: string) => `/log/entries/${segment(entryId)}/void`,
  questionEntry: (entryId: string) => `/log/entries/${segment(entryId)}/question`,
  importLogbook: () => "/log/import",
  confirmImport: () => "/log/import/confirm",
  importTemplate: (kind: string) => `/log/import/template/${segment(kind)}.csv`,

  uploadClip: () => "/clips/upload",
  film: (clipId: string) => `/clips/${segment(clipId)}/film`,
  eraseClip: (clipId: string) => `/clips/${segment(clipId)}/erase`,
  clipReceipt: (clipId: string) => `/clips/${segment(clipId)}/receipt`,

  waiting: () => "/waiting",
  waitingDone: (done: "confirmed" | "question" | "verified" | "gone", n?: number) => withQuery("/waiting", { done, n }),
  confirmWaiting: () => "/waiting/confirm",
  questionWaiting: (entryId: string) => withQuery("/waiting/question", { entry: entryId }),
  verifyWaiting: (personId: string) => withQuery("/waiting/verify", { person: personId }),
  trainees: () => "/trainees",
  trainee: (traineeId: string) => `/trainees/${segment(traineeId)}`,
  traineeProgressOf: (traineeId: string, requirement: string, stage?: number) =>
    withQuery(`/trainees/${segment(traineeId)}/${segment(requirement)}`, { stage }),

  cohorts: (asked: { readonly programme?: string; readonly board?: string; readonly cohort?: string; readonly state?: string; readonly reached?: string } = {}) => withQuery("/cohorts", asked),
  cohortTrainee: (traineeId: string, requirement?: string) => `/cohorts/${segment(traineeId)}${requirement === undefined ? "" : `#${segment(requirement)}`}`,
  ledTrainee: (traineeId: string, saved: "reviewer" | "reopened" | "voided" | "questioned") => withQuery(`/cohorts/${segment(traineeId)}`, { saved }),
  reopenStage: (traineeId: string, stage: number) => `/cohorts/${segment(traineeId)}/stages/${String(stage)}/reopen`,
  voidLedEntry: (traineeId: string, entryId: string) => `/cohorts/${segment(traineeId)}/entries/${segment(entryId)}/void`,
  questionLedEntry: (traineeId: string, entryId: string) => `/cohorts/${segment(traineeId)}/entries/${segment(entryId)}/question`,
  publication: (asked: { readonly programme?: string; readonly month?: string } = {}) => withQuery("/publication", asked),
  publicationExport: (asked: { readonly programme?: string; readonly month?: string } = {}) => withQuery("/publication/export", asked),

  pathways: () => "/pathways",
  pathway: (versionId: string) => `/pathways/${segment(versionId)}`,

  submissions: () => "/submissions",
  submitBy: (entryId: string, way: "reference" | "watched_together" | "excerpt") => `/log/entries/${segment(entryId)}/submit${{ reference: "", watched_together: "/together", excerpt: "/film" }[way]}`,
  submission: (submissionId: string, saved?: string) => withQuery(`/submissions/${segment(submissionId)}`, { saved }),
  reviewAct: (submissionId: string, act: "moments" | "feedback" | "send" | "return" | "withdraw" | "reply" | "concern") => `/submissions/${segment(submissionId)}/${act}`,
  moment: (submissionId: string, momentId: string) => `/submissions/${segment(submissionId)}/moments/${segment(momentId)}`,
  takeBackMoment: (submissionId: string, momentId: string) => `/submissions/${segment(submissionId)}/moments/${segment(momentId)}/void`,
  signOff: () => "/sign-off",
  askSignOff: (stage: number) => `/sign-off/ask/${String(stage)}`,
  signOffRequest: (requestId: string, saved?: "asked" | "recommended" | "decided" | "withdrawn") => withQuery(`/sign-off/${segment(requestId)}`, { saved }),
  signOffAct: (requestId: string, act: "recommend" | "sign" | "not-yet" | "withdraw") => `/sign-off/${segment(requestId)}/${act}`,
  signOffEvidence: (requestId: string, key: string) => `/sign-off/${segment(requestId)}/evidence/${segment(key)}`,
  signOffSubmission: (requestId: string, submissionId: string) => `/sign-off/${segment(requestId)}/submissions/${segment(submissionId)}`,
  signOffSkills: (requestId: string) => `/sign-off/${segment(requestId)}/skills`,
  assignReviewer: (requestId: string) => `/sign-off/${segment(requestId)}/reviewer`,
  signOffConcern: (requestId: string, submissionId: string) => `/sign-off/${segment(requestId)}/submissions/${segment(submissionId)}/concern`,
  skillsRecord: (traineeId: string, stage: number, asked: { readonly submission?: string; readonly saved?: "yes" } = {}) => withQuery(`/skills/${segment(traineeId)}/${String(stage)}`, asked),
  seeNotices: () => "/notices/seen",
  programme: (programmeId?: string, saved?: "yes") => withQuery("/programme", { programme: programmeId, saved }),

  people: () => "/people",
  newPerson: () => "/people/new",
  person: (personId: string, done?: "added" | "external" | "saved" | "role" | "enrolled") => withQuery(`/people/${segment(personId)}`, { done }),
  enrolment: (personId: string) => `/people/${segment(personId)}/enrolment`,
  grants: (personId: string) => `/people/${segment(personId)}/grants`,
  endGrant: (personId: string, grantId: string) => `/people/${segment(personId)}/grants/${segment(grantId)}/end`,
  accreditations: (personId: string) => `/people/${segment(personId)}/accreditations`,
  assignments: (personId: string) => `/people/${segment(personId)}/assignments`,
  endAssignment: (personId: string, assignmentId: string) => `/people/${segment(personId)}/assignments/${segment(assignmentId)}/end`,
  changeAccreditation: (personId: string, accreditationId: string) => `/people/${segment(personId)}/accreditations/${segment(accreditationId)}/change`,
} as const;

function segment(text: string): string {
  return encodeURIComponent(text);
}

function withQuery(path: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
