import { strToU8, zipSync } from "fflate";

import { done, type Result } from "#app/platform/result.ts";
import type { Task } from "#app/platform/workers.server.ts";

import type { ArchiveFacts } from "./archive-facts.ts";
import { csvFiles } from "./csv-files.ts";
import { logbookSheet } from "./logbook-sheet.ts";
import { logbookPdf } from "./pdf.server.ts";
import { recordText } from "./write-file.server.ts";

/** The name of the record in the archive. */
export const RECORD_NAME = "attune-record.json";

/** Makes an archive in a thread of its own. */
export const MAKE_ARCHIVE: Task<ArchiveFacts, Result<Uint8Array, "too_much">> = { program: "archive-worker" };

/** The archive: the record, a table for each kind, and the logbook to be read; or that no reader would take a record so large. */
export async function makeArchive(facts: ArchiveFacts): Promise<Result<Uint8Array, "too_much">> {
  const record = recordText(facts.file);
  if (!record.ok) return record;
  const at = new Date(facts.file.head.exportedAt);
  const files = {
    [RECORD_NAME]: strToU8(record.value),
    "logbook.pdf": await logbookPdf(logbookSheet(facts), at),
    ...Object.fromEntries(csvFiles(facts).map(({ name, text }) => [name, strToU8(text)])),
  };
  return done(zipSync(files, { mtime: at }));
}
