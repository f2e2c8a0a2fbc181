import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { Socket } from "node:net";

import compression from "compression";
import express from "express";

import type { createPortal } from "#app/platform/http/handler.server.ts";
import { isTargetReadable } from "#app/platform/http/guard.server.ts";
import { hasBody, incomingOf, writeAnswer } from "#app/platform/http/node.server.ts";
import { plainPage } from "#app/platform/http/plain-page.ts";
import { securityHeaders } from "#app/platform/http/security-headers.ts";
import { newId } from "#app/platform/ids.ts";
import { logUnexpected } from "#app/platform/log.server.ts";

/** How long the headers of a request may take. */
const HEADERS_MS = 60_000;

/** A server that asks nothing yet. How long a body may take is for each endpoint to say: Node would end an upload after five minutes. */
export function openHttp(): Server {
  return createServer({ requestTimeout: 0, headersTimeout: HEADERS_MS });
}

/** What answers. */
export interface Web {
  readonly files: express.RequestHandler;
  readonly portal: ReturnType<typeof createPortal>;
  readonly trustedProxies: readonly string[];
}

async function answerBy(portal: Web["portal"], message: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
  await writeAnswer(await portal(incomingOf(message, response, address)), response);
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

const FILE_TEXTS: Readonly<Record<number, string>> = {
  412: "The file is not in the version that was asked for.",
  416: "The file has no such part.",
  500: "Something went wrong on our side. Try again in a minute.",
};

/** Our own page where a file was asked for in a way that cannot be met: Express would show its own, and tell the log its stack. */
function answerFileError(error: unknown, request: express.Request, response: express.Response): void {
  const [status, requestId] = [statusOf(error), newId()];
  if (status === 500) logUnexpected(error, { requestId, method: request.method, target: request.url });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const page = plainPage({ status, text: FILE_TEXTS[status] ?? "The file cannot be given in this way.", requestId, accept: request.headers.accept ?? null });
  const headers = securityHeaders({ nonce: requestId, requestId, origin: "", isProduction: true });
  for (const [name, value] of Object.entries(headers)) page.headers.set(name, value);
  page.headers.set("Cache-Control", "no-store");
  void writeAnswer(page, response);
}

/** Files, then the portal, each answer packed where that is of use. */
function expressOf({ files, portal, trustedProxies }: Web): express.Express {
  const web = express();
  web.disable("x-powered-by");
  web.set("trust proxy", [...trustedProxies]);
  // A part of something is named by its bytes as they are.
  web.use(compression({ filter: (request, response) => !response.hasHeader("Content-Range") && compression.filter(request, response) }));
  // No file takes a body: the portal says so.
  web.use((request, response, next) => {
    if (hasBody(request)) next();
    else files(request, response, (error?: unknown) => { if (error === undefined) next(); else answerFileError(error, request, response); });
  });
  web.use((request, response, next) => { answerBy(portal, request, response, request.ip ?? "").catch(next); });
  return web;
}

/** Makes the server answer. What is no address comes to the portal's own guard: Express would have a page of its own for it. */
export function answerWith(http: Server, { files, portal, trustedProxies }: Web): void {
  const web = expressOf({ files, portal, trustedProxies });
  http.on("request", (message, response) => {
    if (isTargetReadable(message.url ?? "")) web(message, response);
    else void answerBy(portal, message, response, message.socket.remoteAddress ?? "");
  });
  http.on("connect", (message: IncomingMessage, socket) => {
    // Node no longer listens to this connection: whoever breaks it off must not end the server.
    socket.on("error", () => { socket.destroy(); });
    if (!(socket instanceof Socket)) {
      socket.destroy();
      return;
    }
    const response = new ServerResponse(message);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    void answerBy(portal, message, response, socket.remoteAddress ?? "").finally(() => { socket.destroySoon(); });
  });
}
