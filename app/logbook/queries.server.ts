import { z } from "zod";

import { dayShown } from "#app/pathway/entry-day.ts";
import type { CountableEntry } from "#app/pathway/model.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { mapSupervisorStandings } from "#app/people/queries.server.ts";
import { visibleTraineeIds } from "#app/people/scope.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import { AGE_BANDS } from "./case-model.ts";
import { CASE_COLUMNS, caseDetailsOf } from "./case-rows.server.ts";
import { toCountable } from "./countable.ts";
import type { LoggedFilm } from "./cycle-questions.ts";
import { readEntries } from "./entry-rows.server.ts";
import { changesBetween, type EntryDecision, type EntryVersion, type FieldChange } from "./history.ts";
import type { Client, DiscussedCycle, Entry } from "./model.ts";
import { mapOwnReflections } from "./reflections.server.ts";

const ageBandSchema = z.enum(AGE_BANDS).nullable();
/** Three or four a case: those of the latest few cases. */
const LATEST_CYCLES = 12;
const decisionSchema = z.enum(["confirmed", "questioned"]);

/** The newest day first; of one day, what was logged last. */
function byNewest(a: Entry, b: Entry): number {
  return byText(dayShown(b), dayShown(a)) || byText(b.loggedAt, a.loggedAt) || byText(a.id, b.id);
}

/** The whole log of one trainee in its versions in force, voided entries too, the newest day first. */
export async function listEntries(db: Reader, traineeId: string): Promise<Entry[]> {
  const entries = await readEntries(db, db.selectFrom("entry").select("entry.id").where("trainee_id", "=", traineeId), "current");
  return entries.sort(byNewest);
}

/** One entry where its record is visible to the actor; undefined for another's, as for one that is not there. */
export async function findEntry(db: Reader, actor: Actor, entryId: string): Promise<Entry | undefined> {
  const ids = db.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId).where("trainee_id", "in", visibleTraineeIds(db, actor));
  return (await readEntries(db, ids, "current"))[0];
}

/**
 * Every version of an entry, the newest first. The caller has found the entry for the actor. To its own trainee a reflection
 * that was changed is told of; for anybody else a version in which nothing else changed is left out.
 */
export async function listVersions(db: Reader, entryId: string, ownTraineeId?: string): Promise<EntryVersion[]> {
  const reflections = ownTraineeId === undefined ? undefined : await mapOwnReflections(db, ownTraineeId, entryId);
  const entries = await readEntries(db, db.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId), "all");
  entries.sort((a, b) => a.version - b.version);
  const people = await mapPeople(db, entries.map((e) => e.recordedBy));
  const told = entries.map((entry, i): EntryVersion => {
    const before = entries[i - 1];
    return {
      version: entry.version, recordedAt: entry.recordedAt, recordedBy: people.get(entry.recordedBy)?.name ?? "", reason: entry.reason, voided: entry.voided,
      changes: before ? [...changesBetween(before, entry), ...reflectionChange(reflections, before, entry)] : [],
    };
  });
  const isTold = ({ version, changes, reason }: EntryVersion): boolean => version === 1 || changes.length > 0 || (ownTraineeId !== undefined && reason !== null);
  return told.filter(isTold).reverse();
}

function reflectionChange(reflections: ReadonlyMap<number, string> | undefined, before: Entry, after: Entry): FieldChange[] {
  const [from, to] = [reflections?.get(before.version) ?? null, reflections?.get(after.version) ?? null];
  return from === to ? [] : [{ field: "reflection", from: null, to: null }];
}

/** Every decision of the other side on an entry, the newest first. */
export async function listDecisions(db: Reader, entryId: string): Promise<EntryDecision[]> {
  const rows = await db.selectFrom("confirmation").select(["number", "decision", "note", "decided_by", "recorded_at", "entry_version"])
    .where("entry_id", "=", entryId).orderBy("number", "desc").execute();
  const people = await mapPeople(db, rows.map((r) => r.decided_by));
  return rows.map((r) => ({
    number: r.number, decision: decisionSchema.parse(r.decision), note: r.note, decidedBy: people.get(r.decided_by)?.name ?? "", decidedAt: r.recorded_at, entryVersion: r.entry_version,
  }));
}

async function readClients(db: Reader, traineeId: string, only?: string): Promise<Client[]> {
  const clients = await db.selectFrom("client").innerJoin("current_client as v", "v.client_id", "client.id")
    .select(["client.id", "client.trainee_id", "client.code", "client.recorded_at", "client.request_id", "v.age_band", "v.opened_on", "v.closed_on", "v.version", "v.voided", ...CASE_COLUMNS])
    .where("client.trainee_id", "=", traineeId).where("v.voided", "=", 0).$if(only !== undefined, (q) => q.where("client.id", "=", only ?? ""))
    .orderBy("client.recorded_at", "desc").orderBy("client.id").execute();
  if (clients.length === 0) return [];
  const cycles = await db.selectFrom("current_cycle as c").innerJoin("entry", "entry.id", "c.entry_id").select(["c.client_id", "c.filmed_on", "c.reviewed_on"])
    .where("entry.trainee_id", "=", traineeId).where("c.voided", "=", 0).$if(only !== undefined, (q) => q.where("c.client_id", "=", only ?? "")).execute();
  const cyclesOf = groupBy(cycles, (c) => c.client_id);
  return clients.map((r) => {
    const own = cyclesOf.get(r.id) ?? [];
    const firstDay = own.map((c) => c.filmed_on).sort(byText)[0] ?? null;
    const seen = own.map((c) => (c.reviewed_on !== null && c.reviewed_on > c.filmed_on ? c.reviewed_on : c.filmed_on)).sort(byText);
    return {
      id: r.id, traineeId: r.trainee_id, code: r.code, ageBand: ageBandSchema.parse(r.age_band), openedOn: r.opened_on, closedOn: r.closed_on,
      version: r.version, voided: false, opensWithFilm: r.request_id === null && r.opened_on === firstDay, firstDay, lastDay: seen.at(-1) ?? null, cycles: seen.length, ...caseDetailsOf(r),
    };
  });
}

/** The trainee's clients that are not voided, the one seen last first, with what helps not to log the wrong family. */
export async function listClients(db: Reader, traineeId: string): Promise<Client[]> {
  const lastSeen = (client: Client): Day => client.lastDay ?? client.openedOn;
  return (await readClients(db, traineeId)).sort((a, b) => byText(lastSeen(b), lastSeen(a)));
}

/** One client of the actor's own record; undefined for another's, as for one that is voided or not there. */
export async function findClient(db: Reader, traineeId: string, clientId: string): Promise<Client | undefined> {
  return (await readClients(db, traineeId, clientId))[0];
}

/** The films in the trainee's log that are not voided, by their days; without those of the cycle that is left out. */
export async function listLoggedFilms(db: Reader, traineeId: string, withoutId?: string): Promise<LoggedFilm[]> {
  const rows = await db.selectFrom("current_cycle as v").innerJoin("entry", "entry.id", "v.entry_id").select(["v.entry_id", "v.client_id", "v.filmed_on", "entry.request_id"])
    .where("entry.trainee_id", "=", traineeId).where("v.voided", "=", 0).orderBy("v.filmed_on").orderBy("v.entry_id").execute();
  return rows.filter((r) => r.entry_id !== withoutId).map((r) => ({ clientId: r.client_id, filmedOn: r.filmed_on, requestId: r.request_id }));
}

/** The trainee's latest cycles that are not voided, by their films, the latest first: what can be named in supervision. */
export async function listLatestCycles(db: Reader, traineeId: string): Promise<DiscussedCycle[]> {
  const rows = await db.selectFrom("current_cycle as v").innerJoin("entry", "entry.id", "v.entry_id").innerJoin("client", "client.id", "v.client_id")
    .select(["v.entry_id", "client.code", "v.filmed_on"]).where("entry.trainee_id", "=", traineeId).where("v.voided", "=", 0)
    .orderBy("v.filmed_on", "desc").orderBy("v.entry_id").limit(LATEST_CYCLES).execute();
  return rows.map((r) => ({ cycleId: r.entry_id, clientCode: r.code, filmedOn: r.filmed_on }));
}

/** How often each person was named beside this trainee in peer supervision, for choosing them again. */
export async function mapFormerPeers(db: Reader, traineeId: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom("peer_attendee as a").innerJoin("entry", "entry.id", "a.entry_id").select(["a.person_id", "a.entry_id"]).distinct()
    .where("entry.trainee_id", "=", traineeId).execute();
  const times = new Map<string, number>();
  for (const { person_id } of rows) times.set(person_id, (times.get(person_id) ?? 0) + 1);
  return times;
}

async function mapCaseClosings(db: Reader, traineeIds: readonly string[]): Promise<Map<string, Day>> {
  const rows = await db.selectFrom("current_client as v").innerJoin("client", "client.id", "v.client_id").select(["v.client_id", "v.closed_on"])
    .where("client.trainee_id", "in", traineeIds).where("v.closed_on", "is not", null).execute();
  return new Map(rows.flatMap((r) => (r.closed_on === null ? [] : [[r.client_id, r.closed_on] as const])));
}

/** A whole log: its entries as `listEntries` has them, and what each of them is to counting, in the same order. */
export interface Log {
  readonly entries: readonly Entry[];
  readonly countable: readonly CountableEntry[];
}

/** The logs of those trainees, by their ids; somebody who logged nothing has no key. */
export async function mapLogs(db: Reader, traineeIds: readonly string[]): Promise<Map<string, Log>> {
  if (traineeIds.length === 0) return new Map();
  const entries = await readEntries(db, db.selectFrom("entry").select("entry.id").where("trainee_id", "in", traineeIds), "current");
  const supervisors = await mapSupervisorStandings(db, entries.flatMap((e) => (e.kind === "supervision" ? [e.supervisorId] : [])));
  const named = { supervisors, closedOn: await mapCaseClosings(db, traineeIds) };
  return new Map([...groupBy(entries.sort(byNewest), (e) => e.traineeId)]
    .map(([id, own]) => [id, { entries: own, countable: own.map((entry) => toCountable(entry, named)) }]));
}

/** Everything of one trainee that counting looks at, voided entries too. */
export async function listCountableEntries(db: Reader, traineeId: string): Promise<readonly CountableEntry[]> {
  return (await mapLogs(db, [traineeId])).get(traineeId)?.countable ?? [];
}

/** True where a supervision entry of the trainee that is not voided names that person, whether or not it counts. */
export async function isNamedSupervisor(db: Reader, supervisorId: string, traineeId: string): Promise<boolean> {
  return await db.selectFrom("current_supervision as s").innerJoin("entry as e", "e.id", "s.entry_id").select("e.id")
    .where("s.supervisor_id", "=", supervisorId).where("e.trainee_id", "=", traineeId).where("s.voided", "=", 0).limit(1).executeTakeFirst() !== undefined;
}
