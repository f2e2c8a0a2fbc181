import { recordActs } from "#app/audit/writes.server.ts";
import { recordPathwayVersion } from "#app/pathway/writes.server.ts";
import type { Trx } from "#db/database.server.ts";

import { BOARDS } from "./boards.ts";
import { PATHWAY_PRESETS } from "./pathways.ts";

/**
 * Inserts what the portal needs to run and does not find: boards and the pathways that ship with it. What is there
 * stays as it is, so it can run at every start. A pathway's version leaves a link in the audit record; boards are names
 * of a public list. Returns how many rows were missing.
 */
export async function seedReference(trx: Trx, now: Date): Promise<{ boards: number; pathwayVersions: number }> {
  return { boards: await seedBoards(trx), pathwayVersions: await seedPathways(trx, now) };
}

async function seedBoards(trx: Trx): Promise<number> {
  const there = new Set((await trx.selectFrom("board").select("code").execute()).map((row) => row.code));
  const rows = BOARDS.map((board, position) => ({ code: board.code, name: board.name, is_island: board.isIsland ? 1 as const : 0 as const, position }));
  const missing = rows.filter((row) => !there.has(row.code));
  if (missing.length > 0) await trx.insertInto("board").values(missing).execute();
  return missing.length;
}

async function seedPathways(trx: Trx, now: Date): Promise<number> {
  const there = new Set((await trx.selectFrom("pathway_version").select("id").execute()).map((row) => row.id));
  const missing = PATHWAY_PRESETS.filter(({ version }) => !there.has(version.id));
  for (const { pathway, version } of missing) await recordPathwayVersion(trx, pathway, version, now);
  await recordActs(trx, missing.map(({ pathway, version }) =>
    ({ record: { actorId: null, act: "pathway.recorded", subjects: { pathway: pathway.id, version: version.id } }, at: now })));
  return missing.length;
}
