import type { IncomingMessage, ServerResponse } from "node:http";

import { writeReadableStreamToWritable } from "@remix-run/node";

import type { Pieces } from "./body.server.ts";
import type { Incoming } from "./handler.server.ts";

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) headers.append(message.rawHeaders[i] ?? "", message.rawHeaders[i + 1] ?? "");
  return headers;
}

function piecesOf(message: IncomingMessage): Pieces {
  // Stopping early must not end the connection: the refusal is still to be written to it.
  return { [Symbol.asyncIterator]: () => message.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer> };
}

/** What came in over HTTP as the portal takes it. `address` is the client's, as the trusted proxies name it. */
export function incomingOf(message: IncomingMessage, response: ServerResponse, address: string): Incoming {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const hasBody = "transfer-encoding" in message.headers || Number(message.headers["content-length"] ?? "0") > 0;
  return {
    method: message.method ?? "", target: message.url ?? "", headers: headersOf(message), address,
    body: hasBody ? piecesOf(message) : null, signal: gone.signal,
  };
}

/** Writes the answer; resolves when it is on its way, or its reader has gone. */
export async function writeAnswer(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (answer.body === null) response.end();
  else await writeReadableStreamToWritable(answer.body, response).catch(() => response.destroy());
}
