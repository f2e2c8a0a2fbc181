import type { AppContext } from "#app/platform/context.ts";
import { badRequest } from "#app/platform/http/responses.ts";
import { newId } from "#app/platform/ids.ts";
import { NO_ANSWER_STATUS } from "#app/people/no-answer.server.ts";
import { NoAnswer } from "#app/platform/workers.server.ts";
import { words } from "#app/words/words.ts";

import { NEW_STATE, sealState } from "./import/draft-state.server.ts";
import { newSealKey, type SealKey } from "./import/seal.server.ts";
import { READ, type ReadResult } from "./import/tasks.server.ts";
import { putDraft } from "./import-draft.server.ts";
import { draftCookie, sealOf } from "./import-request.server.ts";
import type { OwnLog } from "./request.server.ts";

const MB = 1024 * 1024;
const MAX_FILE_BYTES = 5 * MB;

async function fileIn(request: Request): Promise<File | { readonly error: string }> {
  const form = await request.formData().catch((): never => { throw badRequest(); });
  const files = form.getAll("file").filter((value) => value instanceof File).filter((file) => file.name !== "" || file.size > 0);
  const [file] = files;
  if (!file) return { error: words.imports.chooseFirst };
  if (files.length > 1) return { error: words.imports.onlyOne };
  return file.size > MAX_FILE_BYTES ? { error: words.imports.tooLarge } : file;
}

type Unread = Extract<ReadResult, { ok: false }>["problem"] | NoAnswer["why"];

async function readInWorker(file: File, seal: SealKey, whose: string, context: AppContext): Promise<ReadResult | { readonly ok: false; readonly problem: NoAnswer["why"] }> {
  try {
    return await context.workers.run(READ, { do: "read", bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, seal }, whose);
  } catch (error) {
    if (error instanceof NoAnswer) return { ok: false, problem: error.why };
    throw error;
  }
}

function sayProblem(problem: Unread, most: number): string {
  const said = words.imports.file;
  if (problem === "too_slow") return said.too_long;
  if (problem === "too_much" || problem === "busy" || problem === "busy_own") return words.errors.noAnswer[problem];
  return problem === "too_many_rows" ? said.too_many_rows(most) : said[problem];
}

function statusOf(problem: Unread): number {
  return problem === "too_slow" || problem === "too_much" || problem === "busy" || problem === "busy_own" ? NO_ANSWER_STATUS[problem] : 400;
}

/** Reads the file that was sent and keeps it sealed: the cookie with its key, or the sentence that says why it is not taken. */
export async function takeFile(request: Request, { actor }: OwnLog, context: AppContext, most: number): Promise<{ readonly ok: true; readonly cookie: string } | { readonly ok: false; readonly error: string; readonly status: number }> {
  const file = await fileIn(request);
  if ("error" in file) return { ok: false, error: file.error, status: 400 };
  const [id, key] = [newId(), newSealKey()];
  const seal = sealOf(id, key, actor.personId);
  const read = await readInWorker(file, seal, actor.personId, context);
  if (!read.ok) return { ok: false, error: sayProblem(read.problem, most), status: statusOf(read.problem) };
  await putDraft(context.database, actor.personId, { id, sealedFile: read.sealed, sealedState: sealState(NEW_STATE, seal) }, context.clock());
  return { ok: true, cookie: draftCookie({ id, key }, context.environment.origin) };
}
