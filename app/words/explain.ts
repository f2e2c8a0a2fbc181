/** What a refused act answers: the status, the sentence, and the form field it belongs to, if any. */
export interface Explanation {
  readonly status: 400 | 409;
  readonly text: string;
  readonly field?: string;
}

/** Every code with which a rule says no. A command's codes are members of this union. */
export const CODES = [
  "changed_meanwhile",
  "already_done",
  "not_allowed",
  "wrong_sign_in", "no_role", "wrong_password", "password_too_short", "password_too_common", "reset_link_spent",
  "wrong_code", "wrong_proof", "set_up_too_old", "no_second_factor",
  "email_taken", "email_needed", "ends_before_start", "role_held_already", "reviewer_must_supervise", "external_only_supervises",
  "own_last_administrator_role", "not_a_supervisor", "not_a_trainee", "own_supervisor", "assigned_already", "period_overlaps",
  "not_a_trainee_there", "enrolled_already", "pathway_unknown", "cohort_unclear", "cohort_unknown", "cohort_there_already", "board_unknown",
  "sent_before_differently", "client_unknown", "closed_in_future", "closed_before_opening", "closed_before_last_cycle", "client_has_cycles", "review_before_film", "supervisor_unknown", "supervisor_is_self",
  "attendee_unknown", "attendee_missing", "already_voided", "locked_by_stage", "planned_not_held", "question_without_note", "import_unreadable",
] as const;
export type Code = (typeof CODES)[number];

const EXPLANATIONS = {
  changed_meanwhile: { status: 409, text: "Somebody changed this while you had it open. Below is what stands now: look again, then save." },
  already_done: { status: 409, text: "This was done already, so nothing was changed." },
  not_allowed: { status: 409, text: "This can no longer be done. Go back and look at what stands now." },
  wrong_sign_in: { status: 400, text: "That e-mail address and password do not go together. Look at both and try again, or choose a new password." },
  no_role: { status: 400, text: "You hold no role in a programme today, so there is nothing here to show you. Your programme’s administrator can change that." },
  wrong_password: { status: 400, text: "This is not your present password", field: "currentPassword" },
  password_too_short: { status: 400, text: "Choose a password of at least 12 signs; a few words in a row are fine", field: "newPassword" },
  password_too_common: { status: 400, text: "Choose another password: this is among the first that anybody would try", field: "newPassword" },
  reset_link_spent: { status: 409, text: "This link was used already or is too old. Ask for a new one." },
  wrong_code: { status: 400, text: "This code is not right, or was used already. Wait for the next one in your app and type that.", field: "code" },
  wrong_proof: { status: 400, text: "Password or code are not right. If the code was used just now, wait for the next one." },
  set_up_too_old: { status: 409, text: "This page stood open too long. Scan the new picture below, then type the code." },
  no_second_factor: { status: 409, text: "Recovery codes belong to a second step of signing in. Set that up first." },
  email_taken: { status: 409, text: "Somebody with this e-mail address is here already", field: "email" },
  email_needed: { status: 400, text: "Enter an e-mail address: without one only an external supervisor can be added", field: "email" },
  ends_before_start: { status: 400, text: "The last day has to be the first day or later", field: "endsOn" },
  role_held_already: { status: 409, text: "This role is held already on some of these days. End that one first, or choose other days.", field: "role" },
  reviewer_must_supervise: { status: 400, text: "Only a supervisor can be an independent reviewer", field: "isIndependentReviewer" },
  external_only_supervises: { status: 400, text: "Somebody external can only be a supervisor", field: "role" },
  own_last_administrator_role: { status: 409, text: "You cannot end your own last role as administrator: somebody else has to, so that nobody locks everybody out." },
  not_a_supervisor: { status: 409, text: "This person was never granted the role of supervisor. Grant it first.", field: "supervisorId" },
  not_a_trainee: { status: 409, text: "This person was never granted the role of trainee. Grant it first." },
  own_supervisor: { status: 400, text: "Nobody supervises themself", field: "supervisorId" },
  assigned_already: { status: 409, text: "This supervisor has this trainee already on some of these days", field: "supervisorId" },
  period_overlaps: { status: 409, text: "Another period holds some of these days already. Periods must not share a day.", field: "startsOn" },
  not_a_trainee_there: { status: 409, text: "This person was never granted the role of trainee in this programme. Grant it first." },
  enrolled_already: { status: 409, text: "This trainee has an enrolment already, so no other was made." },
  pathway_unknown: { status: 400, text: "Choose one of the pathways", field: "pathwayVersionId" },
  cohort_unclear: { status: 400, text: "Choose a cohort or name a new one: one of the two", field: "newCohort" },
  cohort_unknown: { status: 400, text: "Choose a cohort of this programme", field: "cohortId" },
  cohort_there_already: { status: 409, text: "This programme has a cohort of this name already: choose it from the list", field: "newCohort" },
  board_unknown: { status: 400, text: "Choose one of the boards", field: "boardCode" },
  client_unknown: { status: 400, text: "Choose one of your clients", field: "client" },
  closed_in_future: { status: 400, text: "A case can be closed today or earlier, not on a day to come", field: "closedOn" },
  sent_before_differently: { status: 409, text: "This form was sent before, and what was saved with it is not what you sent now, so nothing was changed. Look at what stands: you can change it there, or open a new form." },
  closed_before_opening: { status: 400, text: "The case cannot be closed before the day on which it was opened here. Look at the year too", field: "closedOn" },
  closed_before_last_cycle: { status: 400, text: "The case cannot be closed before its last film or shared review", field: "closedOn" },
  client_has_cycles: { status: 409, text: "This client has cycles. Void those first, or close the case instead." },
  review_before_film: { status: 400, text: "The shared review has to be on the day of the film or later", field: "reviewedOn" },
  supervisor_unknown: { status: 400, text: "Choose a supervisor of your programme", field: "supervisorId" },
  supervisor_is_self: { status: 400, text: "Nobody supervises themself: choose who supervised you", field: "supervisorId" },
  attendee_unknown: { status: 400, text: "Choose trainees of your programme", field: "attendeeIds" },
  attendee_missing: { status: 400, text: "Choose at least one other trainee who was there", field: "attendeeIds" },
  already_voided: { status: 409, text: "This entry was voided, so it can no longer be changed." },
  locked_by_stage: { status: 409, text: "This entry belongs to a stage that has been signed, so it is locked. Your programme lead can reopen the stage." },
  planned_not_held: { status: 409, text: "This session is still to come. It can be confirmed from its day on." },
  import_unreadable: { status: 400, text: "These files cannot be read as they came back. Choose them once more." },
  question_without_note: { status: 400, text: "Say what you are asking about", field: "note" },
} as const satisfies Record<Code, Explanation>;

/** The text, status and field for a rule's code. Closed: a code without a text does not compile. */
export function explain(code: Code): Explanation {
  return EXPLANATIONS[code];
}
