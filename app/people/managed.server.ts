import type { AppContext } from "#app/platform/context.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";

import { type Actor, hasRole, type Person } from "./model.ts";
import { findManagedPerson } from "./queries.server.ts";
import { requireActor } from "./request.server.ts";

/**
 * The administrator who asks, and the person in the address. Throws 403 for anybody who administers nothing, and
 * 404 for a person outside the programmes that the administrator looks after.
 */
export async function requireManaged(request: Request, personId: string | undefined, context: AppContext): Promise<{ actor: Actor; person: Person }> {
  const actor = await requireActor(request, context);
  if (!hasRole(actor, "administrator")) throw forbidden();
  const person = personId && isId(personId) ? await findManagedPerson(context.database.reader, actor, personId) : undefined;
  if (!person) throw notFound();
  return { actor, person };
}
