import { expect, onTestFinished, test, vi } from "vitest";

import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { smallPortal, type StreamRoute } from "#tests/support/small-portal.ts";

import type { Endpoint } from "./endpoints.ts";

const ORIGIN = "https://attune.example.org";
const TYPE = "application/offset+octet-stream";
const METHODS = ["GET", "HEAD", "PATCH", "DELETE", "OPTIONS"];
const UPLOAD: Partial<Endpoint> = { methods: METHODS, types: [TYPE], maxBytes: 100, maxSeconds: null, maxIdleSeconds: 5, needsSignIn: true, isStreamed: true, answersHead: true };

type Ask = (init?: RequestInit & { readonly duplex?: "half" }, path?: string) => Promise<Response>;

/** Asks a portal in which `/stream` is that route and takes that. */
async function streaming(route: StreamRoute, takes: Partial<Endpoint> = {}): Promise<Ask> {
  const portal = { ...await smallPortal({}, route), endpoints: [[/^\/stream$/, { ...UPLOAD, ...takes }]] } as const;
  const handle = createPortalHandler(portal);
  return (init = {}, path = "/stream") => {
    const headers = new Headers(init.headers);
    if (!headers.has("sec-fetch-site")) headers.set("sec-fetch-site", "same-origin");
    return handle(new Request(ORIGIN + path, { ...init, headers }), { address: "203.0.113.5" });
  };
}

const patch = (body: BodyInit, headers: Record<string, string> = { cookie: "a=b" }): Parameters<Ask>[0] => ({ method: "PATCH", body, headers: { "content-type": TYPE, ...headers }, duplex: "half" });
const piece = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x61);

/** A body of pieces, and how many of them were asked for. */
function counted(...pieces: readonly (Uint8Array | Error | "nothing comes")[]): { readonly body: ReadableStream<Uint8Array>; readonly asked: () => number } {
  let asked = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = pieces[asked];
      asked += 1;
      if (next === "nothing comes") return new Promise(() => undefined);
      if (next instanceof Error) controller.error(next);
      else if (next === undefined) controller.close();
      else controller.enqueue(next);
      return undefined;
    },
  }, { highWaterMark: 0 });
  return { body, asked: () => asked };
}

const says = ({ request }: { request: Request }): Response => new Response(request.method, { headers: { "X-Method": request.method, "Content-Length": String(request.method.length) } });
const whole = async ({ request }: { request: Request }): Promise<Response> => new Response(await request.text());

test.each(["GET", "HEAD", "PATCH", "DELETE", "OPTIONS"])("%s reaches a route that takes it, as it is", async (method) => {
  const ask = await streaming({ loader: says, action: says });
  const answer = await ask({ method });
  expect([answer.status, answer.headers.get("X-Method"), answer.headers.get("Content-Length")]).toEqual([200, method, String(method.length)]);
  expect(await answer.text()).toBe(method === "HEAD" ? "" : method);
});

test("a route's data is never asked for by HEAD: Remix would answer it as if something had been written", async () => {
  const heard: string[] = [];
  const ask = await streaming({ loader: ({ request }) => { heard.push(request.method); return Response.json({}); } });
  const answer = await ask({ method: "HEAD" }, "/stream.data");
  expect([answer.status, await answer.text(), heard]).toEqual([200, "", ["GET"]]);
});

test.each([["PUT", "/stream", METHODS], ["POST", "/stream", METHODS], ["PATCH", "/echo", ["GET", "HEAD", "POST"]], ["DELETE", "/echo", ["GET", "HEAD", "POST"]], ["OPTIONS", "/echo", ["GET", "HEAD", "POST"]]])(
  "%s %s is answered 405, with what is allowed", async (method, path, allowed) => {
    const ask = await streaming({ loader: says, action: says });
    const answer = await ask({ method }, path);
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, allowed.join(", ")]);
  },
);

test.each([["PATCH", 403], ["DELETE", 403], ["OPTIONS", 200], ["HEAD", 200]])("%s from another site is answered %i", async (method, status) => {
  const ask = await streaming({ loader: says, action: says });
  expect((await ask({ method, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(status);
});

test("no header makes another method of it than the one that was judged", async () => {
  const ask = await streaming({ loader: ({ request }) => new Response(request.headers.get("x-http-method-override")) });
  expect(await (await ask({ headers: { "X-HTTP-Method-Override": "DELETE", "sec-fetch-site": "cross-site" } })).text()).toBe("");
});

test("a body reaches its route while it arrives: it has the first piece before there is a second", async () => {
  const { body, asked } = counted(piece(10), piece(10), piece(10));
  const seen: unknown[] = [];
  const ask = await streaming({
    action: async ({ request }) => {
      const reader = request.body?.getReader();
      for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) seen.push([next.value.byteLength, asked()]);
      return new Response("read");
    },
  });
  expect(await (await ask(patch(body))).text()).toBe("read");
  expect(seen).toEqual([[10, 1], [10, 2], [10, 3]]);
});

test("no more of a body is asked for than its route reads", async () => {
  const { body, asked } = counted(piece(10), piece(10), piece(10));
  const ask = await streaming({
    action: async ({ request }) => {
      await request.body?.getReader().read();
      return new Response("that is enough");
    },
  });
  expect([(await ask(patch(body))).status, asked()]).toEqual([200, 1]);
});

test.each<[string, StreamRoute["action"]]>([
  ["fails with it", whole],
  ["takes it for something else", async ({ request }) => new Response(await request.text().catch(() => "saved"))],
  ["throws something else", async ({ request }) => { await request.text().catch(() => { throw new TypeError("not what was expected"); }); return new Response(); }],
])("a body that grows past its limit in the hands of its route is answered 413, and not logged, where the route %s", async (_, action) => {
  const { body, asked } = counted(piece(60), piece(60), piece(60), piece(60));
  const ask = await streaming({ ...(action === undefined ? {} : { action }) });
  expect([(await ask(patch(body))).status, asked()]).toEqual([413, 2]);
});

test("a body of exactly its limit is taken", async () => {
  const ask = await streaming({ action: whole });
  expect([(await ask(patch(counted(piece(60), piece(40)).body))).status]).toEqual([200]);
});

test("a body that breaks off is no fault of ours: nothing is logged, nothing is left unhandled", async () => {
  const ask = await streaming({ action: whole });
  expect((await ask(patch(counted(piece(10), new Error("gone")).body))).status).toBe(400);
});

test("so with a form", async () => {
  const ask = await streaming({ action: whole }, { isStreamed: false, types: ["application/x-www-form-urlencoded"] });
  const body = counted(piece(10), new Error("gone")).body;
  expect((await ask(patch(body, { "cookie": "a=b", "content-type": "application/x-www-form-urlencoded" }))).status).toBe(400);
});

test.each([
  ["a stream that stops coming", { maxIdleSeconds: 0.02 }, TYPE],
  ["a form that stops coming", { maxIdleSeconds: 0.02, isStreamed: false, types: ["application/x-www-form-urlencoded"] }, "application/x-www-form-urlencoded"],
  ["a form that takes too long as a whole", { maxSeconds: 0.02, isStreamed: false, types: ["application/x-www-form-urlencoded"] }, "application/x-www-form-urlencoded"],
])("%s is answered 408", async (_, takes, type) => {
  const ask = await streaming({ action: whole }, takes);
  expect((await ask(patch(counted(piece(10), "nothing comes").body, { "cookie": "a=b", "content-type": type }))).status).toBe(408);
});

test("how long the route takes over a piece is not counted against who sends it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => { vi.useRealTimers(); });
  const ask = await streaming({
    action: async ({ request }) => {
      const reader = request.body?.getReader();
      await reader?.read();
      await vi.advanceTimersByTimeAsync(60_000);
      return new Response(String((await reader?.read())?.value?.byteLength));
    },
  }, { maxIdleSeconds: 30 });
  expect(await (await ask(patch(counted(piece(10), piece(7)).body))).text()).toBe("7");
});

test.each([[true, "a stream"], [false, "a form"]])("nothing of %s is read from somebody who is not signed in: the route answers as to nothing", async (isStreamed) => {
  const { body, asked } = counted(piece(10));
  const ask = await streaming({ action: ({ request }) => new Response(request.body === null ? "who are you?" : "a body", { status: 403 }) }, { isStreamed });
  const answer = await ask(patch(body, {}));
  expect([answer.status, await answer.text(), asked()]).toEqual([403, "who are you?", 0]);
});

test("a part of something is answered as the route says it", async () => {
  const headers = { "Content-Range": "bytes 2-4/10", "Accept-Ranges": "bytes", "Content-Length": "3", "Content-Type": "video/mp4" };
  const ask = await streaming({ loader: ({ request }) => new Response(request.headers.get("range") === "bytes=2-4" ? "cde" : "?", { status: 206, headers }) });
  for (const [method, body] of [["GET", "cde"], ["HEAD", ""]] as const) {
    const answer = await ask({ method, headers: { Range: "bytes=2-4" } });
    expect([answer.status, await answer.text(), Object.fromEntries(answer.headers)]).toEqual([206, body, expect.objectContaining({
      "content-range": "bytes 2-4/10", "accept-ranges": "bytes", "content-length": "3", "content-type": "video/mp4", "cache-control": "private, no-store",
    })]);
  }
});
