import { type Environment, isLoopback } from "../env.server.ts";
import type { Endpoint } from "./endpoints.ts";

/** A request as it came over the wire, before anything made sense of it. */
export interface Asked {
  readonly method: string;
  /** What stood on the request line: a path and perhaps a query, if all is well. */
  readonly target: string;
  readonly headers: Headers;
  /** The client's address, as the trusted proxies name it. */
  readonly address: string;
}

/** Why a request goes no further. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 408 | 413 | 415;
  readonly reason: keyof typeof REASONS;
  /** For 405: what would be allowed. */
  readonly allow?: readonly string[];
}

/** Each reason as a sentence for whoever reads the answer. */
export const REASONS = {
  address: "The address cannot be read.",
  host: "This site is not known under that name.",
  peer: "The demo answers this machine only.",
  method: "This address does not take that kind of request.",
  origin: "The form came from another site, so it was not taken.",
  type: "This address does not take that kind of content.",
  size: "That is more than this address takes. Nothing of it was saved. Your browser’s “Back” leads to the form as you sent it: make it shorter there.",
  slow: "It took too long to arrive, and was not taken.",
  broken: "It broke off, and was not taken.",
  form: "The form cannot be read, and nothing of it was saved. Your browser’s “Back” leads to the form as you sent it: type anew there what was pasted.",
} as const;

const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** Beyond this a query is no link of ours. */
const MAX_TARGET_LENGTH = 8_192;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function isPathReadable(path: string): boolean {
  const plain = decoded(path);
  if (plain === undefined || /[\u0000-\u001F\u007F\\]/.test(plain)) return false;
  return plain.split("/").every((segment) => segment !== "." && segment !== "..");
}

function isQueryReadable(query: string): boolean {
  const plain = decoded(query.replaceAll("+", " "));
  // `_data` was how Remix asked for data before single fetch; no page of ours links to it.
  return plain !== undefined && !plain.includes("\0") && !new URLSearchParams(query).has("_data");
}

/** True for a path with perhaps a query, as browsers send it: not absolute, all of it decodes, no NUL, no `..`. */
export function isTargetReadable(target: string): boolean {
  if (target.length > MAX_TARGET_LENGTH || !/^\/(?!\/)[\x21-\x7E]*$/.test(target) || /[\\#]/.test(target)) return false;
  const mark = target.indexOf("?");
  return isPathReadable(mark < 0 ? target : target.slice(0, mark)) && (mark < 0 || isQueryReadable(target.slice(mark + 1)));
}

/**
 * The names under which this portal answers: that of its origin, and where that is this machine
 * (a demo, a developer) the machine's other names on the same port.
 */
function hostsOf(environment: Environment): readonly string[] {
  const { host, hostname, port } = new URL(environment.origin);
  if (!isLoopback(hostname) || (environment.isProduction && !environment.isDemo)) return [host];
  return ["localhost", "127.0.0.1", "[::1]"].map((name) => (port === "" ? name : `${name}:${port}`));
}

function isFromHere(headers: Headers, environment: Environment, host: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === `${new URL(environment.origin).protocol}//${host}`;
}

function hasBody(headers: Headers): boolean {
  return headers.has("transfer-encoding") || Number(headers.get("content-length") ?? "0") > 0;
}

function refuseBody({ method, headers }: Asked, endpoint: Endpoint): Refusal | null {
  if (!hasBody(headers)) return null;
  const length = Number(headers.get("content-length") ?? "0");
  if (!WRITES.has(method) || length > endpoint.maxBytes) return { status: 413, reason: "size" };
  const [type = ""] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const isPlain = (headers.get("content-encoding") ?? "identity") === "identity";
  return isPlain && endpoint.types.includes(type.trim()) ? null : { status: 415, reason: "type" };
}

/**
 * Decides over method, address and headers alone whether a request goes on; null where it does.
 * Only the configured origin is believed: the Host header has to agree with it.
 */
export function guard(asked: Asked, endpoint: Endpoint, environment: Environment): Refusal | null {
  if (!isTargetReadable(asked.target)) return { status: 400, reason: "address" };
  const host = asked.headers.get("host")?.toLowerCase() ?? "";
  if (!hostsOf(environment).includes(host)) return { status: 400, reason: "host" };
  if (environment.isDemo && !isLoopback(asked.address)) return { status: 403, reason: "peer" };
  if (!endpoint.methods.includes(asked.method)) return { status: 405, reason: "method", allow: endpoint.methods };
  if (WRITES.has(asked.method) && !isFromHere(asked.headers, environment, host)) return { status: 403, reason: "origin" };
  return refuseBody(asked, endpoint);
}

/** The path of a target without its query. */
export function pathOf(target: string): string {
  return target.split("?", 1)[0] ?? target;
}
