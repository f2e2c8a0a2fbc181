import { createServer } from "node:http";

import { expect, test, vi } from "vitest";

import { connection, headOf, portOf, sendRaw, statusOf } from "#tests/support/raw-http.ts";
import { smallPortal, type StreamRoute } from "#tests/support/small-portal.ts";

import { createPortal } from "./handler.server.ts";
import { incomingOf, writeAnswer } from "./node.server.ts";

const TYPE = "application/offset+octet-stream";
const UPLOAD = { methods: ["GET", "PATCH"], types: [TYPE], maxBytes: 1_000_000, maxSeconds: null, isStreamed: true } as const;

/** A portal that listens, with that route at `/stream`; gives its port. */
async function listening(stream: StreamRoute = {}): Promise<number> {
  const portal = createPortal({ ...await smallPortal({}, stream), endpoints: [[/^\/stream$/, UPLOAD]] });
  return portOf(createServer((request, response) => {
    void portal(incomingOf(request, response, request.socket.remoteAddress ?? "")).then((answer) => writeAnswer(answer, response));
  }));
}

const head = (line: string, ...headers: string[]): string => headOf(line, "Connection: close", ...headers);
const HERE = "Sec-Fetch-Site: same-origin";
const FORM = [HERE, "Content-Type: application/x-www-form-urlencoded"];

test("a request over the wire comes to its route, and the answer back with its cookies", async () => {
  const answer = await sendRaw(await listening(), `${head("POST /echo HTTP/1.1", ...FORM, "Content-Length: 3")}a=1`);
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
  expect(statusOf(await sendRaw(await listening(), head(line)))).toBe(status);
});

test.each([
  ["too long a form", "/echo", "Content-Length: 10000000000", "413"],
  ["another site's form", "/echo", "Content-Length: 10000\r\nSec-Fetch-Site: cross-site", "403"],
  ["what an address does not take", "/stream", "Content-Length: 10000", "405"],
])("%s is refused before the body has come, and the connection ends there", async (_, path, header, status) => {
  const headers = header.includes("Sec-Fetch") ? FORM.slice(1) : FORM;
  const answer = await sendRaw(await listening(), headOf(`POST ${path} HTTP/1.1`, ...headers, header));
  expect([statusOf(answer), /^connection: close\r$/im.test(answer)]).toEqual([status, true]);
});

test("a body in chunks is refused where it passes the limit, though it never ends", async () => {
  const chunk = `${(110_000).toString(16)}\r\n${"a".repeat(110_000)}\r\n`;
  const answer = await sendRaw(await listening(), headOf("POST /echo HTTP/1.1", ...FORM, "Transfer-Encoding: chunked") + chunk);
  expect([statusOf(answer), /^connection: close\r$/im.test(answer)]).toEqual(["413", true]);
});

test("a connection stays for more where the body came whole", async () => {
  const port = await listening();
  const answer = await sendRaw(port, `${headOf("POST /echo HTTP/1.1", ...FORM, "Content-Length: 3")}a=1${head("GET /echo HTTP/1.1")}`);
  expect(answer.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
});

/** A promise, and what resolves it. */
function waited<T>(): { readonly for: Promise<T>; readonly tell: (value: T) => void } {
  let tell: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => { tell = resolve; });
  return { for: promise, tell };
}

test("whoever breaks off an upload in the middle leaves no error behind: the route hears of it", async () => {
  const [began, ended] = [waited<number>(), waited<unknown>()];
  const port = await listening({
    action: async ({ request }) => {
      const reader = request.body?.getReader();
      began.tell((await reader?.read())?.value?.byteLength ?? 0);
      await reader?.read().catch((error: unknown) => { ended.tell(error); throw error; });
      return new Response("never");
    },
  });
  const socket = await connection(port, `${headOf("PATCH /stream HTTP/1.1", HERE, `Content-Type: ${TYPE}`, "Content-Length: 1000")}12345`);
  expect(await began.for).toBe(5);
  socket.destroy();
  expect(await ended.for).toMatchObject({ problem: "broken" });
});

test("so with a form that breaks off", async () => {
  const closed = waited<boolean>();
  const portal = createPortal(await smallPortal());
  const server = createServer((request, response) => {
    void portal(incomingOf(request, response, "")).then((answer) => { closed.tell(answer.status === 400); });
    request.once("data", () => { request.socket.destroy(); });
  });
  await connection(await portOf(server), `${headOf("POST /echo HTTP/1.1", ...FORM, "Content-Length: 1000")}a=1`);
  expect(await closed.for).toBe(true);
});

const PIECE = new Uint8Array(65_536);
/** Far more than any connection holds on its way. */
const MANY = 2_000;

/** A film that counts how much of it was asked for, and hears when nobody wants more. */
function film(): { readonly body: ReadableStream<Uint8Array>; readonly asked: () => number; readonly stopped: Promise<unknown> } {
  const stopped = waited<unknown>();
  let asked = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      asked += 1;
      if (asked > MANY) controller.close();
      else controller.enqueue(PIECE);
    },
    cancel: stopped.tell,
  }, { highWaterMark: 0 });
  return { body, asked: () => asked, stopped: stopped.for };
}

test("an answer is read no faster than whoever asked takes it, and no further once they have gone", async () => {
  const { body, asked, stopped } = film();
  const socket = await connection(await listening({ loader: () => new Response(body) }), headOf("GET /stream HTTP/1.1"));
  socket.pause();
  await vi.waitFor(() => { expect(asked()).toBeGreaterThan(1); });
  // Settled: what the connection holds is full.
  let before = 0;
  await vi.waitFor(() => { const now = asked(); const still = now === before; before = now; expect(still).toBe(true); }, { interval: 100, timeout: 5_000 });
  expect(before).toBeLessThan(MANY);
  socket.destroy();
  await stopped;
});

test("where whoever asked has gone before the answer is there, it is let go of", async () => {
  const { body, stopped } = film();
  const server = createServer((request, response) => {
    response.once("close", () => { void writeAnswer(new Response(body), response); });
    request.socket.destroy();
  });
  await connection(await portOf(server), headOf("GET / HTTP/1.1"));
  await stopped;
});

test("an answer that fails on its way ends the connection and is logged once", async () => {
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: string) => { lines.push(line); });
  let asked = 0;
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => { if (asked++ === 0) controller.enqueue(PIECE); else controller.error(new TypeError("no such key")); } }, { highWaterMark: 0 });
  const port = await listening({ loader: () => new Response(body, { headers: { "Content-Length": "1000000" } }) });
  const answer = await sendRaw(port, headOf("GET /stream HTTP/1.1"));
  vi.mocked(console.error).mockClear();
  expect(statusOf(answer)).toBe("200");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ error: "TypeError", path: "/stream", requestId: /^x-request-id: (\w+)/im.exec(answer)?.[1] })]);
});
