import { readFileSync, statSync } from "node:fs";

import { unzipSync } from "fflate";

import { done, refused } from "#app/platform/result.ts";
import { words } from "#app/words/words.ts";

import { MAX_BYTES, type RecordFile } from "./format.ts";
import { RECORD_NAME } from "./make-archive.server.ts";
import { type FileProblem, readRecordText } from "./read-file.ts";

/** How an archive begins. */
const ZIP = "PK";

type Problem = keyof typeof words.record.problems;
type NotRead = { readonly ok: false; readonly code: FileProblem | "not_there" | "too_large" | "no_record_inside"; readonly at?: string };
/** A record with the text that it was read from. */
type Read = { readonly ok: true; readonly value: { readonly file: RecordFile; readonly text: string } } | NotRead;

/** The record inside an archive; nothing else in it is unpacked, and no more of it than a record may be long. */
function recordInside(bytes: Uint8Array): { readonly ok: true; readonly value: Uint8Array } | NotRead {
  const sizes: number[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== RECORD_NAME) return false;
        sizes.push(originalSize);
        return originalSize <= MAX_BYTES;
      },
    });
    const [record] = Object.values(files);
    if (record) return done(record);
    return refused(sizes.length > 0 ? "too_large" : "no_record_inside");
  } catch {
    return refused("unreadable");
  }
}

/** The bytes of a record, or of an archive that holds one, read by the schema. */
export function readRecordBytes(bytes: Uint8Array): Read {
  if (bytes.length > MAX_BYTES) return refused("too_large");
  const inside = Buffer.from(bytes.subarray(0, ZIP.length)).toString("latin1") === ZIP ? recordInside(bytes) : done(bytes);
  if (!inside.ok) return inside;
  const text = Buffer.from(inside.value).toString("utf8");
  const read = readRecordText(text);
  return read.ok ? done({ file: read.value, text }) : read;
}

/** The same of a file of this machine. */
export function readRecordFile(path: string): Read {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return refused("not_there");
  return found.size > MAX_BYTES ? refused("too_large") : readRecordBytes(readFileSync(path));
}

/** Why it was not taken, as one sentence, with the part of the file where that helps. */
export function sayProblem({ code, at }: { readonly code: Problem; readonly at?: string }): string {
  const text = words.record.problems[code];
  return at === undefined ? text : `${text} ${at}.`;
}
