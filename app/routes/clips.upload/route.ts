import type { ActionFunctionArgs } from "@remix-run/node";

import { handleUpload } from "#app/clips/upload-request.server.ts";

/** Begins an upload, as the tus protocol has it. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return handleUpload(request, context);
}
