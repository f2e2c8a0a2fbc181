import { findRecord } from "#app/pathway/queries.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { forbidden } from "#app/platform/http/responses.ts";

/** Somebody of whom others may see something: a trainee, or one who was and whose record is here. Throws 403 for anybody else. */
export async function requireSeen(request: Request, context: AppContext): Promise<Actor> {
  const actor = await requireActor(request, context);
  if (!hasRole(actor, "trainee") && !await findRecord(context.database.reader, actor.personId)) throw forbidden();
  return actor;
}
