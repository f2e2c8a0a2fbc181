import { type Instant, instantOf } from "#app/platform/clock.ts";

/** Failures are counted over a quarter of an hour, then forgotten. */
const WINDOW_MINUTES = 15;

const MS_PER_SECOND = 1000;
const WINDOW_MS = WINDOW_MINUTES * 60 * MS_PER_SECOND;

/** What is tried: each has counts of its own. */
export type Tried = "sign_in" | "reset" | "code" | "password";

/** So many tries before waiting begins, and the longest wait: everybody is slowed down, nobody is locked out. */
export interface Limit {
  readonly freeTries: number;
  readonly maxWaitSeconds: number;
}

/** What is counted: the account as tried from one address, the account from everywhere, the address for all accounts. */
export interface Limits {
  readonly together: Limit;
  readonly account: Limit;
  readonly address: Limit;
}

const together: Limit = { freeTries: 5, maxWaitSeconds: 30 };
/** A whole hospital may stand behind one address. */
const address: Limit = { freeTries: 100, maxWaitSeconds: 30 };

/**
 * An account as a whole has more free tries than one address is heard for in a quarter of an hour, so that nobody
 * alone keeps its owner waiting elsewhere; whoever guesses from many addresses is slowed all the same. Links for a new
 * password are the other way round: whoever asks, they go to the owner, whose letters must not pile up.
 */
export const LIMITS: Readonly<Record<Tried, Limits>> = {
  sign_in: { together, account: { freeTries: 60, maxWaitSeconds: 5 }, address },
  code: { together, account: { freeTries: 60, maxWaitSeconds: 30 }, address },
  password: { together, account: { freeTries: 60, maxWaitSeconds: 30 }, address },
  reset: { together, account: { freeTries: 5, maxWaitSeconds: 300 }, address },
};

/** What is kept of the tries against one account or address. */
export interface Tries {
  readonly failures: number;
  readonly windowStartedAt: Instant;
  /** When the last one that was heard failed. */
  readonly lastFailureAt: Instant;
}

/** Tries whose window began at or before this instant are forgotten. */
export function forgottenAt(now: Date): Instant {
  return instantOf(new Date(now.getTime() - WINDOW_MS));
}

/**
 * Whole seconds until the next try is heard: none up to the free tries, then 1, 2, 4, … up to the longest wait, from
 * the last one that was heard. A try that comes too early does not move that end.
 */
export function waitSeconds(tries: Tries | undefined, { freeTries, maxWaitSeconds }: Limit, now: Date): number {
  if (!tries || tries.failures < freeTries || tries.windowStartedAt <= forgottenAt(now)) return 0;
  const delay = Math.min(maxWaitSeconds, 2 ** (tries.failures - freeTries));
  const passed = (now.getTime() - Date.parse(tries.lastFailureAt)) / MS_PER_SECOND;
  return Math.max(0, Math.ceil(delay - passed));
}

const IPV6_GROUPS = 8;
/** The first 64 bits: any machine may choose the others as it likes. */
const NETWORK_GROUPS = 4;

/** What an address is counted as: an IPv4 address itself, for IPv6 its /64. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(":")) return mapped ?? address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const groups = (text: string): string[] => text.split(":").filter((group) => group !== "");
  const zeros = Math.max(0, IPV6_GROUPS - groups(head).length - groups(tail).length);
  return [...groups(head), ...Array<string>(zeros).fill("0"), ...groups(tail)].slice(0, NETWORK_GROUPS).join(":");
}
