import { createHash } from "node:crypto";

import { z } from "zod";

import { recordAct } from "#app/audit/writes.server.ts";
import { countTrainee, recount } from "#app/logbook/recount.server.ts";
import { signInForm } from "#app/people/forms.ts";
import { emailKey } from "#app/people/model.ts";
import { insertGrant } from "#app/people/writes.server.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { byText } from "#app/platform/order.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import { openProgrammeIn } from "#app/programme/open-programme.server.ts";
import type { Database, Trx } from "#db/database.server.ts";
import { isConstraintViolation, isTwiceThere } from "#db/errors.server.ts";

import { checkPeople, checkPathways, checkTrainee, type Standing } from "./check-place.server.ts";
import { countsOf } from "./counts.ts";
import { RECORD_KINDS, type RecordFile, rowsIn } from "./format.ts";
import type { RecordKind } from "./kind.ts";
import { hasSignedHashes } from "./signed.server.ts";
import { type Added, idOf, writeRows } from "./write-rows.server.ts";

/** Why a record was not read in. */
export type ReadCode = Standing | "hash_differs" | "here_already" | "does_not_fit" | "counts_differ";

/** Takes back everything that was written. */
class NotTaken extends Error {
  constructor(readonly code: ReadCode) {
    super(code);
  }
}

/** What of a file or of the console is an e-mail address. */
const addressSchema = signInForm.shape.email;

interface Reading {
  readonly trx: Trx;
  readonly file: RecordFile;
  readonly programmeId: string;
  readonly now: Date;
}

/** What is the same in every row of that kind, and is not told in the file. */
function addedTo(kind: RecordKind, { file: { head }, programmeId, now }: Reading): Added {
  if (kind.name === "people") return { recorded_at: () => instantOf(now) };
  const trainee: Added = kind.scope.by === "trainee" || kind.name === "films" ? { trainee_id: () => head.trainee.id } : {};
  if (kind.name === "enrolments") return { ...trainee, programme_id: () => programmeId };
  return kind.name === "submissions" || kind.name === "replies" ? { ...trainee, request_id: idOf } : trainee;
}

/** Those who stand there already, read in with another record, are left as they are. */
const MAY_STAND: ReadonlySet<string> = new Set(["people", "accreditations", "pathways", "pathwayVersions"]);

const startedSchema = z.object({ startedOn: z.string() });

/** The trainee's first day on a pathway. */
function startOf(file: RecordFile): Day {
  return rowsIn(file, "enrolments").map((row) => startedSchema.parse(row).startedOn).sort(byText)[0] ?? file.head.countedOn;
}

async function writePerson({ trx, file, programmeId, now }: Reading, email: string): Promise<void> {
  const { head } = file;
  const { id, name } = head.trainee;
  const known = await trx.selectFrom("person").select("id").where("id", "=", id).executeTakeFirst();
  if (known) await trx.updateTable("person").set({ email, email_key: emailKey(email) }).where("id", "=", id).where("email_key", "is", null).execute();
  else await trx.insertInto("person").values({ id, name, email, email_key: emailKey(email), is_external: 0, verified_on: null, recorded_at: instantOf(now) }).execute();
  const startsOn = startOf(file);
  await insertGrant(trx, { personId: id, programmeId, role: "trainee", isIndependentReviewer: false, startsOn, endsOn: null }, { by: null, now });
  await trx.insertInto("trainee_record").values({ trainee_id: id, version: head.recordVersion, counted_for: null }).execute();
}

/** No film comes along: what is known of one says so. */
async function markFilms({ trx, file, now }: Reading): Promise<void> {
  const at = instantOf(now);
  for (const film of rowsIn(file, "films")) {
    await trx.insertInto("clip_erasure").values({
      clip_id: idOf(film), receipt: newId(), because: "owner", asked_by: file.head.trainee.id, asked_at: at, key_destroyed_at: at, bytes_removed_at: at,
    }).execute();
  }
}

async function write(reading: Reading, email: string, fileHash: string): Promise<void> {
  const { trx, file, now } = reading;
  const { head } = file;
  await writePerson(reading, email);
  for (const kind of RECORD_KINDS) await writeRows(trx, kind, rowsIn(file, kind.name), addedTo(kind, reading), MAY_STAND.has(kind.name));
  await markFilms(reading);
  const count = await countTrainee(trx, head.trainee.id, new Date(`${head.countedOn}T12:00:00.000Z`));
  if (!count || JSON.stringify(countsOf(count)) !== JSON.stringify(head.counts)) throw new NotTaken("counts_differ");
  await trx.insertInto("brought_record").values({
    trainee_id: head.trainee.id, origin: head.origin, exported_at: head.exportedAt, format_version: head.version, file_hash: fileHash, recorded_at: instantOf(now),
  }).execute();
  await recount(trx, head.trainee.id, now);
  await recordAct(trx, { actorId: null, act: "record.brought_along", subjects: { trainee: head.trainee.id } }, now);
}

async function unlessItDoesNotFit<T>(work: () => Promise<Result<T, ReadCode>>): Promise<Result<T, ReadCode>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotTaken) return refused(error.code);
    if (isTwiceThere(error)) return refused("here_already");
    if (isConstraintViolation(error)) return refused("does_not_fit");
    throw error;
  }
}

/** What was read in. */
export interface ReadIn {
  readonly name: string;
  readonly entries: number;
  /** Numbers of its stages, which come to the same here as where it comes from. */
  readonly numbers: number;
}

/**
 * For the console: reads a record into the programme of that name, opened where it is new, for somebody who has none here, in one transaction; all or nothing. Whoever
 * it names stands in it by name alone, without an account. `text`: the file's own text, of which the hash is kept.
 */
export async function readRecordFromConsole(
  db: Database, input: { readonly file: RecordFile; readonly text: string; readonly programme: string; readonly email: string | null }, now: Date,
): Promise<Result<ReadIn, ReadCode>> {
  const { file, text, programme } = input;
  const { success: isOne, data: email } = addressSchema.safeParse(input.email ?? file.head.trainee.email);
  if (!isOne) return refused("email_needed");
  if (!hasSignedHashes(file)) return refused("hash_differs");
  return unlessItDoesNotFit(() => db.inTransaction(async (trx) => {
    const refusal = await checkTrainee(trx, file, email) ?? await checkPeople(trx, file) ?? await checkPathways(trx, file);
    if (refusal) return refused(refusal);
    const programmeId = await openProgrammeIn(trx, programme, now);
    await write({ trx, file, programmeId, now }, email, createHash("sha256").update(text, "utf8").digest("hex"));
    return done({ name: file.head.trainee.name, entries: rowsIn(file, "entries").length, numbers: file.head.counts.length });
  }));
}
