import { shareReflection, withdrawReflection } from "#app/logbook/share-reflection.server.ts";
import { writeReflection } from "#app/logbook/write-reflection.server.ts";
import { newId } from "#app/platform/ids.ts";

import { type Calendar, momentOn } from "./calendar.ts";
import type { CommandedDeed, Deed } from "./deeds.ts";
import { accepted, actorOf } from "./doing.server.ts";
import type { ReflectionPlan, TraineePlan } from "./plan.ts";

interface Telling {
  readonly plan: TraineePlan;
  readonly calendar: Calendar;
  readonly name: string;
  readonly minute: number;
}

function writing({ plan, calendar, name, minute }: Telling, { ago, text }: ReflectionPlan): CommandedDeed {
  const writtenOn = calendar.dayAgo(ago);
  return {
    at: momentOn(writtenOn, "submitted", minute),
    command: async (scene, at) => {
      const input = { requestId: newId(), content: { writtenOn, text, entryId: null } };
      scene.remember(name, (await accepted(`write ${name}`, writeReflection(scene.database, await actorOf(scene, plan.key, at), input, at))).reflectionId);
    },
  };
}

function sharing({ plan, calendar, name, minute }: Telling, { shared = [] }: ReflectionPlan): CommandedDeed[] {
  return shared.map((share) => ({
    at: momentOn(calendar.dayAgo(share.ago), "decided", minute),
    command: async (scene, at) => {
      await accepted(`share ${name}`, shareReflection(scene.database, await actorOf(scene, plan.key, at), { id: scene.idOf(name), personIds: [scene.idOf(share.reader)] }, at));
    },
  }));
}

function takingBack({ plan, calendar, name, minute }: Telling, { shared = [] }: ReflectionPlan): CommandedDeed[] {
  return shared.flatMap(({ reader, withdrawnAgo }) => (withdrawnAgo === undefined ? [] : [{
    at: momentOn(calendar.dayAgo(withdrawnAgo), "decided", minute),
    command: async (scene, at) => {
      await accepted(`withdraw ${name}`, withdrawReflection(scene.database, await actorOf(scene, plan.key, at), { id: scene.idOf(name), personId: scene.idOf(reader) }, at));
    },
  } satisfies CommandedDeed]));
}

/** What a trainee wrote for themself, and with whom they shared it. */
export function reflectionDeeds(plan: TraineePlan, calendar: Calendar): Deed[] {
  return (plan.reflections ?? []).flatMap((reflection, n) => {
    const telling = { plan, calendar, name: `reflection ${String(n + 1)} of ${plan.key}`, minute: 50 + n };
    return [writing(telling, reflection), ...sharing(telling, reflection), ...takingBack(telling, reflection)];
  });
}
