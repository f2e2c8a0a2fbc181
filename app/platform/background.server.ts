import { randomInt } from "node:crypto";

import { logUnexpected } from "./log.server.ts";

/** Which work it is and which request asked for it, for the log. */
interface Asked {
  readonly requestId: string;
  readonly task: string;
}

/** Work that an answer must not wait for, so that its time tells nothing about what there was to do. */
export interface Background {
  /** Starts the work a little later. Never throws: what fails is logged. */
  start(asked: Asked, work: () => Promise<void>): void;
  /** Work of a request that may outlast its connection: shutting down waits for it. How it ends is for the request to say. */
  hold(work: Promise<unknown>): void;
  /** Starts at once what still waits, and resolves when nothing runs any more: for shutting down, and for tests. */
  finish(): Promise<void>;
}

const SOONEST_MS = 100;
const LATEST_MS = 1000;

/** When the work begins: some tenths of a second later, never the same. */
export function someTimeMs(): number {
  return randomInt(SOONEST_MS, LATEST_MS);
}

async function run({ requestId, task }: Asked, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logUnexpected(error, { requestId, method: "TASK", target: task });
  }
}

/** Takes work, each piece of which starts after as many milliseconds as `delayMs` says. */
export function openBackground(delayMs: () => number): Background {
  const waiting = new Set<() => void>();
  const running = new Set<Promise<void>>();
  const hold = (work: Promise<unknown>): void => {
    const over = (): void => { running.delete(held); };
    const held = work.then(over, over);
    running.add(held);
  };
  return {
    hold,
    start: (asked, work) => {
      const begin = (): void => {
        clearTimeout(timer);
        waiting.delete(begin);
        hold(run(asked, work));
      };
      // Who shuts down finishes what waits: the timer itself keeps no process alive.
      const timer = setTimeout(begin, delayMs()).unref();
      waiting.add(begin);
    },
    finish: async () => {
      while (waiting.size + running.size > 0) {
        for (const begin of [...waiting]) begin();
        await Promise.all(running);
      }
    },
  };
}
