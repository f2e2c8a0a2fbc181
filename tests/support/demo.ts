import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll } from "vitest";

import type { Entry } from "#app/logbook/model.ts";
import { listEntries } from "#app/logbook/queries.server.ts";
import { countTrainee } from "#app/logbook/recount.server.ts";
import type { GateState, LeftOutReason, PathwayCount, StageCount } from "#app/pathway/model.ts";
import { openClipServices } from "#app/platform/clip-services.server.ts";
import { keyringOf } from "#app/platform/keyring.server.ts";
import { type Database, openDatabase, type Reader } from "#db/database.server.ts";
import { migrateUp } from "#db/migrate.ts";
import type { SeedServices } from "#seeds/demo/deeds.ts";
import { seedDemo } from "#seeds/demo/index.ts";
import { seedReference } from "#seeds/reference/index.ts";

const KEYRING = keyringOf(Buffer.alloc(32, 7));

/** What tests seed the demonstration with; its films lie in folders that go with the file's tests. */
export const DEMO_SERVICES: SeedServices = servicesIn(mkdtempSync(path.join(tmpdir(), "attune-demo-")));

function servicesIn(folder: string): SeedServices {
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  return {
    keyring: KEYRING, clips: openClipServices({ dataFolder: path.join(folder, "data"), keyFolder: path.join(folder, "keys") }, KEYRING),
    film: (name) => readFileSync(path.resolve(import.meta.dirname, "../../seeds/films", `${name}.webm`)),
  };
}

/** A seeding takes seconds on a busy machine. */
export const PATIENCE_MS = 60_000;

/** A database told from that instant, for the tests of one file; closed after them. */
export async function seededAt(now: Date): Promise<Database> {
  const database = await openDatabase(":memory:", migrateUp);
  open.push(database);
  await database.inTransaction((trx) => seedReference(trx, now));
  await seedDemo(database, DEMO_SERVICES, now);
  return database;
}

const open: Database[] = [];
afterAll(async () => {
  for (const database of open) await database.close();
});

/** Everything that people of the demonstration wrote into a shared review, a skills record, a reflection or a sign-off. */
export async function listJourneyTexts(db: Reader): Promise<string[]> {
  const texts = [
    ...(await db.selectFrom("submission").select(["intention as a", "reference as b"]).execute()),
    ...(await db.selectFrom("submission_step").select(["note as a", "note as b"]).execute()),
    ...(await db.selectFrom("moment_version").select(["note as a", "note as b"]).execute()),
    ...(await db.selectFrom("feedback").select(["working_point as a", "next_step as b"]).execute()),
    ...(await db.selectFrom("reply").select(["text as a", "text as b"]).execute()),
    ...(await db.selectFrom("skills_record_version").select(["strengths as a", "working_point as b"]).execute()),
    ...(await db.selectFrom("reflection_version").select(["reflection as a", "reflection as b"]).execute()),
    ...(await db.selectFrom("sign_off_decision").select(["actions as a", "actions as b"]).execute()),
  ];
  return [...new Set(texts.flatMap(({ a, b }) => [a ?? [], b ?? []].flat()))].sort();
}

/** Everybody with a record, by name. */
export async function listTrainees(db: Reader): Promise<{ id: string; name: string; email: string | null }[]> {
  return db.selectFrom("person").innerJoin("trainee_record", "trainee_record.trainee_id", "person.id")
    .select(["person.id", "person.name", "person.email"]).orderBy("person.name").execute();
}

/** What the rule says of them. */
export async function countOf(db: Reader, traineeId: string, now: Date): Promise<PathwayCount> {
  const count = await countTrainee(db, traineeId, now);
  if (!count) throw new Error(`nobody enrolled ${traineeId}`);
  return count;
}

/** A trainee as the tests look at them. */
export interface Seen {
  readonly id: string;
  readonly count: PathwayCount;
  readonly entries: readonly Entry[];
}

/** A trainee of the demonstration by name, counted on that day. */
export async function see(db: Reader, name: string, now: Date): Promise<Seen> {
  const { id } = await db.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow();
  return { id, count: await countOf(db, id, now), entries: await listEntries(db, id) };
}

/** One stage of theirs. */
export function stageOf({ count }: Seen, stage: number): StageCount {
  const found = count.stages.find((s) => s.stage === stage);
  if (!found) throw new Error(`no stage ${String(stage)}`);
  return found;
}

/** The counts of a stage by requirement. */
export function figures(seen: Seen, stage: number): Record<string, number> {
  return Object.fromEntries(stageOf(seen, stage).requirements.map((r) => [r.requirement.key, r.count]));
}

/** The gate of a training. */
export function gateOf({ count }: Seen, training: GateState["gate"]["training"]): GateState {
  const gate = count.stages.flatMap((s) => s.gates).find((g) => g.gate.training === training);
  if (!gate) throw new Error(`no gate for ${training}`);
  return gate;
}

/** Every reason for which any entry of the trainee is left out, by entry. */
export function reasonsOf(count: PathwayCount): LeftOutReason[] {
  const places = [...count.stages.flatMap((s) => [...s.requirements, ...s.gates]), ...count.overall];
  return [...places.flatMap((p) => p.leftOut), ...count.unasked].flatMap((l) => l.reasons);
}

/** The different codes of those reasons. */
export const codesOf = (count: PathwayCount): Set<string> => new Set(reasonsOf(count).map((r) => r.code));
