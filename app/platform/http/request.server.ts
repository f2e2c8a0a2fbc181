import { type Pieces, readFormBody, streamOf, watched } from "./body.server.ts";
import { type Endpoint, isData } from "./endpoints.ts";
import { type Asked, pathOf } from "./guard.server.ts";

/** A request as the server hands it over, its body still unread. */
export interface Incoming extends Asked {
  readonly body: Pieces | null;
  /** Aborted when whoever asked has gone. */
  readonly signal: AbortSignal;
}

/**
 * Headers that do not reach the app: Remix would compare hosts and origins, which the guard has judged, and an upload's
 * protocol would take another method for the one that the guard has judged.
 */
const JUDGED = ["x-forwarded-host", "origin", "x-http-method-override"];

function headersForApp(headers: Headers, origin: string): Headers {
  const kept = new Headers(headers);
  for (const name of JUDGED) kept.delete(name);
  kept.set("host", new URL(origin).host);
  return kept;
}

// Remix takes the HEAD of a `.data` address for a write.
function methodForApp({ method, target }: Asked, endpoint: Endpoint): string {
  return method === "HEAD" && (!endpoint.answersHead || isData(pathOf(target))) ? "GET" : method;
}

async function bodyForApp({ body, headers }: Incoming, endpoint: Endpoint, refused: (error: unknown) => void): Promise<BodyInit | null> {
  if (body === null) return null;
  if (endpoint.isStreamed) return streamOf(watched(body, endpoint), refused);
  return readFormBody(body, headers.get("content-type") ?? "", endpoint);
}

/** A request as the app takes it. */
export interface AppRequest {
  readonly request: Request;
  /** Aborted, and the request's own signal with it, where the body that the route reads is not taken to its end: the reason says why. */
  readonly over: AbortSignal;
}

/** Reads a form, or makes a stream of what the route itself reads. Throws `BodyRefused` for a form that is not taken. */
export async function requestForApp(incoming: Incoming, endpoint: Endpoint, origin: string): Promise<AppRequest> {
  const over = new AbortController();
  const init: RequestInit & { duplex: "half" } = {
    method: methodForApp(incoming, endpoint),
    headers: headersForApp(incoming.headers, origin),
    body: await bodyForApp(incoming, endpoint, (error) => { over.abort(error); }),
    signal: endpoint.isStreamed ? AbortSignal.any([incoming.signal, over.signal]) : incoming.signal,
    duplex: "half",
  };
  return { request: new Request(origin + incoming.target, init), over: over.signal };
}

/** The request without its body, to be asked who sends it. */
export function bareRequest({ target, headers }: Asked, origin: string): Request {
  return new Request(origin + target, { headers: headersForApp(headers, origin) });
}
