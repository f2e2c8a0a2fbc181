import { type Locking, lockOf } from "#app/pathway/locks.ts";
import type { StageClosing } from "#app/pathway/model.ts";
import { listFellowTrainees, listProgrammeSupervisors } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";

import type { Content, CycleContent, OwnEntry, PeerSupervisionContent, SupervisionContent } from "./content.ts";
import type { Entry } from "./model.ts";
import type { OwnRecord } from "./own-record.server.ts";
import { findClient } from "./queries.server.ts";

/** Why what was written in an entry cannot stand. */
export type ContentCode = "client_unknown" | "review_before_film" | "film_before_case" | "cycle_unknown" | "supervisor_unknown" | "supervisor_is_self" | "attendee_unknown" | "attendee_missing";

async function checkCycle(record: OwnRecord, content: CycleContent, before: OwnEntry | undefined): Promise<ContentCode | undefined> {
  if (content.reviewedOn !== null && content.reviewedOn < content.filmedOn) return "review_before_film";
  const client = await findClient(record.trx, record.traineeId, content.clientId);
  if (!client) return "client_unknown";
  const stood = before?.kind === "cycle" && before.clientId === content.clientId && before.filmedOn === content.filmedOn;
  return content.filmedOn < client.openedOn && !client.opensWithFilm && !stood ? "film_before_case" : undefined;
}

async function areOwnCycles({ trx, traineeId }: OwnRecord, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await trx.selectFrom("entry").select("id").where("trainee_id", "=", traineeId).where("kind", "=", "cycle").where("id", "in", ids).execute();
  return rows.length === new Set(ids).size;
}

async function checkSupervision(record: OwnRecord, content: SupervisionContent, before: OwnEntry | undefined): Promise<ContentCode | undefined> {
  return await checkSupervisor(record, content, before) ?? (await areOwnCycles(record, content.discussedIds ?? []) ? undefined : "cycle_unknown");
}

async function checkSupervisor(record: OwnRecord, content: SupervisionContent, before: OwnEntry | undefined): Promise<ContentCode | undefined> {
  if (content.supervisorId === record.traineeId) return "supervisor_is_self";
  if (before?.kind === "supervision" && before.supervisorId === content.supervisorId) return undefined;
  const supervisors = await listProgrammeSupervisors(record.trx, record.programmeId, record.today);
  return supervisors.some((s) => s.id === content.supervisorId) ? undefined : "supervisor_unknown";
}

async function checkAttendees(record: OwnRecord, content: PeerSupervisionContent, before: OwnEntry | undefined): Promise<ContentCode | undefined> {
  if (content.attendeeIds.length === 0) return "attendee_missing";
  const known = new Set((await listFellowTrainees(record.trx, record, record.today)).map((p) => p.id));
  for (const { id } of before?.kind === "peer_supervision" ? before.attendees : []) known.add(id);
  return content.attendeeIds.every((id) => known.has(id)) ? undefined : "attendee_unknown";
}

/** Why this cannot be written in that record, or undefined. What an earlier version already said may be kept. */
export async function checkContent(record: OwnRecord, content: Content, before?: OwnEntry): Promise<ContentCode | undefined> {
  switch (content.kind) {
    case "cycle": return checkCycle(record, content, before);
    case "supervision": return checkSupervision(record, content, before);
    case "peer_supervision": return checkAttendees(record, content, before);
    case "training": return undefined;
  }
}

/** The signed stage that locks the entry, or null (docs/field.md, "Locked entries"). */
export function lockOn(entry: Entry, locking: Locking, today: Day): StageClosing | null {
  return lockOf({ ...entry, recordedAt: entry.loggedAt }, locking, today);
}
