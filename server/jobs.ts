import { clearAway } from "#app/people/housekeeping.server.ts";
import type { Job } from "#app/platform/jobs.server.ts";

/** Everything that the server does by itself. */
export const jobs: readonly Job[] = [
  { name: "clear-away", everyMinutes: 60, run: ({ database }, now) => clearAway(database, now) },
];
