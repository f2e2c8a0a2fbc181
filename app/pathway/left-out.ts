import { type Day, isWithin } from "#app/platform/clock.ts";

import type { Confirmation, CountableCycle, CountableEntry, CountableSupervision, CountingCase, LeftOutEntry, LeftOutReason, PathwayDefinition, Requirement } from "./model.ts";

/** What an entry is judged against. */
export interface Against {
  readonly settings: PathwayDefinition["settings"];
  readonly of: Pick<CountingCase, "traineeId" | "startedOn" | "endedOn">;
  readonly today: Day;
  /** Entries that are the same as an earlier one, with the id of that one. */
  readonly sameAs: ReadonlyMap<string, string>;
}

// Today counts, tomorrow does not yet (docs/field.md, "Which day").
function planned(day: Day, today: Day): LeftOutReason[] {
  return day > today ? [{ code: "planned", day }] : [];
}

function beforeStart(day: Day, startedOn: Day): LeftOutReason[] {
  return day < startedOn ? [{ code: "before_start", day, startedOn }] : [];
}

// The last day itself is inside; when it was logged does not matter (docs/field.md, "After the end").
function afterEnd(day: Day, endedOn: Day | null): LeftOutReason[] {
  return endedOn !== null && day > endedOn ? [{ code: "after_end", day, endedOn }] : [];
}

function againstCycle({ filmedOn, reviewedOn }: CountableCycle, { of, today }: Against): LeftOutReason[] {
  const lastDay = reviewedOn !== null && reviewedOn > filmedOn ? reviewedOn : filmedOn;
  return [
    ...planned(lastDay, today),
    ...beforeStart(filmedOn, of.startedOn),
    ...afterEnd(lastDay, of.endedOn),
    ...(reviewedOn === null ? [{ code: "no_shared_review" } as const] : []),
    ...(reviewedOn !== null && reviewedOn < filmedOn ? [{ code: "review_before_film" } as const] : []),
  ];
}

// A question stands against an entry even where the pathway waits for nobody's confirmation.
function againstConfirmation(confirmation: Confirmation, isNeeded: boolean): LeftOutReason[] {
  if (confirmation === "questioned") return [{ code: "questioned" }];
  return isNeeded && confirmation === "waiting" ? [{ code: "waiting_for_confirmation" }] : [];
}

// Judged on the day of supervision, never on today (docs/field.md, "Accredited time").
function againstStanding({ heldOn, supervisorStandings }: CountableSupervision, inTrainingCounts: boolean): LeftOutReason[] {
  const standings = supervisorStandings.filter((period) => isWithin(heldOn, period)).map((period) => period.standing);
  if (standings.includes("accredited")) return [];
  if (!standings.includes("in_training")) return [{ code: "supervisor_not_accredited", day: heldOn }];
  return inTrainingCounts ? [] : [{ code: "supervisor_in_training", day: heldOn }];
}

function againstSupervision(entry: CountableSupervision, { settings, of, today }: Against): LeftOutReason[] {
  return [
    ...planned(entry.heldOn, today),
    ...beforeStart(entry.heldOn, of.startedOn),
    ...afterEnd(entry.heldOn, of.endedOn),
    ...againstConfirmation(entry.confirmation, settings.supervisionNeedsConfirmation && !entry.supervisorIsExternal),
    ...(entry.supervisorId === of.traineeId ? [{ code: "supervisor_is_trainee" } as const] : []),
    ...(entry.supervisorVerified ? [] : [{ code: "supervisor_not_verified" } as const]),
    ...againstStanding(entry, settings.supervisorInTrainingCounts),
  ];
}

function againstKind(entry: CountableEntry, against: Against): LeftOutReason[] {
  const { settings, of, today } = against;
  switch (entry.kind) {
    case "cycle": return againstCycle(entry, against);
    case "supervision": return againstSupervision(entry, against);
    case "peer_supervision": return [
      ...planned(entry.heldOn, today), ...beforeStart(entry.heldOn, of.startedOn), ...afterEnd(entry.heldOn, of.endedOn),
      ...againstConfirmation(entry.confirmation, settings.peerSupervisionNeedsConfirmation),
    ];
    // The initial course usually comes before the first day on a pathway: training is never too early.
    case "training": return [...planned(entry.heldOn, today), ...afterEnd(entry.heldOn, of.endedOn), ...againstConfirmation(entry.confirmation, true)];
    case "recognised": return [...planned(entry.recognisedOn, today), ...afterEnd(entry.recognisedOn, of.endedOn)];
  }
}

/**
 * Everything that speaks against counting the entry at all, whichever requirement asks: nothing for one that counts,
 * `voided` alone for a voided one (docs/field.md, "Several reasons").
 */
export function reasonsAgainst(entry: CountableEntry, against: Against): readonly LeftOutReason[] {
  if (entry.voided) return [{ code: "voided" }];
  const sameAs = against.sameAs.get(entry.entryId);
  return [...againstKind(entry, against), ...(sameAs === undefined ? [] : [{ code: "same_twice", sameAs } as const])];
}

/** What speaks against the entry for this requirement only: its format (docs/field.md, "Who and how"). */
export function reasonsAgainstFormat(entry: CountableEntry, { formats }: Requirement): readonly LeftOutReason[] {
  if (entry.voided || entry.kind !== "supervision" || formats === undefined || formats.includes(entry.format)) return [];
  return [{ code: "format_does_not_count", format: entry.format }];
}

/** What somebody else's word clears: a confirmation, or a lead's verification of an external supervisor. */
const WAITS: readonly LeftOutReason["code"][] = ["waiting_for_confirmation", "supervisor_not_verified"];

/** True where somebody else's word is all that is missing; an entry that would not count after it does not wait. */
export function isWaiting({ reasons }: Pick<LeftOutEntry, "reasons">): boolean {
  return reasons.length > 0 && reasons.every((r) => WAITS.includes(r.code));
}
