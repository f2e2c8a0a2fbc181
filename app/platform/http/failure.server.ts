import type { LoaderFunctionArgs } from "@remix-run/node";

import { logUnexpected } from "../log.server.ts";

/**
 * What the root's loader throws instead of an error that nobody expected, which is logged here: the number that the log
 * has it under. The other loaders need not: their error page has the number from the root.
 */
export function numberedFailure(error: unknown, { request, context, params }: LoaderFunctionArgs): Response {
  const { requestId } = context;
  if (!request.signal.aborted) logUnexpected(error, { requestId, method: request.method, target: new URL(request.url).pathname, params });
  return Response.json({ requestId }, { status: 500 });
}
