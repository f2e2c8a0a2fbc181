import { parentPort, workerData } from "node:worker_threads";

import type { ArchiveFacts } from "./archive-facts.ts";
import { makeArchive } from "./make-archive.server.ts";

// The program of the thread: one archive, of what was handed over when it began.
parentPort?.postMessage(await makeArchive(workerData as ArchiveFacts));
