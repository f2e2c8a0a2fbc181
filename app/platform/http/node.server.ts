import type { IncomingMessage, ServerResponse } from "node:http";

import { logUnexpected } from "../log.server.ts";
import type { Pieces } from "./body.server.ts";
import type { Incoming } from "./request.server.ts";

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) headers.append(message.rawHeaders[i] ?? "", message.rawHeaders[i + 1] ?? "");
  return headers;
}

function piecesOf(message: IncomingMessage): Pieces {
  // Stopping early must not end the connection: the refusal is still to be written to it.
  return { [Symbol.asyncIterator]: () => message.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer> };
}

/** True where something comes after the headers. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return "transfer-encoding" in headers || Number(headers["content-length"] ?? "0") > 0;
}

/** What came in over HTTP as the portal takes it. `address` is the client's, as the trusted proxies name it. */
export function incomingOf(message: IncomingMessage, response: ServerResponse, address: string): Incoming {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return {
    method: message.method ?? "", target: message.url ?? "", headers: headersOf(message), address,
    body: hasBody(message) ? piecesOf(message) : null, signal: gone.signal,
  };
}

function writeHead(answer: Response, response: ServerResponse): void {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  // What was not read of the body is never read: the connection ends here.
  if (hasBody(response.req) && !response.req.complete) response.setHeader("Connection", "close");
}

/** Writes what comes, no faster than it is taken; reads no further once whoever asked has gone. Rejects where what comes fails. */
async function pump(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader();
  let goOn = (): void => undefined;
  response.on("drain", () => { goOn(); }).once("close", () => {
    goOn();
    reader.cancel().catch(() => undefined);
  });
  for (let next = await reader.read(); !next.done && !response.destroyed; next = await reader.read()) {
    if (!response.write(next.value)) await new Promise<void>((resolve) => { goOn = resolve; });
  }
  if (response.destroyed) reader.cancel().catch(() => undefined);
  else response.end();
}

/** Writes the answer as fast as it is taken; resolves when it is on its way, or its reader has gone. */
export async function writeAnswer(answer: Response, response: ServerResponse): Promise<void> {
  writeHead(answer, response);
  if (answer.body === null) {
    response.end();
    return;
  }
  try {
    await pump(answer.body, response);
  } catch (error) {
    response.destroy();
    const { method = "", url: target = "" } = response.req;
    logUnexpected(error, { requestId: answer.headers.get("X-Request-Id") ?? "", method, target });
  }
}
