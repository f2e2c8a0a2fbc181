import { type EntryAct, type EntryParty, isPossibleWhileLocked } from "#app/pathway/locks.ts";
import { findEnrolment, findLocking } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can, type Subject } from "#app/people/policy.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
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

async function subjectOf(db: Reader, entry: DecidableEntry, today: Day): Promise<Subject> {
  const programmeId = (await findEnrolment(db, entry.traineeId))?.programmeId;
  return {
    traineeId: entry.traineeId, ...(programmeId === undefined ? {} : { programmeId }),
    supervisorIds: (await listSupervisorsOf(db, entry.traineeId, today)).map((s) => s.id),
    ...(entry.kind === "supervision" ? { entrySupervisorId: entry.supervisorId } : {}),
    ...(entry.kind === "peer_supervision" ? { attendeeIds: entry.attendees.map((a) => a.id) } : {}),
  };
}

/** True where the actor is the other side of the entry: its supervisor, somebody who was there, or a lead. */
export async function mayDecide(db: Reader, actor: Actor, entry: Entry): Promise<boolean> {
  return isDecidable(entry) && can(actor, ACTION_FOR[entry.kind], await subjectOf(db, entry, actor.today));
}

const ACT_OF = { confirmed: "confirm", questioned: "question" } as const satisfies Record<Said, EntryAct>;

async function partyOf(db: Reader, actor: Actor, entry: DecidableEntry): Promise<EntryParty> {
  if (entry.kind === "training") return "lead";
  const supervises = entry.kind === "supervision" || (await listSupervisorsOf(db, entry.traineeId, actor.today)).some((s) => s.id === actor.personId);
  return supervises ? "supervisor" : "peer";
}

/** Which of the entries a signed stage keeps the actor from deciding so. */
export async function listLocked(db: Reader, actor: Actor, entries: readonly DecidableEntry[], said: Said): Promise<string[]> {
  const locked: string[] = [];
  for (const entry of entries) {
    const locking = await findLocking(db, entry.traineeId);
    const isLocked = locking !== undefined && lockOn(entry, locking, actor.today) !== null;
    if (isLocked && !isPossibleWhileLocked(ACT_OF[said], await partyOf(db, actor, entry))) locked.push(entry.id);
  }
  return locked;
}

