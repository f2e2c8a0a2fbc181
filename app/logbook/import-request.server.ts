import { redirect } from "@remix-run/node";

import type { AppContext } from "#app/platform/context.ts";
import { badRequest } from "#app/platform/http/responses.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { NO_ANSWER_STATUS } from "#app/people/no-answer.server.ts";
import { NoAnswer } from "#app/platform/workers.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { type DraftState, openState, READ, type ReadResult, sealState } from "./import/tasks.server.ts";
import { isSealKey, newSealKey, type SealKey } from "./import/seal.server.ts";
import { fingerprintKeyOf, type Importing } from "./import-context.server.ts";
import { DRAFT_MINUTES, findDraft, type ImportDraft, putDraft } from "./import-draft.server.ts";
import { type OwnLog, requireOwnLog } from "./request.server.ts";

const COOKIE = "attune_import";
const SECONDS_PER_MINUTE = 60;
const MB = 1024 * 1024;
const MAX_FILE_BYTES = 5 * MB;

/** The cookie with which the browser keeps the key, for these pages alone and for an hour; null takes it away. */
export function draftCookie(draft: { readonly id: string; readonly key: string } | null, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  const [value, seconds] = draft ? [`${draft.id}.${draft.key}`, DRAFT_MINUTES * SECONDS_PER_MINUTE] : ["", 0];
  return `${COOKIE}=${value}; Path=${paths.importLogbook()}; Max-Age=${String(seconds)}; HttpOnly; SameSite=Strict${secure}`;
}

function cookieOf(request: Request): { readonly id: string; readonly key: string } | null {
  const [, id = "", key = ""] = new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-z]+)\\.([\\w-]+)`).exec(request.headers.get("cookie") ?? "") ?? [];
  return isId(id) && isSealKey(key) ? { id, key } : null;
}

const sealOf = (draftId: string, key: string, traineeId: string): SealKey => ({ key, owner: `${draftId}\n${traineeId}` });

/** A file that its trainee is looking at, opened as far as the server opens it: its rows stay sealed for the worker. */
export interface OpenDraft {
  readonly log: OwnLog;
  readonly importing: Importing;
  readonly draft: ImportDraft;
  readonly seal: SealKey;
  readonly state: DraftState;
  readonly fingerprintKey: string;
}

function stateOf(draft: ImportDraft, seal: SealKey): DraftState | undefined {
  try {
    return openState(draft.sealedState, seal);
  } catch {
    return undefined;
  }
}

/** The file that the trainee is looking at in this browser; undefined where there is none, or no longer. Throws 403 for who keeps no log. */
export async function findOpenDraft(request: Request, context: AppContext): Promise<OpenDraft | undefined> {
  const log = await requireOwnLog(request, context);
  const { personId: traineeId, today } = log.actor;
  const cookie = cookieOf(request);
  const draft = cookie ? await findDraft(context.database.reader, traineeId, cookie.id, context.clock()) : undefined;
  if (!cookie || !draft) return undefined;
  const seal = sealOf(draft.id, cookie.key, traineeId);
  const state = stateOf(draft, seal);
  const importing = { traineeId, programmeId: log.programmeId, startedOn: log.startedOn, today };
  return state && { log, importing, draft, seal, state, fingerprintKey: fingerprintKeyOf(context.keyring, traineeId) };
}

/** The same; leads back to the choice of a file where there is none. */
export async function requireOpenDraft(request: Request, context: AppContext): Promise<OpenDraft> {
  const open = await findOpenDraft(request, context);
  if (!open) throw redirect(paths.importLogbook("gone"));
  return open;
}

async function fileIn(request: Request): Promise<File | { readonly error: string }> {
  const form = await request.formData().catch((): never => { throw badRequest(); });
  const files = form.getAll("file").filter((value) => value instanceof File).filter((file) => file.name !== "" || file.size > 0);
  const [file] = files;
  if (!file) return { error: words.imports.chooseFirst };
  if (files.length > 1) return { error: words.imports.onlyOne };
  return file.size > MAX_FILE_BYTES ? { error: words.imports.tooLarge } : file;
}

type Unread = Extract<ReadResult, { ok: false }>["problem"] | NoAnswer["why"];

async function readInWorker(file: File, seal: SealKey, context: AppContext): Promise<ReadResult | { readonly ok: false; readonly problem: NoAnswer["why"] }> {
  try {
    return await context.workers.run(READ, { do: "read", bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, seal });
  } catch (error) {
    if (error instanceof NoAnswer) return { ok: false, problem: error.why };
    throw error;
  }
}

function sayProblem(problem: Unread, most: number): string {
  const said = words.imports.file;
  if (problem === "too_slow") return said.too_long;
  if (problem === "too_much" || problem === "busy") return words.errors.noAnswer[problem];
  return problem === "too_many_rows" ? said.too_many_rows(most) : said[problem];
}

function statusOf(problem: Unread): number {
  return problem === "busy" || problem === "too_slow" ? NO_ANSWER_STATUS[problem] : 400;
}

/** Reads the file that was sent and keeps it sealed: the cookie with its key, or the sentence that says why it is not taken. */
export async function takeFile(request: Request, { actor }: OwnLog, context: AppContext, most: number): Promise<{ readonly ok: true; readonly cookie: string } | { readonly ok: false; readonly error: string; readonly status: number }> {
  const file = await fileIn(request);
  if ("error" in file) return { ok: false, error: file.error, status: 400 };
  const [id, key] = [newId(), newSealKey()];
  const seal = sealOf(id, key, actor.personId);
  const read = await readInWorker(file, seal, context);
  if (!read.ok) return { ok: false, error: sayProblem(read.problem, most), status: statusOf(read.problem) };
  await putDraft(context.database, actor.personId, { id, sealedFile: read.sealed, sealedState: sealState({ choice: null, answers: {} }, seal) }, context.clock());
  return { ok: true, cookie: draftCookie({ id, key }, context.environment.origin) };
}
