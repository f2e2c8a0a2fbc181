import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader } from "#db/database.server.ts";

import { caseContentOf, type CaseInput, type CaseTold, NOTHING_TOLD } from "./case-model.ts";
import { insertClient, insertClientVersion } from "./client-writes.server.ts";
import type { Client } from "./model.ts";
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

function isSameCase(client: Client, input: CaseInput, today: Day): boolean {
  const of = ({ ageBand, openedOn = today, setting, relation, helpingQuestion, goals, measuredInDcs, nextSteps }: CaseInput & CaseTold) =>
    JSON.stringify([ageBand, openedOn, setting, relation, helpingQuestion, goals, measuredInDcs, nextSteps]);
  return of({ ...client, openedOn: input.openedOn === undefined ? today : client.openedOn }) === of({ ...NOTHING_TOLD, ...input });
}

/**
 * Opens a client under an id and a code that the portal makes, on the day that is named or today. `requestId` comes from the
 * form: sent twice, it opens one client; `sent_before_differently` where it asks for something else than what stands.
 */
export async function openClient(
  db: Database, actor: Actor, input: CaseInput & { readonly requestId: string }, now: Date,
): Promise<Result<{ clientId: string; code: string }, "not_allowed" | "sent_before_differently" | "opened_in_future">> {
  return inOwnRecord<{ clientId: string; code: string }, "sent_before_differently" | "opened_in_future">(db, actor, now, async (record) => {
    const { trx, traineeId, today } = record;
    const { requestId, ...told } = input;
    const before = await findRepeated(record, requestId);
    if (before) {
      const { client } = before;
      return client && isSameCase(client, told, today) ? done({ clientId: client.id, code: client.code }) : refused("sent_before_differently");
    }
    const openedOn = told.openedOn ?? today;
    if (openedOn > today) return refused("opened_in_future");
    const clientId = newId();
    const code = await insertClient(trx, { id: clientId, traineeId, requestId }, { ...told, openedOn, closedOn: null }, actor.personId, now);
    await recordAct(trx, { actorId: actor.personId, act: "client.opened", subjects: { trainee: traineeId, client: clientId } }, now);
    return done({ clientId, code });
  });
}

/** A code with which a change of a client is refused. */
export type ClientCode = "not_allowed" | "not_there" | "changed_meanwhile" | "opened_in_future" | "opened_after_first_film" | "opened_after_closing" | "client_has_cycles";

/** The client of that record in the version that was seen. */
export async function changeableClient(record: OwnRecord, input: { readonly clientId: string; readonly fromVersion: number }): Promise<Result<Client, "not_there" | "changed_meanwhile">> {
  const client = await findClient(record.trx, record.traineeId, input.clientId);
  if (!client) return refused("not_there");
  return client.version === input.fromVersion ? done(client) : refused("changed_meanwhile");
}

/** Why the case cannot have been opened on that day. A day that stands already is not asked about again. */
function openingRefusal({ openedOn: before, closedOn, firstDay }: Client, openedOn: Day, today: Day): ClientCode | undefined {
  if (openedOn === before) return undefined;
  if (openedOn > today) return "opened_in_future";
  if (closedOn !== null && openedOn > closedOn) return "opened_after_closing";
  return firstDay !== null && openedOn > firstDay ? "opened_after_first_film" : undefined;
}

/** Changes what is told of a client and its case, the day of opening too; whether the case is closed stays as it is. */
export async function changeClient(
  db: Database, actor: Actor, input: { readonly clientId: string; readonly fromVersion: number; readonly told: CaseInput }, now: Date,
): Promise<Result<{ clientId: string }, ClientCode>> {
  return inOwnRecord<{ clientId: string }, ClientCode>(db, actor, now, async (record) => {
    const found = await changeableClient(record, input);
    if (!found.ok) return found;
    const client = found.value;
    const openedOn = input.told.openedOn ?? client.openedOn;
    const refusal = openingRefusal(client, openedOn, record.today);
    if (refusal) return refused(refusal);
    const mark = { version: client.version + 1, recordedBy: actor.personId, voided: false, reason: null };
    await insertClientVersion(record.trx, client.id, { ...caseContentOf(client), ...input.told, openedOn }, mark, now);
    await settle(record, actor, "client.changed", { client: client.id });
    return done({ clientId: client.id });
  });
}

/** Voids a client that was opened by mistake; `client_has_cycles` while a cycle of theirs stands. */
export async function voidClient(
  db: Database, actor: Actor, input: { clientId: string; fromVersion: number; reason: string }, now: Date,
): Promise<Result<{ clientId: string }, ClientCode>> {
  return inOwnRecord<{ clientId: string }, ClientCode>(db, actor, now, async (record) => {
    const found = await changeableClient(record, input);
    if (!found.ok) return found;
    const client = found.value;
    if (client.cycles > 0) return refused("client_has_cycles");
    const mark = { version: client.version + 1, recordedBy: actor.personId, voided: true, reason: input.reason };
    await insertClientVersion(record.trx, client.id, caseContentOf(client), mark, now);
    await settle(record, actor, "client.voided", { client: client.id });
    return done({ clientId: client.id });
  });
}
