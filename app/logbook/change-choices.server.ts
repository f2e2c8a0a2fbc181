import type { Reader } from "#db/database.server.ts";

import type { ChangeChoices } from "./change-defaults.ts";
import type { OwnEntry } from "./content.ts";
import { listClients, listLatestCycles } from "./queries.server.ts";
import { listChoices, type OwnLog } from "./request.server.ts";

/** The choices of the form that changes that entry. */
export async function listChangeChoices(db: Reader, log: OwnLog, entry: OwnEntry): Promise<ChangeChoices> {
  const { supervisors, fellows } = await listChoices(db, log);
  const discussed = entry.kind === "supervision" ? entry.discussed : [];
  const latest = await listLatestCycles(db, log.actor.personId);
  const { attendees } = entry.kind === "peer_supervision" ? entry : { attendees: [] };
  return {
    clients: await listClients(db, log.actor.personId), supervisors,
    cycles: [...latest, ...discussed.filter((d) => !latest.some((c) => c.cycleId === d.cycleId))],
    fellows: [...fellows, ...attendees.filter((a) => !fellows.some((f) => f.id === a.id))],
  };
}
