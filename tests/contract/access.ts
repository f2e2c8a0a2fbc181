import { CAST, type Scene, type Who } from "./cast.ts";
import type { Sent } from "./sending.ts";

/** An address of the scene. */
export type At = (scene: Scene) => string;

/** A status, or one for each of those whose case is another. */
export type Otherwise = number | ByWho;
type ByWho = Partial<Record<Who, number>> & { readonly rest: number };

/** The status for that person. */
export function statusFor(otherwise: Otherwise, who: Who): number {
  return typeof otherwise === "number" ? otherwise : otherwise[who] ?? otherwise.rest;
}

/** What one address that shows something owes to whom. */
export interface Reading {
  readonly at: At;
  /** Who is shown it. */
  readonly sees: readonly Who[];
  /** What a signed-in person who is not shown it gets: not there, not theirs to do, or sent to a page of their own. */
  readonly otherwise: Otherwise;
  /** What nobody (not signed in) gets; without it, sign-in. */
  readonly nobody?: number;
  /** What those who are shown it get; without it 200. */
  readonly status?: number;
}

/** What one address that writes owes to whom. */
export interface Writing {
  readonly at: At;
  /** Whose form is taken. */
  readonly may: readonly Who[];
  /** What is taken from them, plain, with files or as bytes, and whose being taken leaves a trace in the audit record. */
  readonly form: (scene: Scene, who: Who) => Sent;
  /** Without it POST. */
  readonly method?: "PATCH" | "DELETE";
  /** True for a form that is only looked at: its being taken leaves no trace. */
  readonly isOnlyLookedAt?: true;
  /** What a signed-in person gets who may not. */
  readonly otherwise: Otherwise;
  /** What nobody (not signed in) gets; without it, sign-in. */
  readonly nobody?: number;
  /** What those who may get; without it 302. */
  readonly status?: number;
}

/** Everybody but nobody. */
export const SIGNED_IN = CAST.filter((who) => who !== "nobody");
/** Whoever keeps a log. */
export const TRAINEES: readonly Who[] = ["owner", "peer", "stranger"];

/** Whoever a review is between. */
export const PAIR: readonly Who[] = ["owner", "supervisor"];

/** For the log of somebody else: another trainee finds nothing, and whoever keeps no log is told so. */
export const NOT_OWN: ByWho = { peer: 404, stranger: 404, rest: 403 };
/** For an entry that its owner's supervisor may see but not change. */
export const NOT_THEIRS: ByWho = { supervisor: 403, rest: 404 };
/** For the people of a programme: the administrator of another finds nothing. */
export const NOT_OURS: ByWho = { other_administrator: 404, rest: 403 };

/** Shown to those alone. */
export const only = (sees: readonly Who[], at: At, otherwise: Otherwise = 404): Reading => ({ at, sees, otherwise });

/** For something of a log that is nobody's. */
export const NOT_A_LOG_THERE: ByWho = { owner: 404, peer: 404, stranger: 404, rest: 403 };
