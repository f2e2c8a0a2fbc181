import { words } from "#app/words/words.ts";

import type { LeftOutReason } from "./model.ts";

const said = words.pathway.leftOut;

/** What is known of the entry that a reason speaks of; what is left out is said without it. */
export interface ReasonContext {
  /** Another entry in a few words, for "the same as …": "Supervision, 90 min, 4 November 2026". */
  readonly describeEntry?: (entryId: string) => string | undefined;
  /** Who has to confirm it, by name. */
  readonly waitsFor?: string;
  /** The supervisor of the session, by name. */
  readonly supervisor?: string;
}

/** Inside a sentence: "Supervision, 90 min" begins small there, "CHI" would not. */
function inSentence(text: string | undefined): string | undefined {
  return text !== undefined && /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Why an entry does not count, in one plain sentence without a full stop. */
export function sayReason(reason: LeftOutReason, { describeEntry, waitsFor, supervisor }: ReasonContext = {}): string {
  switch (reason.code) {
    case "voided": return said.voided;
    case "planned": return said.planned(reason.day);
    case "before_start": return said.beforeStart(reason.day, reason.startedOn);
    case "after_end": return said.afterEnd(reason.day, reason.endedOn);
    case "no_shared_review": return said.noSharedReview;
    case "review_before_film": return said.reviewBeforeFilm;
    case "same_twice": return said.sameTwice(inSentence(describeEntry?.(reason.sameAs)));
    case "waiting_for_confirmation": return said.waitingForConfirmation(waitsFor);
    case "questioned": return said.questioned(waitsFor);
    case "supervisor_not_accredited": return said.notAccredited(reason.day, supervisor);
    case "supervisor_in_training": return said.inTraining(reason.day, supervisor);
    case "supervisor_not_verified": return said.notVerified(supervisor);
    case "supervisor_is_trainee": return said.supervisorIsTrainee;
    case "format_does_not_count": return reason.format === "group" ? said.groupDoesNotCount : said.individualDoesNotCount;
    case "case_not_closed": return said.caseNotClosed;
    case "client_counted_already": return said.countedAlready(inSentence(describeEntry?.(reason.countedBy)));
    case "client_counted_in_earlier_stage": return said.countedInEarlierStage(reason.stage);
    case "no_such_requirement": return said.notAskedFor;
  }
}
