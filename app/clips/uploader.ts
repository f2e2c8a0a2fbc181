import type { DetailedError, HttpResponse, Upload } from "tus-js-client";

import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const { uploads, upload: said } = words.clips;
/** How long it waits before it tries again by itself, in milliseconds, once the upload has begun. */
const RETRY_DELAYS = [500, 2000, 5000];
const UNAUTHORISED = 401;
const CONFLICT = 409;
const LOCKED = 423;
const SERVER_ERROR = 500;
const NO_ROOM = 507;

/** A film as it was chosen on the device. */
export interface ChosenFilm {
  readonly file: File;
  readonly entryId: string;
  /** Of everybody who can be seen or heard. */
  readonly consentIds: readonly string[];
}

/** What whoever sends a film is told. */
export interface SendingTold {
  readonly progress: (sent: number, of: number) => void;
  readonly arrived: () => void;
  /** It stopped, in words; `canGoOn` where what arrived still lies there. */
  readonly stopped: (because: string, canGoOn: boolean) => void;
}

/** A film under way. */
export interface Sending {
  /** Stops for now; what arrived stays. */
  readonly pause: () => void;
  readonly goOn: () => void;
  /** Stops for good and removes what arrived from the server; false where that could not be done now. */
  readonly cancel: () => Promise<boolean>;
}

/**
 * Under what a browser remembers an upload, so that the same film goes on where it stopped: never by its name. Other people in
 * it, or another cycle, make it another upload.
 */
export function fingerprintOf({ file, entryId, consentIds }: ChosenFilm): string {
  return ["attune", entryId, String(file.size), String(file.lastModified), ...[...consentIds].sort()].join("-");
}

function isWorthAnotherTry(status: number): boolean {
  return status === CONFLICT || status === LOCKED || (status >= SERVER_ERROR && status !== NO_ROOM) || status === 0;
}

/** True where the server still holds what arrived: the connection broke, it was busy or full, or asks for a new sign-in. */
function isHeld(status: number): boolean {
  return isWorthAnotherTry(status) || status === UNAUTHORISED || status === NO_ROOM;
}

interface Refusal {
  readonly text: string;
  readonly status: number;
}

/** Our own refusals are plain text; what anything between us and the server says is not for reading. */
function textOf(status: number, type: string | null | undefined, body: string): string {
  return type?.startsWith("text/plain") === true && body !== "" ? body : status === 0 ? said.cutOff : uploads.failed;
}

/** Why the server does not go on with that upload; undefined where it does. A HEAD has no body to say it, so this reads. */
async function refusalAt(url: string): Promise<Refusal | undefined> {
  try {
    const answer = await fetch(url, { headers: { "Tus-Resumable": "1.0.0" }, cache: "no-store" });
    return answer.ok ? undefined : { status: answer.status, text: textOf(answer.status, answer.headers.get("content-type"), await answer.text()) };
  } catch {
    return { status: 0, text: said.cutOff };
  }
}

async function refusalIn(error: Error | DetailedError, url: string | null): Promise<Refusal> {
  const answer: HttpResponse | null = "originalResponse" in error ? error.originalResponse : null;
  if (answer === null) return { status: 0, text: said.cutOff };
  const body = answer.getBody();
  const again = body === "" && url !== null ? await refusalAt(url) : undefined;
  return again ?? { status: answer.getStatus(), text: textOf(answer.getStatus(), answer.getHeader("Content-Type"), body) };
}

async function forget(upload: Upload): Promise<void> {
  for (const { urlStorageKey } of await upload.findPreviousUploads()) await upload.options.urlStorage?.removeUpload(urlStorageKey);
}

/** Goes on where the server has the film; where it does not, nothing is begun anew unasked. */
async function start(upload: Upload, told: SendingTold): Promise<void> {
  const [before] = upload.url === null ? await upload.findPreviousUploads() : [];
  if (before) upload.resumeFromPreviousUpload(before);
  const url = upload.url ?? before?.uploadUrl ?? null;
  const refusal = url === null ? undefined : await refusalAt(url);
  if (refusal === undefined) {
    // Without an address to begin at, a HEAD that is refused stays refused.
    if (url !== null) upload.options.endpoint = null;
    upload.start();
    return;
  }
  if (!isHeld(refusal.status)) await forget(upload);
  told.stopped(refusal.text, isHeld(refusal.status));
}

/** Begins to send a film, or goes on with it where this browser sent a part of it before. */
export async function sendFilm(film: ChosenFilm, told: SendingTold): Promise<Sending> {
  const tus = await import("tus-js-client");
  let isOver = false;
  const upload: Upload = new tus.Upload(film.file, {
    endpoint: paths.uploadClip(),
    metadata: { entry: film.entryId, consents: film.consentIds.join(",") },
    fingerprint: () => Promise.resolve(fingerprintOf(film)),
    removeFingerprintOnSuccess: true,
    retryDelays: RETRY_DELAYS,
    // A beginning that failed is not repeated unasked: it may have begun, and only few may be under way.
    onShouldRetry: ({ originalResponse }) => upload.url !== null && isWorthAnotherTry(originalResponse?.getStatus() ?? 0),
    onUploadUrlAvailable: () => { upload.options.endpoint = null; },
    onProgress: told.progress,
    onSuccess: () => { isOver = true; told.arrived(); },
    onError: (error) => {
      void refusalIn(error, upload.url).then(async ({ text, status }) => {
        if (!isHeld(status)) await forget(upload);
        told.stopped(text, isHeld(status) && upload.url !== null);
      });
    },
  });
  const goOn = (): void => { void start(upload, told); };
  goOn();
  return {
    pause: () => { if (!isOver) void upload.abort(false); },
    goOn,
    cancel: async () => {
      const isRemoved = await upload.abort(true).then(() => upload.url !== null, () => false);
      await forget(upload);
      return isRemoved;
    },
  };
}
