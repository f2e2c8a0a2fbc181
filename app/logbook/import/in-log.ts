import type { PeerSupervisionContent, SupervisionContent } from "#app/logbook/content.ts";
import type { CountableEntry } from "#app/pathway/model.ts";

import type { Draft, ImportedCycle } from "./draft.ts";
import type { RowReason } from "./reasons.ts";

const sorted = (ids: readonly string[]): string => [...ids].sort().join(" ");

function sameCycle(cycle: ImportedCycle, clientId: string | null, logged: readonly CountableEntry[]): RowReason | null {
  const thatDay = logged.filter((e) => e.kind === "cycle" && e.filmedOn === cycle.filmedOn);
  const ofClient = thatDay.filter((e) => e.kind === "cycle" && e.clientId === clientId);
  if (ofClient.some((e) => e.kind === "cycle" && e.reviewedOn === cycle.reviewedOn)) return { code: "already_in_log" };
  if (ofClient.some((e) => e.kind === "cycle" && e.reviewedOn === null)) return { code: "finish_in_log", day: cycle.filmedOn };
  return clientId === null && thatDay.length > 0 ? { code: "film_day_in_log", day: cycle.filmedOn } : null;
}

function isSameSession(content: SupervisionContent | PeerSupervisionContent, entry: CountableEntry): boolean {
  if (content.kind === "supervision" && entry.kind === "supervision") {
    return content.heldOn === entry.heldOn && content.minutes === entry.minutes && content.supervisorId === entry.supervisorId;
  }
  return content.kind === "peer_supervision" && entry.kind === "peer_supervision"
    && content.heldOn === entry.heldOn && content.minutes === entry.minutes && sorted(content.attendeeIds) === sorted(entry.attendeeIds);
}

/**
 * What the log already holds of a row, however it came there (docs/field.md, "The same twice"): the same entry; the
 * same film without its review, which the person should finish there; or a film of that day by a client who may be this one.
 * A voided entry never blocks.
 */
export function findInLog({ content }: Draft, clientId: string | null, entries: readonly CountableEntry[]): RowReason | null {
  if (content === null) return null;
  const logged = entries.filter((e) => !e.voided);
  if (content.kind === "cycle") return sameCycle(content, clientId, logged);
  return logged.some((e) => isSameSession(content, e)) ? { code: "already_in_log" } : null;
}
