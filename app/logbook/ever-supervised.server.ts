import { everAssigned } from "#app/people/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import { isNamedSupervisor } from "./queries.server.ts";

/** True where that person ever supervised the trainee (docs/field.md, "Ever supervised"). */
export async function hasEverSupervised(db: Reader, personId: string, traineeId: string): Promise<boolean> {
  return await everAssigned(db, personId, traineeId) || await isNamedSupervisor(db, personId, traineeId);
}
