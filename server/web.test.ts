import express from "express";
import { expect, test } from "vitest";

import { createPortal } from "#app/platform/http/handler.server.ts";
import { connection, headOf, portOf, sendRaw, statusOf } from "#tests/support/raw-http.ts";
import { smallPortal, type StreamRoute } from "#tests/support/small-portal.ts";

import { answerWith, openHttp } from "./web.ts";

/** The server as it is started, over a small app and one file, `/file.txt`; gives its port. */
async function serving(stream: StreamRoute = {}): Promise<number> {
  const http = openHttp();
  const files = express.Router().get("/file.txt", (_request, response) => { response.type("txt").send("a file"); });
  answerWith(http, { files, portal: createPortal(await smallPortal({}, stream)), trustedProxies: [] });
  return portOf(http);
}

const head = (line: string, ...headers: string[]): string => headOf(line, "Connection: close", "Accept: text/html", ...headers);

test.each([
  "GET http://[::1 HTTP/1.1", "GET http://attune.example.org/echo HTTP/1.1", "GET http://attune.example.org/file.txt HTTP/1.1", "GET https://evil.example/ HTTP/1.1",
  "GET //evil.example/ HTTP/1.1", "GET /\\evil HTTP/1.1", "GET /%zz HTTP/1.1", "GET /file.txt%00 HTTP/1.1", "GET /../file.txt HTTP/1.1",
  "OPTIONS * HTTP/1.1", "GET * HTTP/1.1", "CONNECT attune.example.org:443 HTTP/1.1", "CONNECT [::1 HTTP/1.1",
])("%s is answered by the guard: 400, with every header of ours", async (line) => {
  const answer = await sendRaw(await serving(), head(line));
  expect([line, statusOf(answer)]).toEqual([line, "400"]);
  expect(answer).toMatch(/^x-request-id: \w+\r$/im);
  expect(answer).toMatch(/^content-security-policy: default-src 'self'/im);
  expect(answer).toMatch(/The address cannot be read\./);
  expect(answer).not.toMatch(/Cannot GET|express/i);
});

test("CONNECT to an address is answered 405, and whoever breaks off the connection ends nothing else", async () => {
  const port = await serving();
  (await connection(port, headOf("CONNECT attune.example.org:443 HTTP/1.1"))).resetAndDestroy();
  expect(statusOf(await sendRaw(port, head("CONNECT /echo HTTP/1.1")))).toBe("405");
});

test("files come first; what brings a body is for the portal to refuse", async () => {
  const port = await serving();
  expect(await sendRaw(port, head("GET /file.txt HTTP/1.1"))).toContain("a file");
  expect(statusOf(await sendRaw(port, head("GET /file.txt HTTP/1.1", "Content-Length: 1000000")))).toBe("413");
  expect(await sendRaw(port, head("GET /echo HTTP/1.1"))).toContain('"url":"https://attune.example.org/echo"');
});

test("how long a body may take is for its endpoint to say; how long the headers may take is said here", () => {
  const { requestTimeout, headersTimeout } = openHttp();
  expect([requestTimeout, headersTimeout]).toEqual([0, 60_000]);
});

test.each<[number, Record<string, string>, boolean, string]>([[206, { "Content-Range": "bytes 0-3999/9000" }, false, "a part of something"], [200, {}, true, "the whole of it"]])("%i is packed on its way: %j %s (%s)", async (status, range, isPacked) => {
  const port = await serving({ loader: () => new Response("a".repeat(4_000), { status, headers: { ...range, "Content-Type": "text/plain" } }) });
  const answer = await sendRaw(port, head("GET /stream HTTP/1.1", "Accept-Encoding: gzip"));
  expect([statusOf(answer), /^content-encoding: gzip\r$/im.test(answer)]).toEqual([String(status), isPacked]);
});

test.each<[string, string, string]>([
  ["416", "Range: bytes=99999999-", "a part that is beyond its end"], ["412", 'If-Match: "nonsense"', "a version that it is not"],
  ["412", "If-Unmodified-Since: Mon, 01 Jan 1990 00:00:00 GMT", "as it was long ago"],
])("%s for a file asked for by %s (%s): our own page, which nobody keeps, and nothing in the log", async (status, header) => {
  const http = openHttp();
  const files = express.static("tests/fixtures/logbook-tidy", { immutable: true, maxAge: "1y" });
  answerWith(http, { files, portal: createPortal(await smallPortal({}, {})), trustedProxies: [] });
  const answer = await sendRaw(await portOf(http), head("GET /cycles.csv HTTP/1.1", header));
  expect(statusOf(answer)).toBe(status);
  expect(answer).toMatch(/^content-security-policy: /im);
  expect(answer).toMatch(/^cache-control: no-store\r$/im);
  expect(answer).toContain("<html lang=\"en\">");
  expect(answer).not.toMatch(/Error:|node_modules|<pre>|client_code/);
});
