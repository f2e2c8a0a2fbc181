import type { LeftOutReason } from "#app/pathway/model.ts";

import { formatDay } from "../format.ts";

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
function inSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function another(entryId: string, { describeEntry }: ReasonContext, unknown: string): string {
  const text = describeEntry?.(entryId);
  return text === undefined ? unknown : inSentence(text);
}

/** Why an entry does not count, in one plain sentence without a full stop. */
function leftOutReason(reason: LeftOutReason, context: ReasonContext = {}): string {
  const supervisor = context.supervisor ?? "The supervisor";
  switch (reason.code) {
    case "voided": return "It was voided";
    case "planned": return `It is planned for ${formatDay(reason.day)} and counts once that day has come`;
    case "before_start": return `${formatDay(reason.day)} was before the first day on the pathway, ${formatDay(reason.startedOn)}`;
    case "no_shared_review": return "The shared review has no date yet";
    case "review_before_film": return "The shared review is dated before the film";
    case "same_twice": return `It is the same as ${another(reason.sameAs, context, "an entry logged before it")}`;
    case "waiting_for_confirmation": return context.waitsFor === undefined ? "Waiting for the other side to confirm" : `Waiting for ${context.waitsFor} to confirm`;
    case "questioned": return `${context.waitsFor ?? "The other side"} has asked a question about it`;
    case "supervisor_not_accredited": return `${supervisor} was not accredited on ${formatDay(reason.day)}`;
    case "supervisor_in_training": return `${supervisor} was still training to be a supervisor on ${formatDay(reason.day)}`;
    case "supervisor_not_verified": return `${supervisor} is from outside the programme, and a programme lead has not verified them yet`;
    case "supervisor_is_trainee": return "Nobody supervises themself";
    case "format_does_not_count": return reason.format === "group" ? "Group supervision does not count towards this" : "Individual supervision does not count towards this";
    case "case_not_closed": return "The client counts once the case is closed";
    case "client_counted_already": return `The client counts already, with ${another(reason.countedBy, context, "an earlier cycle")}`;
    case "client_counted_in_earlier_stage": return `The client counts in stage ${String(reason.stage)} already`;
    case "no_such_requirement": return "This pathway asks for nothing of this kind";
  }
}

/** Words of the room `pathway`: why an entry does not count. */
export const pathway = { leftOutReason } as const;
