import { expect, test, vi } from "vitest";

import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { smallPortal } from "#tests/support/small-portal.ts";

const ORIGIN = "https://attune.example.org";
const HERE = { "Sec-Fetch-Site": "same-origin" };

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const handle = createPortalHandler(await smallPortal());
  return handle(new Request(ORIGIN + path, init), { address: "203.0.113.5" });
}

const post = (body: BodyInit, headers: Record<string, string> = {}, path = "/echo"): Promise<Response> =>
  ask(path, { method: "POST", body, headers: { ...HERE, ...headers } });

test("a route hears the configured address, the client's, and the request's number, which the answer carries too", async () => {
  const answer = await ask("/echo?a=1", { headers: { "X-Forwarded-Host": "evil.example" } });
  const told: unknown = await answer.json();
  expect(told).toMatchObject({ url: `${ORIGIN}/echo?a=1`, address: "203.0.113.5", host: "attune.example.org", requestId: answer.headers.get("X-Request-Id") });
});

test("every answer carries the security headers, and is not kept", async () => {
  for (const answer of [await ask("/echo"), await ask("/nowhere"), await ask("/%00")]) {
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-content-type-options": "nosniff", "referrer-policy": "strict-origin-when-cross-origin", "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin", "strict-transport-security": "max-age=31536000", "cache-control": "private, no-store",
    });
    expect(answer.headers.get("Content-Security-Policy")).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='; style-src 'self'; style-src-attr 'unsafe-inline'/);
  }
});

test("no two answers share a nonce or a number", async () => {
  const [one, other] = [await ask("/echo"), await ask("/echo")];
  expect(one.headers.get("Content-Security-Policy")).not.toBe(other.headers.get("Content-Security-Policy"));
  expect(one.headers.get("X-Request-Id")).not.toBe(other.headers.get("X-Request-Id"));
});

test("a HEAD is a GET without its body", async () => {
  const answer = await ask("/echo", { method: "HEAD" });
  expect([answer.status, await answer.text()]).toEqual([200, ""]);
});

test("a form reaches its route byte by byte", async () => {
  const answer = await post(new URLSearchParams({ note: "tea & cake", "rows[2].kind": "film" }));
  expect([answer.status, await answer.text()]).toEqual([200, "note=tea+%26+cake&rows%5B2%5D.kind=film"]);
  expect(answer.headers.getSetCookie()).toEqual(["theme=dark"]);
});

test("a posted origin of `null` beside the browser's word that it is ours is no error", async () => {
  expect((await post(new URLSearchParams({ a: "1" }), { Origin: "null" })).status).toBe(200);
});

const type = { "Content-Type": "application/x-www-form-urlencoded" };
test.each([
  ["name[999999999]=1", "the name that ended a server"],
  ["__intent__={", "an instruction to the parser"],
  ["a.__proto__.b=1", "a way into prototypes"],
  ["a=%00", "NUL"],
  ["a=%E0%A4", "half a sign"],
  ["a=%zz", "no escape at all"],
  [Array.from({ length: 501 }, () => "a=1").join("&"), "too many fields"],
  ["=1", "no name"],
])("the form %.40s is answered 400: %s", async (body) => {
  expect((await post(body, type)).status).toBe(400);
});

test("how long a text may be is for its form to say: the guard takes what the body may hold", async () => {
  const whole = `a=${"x".repeat(102_398)}`;
  const [taken, refused] = [await post(whole, type), await post(`${whole}x`, type)];
  expect([taken.status, await taken.text() === whole, refused.status]).toEqual([200, true, 413]);
  expect(await refused.text()).toMatch(/more than this address takes.*Nothing of it was saved.*“Back”/s);
});

test("bytes that are no UTF-8 are answered 400", async () => {
  expect((await post(new Uint8Array([0x61, 0x3d, 0xff]), type)).status).toBe(400);
});

test("a broken multipart form is answered 400, a whole one is taken", async () => {
  const cookie = "somebody=signed-in";
  const broken = await post("--b\r\nContent-Disposition", { "Content-Type": "multipart/form-data; boundary=b", cookie }, "/log/import");
  const unbounded = await post("x", { "Content-Type": "multipart/form-data", cookie }, "/log/import");
  const whole = new FormData();
  whole.set("cycles", new File(["code,date"], "cycles.csv"));
  expect([broken.status, unbounded.status, (await post(whole, { cookie }, "/log/import")).status]).toEqual([400, 400, 200]);
});

test("a body that grows past its limit is cut there, and nothing more is read", async () => {
  let pieces = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pieces += 1;
      controller.enqueue(new Uint8Array(16_384).fill(0x61));
    },
  });
  const init: RequestInit & { duplex: "half" } = { method: "POST", body: endless, headers: { ...HERE, ...type }, duplex: "half" };
  const answer = await ask("/echo", init);
  expect(answer.status).toBe(413);
  expect(pieces).toBeLessThan(12);
});

test("a refusal is a page to a browser, plain text to others, with the request's number and no more", async () => {
  const page = await ask("/echo", { method: "PUT", headers: { Accept: "text/html,*/*" } });
  expect([page.status, page.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
  expect(await page.text()).toContain(`Request number: ${page.headers.get("X-Request-Id") ?? "none"}`);
  const text = await ask("/echo", { method: "PUT" });
  expect(text.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
});

test.each<[why: string, status: number, code: string, body: RequestInit]>([
  ["more than it takes", 413, "size", { body: new URLSearchParams({ note: "x".repeat(120_000) }) }],
  ["another kind of content", 415, "type", { body: "{}", headers: { "content-type": "application/json" } }],
  ["a form that cannot be read", 400, "form", { body: new URLSearchParams({ note: "\0" }) }],
])("a refusal is JSON with its code to whoever asks for that: %s", async (_why, status, code, { headers, ...body }) => {
  const answer = await ask("/echo", { method: "POST", ...body, headers: { ...HERE, Accept: "application/json", ...headers as Record<string, string> } });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code, refused: [expect.any(String)], requestId: answer.headers.get("X-Request-Id") });
});

test("what nobody expected is logged once under the number that the answer shows, and shows nothing else", async () => {
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
  const answer = await ask("/echo?fail=1", { headers: { Accept: "text/html" } });
  vi.mocked(console.error).mockClear();
  const body = await answer.text();
  expect(answer.status).toBe(500);
  expect(body).toContain(answer.headers.get("X-Request-Id"));
  expect(body).not.toMatch(/TypeError|nobody expected|node_modules| at /);
  expect(lines).toHaveLength(1);
});
