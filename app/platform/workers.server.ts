import { type ResourceLimits, Worker } from "node:worker_threads";

/** Work that is done beside the server, in a thread of its own: what goes in and what comes out are plain data. */
export interface Task<Input, Output> {
  /** The program of the thread, by its name in the build. */
  readonly program: string;
  /** Never there: says what comes out. */
  readonly output?: Output;
  /** Never there: says what goes in. */
  readonly input?: Input;
}

/** Threads for work that would hold up everybody else. */
export interface Workers {
  /** Does it in a thread of its own, for that person (their id). Rejects with `NoAnswer` where it takes too long or too much, or too many wait; and with what the work throws. */
  run<Input, Output>(task: Task<Input, Output>, input: Input, whose: string): Promise<Output>;
}

/** Why work beside the server was broken off, or never begun: it took too long, it needed more memory than a thread has, too many wait, or too much of the person's own does. */
export const WHY_NO_ANSWER = ["too_slow", "too_much", "busy", "busy_own"] as const;
export type WhyNoAnswer = (typeof WHY_NO_ANSWER)[number];

const NO_ANSWER = "NoAnswer";

/** The work was not done, by no fault of the program's. */
export class NoAnswer extends Error {
  override readonly name = NO_ANSWER;

  constructor(readonly why: WhyNoAnswer) {
    super(`a worker gave no answer: ${why}`);
  }

  // The server and the app are built apart, each with this class of its own: what one throws the other has to know.
  static override [Symbol.hasInstance](error: unknown): boolean {
    return error instanceof Error && error.name === NO_ANSWER && "why" in error && WHY_NO_ANSWER.some((why) => why === error.why);
  }
}

/** Where a program lies. */
export interface Program {
  readonly file: URL;
}

const MAX_AT_ONCE = 2;
/** Each holds what it brought in memory while it waits, and its visitor waits too. */
const MAX_WAITING = 8;
/** Of one person, begun or waiting: nobody fills the places of all. */
const MAX_OF_ONE = 3;
const MAX_SECONDS = 30;
const MS_PER_SECOND = 1_000;
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

function whyOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error("a worker threw what is no error", { cause: error });
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new NoAnswer("too_much") : error;
}

function inThread<Output>({ file }: Program, input: unknown): Promise<Output> {
  const worker = new Worker(file, { workerData: input, resourceLimits: LIMITS });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Output>((resolve, reject) => {
    timer = setTimeout(() => { reject(new NoAnswer("too_slow")); }, MAX_SECONDS * MS_PER_SECOND);
    worker.once("message", resolve);
    worker.once("error", (error) => { reject(whyOf(error)); });
    worker.once("exit", (code) => { reject(new Error(`a worker ended with ${String(code)} before it answered`)); });
  }).finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}

interface Waiter {
  readonly whose: string;
  readonly begin: () => void;
}

/** Who has work here: begun, or waiting for its turn. */
class Queue {
  private readonly waiting: Waiter[] = [];
  private readonly running: string[] = [];

  /** Resolves when it is their turn. Throws where too many wait, or too much of their own is here. */
  async enter(whose: string): Promise<void> {
    const own = [...this.running, ...this.waiting.map((one) => one.whose)].filter((one) => one === whose).length;
    if (own >= MAX_OF_ONE) throw new NoAnswer("busy_own");
    if (this.running.length < MAX_AT_ONCE) {
      this.running.push(whose);
      return;
    }
    if (this.waiting.length >= MAX_WAITING) throw new NoAnswer("busy");
    await new Promise<void>((begin) => { this.waiting.push({ whose, begin }); });
  }

  // Whoever waits takes over the place itself: were it free for a moment, somebody else could take it too.
  leave(whose: string): void {
    this.running.splice(this.running.indexOf(whose), 1);
    const next = this.waiting.findIndex((one) => !this.running.includes(one.whose));
    const [one] = this.waiting.splice(Math.max(0, next), 1);
    if (!one) return;
    this.running.push(one.whose);
    one.begin();
  }
}

/**
 * Opens threads for the programs that `find` names: a few at once, a few more wait for their turn, and the others are sent
 * away. A place that becomes free goes to the first who has none, so that one person's files hold up nobody else.
 */
export function openWorkers(find: (program: string) => Program): Workers {
  const queue = new Queue();
  return {
    async run<Input, Output>({ program }: Task<Input, Output>, input: Input, whose: string): Promise<Output> {
      await queue.enter(whose);
      try {
        return await inThread<Output>(find(program), input);
      } finally {
        queue.leave(whose);
      }
    },
  };
}
