import { type RefObject, useState } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { FilmPlayer } from "#app/clips/player.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { Moment } from "./model.ts";
import { useRuns } from "./moment-form.tsx";
import type { SubmittedFilm } from "./page-data.ts";
import { FilmTimeline } from "./timeline.tsx";

interface FilmAreaProps {
  readonly film: SubmittedFilm;
  readonly handle: RefObject<FilmHandle>;
  readonly moments: readonly Moment[];
}

/** The film with its timeline; where it is gone or may not be shown, that is said in its place. */
export function FilmArea({ film, handle, moments }: FilmAreaProps) {
  const [nowMs, setNowMs] = useState(0);
  const runs = useRuns();
  if (film.deletedOn !== null) return <Card><p>{words.clips.deletedOn(film.deletedOn)}</p></Card>;
  if (!film.mayWatch) return <Notice>{words.review.page.cannotWatch}</Notice>;
  return (
    <>
      <FilmPlayer source={paths.film(film.id)} durationMs={film.durationMs} handle={handle} onTime={setNowMs} />
      {runs && <FilmTimeline moments={moments} durationMs={film.durationMs} nowMs={nowMs} handle={handle} />}
    </>
  );
}
