import { parentPort, workerData } from "node:worker_threads";

import { doJob, type ImportJob } from "./tasks.server.ts";

// The program of the thread: one job, handed over when it begins.
parentPort?.postMessage(await doJob(workerData as ImportJob));
