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
  /** Does it in a thread of its own. Rejects with `WorkerTooSlow` where it takes too long, and with what the work throws. */
  run<Input, Output>(task: Task<Input, Output>, input: Input): Promise<Output>;
}

/** The work took longer than it may, and was broken off. */
export class WorkerTooSlow extends Error {}

/** Where a program lies. */
export interface Program {
  readonly file: URL;
}

const MAX_AT_ONCE = 2;
const MAX_SECONDS = 30;
const MS_PER_SECOND = 1_000;
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

function inThread<Output>({ file }: Program, input: unknown): Promise<Output> {
  const worker = new Worker(file, { workerData: input, resourceLimits: LIMITS });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Output>((resolve, reject) => {
    timer = setTimeout(() => { reject(new WorkerTooSlow()); }, MAX_SECONDS * MS_PER_SECOND);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => { reject(new Error(`a worker ended with ${String(code)} before it answered`)); });
  }).finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}

/** Opens threads for the programs that `find` names: a few at once, the others wait for their turn. */
export function openWorkers(find: (program: string) => Program): Workers {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async (): Promise<void> => {
    if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => { waiting.push(resolve); });
    running += 1;
  };
  return {
    async run<Input, Output>({ program }: Task<Input, Output>, input: Input): Promise<Output> {
      await turn();
      try {
        return await inThread<Output>(find(program), input);
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
    },
  };
}
