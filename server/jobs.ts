import { keepClipClock } from "#app/clips/retention-job.server.ts";
import { dropOldDrafts } from "#app/logbook/import-draft.server.ts";
import { recountAll } from "#app/logbook/recount.server.ts";
import { listRecordedTrainees } from "#app/pathway/queries.server.ts";
import { clearAway } from "#app/people/housekeeping.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Job } from "#app/platform/jobs.server.ts";
import type { Database } from "#db/database.server.ts";

// What counts depends on the day: an entry of tomorrow counts once tomorrow has come.
async function recountForToday(database: Database, now: Date): Promise<void> {
  const recorded = await listRecordedTrainees(database.reader);
  if (recorded.some(({ countedFor }) => countedFor !== londonDay(now))) await recountAll(database, now);
}

/** Everything that the server does by itself. */
export const jobs: readonly Job[] = [
  { name: "clear-away", everyMinutes: 60, run: ({ database }, now) => clearAway(database, now) },
  { name: "old-import-drafts", everyMinutes: 5, run: ({ database }, now) => dropOldDrafts(database, now) },
  { name: "recount-for-today", everyMinutes: 10, run: ({ database }, now) => recountForToday(database, now) },
  { name: "clip-clock", everyMinutes: 10, run: keepClipClock },
];
