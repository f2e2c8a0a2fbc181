import { MAX_CLIP_MINUTES } from "../model.ts";

/** A piece of a film on the device, in milliseconds of the film. */
export interface Piece {
  readonly fromMs: number;
  readonly toMs: number;
}

const MS_PER_MINUTE = 60_000;
/** The shortest piece that shows anything, in milliseconds. */
const MIN_PIECE_MS = 1000;

/** What is wrong with the marks of a piece. */
export type PieceProblem = "ends_before_start" | "too_short" | "outside" | "overlaps";

/** What is wrong with a piece of a film of that length beside the others; undefined where it can be cut. */
export function pieceProblem({ fromMs, toMs }: Piece, filmMs: number, others: readonly Piece[]): PieceProblem | undefined {
  if (fromMs < 0 || toMs > filmMs) return "outside";
  if (toMs <= fromMs) return "ends_before_start";
  if (toMs - fromMs < MIN_PIECE_MS) return "too_short";
  return others.some((other) => fromMs < other.toMs && other.fromMs < toMs) ? "overlaps" : undefined;
}

/** The pieces in the film's order. */
export function inFilmOrder<T extends Piece>(pieces: readonly T[]): T[] {
  return [...pieces].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}

/**
 * The pieces as they are cut: each begins at the key frame that it snaps to, and pieces that then meet or lie over each other become
 * one, so that no picture comes twice. In the film's order.
 */
export function asCut(snapped: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of inFilmOrder(snapped)) {
    const last = joined.at(-1);
    if (last && piece.fromMs <= last.toMs) joined.splice(-1, 1, { fromMs: last.fromMs, toMs: Math.max(last.toMs, piece.toMs) });
    else joined.push(piece);
  }
  return joined;
}

/** How long the pieces are together, in milliseconds. */
export function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

/** True where the pieces together are longer than an excerpt may be (docs/field.md, "Clips"). */
export function isTooLong(pieces: readonly Piece[]): boolean {
  return lengthOf(pieces) > MAX_CLIP_MINUTES * MS_PER_MINUTE;
}
