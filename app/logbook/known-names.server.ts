import { listFellowTrainees, listSupervisorsOf } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import type { Entry } from "./model.ts";

/**
 * Names that may stand in any text of the trainee's: their own supervisors of today, and who is a trainee of the programme
 * today (docs/field.md, "Identifiers").
 */
export async function listNamesMet(db: Reader, { traineeId, programmeId, today }: { traineeId: string; programmeId: string; today: Day }): Promise<string[]> {
  const fellows = await listFellowTrainees(db, { traineeId, programmeId, startedOn: today }, today);
  return [...await listSupervisorsOf(db, traineeId, today), ...fellows].map((p) => p.name);
}

/** Those whom an entry names beside its texts. */
export function namesIn(entry: Entry): string[] {
  switch (entry.kind) {
    case "supervision": return [entry.supervisorName];
    case "peer_supervision": return entry.attendees.map((a) => a.name);
    default: return [];
  }
}
