import { z } from "zod";

import { done, refused, type Result } from "#app/platform/result.ts";

import { RECORD_VERSION, type RecordFile, takeRecord } from "./format.ts";
import { type Apart, whyApart } from "./together.ts";

/** Why the text of a file is not taken for a record. */
export type FileProblem = "unreadable" | "not_a_record" | "other_version" | "wrong_structure" | Apart;

const nameSchema = z.object({ format: z.literal("attune-record"), version: z.unknown() });

function jsonOf(text: string): Result<unknown, "unreadable"> {
  try {
    return done(JSON.parse(text));
  } catch {
    return refused("unreadable");
  }
}

/** A file that was not taken: why, and which part of it where that helps. */
export type ReadFile = { readonly ok: true; readonly value: RecordFile } | { readonly ok: false; readonly code: FileProblem; readonly at?: string };

/** The record that the text holds. */
export function readRecordText(text: string): ReadFile {
  const json = jsonOf(text.replace(/^\uFEFF/, ""));
  if (!json.ok) return json;
  const named = nameSchema.safeParse(json.value);
  if (!named.success) return refused("not_a_record");
  if (named.data.version !== RECORD_VERSION) return refused("other_version");
  const taken = takeRecord(json.value);
  if (!taken.ok) return { ok: false, code: "wrong_structure", at: taken.at };
  const apart = whyApart(taken.value);
  return apart === undefined ? done(taken.value) : refused(apart);
}
