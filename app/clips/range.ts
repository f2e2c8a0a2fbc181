/** What a request asks of a film: all of it, bytes from one to another (both included), or something that is not there. */
export type AskedRange = { readonly kind: "whole" } | { readonly kind: "part"; readonly from: number; readonly to: number } | { readonly kind: "unsatisfiable" };

const WHOLE: AskedRange = { kind: "whole" };
const UNSATISFIABLE: AskedRange = { kind: "unsatisfiable" };

/**
 * Reads a Range header against a film of so many bytes (RFC 9110, 14.2). What is malformed, in another unit, or asks for
 * several parts at once is as if nothing had been asked: the whole film is an answer that every player understands.
 */
export function readRange(header: string | null, bytes: number): AskedRange {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return WHOLE;
  if (first === "") return Number(last) === 0 ? UNSATISFIABLE : { kind: "part", from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  if (last !== "" && Number(last) < Number(first)) return WHOLE;
  if (Number(first) >= bytes) return UNSATISFIABLE;
  return { kind: "part", from: Number(first), to: last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
