import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Workers } from "#app/platform/workers.server.ts";
import type { Database, Trx } from "#db/database.server.ts";

import type { CycleContent } from "./content.ts";
import type { ImportedEntry, Judged } from "./import/verdicts.ts";
import { columnFingerprint, JUDGE, type Judging, LOOK } from "./import/tasks.server.ts";
import { type Opened, openImported } from "./import-clients.server.ts";
import { areSameFacts, importFactsOf, type Importing } from "./import-context.server.ts";
import { type ReadDraft, takeDraft } from "./import-draft.server.ts";
import { followImported, insertReviews, isFinishing } from "./import-reviews.server.ts";
import { insertImported, type WrittenEntry } from "./import-writes.server.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { settle } from "./settle.server.ts";
import { insertImportBatch } from "./writes.server.ts";

/** What an import wrote. `pairs` are told this once, to this trainee, and stored nowhere. */
export interface Imported {
  readonly entries: number;
  readonly pairs: readonly { readonly label: string; readonly code: string; readonly rows: readonly number[] }[];
}

/** The sealed file that is confirmed, with what was chosen and answered. */
export type Confirming = Pick<Judging, "sealed" | "seal" | "choice" | "answers" | "fingerprintKey"> & { readonly draft: ReadDraft };

function clientIdFor(entry: ImportedEntry & { client: object }, opened: ReadonlyMap<number, Opened>): string {
  if ("clientId" in entry.client) return entry.client.clientId;
  const client = opened.get(entry.client.newClient);
  if (!client) throw new Error("a row names a new client that the file does not bring");
  return client.id;
}

/** The cycles of clients who were there before: a new case opens and closes as its own rows say. */
function inOldCases(written: readonly WrittenEntry[], opened: ReadonlyMap<number, Opened>): CycleContent[] {
  const made = new Set([...opened.values()].map((client) => client.id));
  return written.flatMap(({ content }) => (content.kind === "cycle" && !made.has(content.clientId) ? [content] : []));
}

async function rememberColumns(trx: Trx, traineeId: string, columns: ReadonlyMap<string, string | null>): Promise<void> {
  for (const [name_fingerprint, field] of columns) {
    await trx.insertInto("import_column").values({ trainee_id: traineeId, name_fingerprint, field })
      .onConflict((c) => c.columns(["trainee_id", "name_fingerprint"]).doUpdateSet({ field })).execute();
  }
}

async function write(record: OwnRecord, judged: Judged): Promise<Imported> {
  const entries = judged.verdicts.flatMap((row) => row.parts.flatMap((part) => (part.entry === null ? [] : [part.entry])));
  if (entries.length === 0) return { entries: 0, pairs: [] };
  const { trx, traineeId, now } = record;
  const importId = newId();
  await insertImportBatch(trx, { id: importId, traineeId, entries: entries.length }, now);
  const opened = await openImported(trx, judged.newClients, { importId, traineeId, now });
  const written = entries.filter((entry) => !isFinishing(entry)).map((entry) => ({
    id: newId(), fingerprint: entry.fingerprint, content: entry.client === null ? entry.content : { ...entry.content, clientId: clientIdFor(entry, opened) },
  }));
  await insertImported(trx, written, { importId, traineeId, now });
  const reviewed = await insertReviews(record, importId, entries.filter(isFinishing));
  await followImported(record, [...inOldCases(written, opened), ...reviewed]);
  const clients = [...opened.values()];
  await settle(record, { personId: traineeId }, "entries.imported", { import: importId, client: clients.map((c) => c.id) });
  return { entries: entries.length, pairs: clients.map(({ label, code, rows }) => ({ label, code, rows })) };
}

/** What each named column holds, by the fingerprint of its name. */
async function columnsOf(workers: Workers, { traineeId }: Importing, { sealed, seal, choice, fingerprintKey }: Confirming): Promise<Map<string, string | null>> {
  const { columns } = await workers.run(LOOK, { do: "look", sealed, seal, sheet: choice.sheet, header: choice.header, remembered: new Map(), fingerprintKey }, traineeId);
  return new Map(columns.flatMap(({ name }, i) => (name === "" ? [] : [[columnFingerprint(fingerprintKey, name), choice.columns[i] ?? null] as const])));
}

const MAX_TRIES = 3;

/**
 * Writes the rows that are taken, all in one transaction. They are judged in a worker before it, and what that leaned on
 * has to be the same inside it, or they are judged anew: a row that came in meanwhile, from this file or another tab, is
 * known and not written twice. The sealed file goes with it: where it
 * is gone, somebody confirmed it before, and was told the pairs (`imported_already`); where its columns or answers changed
 * meanwhile, what was looked at is not what would be written (`changed_elsewhere`). `changed_meanwhile` where the log would not hold still.
 */
export async function confirmImport(
  { database, workers }: { readonly database: Database; readonly workers: Workers }, actor: Actor, importing: Importing, file: Confirming, now: Date,
): Promise<Result<Imported, "not_allowed" | "changed_meanwhile" | "changed_elsewhere" | "imported_already">> {
  const { draft, ...judging } = file;
  const columns = await columnsOf(workers, importing, file);
  for (let tries = 1; ; tries += 1) {
    const facts = await importFactsOf(database.reader, importing);
    const judged = await workers.run(JUDGE, { do: "judge", ...judging, facts }, importing.traineeId);
    const result = await inOwnRecord<Imported, "changed_meanwhile" | "changed_elsewhere" | "imported_already">(database, actor, now, async (record) => {
      const taken = await takeDraft(record.trx, record.traineeId, draft);
      if (taken !== "taken") return refused(taken === "gone" ? "imported_already" : "changed_elsewhere");
      if (!areSameFacts(facts, await importFactsOf(record.trx, record))) return refused("changed_meanwhile");
      const imported = await write(record, judged);
      await rememberColumns(record.trx, record.traineeId, columns);
      return done(imported);
    });
    if (result.ok || result.code !== "changed_meanwhile" || tries >= MAX_TRIES) return result;
  }
}
