import { listStandings } from "#app/people/queries.server.ts";
import { type Day, isWithin } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

/** True where that person is accredited as a supervisor on that day, first and last day of a period inside (docs/field.md, "Signing a stage"). */
export async function isAccreditedOn(db: Reader, personId: string, day: Day): Promise<boolean> {
  const periods = (await listStandings(db, [personId])).get(personId) ?? [];
  return periods.some((period) => period.standing === "accredited" && isWithin(day, period));
}
