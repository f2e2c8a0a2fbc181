import { strToU8, zipSync } from "fflate";

import type { Task } from "#app/platform/workers.server.ts";

import type { ArchiveFacts } from "./archive-facts.ts";
import { csvFiles } from "./csv-files.ts";
import { recordText } from "./format.ts";
import { logbookSheet } from "./logbook-sheet.ts";
import { logbookPdf } from "./pdf.server.ts";

/** The name of the record in the archive. */
export const RECORD_NAME = "attune-record.json";

/** Makes an archive in a thread of its own. */
export const MAKE_ARCHIVE: Task<ArchiveFacts, Uint8Array> = { program: "archive-worker" };

/** The archive: the record, a table for each kind, and the logbook to be read. */
export async function makeArchive(facts: ArchiveFacts): Promise<Uint8Array> {
  const at = new Date(facts.file.head.exportedAt);
  const files = {
    [RECORD_NAME]: strToU8(recordText(facts.file)),
    "logbook.pdf": await logbookPdf(logbookSheet(facts), at),
    ...Object.fromEntries(csvFiles(facts).map(({ name, text }) => [name, strToU8(text)])),
  };
  return zipSync(files, { mtime: at });
}
