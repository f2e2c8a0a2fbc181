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
  /** Does it in a thread of its own. Rejects with `NoAnswer` where it takes too long or too much, or too many wait; and with what the work throws. */
  run<Input, Output>(task: Task<Input, Output>, input: Input): Promise<Output>;
}

/** Why work beside the server was broken off, or never begun: it took too long, it needed more memory than a thread has, or too many wait. */
export type WhyNoAnswer = "too_slow" | "too_much" | "busy";

/** The work was not done, by no fault of the program's. */
export class NoAnswer extends Error {
  constructor(readonly why: WhyNoAnswer) {
    super(`a worker gave no answer: ${why}`);
  }
}

/** Where a program lies. */
export interface Program {
  readonly file: URL;
}

const MAX_AT_ONCE = 2;
/** Each holds what it brought in memory while it waits, and its visitor waits too. */
const MAX_WAITING = 8;
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

/** Opens threads for the programs that `find` names: a few at once, a few more wait for their turn, and the others are sent away. */
export function openWorkers(find: (program: string) => Program): Workers {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async (): Promise<void> => {
    if (running < MAX_AT_ONCE) running += 1;
    else if (waiting.length >= MAX_WAITING) throw new NoAnswer("busy");
    else await new Promise<void>((resolve) => { waiting.push(resolve); });
  };
  // Whoever waits takes over the place itself: were it free for a moment, somebody else could take it too.
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    async run<Input, Output>({ program }: Task<Input, Output>, input: Input): Promise<Output> {
      await turn();
      try {
        return await inThread<Output>(find(program), input);
      } finally {
        leave();
      }
    },
  };
}
