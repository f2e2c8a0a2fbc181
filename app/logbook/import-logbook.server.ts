import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader } from "#db/database.server.ts";

import { insertClient } from "./client-writes.server.ts";
import { type JudgedFile, judgeFiles, type SentFile } from "./import/judge-files.ts";
import type { ImportedEntry, ImportVerdicts } from "./import/verdicts.ts";
import { importContextOf } from "./import-context.server.ts";
import { findOwnEnrolment, inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { screenAhead, type ScreenedAhead, screenWith } from "./screen-ahead.server.ts";
import { settle } from "./settle.server.ts";
import { insertEntry, insertImportBatch } from "./writes.server.ts";

/** A verdict on each row of the files. Reads only; nothing of the files is kept. */
export async function previewImport(db: Reader, keyring: Keyring, at: { traineeId: string; programmeId: string; startedOn: string; today: string }, files: readonly SentFile[]): Promise<JudgedFile[]> {
  const context = await importContextOf(db, keyring, at);
  return judgeFiles(files, context, screenWith(await screenAhead(files, context.knownNames), context.knownNames));
}

/** What an import wrote. `pairs` are told this once, to this trainee, and stored nowhere. */
export interface Imported {
  readonly entries: number;
  readonly pairs: readonly { readonly label: string; readonly code: string }[];
}

interface Opened { readonly id: string; readonly label: string; readonly code: string }

async function openClients({ trx, traineeId, now }: OwnRecord, verdicts: readonly ImportVerdicts[]): Promise<Map<number, Opened>> {
  const opened = new Map<number, Opened>();
  for (const client of verdicts.flatMap((v) => v.newClients)) {
    const id = newId();
    const code = await insertClient(trx, { id, traineeId }, { ageBand: null, openedOn: client.openedOn, closedOn: client.closedOn }, traineeId, now);
    opened.set(client.number, { id, label: client.label, code });
  }
  return opened;
}

function clientIdFor(entry: ImportedEntry & { client: object }, opened: ReadonlyMap<number, Opened>): string {
  if ("clientId" in entry.client) return entry.client.clientId;
  const client = opened.get(entry.client.newClient);
  if (!client) throw new Error("a row names a new client that the file does not bring");
  return client.id;
}

async function writeEntries({ trx, traineeId, now }: OwnRecord, importId: string, entries: readonly ImportedEntry[], opened: ReadonlyMap<number, Opened>): Promise<void> {
  for (const entry of entries) {
    const content = entry.client === null ? entry.content : { ...entry.content, clientId: clientIdFor(entry, opened) };
    await insertEntry(trx, { id: newId(), traineeId, fingerprint: entry.fingerprint, importId }, content, traineeId, now);
  }
}

async function write(record: OwnRecord, verdicts: readonly ImportVerdicts[]): Promise<Imported> {
  const entries = verdicts.flatMap((v) => v.verdicts.flatMap((row) => (row.entry === null ? [] : [row.entry])));
  if (entries.length === 0) return { entries: 0, pairs: [] };
  const { trx, traineeId, now } = record;
  const importId = newId();
  await insertImportBatch(trx, { id: importId, traineeId, entries: entries.length }, now);
  const opened = await openClients(record, verdicts);
  await writeEntries(record, importId, entries, opened);
  const clients = [...opened.values()];
  await settle(record, { personId: traineeId }, "entries.imported", { import: importId, client: clients.map((c) => c.id) });
  return { entries: entries.length, pairs: clients.map(({ label, code }) => ({ label, code })) };
}

// Before the transaction, since nobody else writes while that is open.
async function screenFor(db: Reader, keyring: Keyring, actor: Actor, files: readonly SentFile[]): Promise<ScreenedAhead> {
  const enrolment = await findOwnEnrolment(db, actor);
  if (!enrolment) return { knownNames: [], screenings: new Map() };
  const { knownNames } = await importContextOf(db, keyring, { ...enrolment, today: actor.today });
  return screenAhead(files, knownNames);
}

/**
 * Writes the rows that are taken, all in one transaction, with verdicts made afresh inside it: a row that came in
 * meanwhile, from this file or another tab, is known and not written twice. `import_unreadable` for files that the
 * preview would not have taken.
 */
export async function importLogbook(
  db: Database, keyring: Keyring, actor: Actor, files: readonly SentFile[], now: Date,
): Promise<Result<Imported, "not_allowed" | "import_unreadable">> {
  const ahead = await screenFor(db.reader, keyring, actor, files);
  return inOwnRecord<Imported, "import_unreadable">(db, actor, now, async (record) => {
    const verdicts: ImportVerdicts[] = [];
    const context = await importContextOf(record.trx, keyring, record);
    for (const judged of judgeFiles(files, context, screenWith(ahead, context.knownNames))) {
      if (!judged.ok) return refused("import_unreadable");
      verdicts.push(judged.verdicts);
    }
    return done(await write(record, verdicts));
  });
}
