import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader } from "#db/database.server.ts";

import { insertClient, insertClientVersion } from "./client-writes.server.ts";
import type { AgeBand, Client } from "./model.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { findClient } from "./queries.server.ts";
import { settle } from "./settle.server.ts";

/** The client that this form of the trainee's opened when it was sent before; undefined where it was not. */
export async function findOpened(db: Reader, traineeId: string, requestId: string): Promise<string | undefined> {
  const row = await db.selectFrom("client").select("id").where("trainee_id", "=", traineeId).where("request_id", "=", requestId).executeTakeFirst();
  return row?.id;
}

async function findRepeated({ trx, traineeId }: OwnRecord, requestId: string): Promise<{ clientId: string; client: Client | undefined } | undefined> {
  const clientId = await findOpened(trx, traineeId, requestId);
  return clientId === undefined ? undefined : { clientId, client: await findClient(trx, traineeId, clientId) };
}

/**
 * Opens a client under an id and a code that the portal makes. `requestId` comes from the form: sent twice, it opens one
 * client; `sent_before_differently` where it asks for something else than what stands.
 */
export async function openClient(
  db: Database, actor: Actor, input: { requestId: string; ageBand: AgeBand | null }, now: Date,
): Promise<Result<{ clientId: string; code: string }, "not_allowed" | "sent_before_differently">> {
  return inOwnRecord<{ clientId: string; code: string }, "sent_before_differently">(db, actor, now, async (record) => {
    const { trx, traineeId, today } = record;
    const before = await findRepeated(record, input.requestId);
    if (before) {
      const { client } = before;
      return client?.ageBand === input.ageBand ? done({ clientId: client.id, code: client.code }) : refused("sent_before_differently");
    }
    const clientId = newId();
    const code = await insertClient(trx, { id: clientId, traineeId, requestId: input.requestId }, { ageBand: input.ageBand, openedOn: today, closedOn: null }, actor.personId, now);
    await recordAct(trx, { actorId: actor.personId, act: "client.opened", subjects: { trainee: traineeId, client: clientId } }, now);
    return done({ clientId, code });
  });
}

/** A code with which a change of a client is refused. */
export type ClientCode = "not_allowed" | "not_there" | "changed_meanwhile" | "closed_in_future" | "closed_before_opening" | "closed_before_last_cycle" | "client_has_cycles";

async function changeable(record: OwnRecord, input: { clientId: string; fromVersion: number }): Promise<Result<Client, "not_there" | "changed_meanwhile">> {
  const client = await findClient(record.trx, record.traineeId, input.clientId);
  if (!client) return refused("not_there");
  return client.version === input.fromVersion ? done(client) : refused("changed_meanwhile");
}

/** Why the case cannot be closed on that day. A day that stands already is not asked about again. */
function closingRefusal({ openedOn, closedOn: before, lastDay }: Client, closedOn: Day | null, today: Day): ClientCode | undefined {
  if (closedOn === null || closedOn === before) return undefined;
  if (closedOn > today) return "closed_in_future";
  if (closedOn < openedOn) return "closed_before_opening";
  return lastDay !== null && closedOn < lastDay ? "closed_before_last_cycle" : undefined;
}

/** Changes the age band, or closes or reopens the case, whose day of opening stays as it is. */
export async function changeClient(
  db: Database, actor: Actor, input: { clientId: string; fromVersion: number; ageBand: AgeBand | null; closedOn: Day | null }, now: Date,
): Promise<Result<{ clientId: string }, ClientCode>> {
  return inOwnRecord<{ clientId: string }, ClientCode>(db, actor, now, async (record) => {
    const found = await changeable(record, input);
    if (!found.ok) return found;
    const client = found.value;
    const refusal = closingRefusal(client, input.closedOn, record.today);
    if (refusal) return refused(refusal);
    const mark = { version: client.version + 1, recordedBy: actor.personId, voided: false, reason: null };
    await insertClientVersion(record.trx, client.id, { ageBand: input.ageBand, openedOn: client.openedOn, closedOn: input.closedOn }, mark, now);
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
