import { type Publication, publicationAt, publicationDays } from "#app/outcomes/publication.ts";
import { getFiguresFacts } from "#app/outcomes/queries.server.ts";
import { findEnrolment } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { Reader } from "#db/database.server.ts";

/** The last table that may be published of the actor's own programme; null while there is none. */
export async function findPublished(db: Reader, actor: Actor): Promise<Publication | null> {
  const enrolment = await findEnrolment(db, actor.personId);
  if (!enrolment) return null;
  const { facts, boardNames } = await getFiguresFacts(db, enrolment.programmeId);
  const last = publicationDays(facts, actor.today)[0];
  return last === undefined ? null : publicationAt(facts, last, actor.today, boardNames) ?? null;
}
