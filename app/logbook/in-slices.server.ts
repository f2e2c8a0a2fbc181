import { setImmediate } from "node:timers/promises";

/** A statement holds only so many values: SQLite takes 32,766. */
const ROWS_AT_ONCE = 500;

/** Writes many rows, so many to a statement. After each whoever only reads is answered. */
export async function inSlices<T>(rows: readonly T[], write: (slice: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await write(rows.slice(at, at + ROWS_AT_ONCE));
    // The driver works in the foreground: without this nobody had a turn before the last row.
    await setImmediate();
  }
}
