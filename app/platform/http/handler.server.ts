import { randomBytes } from "node:crypto";

import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";

import type { Services } from "../context.ts";
import type { Environment } from "../env.server.ts";
import { newId } from "../ids.ts";
import { logUnexpected } from "../log.server.ts";
import { type BodyProblem, BodyRefused } from "./body.server.ts";
import { type Endpoint, endpointOf, type Endpoints, ENDPOINTS } from "./endpoints.ts";
import { guard, pathOf, type Refusal, REASONS } from "./guard.server.ts";
import { plainPage } from "./plain-page.ts";
import { bareRequest, type Incoming, requestForApp } from "./request.server.ts";
import { securityHeaders } from "./security-headers.ts";

/** What the whole portal needs to answer. */
export interface Portal {
  /** The built app, or in development a function that gives the present one. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly environment: Environment;
  readonly services: Services;
  /** Whether the request comes from somebody who is signed in. Only its headers are there to be read. */
  readonly isSignedIn: (request: Request, context: AppLoadContext) => Promise<boolean>;
  /** What the addresses take, where it is not the portal's own table: for tests. */
  readonly endpoints?: Endpoints;
}

const NONCE_BYTES = 16;

const STATUSES = { size: 413, slow: 408, broken: 400, form: 400 } as const satisfies Record<BodyProblem, Refusal["status"]>;

function refusalPage({ status, reason, allow }: Refusal, requestId: string, headers: Headers): Response {
  const page = plainPage({ status, text: REASONS[reason], code: reason, requestId, accept: headers.get("accept") });
  if (allow !== undefined) page.headers.set("Allow", allow.join(", "));
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
export function createPortal({ build, environment, services, isSignedIn, endpoints = ENDPOINTS }: Portal): (incoming: Incoming) => Promise<Response> {
  const answer = createRequestHandler(build, environment.isProduction ? "production" : "development");

  // To somebody who is not signed in the route says so itself, before it asks for a body: it is never read.
  async function withBodyIfMay(incoming: Incoming, endpoint: Endpoint, context: AppLoadContext): Promise<Incoming> {
    if (incoming.body === null || !endpoint.needsSignIn || await isSignedIn(bareRequest(incoming, environment.origin), context)) return incoming;
    return { ...incoming, body: null };
  }

  async function answerAllowed(incoming: Incoming, endpoint: Endpoint, context: AppLoadContext): Promise<Response> {
    const { request, over } = await requestForApp(await withBodyIfMay(incoming, endpoint, context), endpoint, environment.origin);
    const response = await answer(request, context);
    // Whatever the route made of it: a body that was not taken to its end has one answer.
    over.throwIfAborted();
    if (!isBareFailure(response)) return response;
    return plainPage({ status: 500, text: UNEXPECTED, requestId: context.requestId, accept: incoming.headers.get("accept") });
  }

  async function answerAny(incoming: Incoming, context: AppLoadContext): Promise<Response> {
    const { requestId } = context;
    const endpoint = endpointOf(pathOf(incoming.target), endpoints);
    const refusal = guard(incoming, endpoint, environment);
    if (refusal !== null) return refusalPage(refusal, requestId, incoming.headers);
    try {
      return await answerAllowed(incoming, endpoint, context);
    } catch (error) {
      if (error instanceof BodyRefused) return refusalPage({ status: STATUSES[error.problem], reason: error.problem }, requestId, incoming.headers);
      logUnexpected(error, { requestId, method: incoming.method, target: incoming.target });
      return plainPage({ status: 500, text: UNEXPECTED, requestId, accept: incoming.headers.get("accept") });
    }
  }

  return async (incoming) => {
    const requestId = newId();
    const nonce = randomBytes(NONCE_BYTES).toString("base64");
    const response = await answerAny(incoming, { ...services, environment, address: incoming.address, requestId, nonce });
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
