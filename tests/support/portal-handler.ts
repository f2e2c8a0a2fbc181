import type { Pieces } from "#app/platform/http/body.server.ts";
import { isSignedIn } from "#app/people/request.server.ts";
import { createPortal, type Portal } from "#app/platform/http/handler.server.ts";

/** The portal for a `Request` made by hand, no server needed. A missing Host header is the address's own. */
export function createPortalHandler(portal: Omit<Portal, "isSignedIn">): (request: Request, from: { readonly address: string }) => Promise<Response> {
  const answer = createPortal({ isSignedIn, ...portal });
  return (request, { address }) => {
    const url = new URL(request.url);
    const headers = new Headers(request.headers);
    if (!headers.has("host")) headers.set("host", url.host);
    if (request.body !== null && !headers.has("content-length")) headers.set("transfer-encoding", "chunked");
    const body = request.body === null ? null : piecesOf(request.body);
    return answer({ method: request.method, target: url.pathname + url.search, headers, address, body, signal: request.signal });
  };
}

async function* piecesOf(body: ReadableStream<Uint8Array>): Pieces & AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}
