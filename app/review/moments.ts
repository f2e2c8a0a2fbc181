import { showTime } from "#app/clips/film-times.ts";

import type { Moment, MomentContent } from "./model.ts";

/** When a moment is: "0:14", "0:14-0:22", or undefined where it has no time. */
export function showRange({ startsMs, endsMs }: Pick<Moment, "startsMs" | "endsMs">): string | undefined {
  if (startsMs === null) return undefined;
  const [from, to] = [showTime(startsMs), endsMs === null ? null : showTime(endsMs)];
  return to === null || to === from ? from : `${from}\u2013${to}`;
}

/** Why the times of a moment cannot stand; undefined where they can. `lengthMs` is the film's length where it is known. */
export function timeProblem({ startsMs, endsMs }: Pick<MomentContent, "startsMs" | "endsMs">, lengthMs: number): "ends_before_it_starts" | "past_the_film" | undefined {
  if (endsMs !== null && (startsMs === null || endsMs < startsMs)) return "ends_before_it_starts";
  return Math.max(startsMs ?? 0, endsMs ?? 0) > lengthMs ? "past_the_film" : undefined;
}

/** How long a moment without an end is told of, in milliseconds. */
const TOLD_MS = 3000;

/** What is said of the place at which the film stands, in the order of the film. */
export function momentsAt<M extends Shown>(moments: readonly M[], nowMs: number): M[] {
  return inFilmOrder(moments.filter(({ startsMs, endsMs }) => startsMs !== null && startsMs <= nowMs && nowMs <= (endsMs ?? startsMs + TOLD_MS)));
}

type Shown = Pick<Moment, "id" | "kind" | "sharing" | "voided" | "startsMs" | "endsMs" | "markedAt">;

function inOrder(a: Shown, b: Shown): number {
  const keys = (m: Shown): readonly [number, number, string] => [m.startsMs ?? Number.MAX_SAFE_INTEGER, m.endsMs ?? m.startsMs ?? Number.MAX_SAFE_INTEGER, `${m.markedAt} ${m.id}`];
  const [first, second] = [keys(a), keys(b)];
  return first[0] - second[0] || first[1] - second[1] || (first[2] < second[2] ? -1 : 1);
}

/** In the order of the film; those without a time after it, as they were marked. */
export function inFilmOrder<M extends Shown>(moments: readonly M[]): M[] {
  return [...moments].sort(inOrder);
}

/** What the trainee is shown once the review is sent: never what is private or was taken back. */
export function sharedOf<M extends Shown>(moments: readonly M[]): M[] {
  return inFilmOrder(moments.filter((moment) => moment.sharing === "shared" && !moment.voided));
}

/** True where an attuned moment is shared: without one nothing can be sent (docs/field.md, "Strengths first"). */
export function hasAttunedMoment(moments: readonly Shown[]): boolean {
  return sharedOf(moments).some((moment) => moment.kind === "attuned_moment");
}

/** True where what is shared began with an attuned moment: no note is shared before one (docs/field.md, "Strengths first"). */
export function beginsWithStrength(moments: readonly Shown[]): boolean {
  return sharedOf(moments).length === 0 || hasAttunedMoment(moments);
}

/** True where both say the same. */
export function isSameMoment(a: MomentContent, b: MomentContent): boolean {
  return a.kind === b.kind && a.layer === b.layer && a.startsMs === b.startsMs && a.endsMs === b.endsMs
    && a.principle === b.principle && a.sharing === b.sharing && a.note === b.note;
}

/** How many attuned moments are shared. */
export function countAttuned(moments: readonly Shown[]): number {
  return sharedOf(moments).filter((moment) => moment.kind === "attuned_moment").length;
}
