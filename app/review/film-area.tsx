import { Link } from "@remix-run/react";
import { type ReactNode, type RefObject, useState } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { readTime, showTimeExactly } from "#app/clips/film-times.ts";
import { FilmPlayer } from "#app/clips/player.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { markedTimes, type MarkingAct } from "./marking.ts";
import type { Moment } from "./model.ts";
import { useRuns } from "./moment-form.tsx";
import { MomentsHere } from "./moment-list.tsx";
import { momentsAt } from "./moments.ts";
import type { SubmittedFilm } from "./page-data.ts";
import { FilmTimeline } from "./timeline.tsx";

const said = words.clips;

interface FilmAreaProps {
  readonly film: SubmittedFilm;
  readonly handle: RefObject<FilmHandle>;
  readonly moments: readonly Moment[];
  /** Whether the moments are told with one working point. */
  readonly hasPoint: boolean;
  /** The form below that marks a moment; without one nothing can be marked. */
  readonly formId?: string | undefined;
  /** Whether it is read by somebody who is asked to decide on a stage. */
  readonly isAsked: boolean;
  /** What belongs beside every player. */
  readonly children: ReactNode;
}

function inputOf(id: string): HTMLInputElement | undefined {
  const found = document.getElementById(id);
  return found instanceof HTMLInputElement ? found : undefined;
}

/** What is asked next of a moment: its principle while none is chosen, then its text. */
function askNext(formId: string): void {
  const principle = inputOf(`${formId}-principle`);
  const isChosen = principle?.form?.querySelector(`input[name="${principle.name}"]:checked`) !== null;
  (isChosen ? document.getElementById(`${formId}-note`) : principle)?.focus();
}

/** Takes the film's time into the form; once a moment is marked, goes to what is asked next. */
function markIn(formId: string, act: MarkingAct, handle: RefObject<FilmHandle>): void {
  const [starts, ends] = [inputOf(`${formId}-starts`), inputOf(`${formId}-ends`)];
  if (!starts || !ends || !handle.current) return;
  const times = markedTimes(act, handle.current.nowMs(), { startsMs: readTime(starts.value) ?? null, endsMs: readTime(ends.value) ?? null });
  starts.value = times.startsMs === null ? "" : showTimeExactly(times.startsMs);
  ends.value = times.endsMs === null ? "" : showTimeExactly(times.endsMs);
  if (act !== "start") askNext(formId);
}

/** In place of a film that was erased: since when, why, and its receipt. */
function Erased({ film: { id, erased } }: Pick<FilmAreaProps, "film">) {
  if (erased === null) return null;
  return (
    <Card>
      <p><b>{said.deletedOn(erased.on, erased.because)}</b></p>
      <p className="muted">{said.deletedText} {erased.hasReceipt && <Link to={paths.clipReceipt(id)}>{said.toReceipt}</Link>}</p>
    </Card>
  );
}

/** The film with its timeline; where it is gone or may not be shown, that is said in its place. */
export function FilmArea({ film, handle, moments, hasPoint, formId, isAsked, children }: FilmAreaProps) {
  const [nowMs, setNowMs] = useState(0);
  const [begun, setBegun] = useState<string>();
  const runs = useRuns();
  if (film.erased !== null) return <><Erased film={film} />{children}</>;
  if (!film.mayWatch) return <><Notice>{isAsked ? words.review.page.notForReviewers : words.review.page.cannotWatch}</Notice>{children}</>;
  const mark = (act: MarkingAct): void => {
    if (formId !== undefined) markIn(formId, act, handle);
    setBegun(act === "start" ? showTimeExactly(handle.current?.nowMs() ?? 0) : undefined);
  };
  const marking = formId === undefined ? undefined : { words: words.player.marks.moment, now: () => { mark("now"); }, start: () => { mark("start"); }, end: () => { mark("end"); } };
  return (
    <FilmPlayer source={paths.film(film.id)} durationMs={film.durationMs} handle={handle} onTime={setNowMs} shownTo={said.shownTo(film.shownTo.name, film.shownTo.on)}
      marking={marking} stops={moments.flatMap(({ startsMs }) => (startsMs === null ? [] : [startsMs]))}>
      {runs && marking && <p role="status" className="small film-begun">{begun === undefined ? "" : words.review.moments.begun(begun)}</p>}
      {runs && <FilmTimeline moments={moments} durationMs={film.durationMs} nowMs={nowMs} handle={handle} hasPoint={hasPoint} />}
      {runs && !marking && moments.length > 0 && <MomentsHere moments={momentsAt(moments, nowMs)} film={handle} />}
      {children}
    </FilmPlayer>
  );
}
