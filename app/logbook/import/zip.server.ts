import { inflateRawSync } from "node:zlib";

/** Why a packed file is not opened: what is in it says something else than its list, or it unpacks to too much. */
export type ZipProblem = "damaged" | "unpacks_too_large" | "password";

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LISTED_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 65_535;
/** Behind an entry whose size was not known when it was begun. */
const DESCRIPTOR_BYTES = [0, 12, 16, 20, 24];
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

const MB = 1024 * 1024;
/** Twice what 12,000 full rows take; more is not read in the time and the memory that a worker has. */
export const MAX_UNPACKED_BYTES = 40 * MB;
const MAX_ENTRIES = 500;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly at: number;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES); at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

function listEntries(bytes: Buffer, at: number, count: number): Entry[] {
  const entries: Entry[] = [];
  for (let next = at; entries.length < count;) {
    if (bytes.readUInt32LE(next) !== LISTED) throw new RangeError("not a list of entries");
    const [nameBytes, extraBytes, commentBytes] = [bytes.readUInt16LE(next + 28), bytes.readUInt16LE(next + 30), bytes.readUInt16LE(next + 32)];
    entries.push({
      name: bytes.toString("utf8", next + LISTED_BYTES, next + LISTED_BYTES + nameBytes), method: bytes.readUInt16LE(next + 10), isEncrypted: (bytes.readUInt16LE(next + 8) & ENCRYPTED) !== 0,
      packedBytes: bytes.readUInt32LE(next + 20), at: bytes.readUInt32LE(next + 42),
    });
    next += LISTED_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return entries.sort((a, b) => a.at - b.at);
}

/** Where the entry's packed bytes begin. Throws where something else stands there than the list says. */
function packedAt(bytes: Buffer, { at, name, method }: Entry): number {
  const nameBytes = bytes.readUInt16LE(at + 26);
  const isAsListed = bytes.readUInt32LE(at) === LOCAL && bytes.readUInt16LE(at + 8) === method && bytes.toString("utf8", at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes) === name;
  if (!isAsListed) throw new RangeError("an entry is not what the list says");
  return at + LOCAL_BYTES + nameBytes + bytes.readUInt16LE(at + 28);
}

function unpackedBytes(bytes: Buffer, from: number, { method, packedBytes }: Entry, most: number): number {
  if (method === STORED) return packedBytes;
  if (method !== DEFLATED) throw new RangeError("packed in a way that no workbook is");
  return inflateRawSync(bytes.subarray(from, from + packedBytes), { maxOutputLength: Math.max(1, most) }).byteLength;
}

/** What stands behind the entries has to be the list, with nothing in between that only a sloppier reader would find. */
function checkAll(bytes: Buffer, entries: readonly Entry[], listAt: number): ZipProblem | null {
  let [sum, next] = [0, 0];
  for (const entry of entries) {
    if (entry.isEncrypted) return "password";
    if (!DESCRIPTOR_BYTES.includes(entry.at - next)) return "damaged";
    const from = packedAt(bytes, entry);
    sum += unpackedBytes(bytes, from, entry, MAX_UNPACKED_BYTES - sum + 1);
    if (sum > MAX_UNPACKED_BYTES) return "unpacks_too_large";
    next = from + entry.packedBytes;
  }
  return DESCRIPTOR_BYTES.includes(listAt - next) ? null : "damaged";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** A packed file whose every entry was unpacked once, within limits: its names; or why it is not opened. Never throws. */
export function checkZip(bytes: Buffer): { readonly ok: true; readonly names: readonly string[] } | { readonly ok: false; readonly problem: ZipProblem } {
  try {
    const end = findEnd(bytes);
    if (end < 0) return { ok: false, problem: "damaged" };
    const [count, listAt] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
    if (count > MAX_ENTRIES) return { ok: false, problem: "unpacks_too_large" };
    const entries = listEntries(bytes, listAt, count);
    const problem = checkAll(bytes, entries, listAt);
    return problem === null ? { ok: true, names: entries.map((entry) => entry.name) } : { ok: false, problem };
  } catch (error) {
    return { ok: false, problem: codeOf(error) === "ERR_BUFFER_TOO_LARGE" ? "unpacks_too_large" : "damaged" };
  }
}
