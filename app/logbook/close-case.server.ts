import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { type CaseDetails, caseContentOf, type Closing } from "./case-model.ts";
import { insertClientVersion } from "./client-writes.server.ts";
import { changeableClient } from "./clients.server.ts";
import type { CycleContent } from "./content.ts";
import type { Client } from "./model.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { findClient } from "./queries.server.ts";
import { settle } from "./settle.server.ts";

type Seen = { readonly clientId: string; readonly fromVersion: number };
/** A code with which closing a case is refused. */
export type CloseCode = "not_allowed" | "not_there" | "changed_meanwhile" | "closed_in_future" | "closed_before_opening" | "closed_before_last_cycle";
/** A code with which opening a case again is refused. */
export type ReopenCode = "not_allowed" | "not_there" | "changed_meanwhile" | "case_not_closed" | "reopened_in_future" | "reopened_before_closing";

/** Why the case cannot be closed on that day. A day that stands already is not asked about again. */
function closingRefusal({ openedOn, closedOn: before, lastDay }: Client, closedOn: Day, today: Day): CloseCode | undefined {
  if (closedOn === before) return undefined;
  if (closedOn > today) return "closed_in_future";
  if (closedOn < openedOn) return "closed_before_opening";
  return lastDay !== null && closedOn < lastDay ? "closed_before_last_cycle" : undefined;
}

type Told = Partial<CaseDetails> & { readonly closedOn: Day | null; readonly openedOn?: Day };

async function writeNext({ trx, traineeId, now }: OwnRecord, client: Client, told: Told): Promise<void> {
  await insertClientVersion(trx, client.id, { ...caseContentOf(client), ...told }, { version: client.version + 1, recordedBy: traineeId, voided: false, reason: null }, now);
}

/** Closes a case with a reason, or puts right how it was closed. */
export async function closeCase(db: Database, actor: Actor, input: Seen & Closing, now: Date): Promise<Result<{ clientId: string }, CloseCode>> {
  return inOwnRecord<{ clientId: string }, CloseCode>(db, actor, now, async (record) => {
    const found = await changeableClient(record, input);
    if (!found.ok) return found;
    const refusal = closingRefusal(found.value, input.closedOn, record.today);
    if (refusal) return refused(refusal);
    const { closedOn, closedBecause, copies, originals, nextSteps, clientId } = input;
    await writeNext(record, found.value, { closedOn, closedBecause, copies, originals, nextSteps });
    await settle(record, actor, "client.closed", { client: clientId });
    return done({ clientId });
  });
}

// What was asked at the closing is asked again at the next one.
const OPEN = { closedOn: null, closedBecause: null, copies: null, originals: null } as const;

/** Opens a closed case again, from that day on. */
export async function reopenCase(db: Database, actor: Actor, input: Seen & { readonly reopenedOn: Day }, now: Date): Promise<Result<{ clientId: string }, ReopenCode>> {
  return inOwnRecord<{ clientId: string }, ReopenCode>(db, actor, now, async (record) => {
    const found = await changeableClient(record, input);
    if (!found.ok) return found;
    const { closedOn } = found.value;
    if (closedOn === null) return refused("case_not_closed");
    if (input.reopenedOn > record.today) return refused("reopened_in_future");
    if (input.reopenedOn < closedOn) return refused("reopened_before_closing");
    await writeNext(record, found.value, { ...OPEN, reopenedOn: input.reopenedOn });
    await settle(record, actor, "client.reopened", { client: input.clientId });
    return done({ clientId: input.clientId });
  });
}

/**
 * Ends the writing of cycles of one client: a case that they come before opens with the first, and one that was closed before
 * a day of them is opened again on the first such day, by a planned one today (docs/field.md, "Cases"). True where it was. The caller counts afresh.
 */
export async function followFilms(record: OwnRecord, clientId: string, cycles: readonly Pick<CycleContent, "filmedOn" | "reviewedOn">[]): Promise<boolean> {
  const client = await findClient(record.trx, record.traineeId, clientId);
  if (!client) return false;
  const { closedOn } = client;
  const [later] = cycles.flatMap(({ filmedOn, reviewedOn }) => [filmedOn, ...(reviewedOn === null ? [] : [reviewedOn])]).filter((day) => closedOn !== null && day > closedOn).sort();
  const [openedOn = client.openedOn] = [client.openedOn, ...cycles.map((cycle) => cycle.filmedOn)].sort();
  if (later === undefined && openedOn === client.openedOn) return false;
  await writeNext(record, client, { openedOn, closedOn, ...(later === undefined ? {} : { ...OPEN, reopenedOn: later < record.today ? later : record.today }) });
  const act = later === undefined ? "client.changed" : "client.reopened";
  await recordAct(record.trx, { actorId: record.traineeId, act, subjects: { trainee: record.traineeId, client: clientId } }, record.now);
  return later !== undefined;
}
