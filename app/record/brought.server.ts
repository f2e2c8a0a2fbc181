import type { Entry } from "#app/logbook/model.ts";
import { londonDay } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";
import type { Reader } from "#db/database.server.ts";

/** Where an entry was brought along from, in words; null for one that was logged here. */
export async function findBroughtEntry(db: Reader, { traineeId, loggedAt }: Entry): Promise<string | null> {
  const brought = await db.selectFrom("brought_record").select(["origin", "exported_at"]).where("trainee_id", "=", traineeId).executeTakeFirst();
  return brought && loggedAt <= brought.exported_at ? words.record.brought(brought.origin, londonDay(new Date(brought.exported_at))) : null;
}
