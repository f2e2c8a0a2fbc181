import { recordAct } from "#app/audit/writes.server.ts";

import { followFilms } from "./close-case.server.ts";
import { contentOf, type CycleContent } from "./content.ts";
import { readEntries } from "./entry-rows.server.ts";
import type { ImportedEntry } from "./import/verdicts.ts";
import type { Cycle } from "./model.ts";
import type { OwnRecord } from "./own-record.server.ts";
import { reflectionIn } from "./reflections.server.ts";
import { insertVersion } from "./writes.server.ts";

/** A row that adds the shared review to a cycle of the log. */
export type Finishing = Extract<ImportedEntry, { finishes: string | null }> & { readonly finishes: string };

/** True for a row that adds the shared review to a cycle of the log. */
export function isFinishing(entry: ImportedEntry): entry is Finishing {
  return "finishes" in entry && entry.finishes !== null;
}

/** The row's review; of the rest only what the log does not say itself. */
function finished(stood: Cycle, { content: row }: Finishing, reflection: string | null): CycleContent {
  const { filmMinutes, mode, clipsChosen, reviewMinutes, goalRating, nextStep, note } = stood;
  const content = contentOf(stood);
  if (content.kind !== "cycle") throw new Error("a cycle is read as something else");
  return {
    ...content, reviewedOn: row.reviewedOn, filmMinutes: filmMinutes ?? row.filmMinutes, mode: mode ?? row.mode, clipsChosen: clipsChosen ?? row.clipsChosen,
    reviewMinutes: reviewMinutes ?? row.reviewMinutes, goalRating: goalRating ?? row.goalRating, nextStep: nextStep ?? row.nextStep, note: note ?? row.note,
    reflection: reflection ?? row.reflection ?? null,
  };
}

/** Adds the shared reviews that rows bring to cycles of the log, each as its next version. The caller holds the record and counts afresh. */
export async function insertReviews({ trx, traineeId, now }: OwnRecord, importId: string, rows: readonly Finishing[]): Promise<CycleContent[]> {
  if (rows.length === 0) return [];
  const ids = trx.selectFrom("entry").select("entry.id").where("entry.id", "in", rows.map((row) => row.finishes));
  const stood = new Map((await readEntries(trx, ids, "current")).map((entry) => [entry.id, entry]));
  const written: CycleContent[] = [];
  for (const row of rows) {
    const cycle = stood.get(row.finishes);
    if (cycle?.kind !== "cycle") throw new Error("a row adds a review to what is no cycle");
    const [content, version] = [finished(cycle, row, await reflectionIn(trx, cycle.id, cycle.version)), cycle.version + 1];
    await insertVersion(trx, cycle.id, content, { version, materialVersion: 1, recordedBy: traineeId, voided: false, reason: null }, now);
    await trx.insertInto("imported_review").values({ import_id: importId, entry_id: cycle.id, version, fingerprint: row.fingerprint }).execute();
    written.push(content);
  }
  await recordAct(trx, { actorId: traineeId, act: "entry.changed", subjects: { trainee: traineeId, entry: rows.map((row) => row.finishes) } }, now);
  return written;
}

/** Ends the writing of imported cycles as that of a single one ends: cases open earlier, and open again. */
export async function followImported(record: OwnRecord, cycles: readonly CycleContent[]): Promise<void> {
  for (const clientId of new Set(cycles.map((cycle) => cycle.clientId))) await followFilms(record, clientId, cycles.filter((cycle) => cycle.clientId === clientId));
}
