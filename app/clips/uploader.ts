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

/** A clip as it was cut on the device. */
export interface CutClip {
  readonly clip: Blob;
  /** What it was cut from and how: the same gives the same bytes. Never a name. */
  readonly source: string;
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
 * Under what a browser remembers an upload, so that the same pieces go on where they stopped: never by its name. Other people in
 * it, or another cycle, make it another upload.
 */
export function fingerprintOf({ clip, source, entryId, consentIds }: CutClip): string {
  return ["attune", entryId, source, String(clip.size), ...[...consentIds].sort()].join("-");
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

/** What was asked of a sending, and whether the server has yet to answer its first request. */
interface State {
  wanted: "on" | "paused" | "over";
  /** Counted up by everything that is asked: what was begun before is then no longer meant. */
  turn: number;
  /** Resolves when the request that begins the upload, or looks where it stands, was answered or failed; null while none is under way. */
  answer: { readonly came: Promise<void>; readonly settle: () => void } | null;
  /** Whether the server was ever asked to begin it: it may have, also where no answer came. */
  wasAsked: boolean;
}

function ask(state: State, upload: Upload): void {
  let settle = (): void => undefined;
  const came = new Promise<void>((resolve) => { settle = resolve; });
  state.answer = { came, settle };
  state.wasAsked = true;
  upload.start();
}

function answered(state: State): void {
  state.answer?.settle();
  state.answer = null;
}

/** Goes on where the server has the film; where it does not, nothing is begun anew unasked. */
async function start(upload: Upload, told: SendingTold, state: State, turn: number): Promise<void> {
  const isMeant = (): boolean => state.turn === turn;
  if (!isMeant()) return;
  const [before] = upload.url === null ? await upload.findPreviousUploads() : [];
  if (!isMeant()) return;
  if (before) upload.resumeFromPreviousUpload(before);
  const refusal = upload.url === null ? undefined : await refusalAt(upload.url);
  if (!isMeant()) return;
  if (refusal === undefined) {
    // Without an address to begin at, a HEAD that is refused stays refused.
    if (upload.url !== null) upload.options.endpoint = null;
    ask(state, upload);
    return;
  }
  if (!isHeld(refusal.status)) await forget(upload);
  told.stopped(refusal.text, isHeld(refusal.status));
}

async function prepare(film: CutClip, told: SendingTold, state: State): Promise<Upload> {
  const tus = await import("tus-js-client");
  const upload: Upload = new tus.Upload(film.clip, {
    endpoint: paths.uploadClip(),
    metadata: { entry: film.entryId, consents: film.consentIds.join(",") },
    fingerprint: () => Promise.resolve(fingerprintOf(film)),
    removeFingerprintOnSuccess: true,
    retryDelays: RETRY_DELAYS,
    // A beginning that failed is not repeated unasked: it may have begun, and only few may be under way.
    onShouldRetry: ({ originalResponse }) => upload.url !== null && isWorthAnotherTry(originalResponse?.getStatus() ?? 0),
    onUploadUrlAvailable: () => {
      upload.options.endpoint = null;
      // What was pressed while the server had not answered holds from here.
      if (state.wanted !== "on") void upload.abort(false);
      answered(state);
    },
    onProgress: told.progress,
    onSuccess: () => {
      state.wanted = "over";
      answered(state);
      told.arrived();
    },
    onError: (error) => {
      answered(state);
      const { turn } = state;
      void refusalIn(error, upload.url).then(async ({ text, status }) => {
        if (!isHeld(status)) await forget(upload);
        if (state.turn === turn && state.wanted === "on") told.stopped(text, isHeld(status) && upload.url !== null);
      });
    },
  });
  return upload;
}

/** Removes from the server what arrived, if anything may have; false where that could not be done now. */
async function remove(upload: Upload, state: State): Promise<boolean> {
  // Broken off unanswered, a beginning would leave an upload of which nobody knows the address.
  await state.answer?.came;
  const [before] = upload.url === null ? await upload.findPreviousUploads() : [];
  if (before) upload.resumeFromPreviousUpload(before);
  const isRemoved = await upload.abort(true).then(() => upload.url !== null || !state.wasAsked, () => false);
  await forget(upload);
  return isRemoved;
}

/**
 * Begins to send a film, or goes on with it where this browser sent a part of it before. What is asked of it holds at once, also
 * before the server has answered for the first time.
 */
export function sendFilm(film: CutClip, told: SendingTold): Sending {
  const state: State = { wanted: "on", turn: 0, answer: null, wasAsked: false };
  const made = prepare(film, told, state);
  const goOn = (): void => {
    if (state.wanted === "over") return;
    state.wanted = "on";
    // Paused and on again before the first answer: it goes on by itself when that comes.
    if (state.answer !== null) return;
    const turn = state.turn += 1;
    made.then((upload) => start(upload, told, state, turn)).catch(() => { told.stopped(said.cutOff, false); });
  };
  goOn();
  return {
    goOn,
    pause: () => {
      if (state.wanted === "over") return;
      state.wanted = "paused";
      state.turn += 1;
      if (state.answer === null) made.then((upload) => upload.abort(false)).catch(() => undefined);
    },
    cancel: () => {
      state.wanted = "over";
      state.turn += 1;
      return made.then((upload) => remove(upload, state), () => true);
    },
  };
}
