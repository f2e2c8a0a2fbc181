import { badRequest } from "#app/platform/http/responses.ts";
import { words } from "#app/words/words.ts";

import { decodeFile } from "./import/decode-file.ts";
import type { SentFile } from "./import/judge-files.ts";

const KB = 1024;
const MAX_FILE_BYTES = 500 * KB;
const MAX_FILES = 3;
const MAX_ROW_NUMBER = 20_000;

/** The files that were sent, or the sentence that says why they are not taken. */
export type SentFiles = { readonly ok: true; readonly files: readonly SentFile[] } | { readonly ok: false; readonly error: string };

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw badRequest();
  }
}

/** Reads the files chosen under `files`. A browser sends one without a name where none was chosen. */
export async function readSentFiles(request: Request): Promise<SentFiles> {
  const sent = (await formOf(request)).getAll("files").filter((value) => value instanceof File).filter((file) => file.name !== "" || file.size > 0);
  if (sent.length === 0) return { ok: false, error: words.logbook.import.choose };
  if (sent.length > MAX_FILES) return { ok: false, error: words.logbook.import.tooMany };
  if (sent.some((file) => file.size > MAX_FILE_BYTES)) return { ok: false, error: words.logbook.import.tooLarge };
  const texts = await Promise.all(sent.map(async (file) => decodeFile(new Uint8Array(await file.arrayBuffer()))));
  return { ok: true, files: texts.map((text) => ({ text: text ?? "\0", namesAreFine: [] })) };
}

function rowsOf(values: readonly FormDataEntryValue[]): number[] {
  return values.map(Number).filter((row) => Number.isInteger(row) && row >= 1 && row <= MAX_ROW_NUMBER);
}

// A form ends its lines with two signs; no sign of a file takes less than one of its bytes.
function isTooLong(text: string): boolean {
  return text.replaceAll("\r\n", "\n").length > MAX_FILE_BYTES;
}

/** The files as the preview's form sends them back: their texts, and the rows whose notes may stay. Throws 400 for any other form. */
export async function readConfirmedFiles(request: Request): Promise<SentFiles> {
  const form = await formOf(request);
  const files = Array.from({ length: MAX_FILES }, (_, i) => i).flatMap((i) => {
    const text = form.get(`text${String(i)}`);
    return typeof text === "string" ? [{ text, namesAreFine: rowsOf(form.getAll(`fine${String(i)}`)) }] : [];
  });
  if (files.length === 0) throw badRequest();
  return files.some(({ text }) => isTooLong(text)) ? { ok: false, error: words.logbook.import.tooLarge } : { ok: true, files };
}
