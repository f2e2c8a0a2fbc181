import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader } from "#db/database.server.ts";

import { insertClient } from "./client-writes.server.ts";
import { followFilms } from "./close-case.server.ts";
import { type ClientChoice, type Content, contentOf, type CycleContent, isSameContent, type OwnEntry, type PeerSupervisionContent, type SupervisionContent, type TrainingContent } from "./content.ts";
import { checkContent, type ContentCode } from "./entry-checks.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import type { AgeBand } from "./case-model.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { findOwnReflection } from "./reflections.server.ts";
import { settle } from "./settle.server.ts";
import { insertEntry } from "./writes.server.ts";

/** Why an entry was not logged. */
export type LogCode = ContentCode | "not_allowed" | "sent_before_differently";

/** The entry that stands now, and whether it was there before because the same form was sent twice. */
export interface Logged {
  readonly entryId: string;
  readonly repeated: boolean;
  /** The client's case had been closed before that day, and is open again. */
  readonly reopened?: true;
}

/** The entry that this form of the trainee's made when it was sent before; undefined where it was not. */
export async function findLogged(db: Reader, traineeId: string, requestId: string): Promise<string | undefined> {
  const row = await db.selectFrom("entry").select("id").where("trainee_id", "=", traineeId).where("request_id", "=", requestId).executeTakeFirst();
  return row?.id;
}

async function findRepeated({ trx, traineeId }: OwnRecord, requestId: string): Promise<OwnEntry | undefined> {
  const entryId = await findLogged(trx, traineeId, requestId);
  if (entryId === undefined) return undefined;
  const [entry] = await readEntries(trx, trx.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId), "current");
  return entry?.kind === "recognised" ? undefined : entry;
}

async function write(record: OwnRecord, actor: Actor, requestId: string, content: Content): Promise<Result<Logged, ContentCode>> {
  const problem = await checkContent(record, content);
  if (problem) return refused(problem);
  const { trx, traineeId, now } = record;
  const entryId = newId();
  await insertEntry(trx, { id: entryId, traineeId, requestId }, content, actor.personId, now);
  const reopened = content.kind === "cycle" && await followFilms(record, content.clientId, [content]);
  await settle(record, actor, "entry.logged", { entry: entryId });
  return done({ entryId, repeated: false, ...(reopened ? { reopened } : {}) });
}

/** What was sent, as it is to stand; with the entry that stands already where the form was sent before. */
type ContentFor = (record: OwnRecord, before?: OwnEntry) => Promise<Content> | Content;

async function log(db: Database, actor: Actor, requestId: string, now: Date, contentFor: ContentFor): Promise<Result<Logged, LogCode>> {
  return inOwnRecord<Logged, Exclude<LogCode, "not_allowed">>(db, actor, now, async (record) => {
    const before = await findRepeated(record, requestId);
    if (before === undefined) return write(record, actor, requestId, await contentFor(record));
    const stood = contentOf(before, await findOwnReflection(record.trx, record.traineeId, before.id));
    const stands = !before.voided && isSameContent(stood, await contentFor(record, before));
    return stands ? done({ entryId: before.id, repeated: true }) : refused("sent_before_differently");
  });
}

/** True where the cycle's client was opened with it, and for such a client as is asked for now. */
async function openedWith({ trx }: OwnRecord, cycle: OwnEntry, { ageBand }: { readonly ageBand: AgeBand | null }): Promise<boolean> {
  if (cycle.kind !== "cycle") return false;
  const first = await trx.selectFrom("client_version").select(["recorded_at", "age_band"])
    .where("client_id", "=", cycle.clientId).where("version", "=", 1).executeTakeFirst();
  return first?.recorded_at === cycle.loggedAt && first.age_band === ageBand;
}

async function clientFor(record: OwnRecord, choice: ClientChoice, filmedOn: string, before: OwnEntry | undefined): Promise<string> {
  if ("clientId" in choice) return choice.clientId;
  if (before !== undefined) return before.kind === "cycle" && await openedWith(record, before, choice.newClient) ? before.clientId : "";
  const { trx, traineeId, today, now } = record;
  const id = newId();
  const openedOn = filmedOn < today ? filmedOn : today;
  await insertClient(trx, { id, traineeId }, { ...choice.newClient, openedOn, closedOn: null }, traineeId, now);
  await recordAct(trx, { actorId: traineeId, act: "client.opened", subjects: { trainee: traineeId, client: id } }, now);
  return id;
}

/** Logs a cycle. Only client and film day are required; a future day is kept and does not count yet. */
export async function logCycle(
  db: Database, actor: Actor, input: { requestId: string; client: ClientChoice; content: Omit<CycleContent, "clientId"> }, now: Date,
): Promise<Result<Logged, LogCode>> {
  return log(db, actor, input.requestId, now, async (record, before) => (
    { ...input.content, clientId: await clientFor(record, input.client, input.content.filmedOn, before) }));
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
