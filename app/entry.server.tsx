import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

import { logFailure } from "#app/platform/http/failure.server.ts";
import { pageBody } from "#app/platform/http/page-body.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";

/** How long a page may take to render before it is given up, in milliseconds. */
export const streamTimeout = 5_000;

/** Renders a page whole (onAllReady), so that everything shows without JavaScript. */
export default function handleRequest(
  request: Request, status: number, headers: Headers, remixContext: EntryContext, context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remixContext} url={request.url} {...nonceOf(context)} />
      </NonceContext.Provider>,
      {
        ...nonceOf(context),
        onAllReady() {
          clearTimeout(timer);
          const body = pageBody();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Cache-Control", "private, no-store");
          for (const [name, value] of waitOf(remixContext)) headers.set(name, value);
          resolve(new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          logFailure(error, { request, context, params: remixContext.staticHandlerContext.matches.at(-1)?.params });
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

/** How long an action asked to wait: a page does not take over its headers by itself. */
function waitOf({ staticHandlerContext: { actionHeaders } }: EntryContext): [string, string][] {
  const waits = Object.values(actionHeaders).flatMap((headers) => headers.get("Retry-After") ?? []);
  return waits.map((seconds) => ["Retry-After", seconds]);
}

/** Pages' data is as private as the pages themselves. */
export function handleDataRequest(response: Response): Response {
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** Logs what nobody expected, once, under the request's id. An answer that a loader threw is no error. */
export function handleError(error: unknown, at: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (!isRouteErrorResponse(error)) logFailure(error, at);
}

function nonceOf(context: AppLoadContext): { nonce?: string } {
  return context.nonce === undefined ? {} : { nonce: context.nonce };
}
