import { hasEverSupervised } from "#app/logbook/ever-supervised.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listReviewers } from "#app/people/reviewers.server.ts";
import type { Reader } from "#db/database.server.ts";

import { type ReviewerChoice, type Unfit, whyUnfit } from "./reviewer-choice.ts";
import { isAccreditedOn } from "./standing.server.ts";

/** Whose stage it is, in which programme. */
interface Asking {
  readonly traineeId: string;
  readonly programmeId: string;
}

/** Every independent reviewer of the programme, past ones too, by name; each with why they cannot be asked by that lead today, if so. */
export async function listReviewerChoices(db: Reader, actor: Pick<Actor, "personId" | "today">, { traineeId, programmeId }: Asking): Promise<ReviewerChoice[]> {
  return Promise.all((await listReviewers(db, programmeId, actor.today)).map(async ({ id, name, isHeld }) => ({
    id, name, unfit: whyUnfit({
      isTrainee: id === traineeId, isSelf: id === actor.personId, isHeld,
      hasEverSupervised: await hasEverSupervised(db, id, traineeId), isAccredited: await isAccreditedOn(db, id, actor.today),
    }),
  })));
}

/** Why that person cannot be asked; `no_standing` also for whoever never was an independent reviewer there. */
export async function findUnfit(db: Reader, actor: Pick<Actor, "personId" | "today">, asking: Asking, personId: string): Promise<Unfit | null> {
  const choice = (await listReviewerChoices(db, actor, asking)).find((one) => one.id === personId);
  return choice === undefined ? "no_standing" : choice.unfit;
}
