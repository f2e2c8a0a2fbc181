import { currentActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { isId } from "#app/platform/ids.ts";

import { answerUpload } from "./tus.server.ts";
import { answerOf, UploadRefused } from "./upload-answers.ts";

/** Answers a request of the uploader. A script asks, not a page: whoever is signed out is told so, and not sent to sign in. */
export async function handleUpload(request: Request, context: AppContext, uploadId?: string): Promise<Response> {
  if (request.method === "POST" && uploadId !== undefined) return new Response(null, { status: 405, headers: { Allow: "HEAD, PATCH, DELETE" } });
  const actor = await currentActor(request, context);
  if (!actor) return answerOf(new UploadRefused("sign_in_again"));
  if (uploadId !== undefined && !isId(uploadId)) return answerOf(new UploadRefused("gone"));
  return answerUpload(request, context, actor, uploadId);
}
