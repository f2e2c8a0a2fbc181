import { expect, test } from "vitest";

import type { Environment } from "../env.server.ts";
import { endpointOf, ENDPOINTS } from "./endpoints.ts";
import { type Asked, guard, pathOf } from "./guard.server.ts";

const real: Environment = {
  port: 3000, dataFolder: "/d", keyFolder: "/k", origin: "https://attune.example.org", trustedProxies: [], isDemo: false, isProduction: true,
};
const demo: Environment = { ...real, origin: "http://localhost:3000", isDemo: true };
const ORIGIN = { origin: real.origin };
const FORM = { "content-type": "application/x-www-form-urlencoded", "content-length": "3" };

function ask(over: Partial<Omit<Asked, "headers">> & { headers?: Record<string, string> } = {}, environment = real) {
  const host = new URL(environment.origin).host;
  const asked: Asked = { method: "GET", target: "/", address: "203.0.113.5", ...over, headers: new Headers({ host, ...over.headers }) };
  return guard(asked, endpointOf(pathOf(asked.target), ENDPOINTS), environment);
}

const post = (headers: Record<string, string>, target = "/log/cycles/new") => ask({ method: "POST", target, headers });

test.each(["/", "/progress", "/log?kind=cycle&q=a+b%20c", "/log.data?_routes=routes%2Flog", "/people/a%C3%A9", "/x/..data"])("%s goes on", (target) => {
  expect(ask({ target })).toBeNull();
});

test.each([
  ["http://attune.example.org/", "absolute form"],
  ["*", "no path"],
  ["", "nothing"],
  ["//evil.example", "another host"],
  ["/\\evil.example", "another host to some browsers"],
  ["/a%5Cb", "a backslash, encoded"],
  ["/a/../b", "up a folder"],
  ["/a/%2e%2E/b", "up a folder, encoded"],
  ["/a/./b", "the same folder"],
  ["/%00", "NUL"],
  ["/a?b=%00", "NUL in the query"],
  ["/%E0%A4%A", "half an escape"],
  ["/%FF", "no UTF-8"],
  ["/a?b=%zz", "no escape at all"],
  ["/caf\u00e9", "not ASCII"],
  ["/a#b", "a fragment"],
  ["/a?_data=root", "an address of an older Remix"],
  [`/${"a".repeat(8192)}`, "longer than any link of ours"],
])("%s is answered 400: %s", (target) => {
  expect(ask({ target })).toMatchObject({ status: 400, reason: "address" });
});

test.each(["evil.example", "attune.example.org:8443", "attune.example.org.evil.example", "", "a b", "localhost:3000"])("the host %j is not this portal's: 400", (host) => {
  expect(ask({ headers: { host } })).toMatchObject({ status: 400, reason: "host" });
});

test("the host's letters may be large", () => {
  expect(ask({ headers: { host: "Attune.Example.ORG" } })).toBeNull();
});

test.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])("a demo answers under this machine's name %s", (host) => {
  expect(ask({ headers: { host }, address: "127.0.0.1" }, demo)).toBeNull();
});

test("a demo answers under no other name or port, and to no other machine", () => {
  expect(ask({ headers: { host: "demo.example.org" }, address: "127.0.0.1" }, demo)).toMatchObject({ status: 400 });
  expect(ask({ headers: { host: "localhost:3001" }, address: "127.0.0.1" }, demo)).toMatchObject({ status: 400 });
  expect(ask({ address: "203.0.113.5" }, demo)).toMatchObject({ status: 403, reason: "peer" });
});

test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])("%s is answered 405, with what is allowed", (method) => {
  expect(ask({ method })).toMatchObject({ status: 405, allow: ["GET", "HEAD", "POST"] });
});

test.each<[Record<string, string>, boolean, string]>([
  [{ "sec-fetch-site": "same-origin" }, true, "the browser says it is ours"],
  [{ "sec-fetch-site": "same-origin", origin: "https://evil.example" }, true, "what the browser says of itself comes first"],
  [{ "sec-fetch-site": "same-site", ...ORIGIN }, false, "a neighbour's page"],
  [{ "sec-fetch-site": "cross-site" }, false, "another site's page"],
  [{ "sec-fetch-site": "none" }, false, "no page at all"],
  [ORIGIN, true, "an older browser names our origin"],
  [{ origin: "https://evil.example" }, false, "an older browser names another"],
  [{ origin: "http://attune.example.org" }, false, "our host without its encryption"],
  [{ origin: "null" }, false, "a hidden origin"],
  [{}, false, "nothing is said"],
])("a write with %j is taken: %s (%s)", (headers, isTaken) => {
  expect(post({ ...FORM, ...headers })).toEqual(isTaken ? null : { status: 403, reason: "origin" });
});

test("reading from another site's link is no write", () => {
  expect(ask({ headers: { "sec-fetch-site": "cross-site" } })).toBeNull();
});

test.each([
  ["application/x-www-form-urlencoded", true, "a form"],
  ["Application/X-WWW-Form-Urlencoded; charset=UTF-8", true, "the same with its character set"],
  ["multipart/form-data; boundary=x", false, "files, where none are taken"],
  ["application/json", false, "no form"],
  ["text/plain", false, "what other sites may send unasked"],
  ["", false, "nothing named"],
])("a body of type %j is taken: %s (%s)", (type, isTaken) => {
  expect(post({ ...ORIGIN, ...FORM, "content-type": type })).toEqual(isTaken ? null : { status: 415, reason: "type" });
});

test("a packed body is not unpacked", () => {
  expect(post({ ...ORIGIN, ...FORM, "content-encoding": "gzip" })).toMatchObject({ status: 415 });
});

test("files are taken where they are imported", () => {
  const headers = { ...ORIGIN, ...FORM, "content-type": "multipart/form-data; boundary=x" };
  expect(post(headers, "/log/import")).toBeNull();
  expect(post(headers, "/log/import.data")).toBeNull();
  expect(post(headers, "/log/import/")).toBeNull();
  expect(post(headers, "/log/imports")).toMatchObject({ status: 415 });
});

test.each([
  ["/log/cycles/new", 102_400, true], ["/log/cycles/new", 102_401, false],
  ["/log/import", 6_291_456, true], ["/log/import", 6_291_457, false],
  ["/log/import/rows", 1_048_576, true], ["/log/import/rows", 1_048_577, false],
])("%s takes a body of %i bytes: %s", (target, bytes, isTaken) => {
  expect(post({ ...ORIGIN, ...FORM, "content-length": String(bytes) }, target)).toEqual(isTaken ? null : { status: 413, reason: "size" });
});

test("a read brings no body", () => {
  expect(ask({ headers: FORM })).toMatchObject({ status: 413 });
  expect(ask({ headers: { "transfer-encoding": "chunked" } })).toMatchObject({ status: 413 });
});
