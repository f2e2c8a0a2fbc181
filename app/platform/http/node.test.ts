import { createServer } from "node:http";
import { connect } from "node:net";

import { expect, onTestFinished, test } from "vitest";

import { smallPortal } from "#tests/support/small-portal.ts";

import { createPortal } from "./handler.server.ts";
import { incomingOf, writeAnswer } from "./node.server.ts";

/** A listening portal; what it returns sends raw text over a connection and gives back all that comes. */
async function listening(): Promise<(raw: string, more?: string) => Promise<string>> {
  const portal = createPortal(await smallPortal());
  const server = createServer((request, response) => {
    void portal(incomingOf(request, response, request.socket.remoteAddress ?? "")).then((answer) => writeAnswer(answer, response));
  });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  onTestFinished(() => new Promise<void>((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  }));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return (raw, more = "") => new Promise((resolve, reject) => {
    let got = "";
    const socket = connect(address.port, "127.0.0.1", () => { socket.write(raw + more); });
    socket.on("data", (data) => { got += data.toString(); }).on("close", () => { resolve(got); }).on("error", reject);
  });
}

const head = (line: string, ...headers: string[]): string => [line, "Host: attune.example.org", "Connection: close", ...headers, "", ""].join("\r\n");
const FORM = ["Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded"];
const statusOf = (answer: string): string => answer.split(" ")[1] ?? answer;

test("a request over the wire comes to its route, and the answer back with its cookies", async () => {
  const send = await listening();
  const answer = await send(head("POST /echo HTTP/1.1", ...FORM, "Content-Length: 3"), "a=1");
  expect(statusOf(answer)).toBe("200");
  expect(answer).toMatch(/^set-cookie: theme=dark\r$/im);
  expect(answer).toMatch(/a=1\s/);
});

test.each([
  ["absolute form", "GET http://attune.example.org/echo HTTP/1.1", "400"],
  ["a path that climbs", "GET /a/../echo HTTP/1.1", "400"],
  ["TRACE", "TRACE /echo HTTP/1.1", "405"],
  ["a plain read", "GET /echo HTTP/1.1", "200"],
])("%s is answered %s", async (_, line, status) => {
  const send = await listening();
  expect(statusOf(await send(head(line)))).toBe(status);
});

test("a length past the limit is refused before the body has come", async () => {
  const send = await listening();
  expect(statusOf(await send(head("POST /echo HTTP/1.1", ...FORM, "Content-Length: 10000000000")))).toBe("413");
});

test("a body in chunks is refused where it passes the limit, though it never ends", async () => {
  const send = await listening();
  const chunk = `${(110_000).toString(16)}\r\n${"a".repeat(110_000)}\r\n`;
  expect(statusOf(await send(head("POST /echo HTTP/1.1", ...FORM, "Transfer-Encoding: chunked"), chunk))).toBe("413");
});
