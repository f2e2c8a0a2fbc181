import { type EntryAct, type EntryParty, isPossibleWhileLocked } from "#app/pathway/locks.ts";
import { lockingOf, mapRecords, type PathwayRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can, type Subject } from "#app/people/policy.ts";
import { mapSupervisorIds } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { lockOn } from "./entry-checks.server.ts";
import type { Entry, PeerSupervision, Supervision, TrainingAttended } from "./model.ts";

/** An entry that the other side decides on. */
export type DecidableEntry = Supervision | PeerSupervision | TrainingAttended;

/** What the other side says of an entry. */
export type Said = "confirmed" | "questioned";

const ACTION_FOR: Readonly<Record<DecidableEntry["kind"], Action>> = {
  supervision: "supervision.decide", peer_supervision: "peer_supervision.decide", training: "training.decide",
};

/** True for entries that the other side decides on. */
export function isDecidable(entry: Entry): entry is DecidableEntry {
  return entry.kind !== "cycle" && entry.kind !== "recognised";
}

/** What stands around the entries of one trainee when somebody decides on them. */
export interface Bearings {
  readonly record: PathwayRecord | undefined;
  /** Who supervises the trainee today. */
  readonly supervisorIds: readonly string[];
}

/** The bearings of those trainees, by their ids. */
export async function mapBearings(db: Reader, traineeIds: readonly string[], today: Day): Promise<Map<string, Bearings>> {
  const [records, supervisors] = [await mapRecords(db, traineeIds), await mapSupervisorIds(db, traineeIds, today)];
  return new Map(traineeIds.map((id) => [id, { record: records.get(id), supervisorIds: supervisors.get(id) ?? [] }]));
}

function subjectOf(entry: DecidableEntry, { record, supervisorIds }: Bearings): Subject {
  return {
    traineeId: entry.traineeId, supervisorIds, ...(record ? { programmeId: record.enrolment.programmeId } : {}),
    ...(entry.kind === "supervision" ? { entrySupervisorId: entry.supervisorId } : {}),
    ...(entry.kind === "peer_supervision" ? { attendeeIds: entry.attendees.map((a) => a.id) } : {}),
  };
}

/** True where the actor is the other side of the entry: its supervisor, somebody who was there, or a lead. */
export function mayDecide(actor: Actor, entry: DecidableEntry, around: Bearings): boolean {
  return can(actor, ACTION_FOR[entry.kind], subjectOf(entry, around));
}

const ACT_OF = { confirmed: "confirm", questioned: "question" } as const satisfies Record<Said, EntryAct>;

function partyOf(actor: Actor, entry: DecidableEntry, { supervisorIds }: Bearings): EntryParty {
  if (entry.kind === "training") return "lead";
  return entry.kind === "supervision" || supervisorIds.includes(actor.personId) ? "supervisor" : "peer";
}

/** True where a signed stage keeps the actor from deciding so. */
export function isLockedAgainst(said: Said, actor: Actor, entry: DecidableEntry, around: Bearings): boolean {
  if (!around.record || lockOn(entry, lockingOf(around.record), actor.today) === null) return false;
  return !isPossibleWhileLocked(ACT_OF[said], partyOf(actor, entry, around));
}
