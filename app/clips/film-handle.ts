/** What stands beside a player may ask of it. */
export interface FilmHandle {
  /** Where the film stands, in milliseconds. */
  nowMs(): number;
  /** Goes there and waits. */
  seek(ms: number): void;
  pause(): void;
}
