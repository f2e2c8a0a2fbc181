import type { AppContext } from "./context.ts";
import { newId } from "./ids.ts";
import { logUnexpected } from "./log.server.ts";

/** What the server's own work is handed. */
export type JobServices = Pick<AppContext, "database" | "clock" | "clips">;

/** Work that the server does by itself, once at the start and then again and again. */
export interface Job {
  readonly name: string;
  readonly everyMinutes: number;
  /** Throws where it could not be done: that is logged, and the next round tries again. */
  run(services: JobServices, now: Date): Promise<void>;
}

const MS_PER_MINUTE = 60_000;

async function runOnce(job: Job, services: JobServices): Promise<void> {
  try {
    await job.run(services, services.clock());
  } catch (error) {
    logUnexpected(error, { requestId: newId(), method: "JOB", target: job.name });
  }
}

/** Starts the jobs, one round of each at a time. The function it returns ends them, after what is running. */
export function startJobs(jobs: readonly Job[], services: JobServices): () => Promise<void> {
  let running = Promise.resolve();
  const enqueue = (job: Job): void => {
    running = running.then(() => runOnce(job, services));
  };
  jobs.forEach(enqueue);
  const timers = jobs.map((job) => setInterval(enqueue, job.everyMinutes * MS_PER_MINUTE, job));
  return async () => {
    timers.forEach((timer) => { clearInterval(timer); });
    await running;
  };
}
