import { findEnrolmentView } from "#app/pathway/enrolment-view.server.ts";
import type { Actor } from "#app/people/model.ts";
import { findManagedPerson, listAccreditations, listAssignmentsOf, listAssignmentsTo, listManagedGrants } from "#app/people/queries.server.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import type { ManagedView } from "./views.ts";

/** A person's page as an administrator has it; undefined for whoever does not administer a programme of theirs. */
export async function findManagedPage(db: Reader, actor: Actor, personId: string): Promise<ManagedView | undefined> {
  const person = await findManagedPerson(db, actor, personId);
  if (!person) return undefined;
  const grants = await listManagedGrants(db, actor, person.id);
  const programmes = new Map((await listProgrammes(db, grants.map((g) => g.programmeId))).map((p) => [p.id, p.name]));
  return {
    person, today: actor.today, grants: grants.map((g) => ({ ...g, programme: programmes.get(g.programmeId) ?? "" })),
    accreditations: await listAccreditations(db, person.id), supervisors: await listAssignmentsOf(db, person.id), trainees: await listAssignmentsTo(db, actor, person.id),
    enrolment: await findEnrolmentView(db, actor, person.id),
  };
}
