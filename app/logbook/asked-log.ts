import type { Entry } from "./model.ts";

/** In which of four groups an entry of the log stands. */
export const LOG_STATES = ["counts", "waiting", "not", "voided"] as const;
export type LogState = (typeof LOG_STATES)[number];

/** What somebody wants to see of the log, as it stands in the address; null asks for nothing. */
export interface AskedLog {
  readonly words: string | null;
  readonly kind: Entry["kind"] | null;
  readonly client: string | null;
  readonly state: LogState | null;
  readonly stage: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The whole log. */
export const WHOLE_LOG: AskedLog = { words: null, kind: null, client: null, state: null, stage: null, from: null, to: null };

/** The same part of the log as values of an address. */
export function queryOf(asked: AskedLog): Record<string, string | number> {
  const given = Object.entries<string | number | null>({ ...asked });
  return Object.fromEntries(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
