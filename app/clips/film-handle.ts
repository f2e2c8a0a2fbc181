/** What stands beside a player may ask of it. */
export interface FilmHandle {
  /** The picture that is shown, in milliseconds. */
  nowMs(): number;
  /** Goes there and waits. */
  seek(ms: number): void;
  /** Plays that stretch round and round, in milliseconds. */
  loop(fromMs: number, toMs: number): void;
  /** Pauses for whoever writes; a film that played is taken on by `goOn`. */
  wait(): void;
  /** Plays on where it was made to wait, and takes the focus back to the player. */
  goOn(): void;
}
