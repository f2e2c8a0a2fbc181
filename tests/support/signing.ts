import { askSignOff } from "#app/accreditation/ask-sign-off.server.ts";
import { assignReviewer } from "#app/accreditation/lead-acts.server.ts";
import type { SigningInput } from "#app/accreditation/signing.server.ts";
import { readStageEvidence } from "#app/accreditation/pack.server.ts";
import { decide, recommend } from "#app/accreditation/sign.server.ts";
import { listNotices } from "#app/notices/queries.server.ts";
import type { PathwayDefinition } from "#app/pathway/model.ts";
import { closeStage } from "#app/pathway/writes.server.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Database } from "#db/database.server.ts";

import { plainDefinition } from "./counts.ts";
import { makeAccreditation, makeGrant, type MadePerson, makePerson } from "./factories.ts";
import { actorFor, makeWorld, NOON, type World } from "./logbook.ts";
import { reviewed } from "./review.ts";

/** A world on a pathway that asks for one cycle, and an independent reviewer who has nothing to do with the trainee. */
export interface SigningWorld extends World {
  readonly reviewer: MadePerson;
}

type Closing = PathwayDefinition["stages"][number]["closing"];

/** A pathway of one cycle and three stages; the first two are closed by the own supervisor unless another way is named. */
export function oneCycle(closing: Closing = "own_supervisor"): PathwayDefinition {
  return {
    ...plainDefinition, gates: [], requirements: [{ key: "cycles", label: "Cycles", entries: "cycle", measure: "entries", needed: [1, 1, 1] }],
    stages: plainDefinition.stages.map((stage) => (stage.number < 3 ? { ...stage, closing } : stage)),
  };
}

/** Makes that world; stages 1 and 2 are closed by the own supervisor unless another way is named. */
export async function makeSigningWorld(db: Database, closing: Closing = "own_supervisor"): Promise<SigningWorld> {
  const world = await makeWorld(db);
  await db.reader.updateTable("pathway_version").set({ definition: JSON.stringify(oneCycle(closing)) }).execute();
  return { ...world, reviewer: await makeReviewer(world) };
}

/** A further independent reviewer of the programme. */
export async function makeReviewer({ db, programmeId }: World): Promise<MadePerson> {
  const reviewer = await makePerson(db);
  await makeGrant(db, { personId: reviewer.id, programmeId, role: "supervisor", isIndependentReviewer: true });
  await makeAccreditation(db, reviewer.id);
  return reviewer;
}

/** Closes the stages before that one, early in November. */
export async function closedBefore({ db, trainee, supervisor }: World, stage: number, closedOn: Day = "2026-11-01"): Promise<void> {
  await db.inTransaction(async (trx) => {
    for (let before = 1; before < stage; before += 1) {
      await closeStage(trx, { traineeId: trainee.id, stage: before, closedOn, decidedBy: supervisor.id }, supervisor.id, NOON);
    }
  });
}

/** Asks for a stage with everything that it asks for, and returns the request's id. */
export async function asked(world: World, stage = 1): Promise<string> {
  await closedBefore(world, stage);
  await reviewed(world);
  const result = await askSignOff(world.db, await actorFor(world.db, world.trainee), { stage }, NOON);
  if (!result.ok) throw new Error(`not asked: ${result.code}`);
  return result.value.requestId;
}

/** What somebody who looks at the request now would sign. */
export async function signingInput({ db, trainee }: World, requestId: string, stage = 1, now: Date = NOON): Promise<SigningInput> {
  const evidence = await readStageEvidence(db.reader, trainee.id, stage, now);
  if (!evidence) throw new Error("no evidence");
  return { requestId, statement: "I have looked at the evidence.", seen: evidence.seen };
}

/** Recommends the request as the world's supervisor. */
export async function recommended(world: World, requestId: string, stage: number): Promise<void> {
  const result = await recommend(world.db, await actorFor(world.db, world.supervisor), await signingInput(world, requestId, stage), NOON);
  if (!result.ok) throw new Error(`not recommended: ${result.code}`);
}

/** Asks that person to decide on the stage, as the world's lead. */
export async function assigned({ db, lead, trainee }: World, reviewer: { readonly id: string }, stage = 3) {
  return assignReviewer(db, await actorFor(db, lead), { traineeId: trainee.id, stage, reviewerId: reviewer.id }, NOON);
}

/** Signs the request as that person, for a stage before the last. */
export async function signAs(world: World, who: { readonly id: string }, requestId: string, stage = 1, now: Date = NOON) {
  return decide(world.db, await actorFor(world.db, who, now), { ...await signingInput(world, requestId, stage, now), outcome: "signed", actions: null }, now);
}

/** Of what that person was told and has not seen: the kinds. */
export async function told({ db }: World, person: { readonly id: string }): Promise<string[]> {
  return (await listNotices(db.reader, person.id, { unseenOnly: true, limit: 50 })).map((n) => n.kind);
}
