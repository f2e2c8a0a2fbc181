import type { LoaderFunctionArgs } from "@remix-run/node";

import { answerFilm } from "#app/clips/film-answer.server.ts";
import { openForWatching } from "#app/clips/watch.server.ts";
import { currentActor } from "#app/people/request.server.ts";
import { isId } from "#app/platform/ids.ts";

/** 404 for whom the film does not exist; whoever had it to watch learns that it is gone (410), or that a consent is missing (403). */
function statusOf(because: string): 403 | 404 | 410 {
  if (because === "no_grant") return 404;
  return because === "erased" ? 410 : 403;
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "private, no-store" } });
}

/** The film itself, in ranges as the player asks for them. A player follows no way to sign in, so whoever is signed out gets 401. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const actor = await currentActor(request, context);
  if (!actor) return refusal(401);
  const clipId = params.clipId ?? "";
  const watching = isId(clipId) ? await openForWatching(context, actor, clipId) : undefined;
  if (watching?.ok !== true) return refusal(statusOf(watching?.code ?? "no_grant"));
  return answerFilm(request, watching.value);
}
