import { inFilmOrder, type Piece, pieceProblem, type PieceProblem } from "./pieces.ts";

/** A piece that was marked, and where it really begins. */
export interface MarkedPiece extends Piece {
  readonly id: string;
  /** The key frame that it begins at, in milliseconds; undefined while it is looked for, null where there is none. */
  readonly startsMs: number | null | undefined;
}

/** What is marked of a film. */
export interface Marks {
  readonly pieces: readonly MarkedPiece[];
  /** True while they stand as they were found. */
  readonly isUntouched: boolean;
  /** Where a piece was begun that has no end yet, in milliseconds. */
  readonly begunMs: number | null;
  /** Why the last mark did not make a piece. */
  readonly problem: PieceProblem | "no_start" | null;
}

/** A film of which nothing is marked. */
export const NO_MARKS: Marks = { pieces: [], isUntouched: true, begunMs: null, problem: null };

/** Begins a piece. */
export function startPiece(marks: Marks, nowMs: number): Marks {
  return { ...marks, begunMs: nowMs, problem: null };
}

/** Adds a piece that its film has room for; else says why not. */
export function addPiece(marks: Marks, piece: Piece & { readonly id: string }, filmMs: number): Marks {
  const problem = pieceProblem(piece, filmMs, marks.pieces);
  if (problem !== undefined) return { ...marks, problem };
  return { ...marks, pieces: inFilmOrder([...marks.pieces, { ...piece, startsMs: undefined }]), isUntouched: false, problem: null };
}

/** Ends the piece that was begun; marked backwards, it is turned round. */
export function endPiece(marks: Marks, nowMs: number, filmMs: number, id: string): Marks {
  const { begunMs } = marks;
  if (begunMs === null) return { ...marks, problem: "no_start" };
  const added = addPiece(marks, { id, fromMs: Math.min(begunMs, nowMs), toMs: Math.max(begunMs, nowMs) }, filmMs);
  return added.problem === null ? { ...added, begunMs: null } : added;
}

/** Takes a piece out. */
export function removePiece(marks: Marks, id: string): Marks {
  return { ...marks, pieces: marks.pieces.filter((piece) => piece.id !== id), isUntouched: false, problem: null };
}

/** Puts other times in a piece's place, if they can stand. */
export function changePiece(marks: Marks, id: string, times: Piece, filmMs: number): Marks {
  const changed = addPiece(removePiece(marks, id), { id, ...times }, filmMs);
  return changed.problem === null ? changed : { ...marks, problem: changed.problem };
}

/** Notes where a piece really begins. */
export function snapPiece(marks: Marks, id: string, startsMs: number | null): Marks {
  return { ...marks, pieces: marks.pieces.map((piece) => (piece.id === id ? { ...piece, startsMs } : piece)) };
}
