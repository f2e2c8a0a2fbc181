import { z } from "zod";

import { dayShown } from "#app/pathway/entry-day.ts";
import type { CountableEntry } from "#app/pathway/model.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { listStandings } from "#app/people/queries.server.ts";
import { visibleTraineeIds } from "#app/people/scope.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { toCountable } from "./countable.ts";
import { readEntries } from "./entry-rows.server.ts";
import { changesBetween, type EntryDecision, type EntryVersion } from "./history.ts";
import { AGE_BANDS, type Client, type Entry } from "./model.ts";

const ageBandSchema = z.enum(AGE_BANDS).nullable();
const decisionSchema = z.enum(["confirmed", "questioned"]);

/** The newest day first; of one day, what was logged last. */
function byNewest(a: Entry, b: Entry): number {
  return dayShown(b).localeCompare(dayShown(a)) || b.loggedAt.localeCompare(a.loggedAt) || a.id.localeCompare(b.id);
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

/** Every version of an entry, the newest first. The caller has found the entry for the actor. */
export async function listVersions(db: Reader, entryId: string): Promise<EntryVersion[]> {
  const entries = await readEntries(db, db.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId), "all");
  entries.sort((a, b) => a.version - b.version);
  const people = await mapPeople(db, entries.map((e) => e.recordedBy));
  return entries.map((entry, i) => {
    const before = entries[i - 1];
    return {
      version: entry.version, recordedAt: entry.recordedAt, recordedBy: people.get(entry.recordedBy)?.name ?? "", reason: entry.reason, voided: entry.voided,
      changes: before ? changesBetween(before, entry) : [],
    };
  }).reverse();
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

/** The trainee's clients that are not voided, the one seen last first, with what helps not to log the wrong family. */
export async function listClients(db: Reader, traineeId: string): Promise<Client[]> {
  const clients = await db.selectFrom("client").innerJoin("current_client as v", "v.client_id", "client.id")
    .select(["client.id", "client.trainee_id", "client.code", "client.recorded_at", "v.age_band", "v.opened_on", "v.closed_on", "v.version", "v.voided"])
    .where("client.trainee_id", "=", traineeId).where("v.voided", "=", 0).orderBy("client.recorded_at", "desc").orderBy("client.id").execute();
  const cycles = await db.selectFrom("current_cycle as c").innerJoin("entry", "entry.id", "c.entry_id").select(["c.client_id", "c.filmed_on", "c.reviewed_on"])
    .where("entry.trainee_id", "=", traineeId).where("c.voided", "=", 0).execute();
  const days = new Map<string, Day[]>();
  for (const c of cycles) days.set(c.client_id, [...(days.get(c.client_id) ?? []), c.reviewed_on && c.reviewed_on > c.filmed_on ? c.reviewed_on : c.filmed_on]);
  return clients.map((r) => {
    const seen = (days.get(r.id) ?? []).sort();
    return {
      id: r.id, traineeId: r.trainee_id, code: r.code, ageBand: ageBandSchema.parse(r.age_band), openedOn: r.opened_on, closedOn: r.closed_on,
      version: r.version, voided: false, lastDay: seen.at(-1) ?? null, cycles: seen.length,
    };
  }).sort((a, b) => (b.lastDay ?? b.openedOn).localeCompare(a.lastDay ?? a.openedOn));
}

/** One client of the actor's own record; undefined for another's, as for one that is voided or not there. */
export async function findClient(db: Reader, traineeId: string, clientId: string): Promise<Client | undefined> {
  return (await listClients(db, traineeId)).find((c) => c.id === clientId);
}

/** How often each person was named beside this trainee in peer supervision, for choosing them again. */
export async function mapFormerPeers(db: Reader, traineeId: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom("peer_attendee as a").innerJoin("entry", "entry.id", "a.entry_id").select(["a.person_id", "a.entry_id"]).distinct()
    .where("entry.trainee_id", "=", traineeId).execute();
  const times = new Map<string, number>();
  for (const { person_id } of rows) times.set(person_id, (times.get(person_id) ?? 0) + 1);
  return times;
}

async function listCaseClosings(db: Reader, traineeId: string): Promise<Map<string, Day>> {
  const rows = await db.selectFrom("current_client as v").innerJoin("client", "client.id", "v.client_id").select(["v.client_id", "v.closed_on"])
    .where("client.trainee_id", "=", traineeId).where("v.closed_on", "is not", null).execute();
  return new Map(rows.flatMap((r) => (r.closed_on === null ? [] : [[r.client_id, r.closed_on] as const])));
}

/** What the entries are to counting: with the standing of each supervisor then, and whether a lead verified the external ones. */
export async function countablesOf(db: Reader, traineeId: string, entries: readonly Entry[]): Promise<CountableEntry[]> {
  const supervisorIds = [...new Set(entries.flatMap((e) => (e.kind === "supervision" ? [e.supervisorId] : [])))];
  const external = [...(await mapPeople(db, supervisorIds)).values()].filter((p) => p.isExternal);
  const named = {
    closedOn: await listCaseClosings(db, traineeId),
    standings: await listStandings(db, supervisorIds),
    external: new Set(external.map((p) => p.id)), unverified: new Set(external.filter((p) => p.verifiedOn === null).map((p) => p.id)),
  };
  return entries.map((entry) => toCountable(entry, named));
}

/** Everything of one trainee that counting looks at, voided entries too. */
export async function listCountableEntries(db: Reader, traineeId: string): Promise<CountableEntry[]> {
  return countablesOf(db, traineeId, await listEntries(db, traineeId));
}
