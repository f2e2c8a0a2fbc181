import { withdrawConsent } from "#app/clips/withdraw-consent.server.ts";
import { type FilmedRole, type GivenHow, isChild, type Purpose, PURPOSES } from "#app/logbook/consent-model.ts";
import { insertConsent } from "#app/logbook/consent-writes.server.ts";
import type { AgeBand } from "#app/logbook/case-model.ts";
import { newId } from "#app/platform/ids.ts";

import { type Calendar, momentOn } from "./calendar.ts";
import type { Deed } from "./deeds.ts";
import { accepted, actorOf } from "./doing.server.ts";
import type { ConsentPlan, TraineePlan } from "./plan.ts";
import { type Dice, diceFor } from "./random.ts";

/** Under which name a scene remembers what somebody filmed agreed to. */
export function consentName(plan: TraineePlan, client: number, role: FilmedRole): string {
  return `consent of the ${role} of client ${String(client)} of ${plan.key}`;
}

const USUAL: readonly FilmedRole[] = ["client", "child"];
/** Babies are not asked in words; who is two or older is. */
const TOO_YOUNG_TO_SAY: readonly AgeBand[] = ["0_2"];

/** Everybody lets their own supervisor watch; what else they agree to differs. */
function purposesOf(dice: Dice): Purpose[] {
  const others = PURPOSES.filter((purpose) => purpose !== "own_supervisor" && dice.between(1, purpose === "wider_training" ? 5 : 2) === 1);
  return ["own_supervisor", ...others];
}

const WAYS: readonly [GivenHow, ...GivenHow[]] = ["signed_form", "signed_form", "signed_form", "electronic_form", "spoken_on_film"];

function recording(plan: TraineePlan, consent: ConsentPlan, ageBand: AgeBand, days: { readonly givenAgo: number; readonly recordedAgo: number }, calendar: Calendar): Deed {
  const { client, role, purposes } = consent;
  const dice = diceFor(`how ${consentName(plan, client, role)}`);
  return {
    at: momentOn(calendar.dayAgo(days.recordedAgo), "arranged", 30), by: plan.key, act: "consent.recorded",
    write: async (scene, at) => {
      const [id, traineeId, clientId] = [newId(), scene.idOf(plan.key), scene.idOf(`client ${String(client)} of ${plan.key}`)];
      const childView = TOO_YOUNG_TO_SAY.includes(ageBand) ? "not_able_to_say" : "agrees";
      const content = { givenOn: calendar.dayAgo(days.givenAgo), givenHow: dice.pick(WAYS), childView: isChild(role) ? childView : null, purposes } as const;
      await insertConsent(scene.trx, { id, traineeId, clientId, filmedRole: role, requestId: null }, content, traineeId, at);
      scene.remember(consentName(plan, client, role), id);
      return { trainee: traineeId, client: clientId, consent: id };
    },
  };
}

function withdrawing(plan: TraineePlan, { client, role, withdrawnAgo }: ConsentPlan, calendar: Calendar): Deed[] {
  if (withdrawnAgo === undefined) return [];
  const on = calendar.dayAgo(withdrawnAgo);
  return [{
    at: momentOn(on, "decided", 40),
    command: async (scene, at) => {
      const input = { consentId: scene.idOf(consentName(plan, client, role)), withdrawnOn: on };
      await accepted("withdraw consent", withdrawConsent(scene, await actorOf(scene, plan.key, at), input, at));
    },
  }];
}

/** What everybody filmed in a client's case agreed to: the adult, the child, and whoever else the plan names. */
export function consentDeeds(plan: TraineePlan, client: { readonly number: number; readonly ageBand: AgeBand; readonly givenAgo: number; readonly recordedAgo: number }, calendar: Calendar): Deed[] {
  const told = (plan.consents ?? []).filter((consent) => consent.client === client.number);
  const purposes = purposesOf(diceFor(`what ${plan.key} ${String(client.number)}`));
  const usual = USUAL.filter((role) => !told.some((consent) => consent.role === role)).map((role): ConsentPlan => ({ client: client.number, role, purposes }));
  return [...usual, ...told].flatMap((consent) => [recording(plan, consent, client.ageBand, client, calendar), ...withdrawing(plan, consent, calendar)]);
}
