import { changeClient } from "#app/logbook/clients.server.ts";
import { closeCase } from "#app/logbook/close-case.server.ts";
import { findClient } from "#app/logbook/queries.server.ts";

import { type Calendar, momentOn } from "./calendar.ts";
import type { CommandedDeed, Scene } from "./deeds.ts";
import { accepted, actorOf } from "./doing.server.ts";
import type { CasePlan, TraineePlan } from "./plan.ts";

/** The name under which a client of the trainee's is remembered. */
export const clientName = (plan: TraineePlan, client: number): string => `client ${String(client)} of ${plan.key}`;

async function seen(scene: Scene, plan: TraineePlan, number: number) {
  const client = await findClient(scene.trx, scene.idOf(plan.key), scene.idOf(clientName(plan, number)));
  if (!client) throw new Error(`${clientName(plan, number)} is not there`);
  return client;
}

function telling(plan: TraineePlan, { client: number, closing: _, ...told }: CasePlan, openedAgo: number, calendar: Calendar): CommandedDeed {
  return {
    at: momentOn(calendar.dayAgo(openedAgo), "changed", number),
    command: async (scene, at) => {
      const { id: clientId, version: fromVersion, ageBand } = await seen(scene, plan, number);
      await accepted(`tell of ${clientName(plan, number)}`, changeClient(scene.database, await actorOf(scene, plan.key, at), { clientId, fromVersion, told: { ageBand, ...told } }, at));
    },
  };
}

function closing(plan: TraineePlan, number: number, how: NonNullable<CasePlan["closing"]>, closedAgo: number, calendar: Calendar): CommandedDeed {
  const closedOn = calendar.dayAgo(closedAgo);
  return {
    at: momentOn(closedOn, "changed", number),
    command: async (scene, at) => {
      const { id: clientId, version: fromVersion } = await seen(scene, plan, number);
      await accepted(`close ${clientName(plan, number)}`, closeCase(scene.database, await actorOf(scene, plan.key, at), { clientId, fromVersion, closedOn, ...how }, at));
    },
  };
}

/** What a trainee told of a client's case on the day of its opening, and how they closed it. */
export function caseDeeds(plan: TraineePlan, told: CasePlan, { openedAgo, closedAgo }: { openedAgo: number; closedAgo: number | null }, calendar: Calendar): CommandedDeed[] {
  return [telling(plan, told, openedAgo, calendar), ...(told.closing && closedAgo !== null ? [closing(plan, told.client, told.closing, closedAgo, calendar)] : [])];
}
