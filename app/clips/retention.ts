import { addDays, type Day, type Instant, londonDay } from "#app/platform/clock.ts";

import { ERASURE_REASONS, type ErasureReason } from "./model.ts";

/** Days that a clip outlives the closing of its client's case. */
const KEPT_AFTER_CASE_DAYS = 60;
/** Days that a clip outlives the decision on its stage. */
const KEPT_AFTER_STAGE_DAYS = 30;
/** Days after which a clip goes whose consent was recorded by mistake; nobody sees it in the meantime. */
const KEPT_WITHOUT_CONSENT_DAYS = 14;
/** Hours after which a clip goes that was never submitted. */
const KEPT_UNSUBMITTED_HOURS = 24;

const MS_PER_HOUR = 3_600_000;

/** What decides how long a clip is kept. */
export interface RetentionFacts {
  readonly recordedAt: Instant;
  /** True where somebody besides the owner was ever allowed to watch it. */
  readonly wasSubmitted: boolean;
  /** Of everybody who can be seen or heard; `changedAt` is that of the version in force. */
  readonly consents: readonly { readonly withdrawnOn: Day | null; readonly voided: boolean; readonly changedAt: Instant }[];
  readonly caseClosedOn: Day | null;
  /** When the stage that the entry belongs to was signed; null while it is open. */
  readonly stageDecidedOn: Day | null;
  /** The programme's limit. */
  readonly keptDays: number;
}

/** When a clip goes, and why. */
export interface Leaving {
  readonly on: Day;
  readonly because: ErasureReason;
}

function dayOf(at: Instant, hoursLater = 0): Day {
  return londonDay(new Date(Date.parse(at) + hoursLater * MS_PER_HOUR));
}

function withoutConsent({ consents }: RetentionFacts): Leaving[] {
  return consents.flatMap(({ withdrawnOn, voided, changedAt }): Leaving[] => {
    if (withdrawnOn !== null) return [{ on: dayOf(changedAt), because: "consent_withdrawn" }];
    return voided ? [{ on: addDays(dayOf(changedAt), KEPT_WITHOUT_CONSENT_DAYS), because: "consent_withdrawn" }] : [];
  });
}

function byDay(a: Leaving, b: Leaving): number {
  return a.on.localeCompare(b.on) || ERASURE_REASONS.indexOf(a.because) - ERASURE_REASONS.indexOf(b.because);
}

/** The first day on which the clip is to be gone, as things stand, and why (docs/field.md, "How long a clip is kept"). */
export function whenItGoes(facts: RetentionFacts): Leaving {
  const limit: Leaving = { on: addDays(dayOf(facts.recordedAt), facts.keptDays), because: "kept_long_enough" };
  const all: Leaving[] = [
    limit, ...withoutConsent(facts),
    ...(facts.caseClosedOn === null ? [] : [{ on: addDays(facts.caseClosedOn, KEPT_AFTER_CASE_DAYS), because: "case_closed" as const }]),
    ...(facts.stageDecidedOn === null ? [] : [{ on: addDays(facts.stageDecidedOn, KEPT_AFTER_STAGE_DAYS), because: "stage_decided" as const }]),
    ...(facts.wasSubmitted ? [] : [{ on: dayOf(facts.recordedAt, KEPT_UNSUBMITTED_HOURS), because: "never_submitted" as const }]),
  ];
  return all.sort(byDay)[0] ?? limit;
}

/** Why the clip is to go now, or null. What was never submitted goes by the hour, everything else by the day. */
export function isDue(facts: RetentionFacts, now: Date): ErasureReason | null {
  const isEarly = now.getTime() < Date.parse(facts.recordedAt) + KEPT_UNSUBMITTED_HOURS * MS_PER_HOUR;
  const { on, because } = whenItGoes({ ...facts, wasSubmitted: facts.wasSubmitted || isEarly });
  return on <= londonDay(now) ? because : null;
}
