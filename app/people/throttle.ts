import type { Instant } from "#app/platform/clock.ts";

/** Failures are counted over a quarter of an hour, then forgotten. */
const WINDOW_MINUTES = 15;
/** So many tries for one account before waiting begins … */
export const ACCOUNT_FREE_TRIES = 5;
/** … and for one address: a whole hospital may stand behind it. */
export const ADDRESS_FREE_TRIES = 100;
/** The longest wait: an account is slowed down, never locked. */
const MAX_WAIT_SECONDS = 30;

const MS_PER_SECOND = 1000;
const WINDOW_MS = WINDOW_MINUTES * 60 * MS_PER_SECOND;

/** What is kept of the tries against one account or address. */
export interface Tries {
  readonly failures: number;
  readonly windowStartedAt: Instant;
  readonly lastFailureAt: Instant;
}

/** Tries whose window began at or before this instant are forgotten. */
export function forgottenAt(now: Date): Instant {
  return new Date(now.getTime() - WINDOW_MS).toISOString();
}

/**
 * Whole seconds until the next try is heard: none up to `freeTries` failures, then 1, 2, 4, … 30 seconds from the
 * last one. A try that comes too early is not counted, so it does not make the wait longer.
 */
export function waitSeconds(tries: Tries | undefined, freeTries: number, now: Date): number {
  if (!tries || tries.failures < freeTries || tries.windowStartedAt <= forgottenAt(now)) return 0;
  const delay = Math.min(MAX_WAIT_SECONDS, 2 ** (tries.failures - freeTries));
  const passed = (now.getTime() - Date.parse(tries.lastFailureAt)) / MS_PER_SECOND;
  return Math.max(0, Math.ceil(delay - passed));
}
