import type { Actor } from "#app/people/model.ts";
import type { Reader } from "#db/database.server.ts";

import type { Entry } from "./model.ts";
import { listOwnReflections, listSharedWith, mapShares } from "./reflection-queries.server.ts";
import { type EntryReflections, reflectionLine, sharingChip } from "./reflection-view.ts";

/** What the actor may read of what was written about that entry: all of it where it is their own, else what is shared with them. */
export async function findEntryReflections(db: Reader, actor: Actor, entry: Entry, mayWrite: boolean): Promise<EntryReflections> {
  const isOwn = entry.traineeId === actor.personId;
  const all = isOwn ? await listOwnReflections(db, actor.personId, entry.id) : await listSharedWith(db, actor, entry.traineeId);
  const about = all.filter((r) => r.entryId === entry.id);
  const shares = isOwn && about.length > 0 ? await mapShares(db, actor.personId, actor.today) : undefined;
  const sharesOf = (id: string) => shares && (shares.get(id) ?? []);
  const ofCycle = about.find((r) => r.kind === "cycle");
  return {
    ofCycle: ofCycle ? { id: ofCycle.id, text: ofCycle.text, chip: shares ? sharingChip(ofCycle, shares.get(ofCycle.id) ?? []) : null } : null,
    others: about.filter((r) => r.kind === "free").map((r) => reflectionLine(r, sharesOf(r.id))), mayWrite,
  };
}
