import type { CountableEntry } from "#app/pathway/model.ts";
import type { SupervisorStanding } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";

import type { Entry } from "./model.ts";

/** What counting asks about the people and clients that entries name. */
export interface Named {
  /** The day each client's case was closed, for those that are closed now. */
  readonly closedOn: ReadonlyMap<string, Day>;
  readonly supervisors: ReadonlyMap<string, SupervisorStanding>;
}

/** An entry as counting knows it: dates, minutes and who, nothing that was written. */
export function toCountable(entry: Entry, named: Named): CountableEntry {
  // Spread last: Node makes an object that begins with a spread fifty times as slowly.
  const base = { entryId: entry.id, voided: entry.voided, recordedAt: entry.loggedAt };
  switch (entry.kind) {
    case "cycle":
      return { kind: "cycle", clientId: entry.clientId, filmedOn: entry.filmedOn, reviewedOn: entry.reviewedOn, caseClosedOn: named.closedOn.get(entry.clientId) ?? null, ...base };
    case "supervision": {
      const supervisor = named.supervisors.get(entry.supervisorId);
      return {
        kind: "supervision", heldOn: entry.heldOn, startsAt: entry.startsAt, minutes: entry.minutes, format: entry.format, supervisorId: entry.supervisorId,
        supervisorStandings: supervisor?.periods ?? [], supervisorIsExternal: supervisor?.isExternal ?? false,
        supervisorVerified: supervisor?.isVerified ?? true, confirmation: entry.confirmation, ...base,
      };
    }
    case "peer_supervision":
      return {
        kind: "peer_supervision", heldOn: entry.heldOn, startsAt: entry.startsAt, minutes: entry.minutes,
        attendeeIds: entry.attendees.map((a) => a.id), confirmation: entry.confirmation, ...base,
      };
    case "training":
      return { kind: "training", heldOn: entry.heldOn, training: entry.training, halfDays: entry.halfDays, confirmation: entry.confirmation, ...base };
    case "recognised":
      return { kind: "recognised", requirement: entry.requirement, amount: entry.amount, recognisedOn: entry.recognisedOn, ...base };
  }
}
