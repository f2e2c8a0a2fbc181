import { type Actor, hasRole } from "#app/people/model.ts";
import { listGrants } from "#app/people/queries.server.ts";
import { findPlacement, listBoards, listCohorts, listProgrammes } from "#app/programme/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import type { EnrolmentChoices, EnrolmentView } from "./enrolment.ts";
import { findRecord, listPathwayVersions } from "./queries.server.ts";

async function trainingProgrammeIds(db: Reader, actor: Actor, personId: string): Promise<string[]> {
  const held = (await listGrants(db, personId)).filter((g) => g.role === "trainee").map((g) => g.programmeId);
  return [...new Set(held)].filter((id) => hasRole(actor, "administrator", id));
}

/** What that person can be enrolled in by the actor. */
export async function listEnrolmentChoices(db: Reader, actor: Actor, personId: string): Promise<EnrolmentChoices> {
  const ids = await trainingProgrammeIds(db, actor, personId);
  const versions = (await listPathwayVersions(db)).map(({ id, pathwayName, label }) => ({ id, pathwayName, label }));
  return { programmes: await listProgrammes(db, ids), cohorts: await listCohorts(db, ids), boards: await listBoards(db), versions };
}

/**
 * The person's enrolment, where it is in a programme of the actor's; "none" for a trainee there who has none yet;
 * undefined for everybody else.
 */
export async function findEnrolmentView(db: Reader, actor: Actor, personId: string): Promise<EnrolmentView | "none" | undefined> {
  const record = await findRecord(db, personId);
  if (!record) return (await trainingProgrammeIds(db, actor, personId)).length > 0 ? "none" : undefined;
  const { version, enrolment: { startedOn, endedOn, programmeId } } = record;
  if (!hasRole(actor, "administrator", programmeId)) return undefined;
  const pathway = { id: version.id, pathwayName: version.pathwayName, label: version.label };
  return { enrolment: { startedOn, endedOn }, pathway, placement: await findPlacement(db, personId) ?? null };
}
