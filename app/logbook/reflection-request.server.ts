import type { Actor } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";

import type { Reflection } from "./reflection-model.ts";
import { findOwn, findSharedWith } from "./reflection-queries.server.ts";

/** A reflection that the actor reads, and whether it is theirs. Throws 404 for any other. */
export async function requireReflection(request: Request, id: string | undefined, context: AppContext): Promise<{ actor: Actor; reflection: Reflection; isOwn: boolean }> {
  const actor = await requireActor(request, context);
  if (id === undefined || !isId(id)) throw notFound();
  const db = context.database.reader;
  const own = await findOwn(db, actor.personId, id);
  const reflection = own ?? await findSharedWith(db, actor, id);
  if (!reflection) throw notFound();
  return { actor, reflection, isOwn: own !== undefined };
}

/** The actor's own alone, for what only they do with it. Throws 403 for whoever only reads it. */
export async function requireOwnReflection(request: Request, id: string | undefined, context: AppContext): Promise<{ actor: Actor; reflection: Reflection }> {
  const { isOwn, ...found } = await requireReflection(request, id, context);
  if (!isOwn) throw forbidden();
  return found;
}
