import { redirect } from "@remix-run/node";

import type { AppContext } from "#app/platform/context.ts";
import type { TypedText } from "#app/platform/http/words-back.ts";
import { isId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";

import { type DraftState, openState } from "./import/draft-state.server.ts";
import { isSealKey, type SealKey } from "./import/seal.server.ts";
import { fingerprintKeyOf, type Importing } from "./import-context.server.ts";
import { DRAFT_MINUTES, findDraft, type ImportDraft } from "./import-draft.server.ts";
import { elsewhere } from "./import-elsewhere.ts";
import type { ShownDraft } from "./import-view.ts";
import { type OwnLog, requireOwnLog } from "./request.server.ts";

const COOKIE = "attune_import";
const SECONDS_PER_MINUTE = 60;

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

/** The key of a draft's parts: it opens them for that trainee alone. */
export function sealOf(draftId: string, key: string, traineeId: string): SealKey {
  return { key, owner: `${draftId}\n${traineeId}` };
}

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

/** Which file an address is about, and as of which edition: what its page showed. */
function shownIn(request: Request): { readonly file: string | null; readonly edition: number | null } {
  const query = new URL(request.url).searchParams;
  const edition = query.get("edition") ?? "";
  return { file: query.get("file"), edition: /^\d{1,9}$/.test(edition) ? Number(edition) : null };
}

const NOTHING_TYPED = (): Promise<readonly TypedText[]> => Promise.resolve([]);

/**
 * The same; leads back to the choice of a file where there is none. A form is always about the file that its page showed,
 * and a link is where it names one: throws 409 where another stands now, with what was typed into the form.
 */
export async function requireOpenDraft(request: Request, context: AppContext, typed = NOTHING_TYPED): Promise<OpenDraft> {
  const open = await findOpenDraft(request, context);
  if (!open) throw redirect(paths.importLogbook("gone"));
  const { file } = shownIn(request);
  const isAnother = file === null ? request.method === "POST" : file !== open.draft.id;
  if (isAnother) throw elsewhere("another_file", await typed());
  return open;
}

/** What the forms of a page say of the file that it shows. */
export function shownDraft({ draft, state }: Pick<OpenDraft, "draft" | "state">): ShownDraft {
  return { file: draft.id, edition: state.edition };
}

/** What changed about the file since the page was opened that this form was sent from: nothing, the answers, or the columns too. */
export function changedSince(request: Request, { state }: Pick<OpenDraft, "state">): "nothing" | "answers" | "columns" {
  const { edition } = shownIn(request);
  if (edition === null || edition < state.matchedIn) return "columns";
  return edition === state.edition ? "nothing" : "answers";
}
