import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { insertClient, insertClientVersion } from "./client-writes.server.ts";
import type { AgeBand, Client } from "./model.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { findClient } from "./queries.server.ts";
import { settle } from "./settle.server.ts";

async function ownerOf(trx: Trx, clientId: string): Promise<{ traineeId: string; code: string } | undefined> {
  const row = await trx.selectFrom("client").select(["trainee_id", "code"]).where("id", "=", clientId).executeTakeFirst();
  return row && { traineeId: row.trainee_id, code: row.code };
}

/**
 * Opens a client under a code that the portal makes. `requestId` comes from the form: sent twice, it opens one client.
 */
export async function openClient(
  db: Database, actor: Actor, input: { requestId: string; ageBand: AgeBand | null }, now: Date,
): Promise<Result<{ clientId: string; code: string }, "not_allowed">> {
  return inOwnRecord<{ clientId: string; code: string }, never>(db, actor, now, async ({ trx, traineeId, today }) => {
    const before = await ownerOf(trx, input.requestId);
    if (before?.traineeId === traineeId) return done({ clientId: input.requestId, code: before.code });
    const clientId = before ? newId() : input.requestId;
    const code = await insertClient(trx, { id: clientId, traineeId }, { ageBand: input.ageBand, openedOn: today, closedOn: null }, actor.personId, now);
    await recordAct(trx, { actorId: actor.personId, act: "client.opened", subjects: { trainee: traineeId, client: clientId } }, now);
    return done({ clientId, code });
  });
}

/** A code with which a change of a client is refused. */
export type ClientCode = "not_allowed" | "not_there" | "changed_meanwhile" | "closed_in_future" | "client_has_cycles";

async function changeable(record: OwnRecord, input: { clientId: string; fromVersion: number }): Promise<Result<Client, "not_there" | "changed_meanwhile">> {
  const client = await findClient(record.trx, record.traineeId, input.clientId);
  if (!client) return refused("not_there");
  return client.version === input.fromVersion ? done(client) : refused("changed_meanwhile");
}

/** Changes the age band, or closes or reopens the case. A case closed before its first day here was opened earlier: its first day moves. */
export async function changeClient(
  db: Database, actor: Actor, input: { clientId: string; fromVersion: number; ageBand: AgeBand | null; closedOn: Day | null }, now: Date,
): Promise<Result<{ clientId: string }, ClientCode>> {
  return inOwnRecord<{ clientId: string }, ClientCode>(db, actor, now, async (record) => {
    const found = await changeable(record, input);
    if (!found.ok) return found;
    const client = found.value;
    if (input.closedOn !== null && input.closedOn > record.today) return refused("closed_in_future");
    const openedOn = input.closedOn !== null && input.closedOn < client.openedOn ? input.closedOn : client.openedOn;
    const mark = { version: client.version + 1, recordedBy: actor.personId, voided: false, reason: null };
    await insertClientVersion(record.trx, client.id, { ageBand: input.ageBand, openedOn, closedOn: input.closedOn }, mark, now);
    await settle(record, actor, "client.changed", { client: client.id });
    return done({ clientId: client.id });
  });
}

/** Voids a client that was opened by mistake; `client_has_cycles` while a cycle of theirs stands. */
export async function voidClient(
  db: Database, actor: Actor, input: { clientId: string; fromVersion: number; reason: string }, now: Date,
): Promise<Result<{ clientId: string }, ClientCode>> {
  return inOwnRecord<{ clientId: string }, ClientCode>(db, actor, now, async (record) => {
    const found = await changeable(record, input);
    if (!found.ok) return found;
    const { id, version, ageBand, openedOn, closedOn, cycles } = found.value;
    if (cycles > 0) return refused("client_has_cycles");
    const mark = { version: version + 1, recordedBy: actor.personId, voided: true, reason: input.reason };
    await insertClientVersion(record.trx, id, { ageBand, openedOn, closedOn }, mark, now);
    await settle(record, actor, "client.voided", { client: id });
    return done({ clientId: id });
  });
}
