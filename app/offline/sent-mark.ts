const MARK = "attune-sent";

/** A form that went off from this tab, and what is kept of it until the server says that it took it. */
export interface SentMark {
  readonly id: string;
  readonly place: string;
}

function isMark(found: unknown): found is SentMark {
  return typeof found === "object" && found !== null && "id" in found && typeof found.id === "string" && "place" in found && typeof found.place === "string";
}

/** The form that went off last from this tab, if its answer is still awaited. */
export function findSent(): SentMark | null {
  const found: unknown = JSON.parse(sessionStorage.getItem(MARK) ?? "null");
  return isMark(found) ? found : null;
}

/** Notes which form goes off now. */
export function markSent(mark: SentMark): void {
  sessionStorage.setItem(MARK, JSON.stringify(mark));
}

/** Nothing is awaited any more; with a place, only where it is that form's answer. */
export function unmarkSent(place?: string): void {
  if (place === undefined || findSent()?.place === place) sessionStorage.removeItem(MARK);
}

/** True where the page says that what was sent is saved: every command of the log leads on with that word. */
export function isSaved({ pathname, search }: { readonly pathname: string; readonly search: string }, { place }: SentMark): boolean {
  return pathname !== place && new URLSearchParams(search).has("saved");
}
