import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";
import type { Reader } from "#db/database.server.ts";

import { subjectOf } from "./in-review.server.ts";
import { findStages } from "./skills-record.server.ts";
import { listSkillsRecords, listSkillsVersions } from "./skills-queries.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** A stage of a trainee whose record the actor sees. Throws 404 for any other. */
export async function requireStage(request: Request, { traineeId = "", stage = "" }: Params, context: AppContext): Promise<{ actor: Actor; traineeId: string; stage: number; stages: number }> {
  const actor = await requireActor(request, context);
  const stages = isId(traineeId) ? await findStages(context.database.reader, actor, traineeId) : undefined;
  if (stages === undefined || !/^[1-9]$/.test(stage) || Number(stage) > stages) throw notFound();
  return { actor, traineeId, stage: Number(stage), stages };
}

/** What the page of a skills record shows. */
export async function loadSkillsPage(request: Request, params: Params, context: AppContext) {
  const { actor, traineeId, stage, stages } = await requireStage(request, params, context);
  const db = context.database.reader;
  const asked = new URL(request.url).searchParams;
  const submission = asked.get("submission");
  return {
    ...await skillsOf(db, actor, { traineeId, stage }), stages, versions: await listSkillsVersions(db, traineeId, stage), askedIn: null,
    submissionId: submission !== null && isId(submission) ? submission : null, isSaved: asked.get("saved") === "yes",
    mayWrite: can(actor, "skills.write", await subjectOf(db, traineeId, actor.today)),
  };
}

/** What the same page shows to somebody who is asked to decide on the stage: the records in force, to be read. */
export async function skillsForAsked(db: Reader, actor: Actor, of: { readonly traineeId: string; readonly stage: number }, askedIn: string) {
  return { ...await skillsOf(db, actor, of), stages: 0, versions: [], askedIn, submissionId: null, isSaved: false, mayWrite: false };
}

async function skillsOf(db: Reader, actor: Actor, { traineeId, stage }: { readonly traineeId: string; readonly stage: number }) {
  const records = await listSkillsRecords(db, traineeId, stage);
  const people = await mapPeople(db, [traineeId, ...records.map((record) => record.raterId)]);
  return {
    traineeId, stage, records, own: records.find((record) => record.raterId === actor.personId),
    traineeName: traineeId === actor.personId ? null : people.get(traineeId)?.name ?? "", names: Object.fromEntries([...people.values()].map(({ id, name }) => [id, name])),
  };
}
