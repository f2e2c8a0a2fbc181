import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { insertClient } from "./client-writes.server.ts";
import type { ClientChoice, Content, CycleContent, PeerSupervisionContent, SupervisionContent, TrainingContent } from "./content.ts";
import { checkContent, type ContentCode } from "./entry-checks.server.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { settle } from "./settle.server.ts";
import { insertEntry } from "./writes.server.ts";

/** Why an entry was not logged. */
export type LogCode = ContentCode | "not_allowed";

/** The entry that stands now, and whether it was there before because the same form was sent twice. */
export interface Logged {
  readonly entryId: string;
  readonly repeated: boolean;
}

async function findRepeated({ trx, traineeId }: OwnRecord, requestId: string): Promise<string | undefined> {
  const row = await trx.selectFrom("entry").select("id").where("trainee_id", "=", traineeId).where("request_id", "=", requestId).executeTakeFirst();
  return row?.id;
}

async function write(record: OwnRecord, actor: Actor, requestId: string, content: Content): Promise<Result<Logged, ContentCode>> {
  const problem = await checkContent(record, content);
  if (problem) return refused(problem);
  const { trx, traineeId, now } = record;
  const entryId = newId();
  await insertEntry(trx, { id: entryId, traineeId, requestId }, content, actor.personId, now);
  await settle(record, actor, "entry.logged", { entry: entryId });
  return done({ entryId, repeated: false });
}

async function log(
  db: Database, actor: Actor, requestId: string, now: Date, contentFor: (record: OwnRecord) => Promise<Content> | Content,
): Promise<Result<Logged, LogCode>> {
  return inOwnRecord<Logged, ContentCode>(db, actor, now, async (record) => {
    const repeated = await findRepeated(record, requestId);
    return repeated === undefined ? write(record, actor, requestId, await contentFor(record)) : done({ entryId: repeated, repeated: true });
  });
}

async function clientFor({ trx, traineeId, today, now }: OwnRecord, choice: ClientChoice, filmedOn: string): Promise<string> {
  if ("clientId" in choice) return choice.clientId;
  const id = newId();
  const openedOn = filmedOn < today ? filmedOn : today;
  await insertClient(trx, { id, traineeId }, { ageBand: choice.newClient.ageBand, openedOn, closedOn: null }, traineeId, now);
  await recordAct(trx, { actorId: traineeId, act: "client.opened", subjects: { trainee: traineeId, client: id } }, now);
  return id;
}

/** Logs a cycle. Only client and film day are required; a future day is kept and does not count yet. */
export async function logCycle(
  db: Database, actor: Actor, input: { requestId: string; client: ClientChoice; content: Omit<CycleContent, "clientId"> }, now: Date,
): Promise<Result<Logged, LogCode>> {
  return log(db, actor, input.requestId, now, async (record) => ({ ...input.content, clientId: await clientFor(record, input.client, input.content.filmedOn) }));
}

/** Logs supervision in minutes; it waits for the supervisor's confirmation. */
export async function logSupervision(db: Database, actor: Actor, input: { requestId: string; content: SupervisionContent }, now: Date): Promise<Result<Logged, LogCode>> {
  return log(db, actor, input.requestId, now, () => input.content);
}

/** Logs peer supervision; it waits for one of the others who were there. */
export async function logPeerSupervision(db: Database, actor: Actor, input: { requestId: string; content: PeerSupervisionContent }, now: Date): Promise<Result<Logged, LogCode>> {
  return log(db, actor, input.requestId, now, () => input.content);
}

/** Logs training attended; it waits for a lead's confirmation. */
export async function logTraining(db: Database, actor: Actor, input: { requestId: string; content: TrainingContent }, now: Date): Promise<Result<Logged, LogCode>> {
  return log(db, actor, input.requestId, now, () => input.content);
}
