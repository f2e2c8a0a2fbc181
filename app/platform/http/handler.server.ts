import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";

import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild } from "@remix-run/node";

import type { AppContext } from "../context.ts";
import type { Environment } from "../env.server.ts";
import { newId } from "../ids.ts";
import { logUnexpected } from "../log.server.ts";
import { BodyTooLarge, BodyUnreadable, limited, type Pieces, readFormBody } from "./body.server.ts";
import { endpointOf } from "./endpoints.ts";
import { type Asked, guard, pathOf, type Refusal, REASONS } from "./guard.server.ts";
import { plainPage } from "./plain-page.ts";
import { securityHeaders } from "./security-headers.ts";

/** What the whole portal needs to answer. */
export interface Portal {
  /** The built app, or in development a function that gives the present one. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly environment: Environment;
  readonly services: Pick<AppContext, "database" | "keyring" | "mail" | "clock" | "background">;
}

/** A request as the server hands it over, its body still unread. */
export interface Incoming extends Asked {
  readonly body: Pieces | null;
  /** Aborted when whoever asked has gone. */
  readonly signal: AbortSignal;
}

const NONCE_BYTES = 16;

/** Headers of a request that Remix would compare with each other; the guard has judged them already. */
const JUDGED = ["x-forwarded-host", "origin"];

function headersForApp(headers: Headers, origin: string): Headers {
  const kept = new Headers(headers);
  for (const name of JUDGED) kept.delete(name);
  kept.set("host", new URL(origin).host);
  return kept;
}

async function bodyForApp({ body, headers, target }: Incoming): Promise<BodyInit | null> {
  const endpoint = endpointOf(pathOf(target));
  if (body === null) return null;
  if (endpoint.isStreamed) return createReadableStreamFromReadable(Readable.from(limited(body, endpoint.maxBytes)));
  return readFormBody(body, headers.get("content-type") ?? "", endpoint);
}

async function requestForApp(incoming: Incoming, origin: string): Promise<Request> {
  const isRead = incoming.method === "GET" || incoming.method === "HEAD";
  const init = { headers: headersForApp(incoming.headers, origin), signal: incoming.signal };
  // A HEAD is a GET whose body is dropped: Remix would run an action for the HEAD of a `.data` address.
  if (isRead) return new Request(origin + incoming.target, { ...init, method: "GET" });
  const half: RequestInit & { duplex: "half" } = { ...init, method: incoming.method, body: await bodyForApp(incoming), duplex: "half" };
  return new Request(origin + incoming.target, half);
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof BodyTooLarge) return { status: 413, reason: "size" };
  return error instanceof BodyUnreadable ? { status: 400, reason: "form" } : null;
}

function answerRefusal({ status, reason, allow }: Refusal, requestId: string, headers: Headers): Response {
  const page = plainPage({ status, text: REASONS[reason], requestId, accept: headers.get("accept") });
  if (allow !== undefined) page.headers.set("Allow", allow.join(", "));
  // What was not read of the body is never read: the connection ends here.
  if (status === 413) page.headers.set("Connection", "close");
  return page;
}

/** Remix's own answer where not even its error page could be made: without words, and without the request's number. */
function isBareFailure(response: Response): boolean {
  return response.status === 500 && !response.headers.has("X-Remix-Response") && !(response.headers.get("Content-Type") ?? "").startsWith("text/html");
}

const UNEXPECTED = "Something went wrong on our side. What was saved before is safe; try again in a minute.";

/**
 * The portal as one function: the guard, the fields of forms, Remix, the security headers.
 * Never rejects: what nobody expected is logged once and answered with 500 and the request's number.
 */
export function createPortal({ build, environment, services }: Portal): (incoming: Incoming) => Promise<Response> {
  const answer = createRequestHandler(build, environment.isProduction ? "production" : "development");

  async function answerAllowed(incoming: Incoming, requestId: string, nonce: string): Promise<Response> {
    const request = await requestForApp(incoming, environment.origin);
    const response = await answer(request, { ...services, environment, address: incoming.address, requestId, nonce });
    if (!isBareFailure(response)) return response;
    return plainPage({ status: 500, text: UNEXPECTED, requestId, accept: incoming.headers.get("accept") });
  }

  async function answerAny(incoming: Incoming, requestId: string, nonce: string): Promise<Response> {
    const refusal = guard(incoming, environment);
    if (refusal !== null) return answerRefusal(refusal, requestId, incoming.headers);
    try {
      return await answerAllowed(incoming, requestId, nonce);
    } catch (error) {
      const late = refusalOf(error);
      if (late !== null) return answerRefusal(late, requestId, incoming.headers);
      logUnexpected(error, { requestId, method: incoming.method, target: incoming.target });
      return plainPage({ status: 500, text: UNEXPECTED, requestId, accept: incoming.headers.get("accept") });
    }
  }

  return async (incoming) => {
    const requestId = newId();
    const nonce = randomBytes(NONCE_BYTES).toString("base64");
    const response = await answerAny(incoming, requestId, nonce);
    return dressed(response, incoming.method, { nonce, requestId, origin: environment.origin, isProduction: environment.isProduction });
  };
}

function dressed(response: Response, method: string, at: Parameters<typeof securityHeaders>[0]): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders(at))) headers.set(name, value);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  if (method === "HEAD") void response.body?.cancel();
  return new Response(method === "HEAD" ? null : response.body, { status: response.status, statusText: response.statusText, headers });
}
