import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";

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
  if (!response.req.complete) response.setHeader("Connection", "close");
}

/** True where whoever asked has gone; anything else that ends an answer early is a fault of ours. */
function isReaderGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}

/** Writes the answer as fast as it is read; resolves when it is on its way, or its reader has gone. */
export async function writeAnswer(answer: Response, response: ServerResponse): Promise<void> {
  writeHead(answer, response);
  if (answer.body === null) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as NodeStream<Uint8Array>), response);
  } catch (error) {
    if (isReaderGone(error)) return;
    const { method = "", url: target = "" } = response.req;
    logUnexpected(error, { requestId: answer.headers.get("X-Request-Id") ?? "", method, target });
  }
}
