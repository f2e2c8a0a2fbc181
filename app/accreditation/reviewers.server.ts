import { hasEverSupervised } from "#app/logbook/ever-supervised.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listReviewers } from "#app/people/reviewers.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { isAccreditedOn } from "./accredited.server.ts";
import { type ReviewerChoice, type Unfit, whyUnfit } from "./reviewer-choice.ts";

/** Whose stage it is, in which programme. */
interface Asking {
  readonly traineeId: string;
  readonly programmeId: string;
}

/** Who asks and when; nobody where somebody was asked before. */
type Asker = Pick<Actor, "today"> & { readonly personId: string | null };

async function unfitOf(db: Reader, { personId, today }: Asker, { traineeId }: Asking, { id, isHeld }: { readonly id: string; readonly isHeld: boolean }): Promise<Unfit | null> {
  return whyUnfit({
    isTrainee: id === traineeId, isSelf: id === personId, isHeld,
    hasEverSupervised: await hasEverSupervised(db, id, traineeId), isAccredited: await isAccreditedOn(db, id, today),
  });
}

/** Every independent reviewer of the programme, past ones too, by name; each with why they cannot be asked by that lead today, if so. */
export async function listReviewerChoices(db: Reader, actor: Pick<Actor, "personId" | "today">, asking: Asking): Promise<ReviewerChoice[]> {
  return Promise.all((await listReviewers(db, asking.programmeId, actor.today)).map(async (one) => ({ id: one.id, name: one.name, unfit: await unfitOf(db, actor, asking, one) })));
}

/** Why that person cannot be asked; `no_standing` also for whoever never was an independent reviewer there. */
export async function findUnfit(db: Reader, asker: Asker, asking: Asking, id: string): Promise<Unfit | null> {
  const isHeld = (await listReviewers(db, asking.programmeId, asker.today)).some((one) => one.id === id && one.isHeld);
  return unfitOf(db, asker, asking, { id, isHeld });
}

/** Why somebody who was asked before can decide no longer on that day; null where they can, and where nobody is asked. */
export async function findLost(db: Reader, today: Day, asking: Asking, reviewerId: string | null): Promise<Unfit | null> {
  return reviewerId === null ? null : findUnfit(db, { personId: null, today }, asking, reviewerId);
}
