import { listEntries } from "#app/logbook/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { entryTitleOn } from "./entry-lines.ts";

const MAX_CHOICES = 40;

/** The latest entries of a trainee's own log to choose from, and the chosen one however old or voided it is. */
export async function listEntryChoices(db: Reader, traineeId: string, today: Day, chosen: string | null): Promise<{ value: string; label: string }[]> {
  const entries = await listEntries(db, traineeId);
  const latest = entries.filter((e) => !e.voided).slice(0, MAX_CHOICES);
  const kept = entries.filter((e) => e.id === chosen && !latest.some((l) => l.id === e.id));
  return [...latest, ...kept].map((entry) => ({ value: entry.id, label: entryTitleOn(entry, today) }));
}
