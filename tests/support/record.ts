import { collectRecord } from "#app/record/collect.server.ts";
import { type RecordFile, RECORD_KINDS } from "#app/record/format.ts";
import { readRecordFromConsole } from "#app/record/read-record.server.ts";
import { readRecordText } from "#app/record/read-file.ts";
import { recordText } from "#app/record/write-file.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Database } from "#db/database.server.ts";

export const ORIGIN = "https://attune.example.org";

/** That trainee's record as the text of a file. */
export async function exported(db: Database, traineeId: string, now: Date): Promise<string> {
  const file = await db.inTransaction((trx) => collectRecord(trx, traineeId, ORIGIN, now));
  if (!file) throw new Error("nobody has that record");
  const written = recordText(file);
  if (!written.ok) throw new Error(written.code);
  return written.value;
}

/** The text read by the schema. */
export function parsed(text: string): RecordFile {
  const read = readRecordText(text);
  if (!read.ok) throw new Error(`not read: ${read.code} ${read.at ?? ""}`);
  return read.value;
}

/** Reads the text into that database, into a programme of the same name. */
export async function readIn(db: Database, text: string, now: Date, email: string | null = null) {
  const file = parsed(text);
  return readRecordFromConsole(db, { file, text, programme: file.head.programme, email: email ?? file.head.trainee.email ?? `${newId()}@example.org` }, now);
}

/** How many rows each list of the file has. */
export function sizes(file: RecordFile): Record<string, number> {
  return Object.fromEntries(RECORD_KINDS.map(({ name }) => [name, file.rows.get(name)?.length ?? 0]));
}
