import { MemoryLocker, Server } from "@tus/server";
import { ERRORS, type Upload as TusUpload } from "@tus/utils";

import type { Actor } from "#app/people/model.ts";
import { instantOf } from "#app/platform/clock.ts";
import type { ClipServices } from "#app/platform/clip-services.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { logUnexpected } from "#app/platform/log.server.ts";

import { checkFilm } from "./check-film.server.ts";
import { MAX_CLIP_BYTES, MAX_CONSENTS, type Upload } from "./model.ts";
import { openFilm } from "./sealed-film.server.ts";
import { filmBytesIn } from "./sealed-format.ts";
import { UploadRefused } from "./upload-answers.ts";
import { SealedUploads } from "./upload-store.server.ts";
import { beginUpload, dropUpload, findUpload, recordClip, uploadProblem } from "./uploads.server.ts";

const PATH = "/clips/upload";
const NO_ROOM = new Set(["ENOSPC", "EDQUOT"]);
/** Refusals of the server's own, in our words. Everything else of its kind is a request that no client of ours makes. */
const OWN_REFUSALS: Readonly<Record<string, ConstructorParameters<typeof UploadRefused>[0]>> = {
  [ERRORS.FILE_NOT_FOUND.body]: "gone", [ERRORS.FILE_NO_LONGER_EXISTS.body]: "expired", [ERRORS.INVALID_OFFSET.body]: "wrong_place",
  [ERRORS.ERR_SIZE_EXCEEDED.body]: "past_the_end", [ERRORS.ERR_MAX_SIZE_EXCEEDED.body]: "too_large", [ERRORS.ERR_LOCK_TIMEOUT.body]: "busy",
  [ERRORS.INVALID_TERMINATION.body]: "finished",
};

const locker = new MemoryLocker();
// Two requests may find an upload whole at the same moment; it is checked once.
const finishing = new WeakMap<ClipServices, Map<string, Promise<void>>>();

/** What one request to an upload is about. */
interface Asking {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly now: Date;
}

async function checkAndRecord({ context, actor, now }: Asking, upload: Upload): Promise<void> {
  const film = await openFilm(context.clips, upload);
  if (!film) throw new UploadRefused("gone");
  const verdict = await checkFilm(film, upload.bytes, context.clock).finally(() => film.close());
  const recorded = verdict.ok ? await recordClip(context.database, actor, upload, verdict.facts, now) : undefined;
  if (recorded?.ok === true) return;
  await dropUpload(context, upload, actor.personId, now);
  throw new UploadRefused(recorded?.code ?? (verdict.ok ? "failed" : verdict.because));
}

/** Makes a clip of an upload that lies there whole, once. Throws `UploadRefused`, and then nothing of it is left. */
async function finishUpload(asking: Asking, upload: Upload): Promise<void> {
  const all = finishing.get(asking.context.clips) ?? new Map<string, Promise<void>>();
  finishing.set(asking.context.clips, all);
  const work = all.get(upload.id) ?? checkAndRecord(asking, upload).finally(() => all.delete(upload.id));
  all.set(upload.id, work);
  await work;
}

async function isWhole({ context }: Asking, upload: Upload): Promise<boolean> {
  const sealed = await context.clips.blobs.size(upload.id);
  return sealed !== undefined && filmBytesIn(sealed, upload.bytes) === upload.bytes;
}

/** Asked anew at every request: whose upload it is, whether its time is over, the trainee's grant, everybody's consent. */
async function authorise(asking: Asking, method: string, id: string): Promise<void> {
  const { context, actor, now } = asking;
  const upload = await findUpload(context.database.reader, actor.personId, id);
  if (!upload) throw new UploadRefused("gone");
  if (upload.finishedAt !== null || method === "DELETE") return;
  if (upload.expiresAt <= instantOf(now)) {
    await dropUpload(context, upload, null, now);
    throw new UploadRefused("expired");
  }
  const problem = await uploadProblem(context.database.reader, actor, upload);
  if (problem !== undefined && problem !== "not_allowed") await dropUpload(context, upload, null, now);
  if (problem !== undefined) throw new UploadRefused(problem);
  // It arrived whole, and the server stopped before it was checked: a client that learns its offset takes it for done.
  if (await isWhole(asking, upload)) await finishUpload(asking, upload);
}

/** Of what a client says of its film only the cycle and the consents are read; nothing else is kept, a name least of all. */
async function begin({ context, actor, now }: Asking, { id, size, metadata }: TusUpload): Promise<Record<string, never>> {
  const consentIds = [...new Set((metadata?.consents ?? "").split(","))];
  const entryId = metadata?.entry ?? "";
  if (size === 0) throw new UploadRefused("empty");
  if (consentIds.join("") === "") throw new UploadRefused("nobody_recorded");
  if (size === undefined || !isId(entryId) || consentIds.length > MAX_CONSENTS || !consentIds.every(isId)) throw new UploadRefused("unreadable");
  const begun = await beginUpload(context.database, actor, { id, entryId, consentIds, bytes: size }, now);
  if (!begun.ok) throw new UploadRefused(begun.code);
  return {};
}

async function finish(asking: Asking, { id }: TusUpload): Promise<Record<string, never>> {
  const upload = await findUpload(asking.context.database.reader, asking.actor.personId, id);
  if (!upload) throw new UploadRefused("gone");
  if (upload.finishedAt === null) await finishUpload(asking, upload);
  return {};
}

function refusalFor(error: Error | { status_code: number; body: string }, { context }: Asking, request: { method: string; url: string }): UploadRefused {
  if (error instanceof UploadRefused) return error;
  if ("body" in error) return new UploadRefused(OWN_REFUSALS[error.body] ?? "unreadable");
  if ("code" in error && typeof error.code === "string" && NO_ROOM.has(error.code)) return new UploadRefused("disk_full");
  logUnexpected(error, { requestId: context.requestId, method: request.method, target: new URL(request.url).pathname });
  return new UploadRefused("failed");
}

function serverFor(asking: Asking, uploadId: string | undefined): Server {
  const hold = (work: Promise<unknown>): void => { asking.context.background.hold(work); };
  return new Server({
    path: PATH, datastore: new SealedUploads(asking.context, asking.actor, asking.now, hold), locker,
    maxSize: MAX_CLIP_BYTES, relativeLocation: true, allowedOrigins: [], disableTerminationForFinishedUploads: true,
    namingFunction: newId,
    getFileIdFromRequest: () => uploadId,
    onIncomingRequest: async ({ method }, id) => { if (method !== "POST") await authorise(asking, method, id); },
    onUploadCreate: async (_, upload) => ({ metadata: await begin(asking, upload) }),
    onUploadFinish: (_, upload) => finish(asking, upload),
    onResponseError: (request, error) => refusalFor(error, asking, request),
  });
}

/** Answers one request of a tus client: POST begins an upload; HEAD, PATCH and DELETE are about the one with that id. */
export async function answerUpload(request: Request, context: AppContext, actor: Actor, uploadId?: string): Promise<Response> {
  const asking = { context, actor, now: context.clock() };
  const answer = await serverFor(asking, uploadId).handleWeb(request);
  for (const name of ["Access-Control-Expose-Headers", "Access-Control-Allow-Origin"]) answer.headers.delete(name);
  if (!answer.ok) answer.headers.set("Content-Type", "text/plain; charset=utf-8");
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}
