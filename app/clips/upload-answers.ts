import { clips } from "#app/words/en/clips.ts";

import type { FilmRefusal } from "./model.ts";

type UploadAnswer = keyof typeof clips.uploads;

// 409 and 423 are left to what may go well when it is tried again: a tus client does so by itself.
const FILM_STATUS: Readonly<Record<FilmRefusal, number>> = {
  empty: 400, cut_short: 400, too_large: 413, too_long: 413, not_a_film: 415, no_picture: 415, codec_not_taken: 415, too_laborious: 415, hidden_data: 415, names_place: 415,
};
const UPLOAD_STATUS: Readonly<Record<UploadAnswer, number>> = {
  sign_in_again: 401, not_allowed: 403, entry_unknown: 404, review_missing: 403, nobody_recorded: 403, not_for_purpose: 403, withdrawn: 403, voided: 403,
  not_yet_given: 403, too_many_uploads: 429, unreadable: 400, gone: 404, expired: 410, wrong_place: 409, past_the_end: 413, busy: 423, disk_full: 507, finished: 403, failed: 500,
};

/** An upload is not begun, not gone on with, or its film is not taken: a status, and a sentence that may be shown as it is. */
export class UploadRefused extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(readonly because: FilmRefusal | UploadAnswer) {
    super(because);
    const isFilm = because in FILM_STATUS;
    this.status_code = isFilm ? FILM_STATUS[because as FilmRefusal] : UPLOAD_STATUS[because as UploadAnswer];
    this.body = isFilm ? clips.refusals[because as FilmRefusal] : clips.uploads[because as UploadAnswer];
  }
}

/** The refusal as an answer of its own. */
export function answerOf({ status_code, body }: UploadRefused): Response {
  return new Response(body, { status: status_code, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });
}
