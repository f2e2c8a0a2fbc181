import type { ErasingServices } from "./erase.server.ts";

/** What does not fit between the record of clips and what lies in the stores; ids only. */
export interface StoreDifferences {
  /** Clips that are kept, whose key is gone: nobody can watch them. */
  readonly withoutKey: readonly string[];
  readonly withoutBytes: readonly string[];
  /** Keys and bytes of no clip and no upload. */
  readonly unknown: readonly string[];
}

/** Holds the stores against the record, as after restoring a backup. Changes nothing. */
export async function compareStores({ database, clips }: ErasingServices): Promise<StoreDifferences> {
  const db = database.reader;
  const erasures = await db.selectFrom("clip_erasure").select("clip_id").execute();
  const erased = new Set(erasures.map((row) => row.clip_id));
  const made = (await db.selectFrom("clip").select("id").orderBy("id").execute()).map((row) => row.id);
  const uploads = (await db.selectFrom("clip_upload").select("id").execute()).map((row) => row.id);
  const [keys, blobs] = [await clips.keys.list(), await clips.blobs.list()];
  const kept = made.filter((id) => !erased.has(id));
  const known = new Set([...made, ...uploads]);
  return {
    withoutKey: kept.filter((id) => !keys.includes(id)),
    withoutBytes: kept.filter((id) => !blobs.includes(id)),
    unknown: [...new Set([...keys, ...blobs])].filter((id) => !known.has(id)).sort(),
  };
}
