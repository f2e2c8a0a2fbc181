import type { Layer, Moment } from "./model.ts";
import { inFilmOrder } from "./moments.ts";

/** A moment on the timeline: where it begins and how far it reaches, in parts of the film, and in which row of its layer. */
export interface PlacedMoment<M extends Moment = Moment> {
  readonly moment: M;
  readonly from: number;
  readonly length: number;
  readonly row: number;
}

/** The least part of the film's line that one moment takes up: 24 pixels of a line of 280. */
const LEAST = 0.09;

/**
 * The moments of a layer that have a time, in rows in which none covers another: each takes the first row that is free where it
 * begins. `durationMs` is the film's length.
 */
export function placeMoments<M extends Moment>(moments: readonly M[], layer: Layer, durationMs: number): PlacedMoment<M>[] {
  const freeFrom: number[] = [];
  return inFilmOrder(moments.filter((moment) => moment.layer === layer && moment.startsMs !== null)).map((moment) => {
    const starts = (moment.startsMs ?? 0) / durationMs;
    const ends = moment.endsMs === null ? starts : moment.endsMs / durationMs;
    const length = Math.min(Math.max(ends - starts, LEAST), 1);
    const from = Math.min(starts, 1 - length);
    const free = freeFrom.findIndex((until) => until <= from);
    const row = free < 0 ? freeFrom.length : free;
    freeFrom[row] = from + length;
    return { moment, from, length, row };
  });
}
