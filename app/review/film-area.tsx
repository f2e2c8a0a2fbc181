import { type RefObject, useState } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { FilmPlayer } from "#app/clips/player.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { Moment } from "./model.ts";
import { useRuns } from "./moment-form.tsx";
import { showTimeExactly } from "./moments.ts";
import type { SubmittedFilm } from "./page-data.ts";
import { FilmTimeline } from "./timeline.tsx";

interface FilmAreaProps {
  readonly film: SubmittedFilm;
  readonly handle: RefObject<FilmHandle>;
  readonly moments: readonly Moment[];
  /** The form below that marks a moment; without one nothing can be marked. */
  readonly formId?: string | undefined;
}

/** Takes the film's time into the form and goes to its text. */
function markIn(formId: string, handle: RefObject<FilmHandle>): void {
  const [starts, note] = [document.getElementById(`${formId}-starts`), document.getElementById(`${formId}-note`)];
  if (starts instanceof HTMLInputElement && handle.current) starts.value = showTimeExactly(handle.current.nowMs());
  note?.focus();
}

/** The film with its timeline; where it is gone or may not be shown, that is said in its place. */
export function FilmArea({ film, handle, moments, formId }: FilmAreaProps) {
  const [nowMs, setNowMs] = useState(0);
  const runs = useRuns();
  if (film.deletedOn !== null) return <Card><p>{words.clips.deletedOn(film.deletedOn)}</p></Card>;
  if (!film.mayWatch) return <Notice>{words.review.page.cannotWatch}</Notice>;
  return (
    <>
      <FilmPlayer source={paths.film(film.id)} durationMs={film.durationMs} handle={handle} onTime={setNowMs}
        mark={formId === undefined ? undefined : { text: words.review.moments.mark, press: () => { markIn(formId, handle); } }} />
      {runs && <FilmTimeline moments={moments} durationMs={film.durationMs} nowMs={nowMs} handle={handle} />}
    </>
  );
}
