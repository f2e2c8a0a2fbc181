import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { handleUpload } from "#app/clips/upload-request.server.ts";

/** How far an upload has come: what the tus protocol asks with HEAD. There is nothing to read here, so a GET says the same. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = new Request(request.url, { method: "HEAD", headers: request.headers, signal: request.signal });
  return handleUpload(asked, context, params.uploadId);
}

/** Takes the next bytes (PATCH), or drops the upload (DELETE). */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return handleUpload(request, context, params.uploadId);
}
