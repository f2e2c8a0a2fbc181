import type { RefObject } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { ReadAloud } from "#app/ui/layout.tsx";
import { words } from "#app/words/words.ts";

import { LAYERS, type Layer, type Moment } from "./model.ts";
import { countAttuned, showRange } from "./moments.ts";
import { letterOf, placeOf } from "./principles.ts";
import { placeMoments, type PlacedMoment } from "./timeline-rows.ts";

const { timeline: said, layers, principles, kinds } = words.review;

interface LaneProps {
  readonly layer: Layer;
  readonly moments: readonly Moment[];
  readonly durationMs: number;
  readonly nowMs: number;
  readonly handle: RefObject<FilmHandle>;
}

// The security policy takes no style attributes: positions are set through the style's own interface.
function placedBy({ from, length, row }: PlacedMoment) {
  return (element: HTMLElement | null): void => {
    element?.style.setProperty("--from", String(from));
    element?.style.setProperty("--length", String(length));
    element?.style.setProperty("--row", String(row));
  };
}

function Mark({ placed, handle }: { readonly placed: PlacedMoment; readonly handle: RefObject<FilmHandle> }) {
  const { principle, kind, startsMs } = placed.moment;
  const text = said.mark(showRange(placed.moment) ?? "", kinds[kind], principle === null ? undefined : principles[principle]);
  return (
    <li ref={placedBy(placed)}>
      <button type="button" className={principle === null ? "mark mark-plain" : `mark mark-p${String(placeOf(principle))}`} title={text} onClick={() => { handle.current?.seek(startsMs ?? 0); }}>
        <span aria-hidden="true">{principle === null ? "\u2013" : letterOf(principle)}</span><ReadAloud>{text}</ReadAloud>
      </button>
    </li>
  );
}

/** The moments of one layer, in the film's order, each a button that goes there. */
function Lane({ layer, moments, durationMs, nowMs, handle }: LaneProps) {
  const placed = placeMoments(moments, layer, durationMs);
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
  const setUp = (element: HTMLElement | null): void => {
    element?.style.setProperty("--rows", String(rows));
    element?.style.setProperty("--now", String(Math.min(nowMs / durationMs, 1)));
  };
  return (
    <div className="lane-row">
      <span className="small" id={`lane-${layer}`}>{layers[layer]}</span>
      <div className="lane" ref={setUp}>
        <ol aria-labelledby={`lane-${layer}`}>{placed.map((one) => <Mark key={one.moment.id} placed={one} handle={handle} />)}</ol>
        <span className="lane-now" aria-hidden="true" />
      </div>
    </div>
  );
}

interface FilmTimelineProps extends Omit<LaneProps, "layer"> {
  /** Whether the moments are told with one working point. */
  readonly hasPoint: boolean;
}

/** Two layers of moments below the film, and their balance. Only shown where the page's script runs: without it the list says the same. */
export function FilmTimeline({ moments, durationMs, nowMs, handle, hasPoint }: FilmTimelineProps) {
  return (
    <section className="lanes" aria-label={said.label}>
      {LAYERS.map((layer) => <Lane key={layer} layer={layer} moments={moments} durationMs={durationMs} nowMs={nowMs} handle={handle} />)}
      <p className="lane-row small muted"><span>{said.balance}</span><span>{words.review.moments.balance(countAttuned(moments), hasPoint)}</span></p>
    </section>
  );
}
