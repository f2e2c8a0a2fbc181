import type { LoaderFunctionArgs } from "@remix-run/node";

import { logUnexpected } from "../log.server.ts";

/** Where a request failed: what Remix tells of it. */
type At = Pick<LoaderFunctionArgs, "request" | "context"> & { readonly params?: LoaderFunctionArgs["params"] | undefined };

const logged = new WeakSet<object>();

/** Logs what nobody expected in answering a request, once, under the request's number; nothing where the visitor has gone. */
export function logFailure(error: unknown, { request, context, params }: At): void {
  if (request.signal.aborted) return;
  if (typeof error === "object" && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  logUnexpected(error, { requestId: context.requestId, method: request.method, target: new URL(request.url).pathname, params });
}

/**
 * What the root's loader throws instead of an error that nobody expected, which is logged here: the number that the log
 * has it under. The other loaders need not: their error page has the number from the root.
 */
export function numberedFailure(error: unknown, at: LoaderFunctionArgs): Response {
  logFailure(error, at);
  return Response.json({ requestId: at.context.requestId }, { status: 500 });
}
