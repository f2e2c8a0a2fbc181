import type { Piece } from "./pieces.ts";

const PLACE = "attune-pieces";
/** As long as an upload under way is kept. */
const KEPT_MS = 24 * 3_600_000;

/** What was cut out of a film that is on its way: only numbers, never its name. */
export interface CutMarks {
  readonly pieces: readonly Piece[];
  readonly withSound: boolean;
}

interface Remembered extends CutMarks {
  readonly film: string;
  readonly at: number;
}

/** By what a film on the device is told from another; never its name. */
type OnDevice = Pick<File, "size" | "lastModified">;

/** What a clip is cut from and how: under it the same pieces of the same film are found again. */
export function sourceOf(film: OnDevice, { pieces, withSound }: CutMarks): string {
  return [filmMark(film), ...pieces.flatMap(({ fromMs, toMs }) => [Math.round(fromMs), Math.round(toMs)]), withSound ? "sound" : "silent"].join("-");
}

/** By what a film is known again that is chosen once more. */
function filmMark({ size, lastModified }: OnDevice): string {
  return `${String(size)}-${String(lastModified)}`;
}

function isPiece(value: unknown): value is Piece {
  return typeof value === "object" && value !== null && "fromMs" in value && typeof value.fromMs === "number" && "toMs" in value && typeof value.toMs === "number";
}

function isRemembered(value: unknown): value is Remembered {
  return typeof value === "object" && value !== null && "film" in value && "at" in value && typeof value.at === "number" && "withSound" in value
    && typeof value.withSound === "boolean" && "pieces" in value && Array.isArray(value.pieces) && value.pieces.every(isPiece);
}

function read(): Remembered | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    return isRemembered(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The pieces of that film if it was being sent from this browser within a day; whatever is older goes. */
export function recallMarks(film: OnDevice, now: Date): CutMarks | undefined {
  const found = read();
  if (found && now.getTime() - found.at >= KEPT_MS) forgetMarks();
  else if (found?.film === filmMark(film)) return found;
  return undefined;
}

/** Notes what is cut out of a film that is sent now, so that the same pieces go on where they stopped. */
export function rememberMarks(film: OnDevice, { pieces, withSound }: CutMarks, now: Date): void {
  const value: Remembered = { film: filmMark(film), at: now.getTime(), withSound, pieces: pieces.map(({ fromMs, toMs }) => ({ fromMs, toMs })) };
  try {
    localStorage.setItem(PLACE, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the pieces are marked again.
  }
}

/** The film has arrived, or was cancelled. */
export function forgetMarks(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept.
  }
}
