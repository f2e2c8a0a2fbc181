import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import type { Program } from "#app/platform/workers.server.ts";

const SOURCES = { "import-worker": "../app/logbook/import/import-worker.server.ts", "archive-worker": "../app/record/archive-worker.server.ts" } as const;

function isKnown(name: string): name is keyof typeof SOURCES {
  return name in SOURCES;
}

/** A thread does not take over how the server reads its sources: it is told so first. */
function fromSource(source: URL, from: string): URL {
  // Required it would be the other of the two that lie side by side.
  const tsx = pathToFileURL(createRequire(from).resolve("tsx/esm/api").replace(/\.cjs$/, ".mjs")).href;
  return new URL(`data:text/javascript,${encodeURIComponent(`import { register } from ${JSON.stringify(tsx)}; register(); await import(${JSON.stringify(source.href)});`)}`);
}

/**
 * Where the program of a thread lies: beside the built server, or in development and in tests its source, which tsx reads.
 * `from` is where this very file lies.
 */
export function findProgram(name: string, from: string = import.meta.url): Program {
  if (!isKnown(name)) throw new Error(`there is no program ${name}`);
  return { file: from.endsWith(".ts") ? fromSource(new URL(SOURCES[name], from), from) : new URL(`./${name}.js`, from) };
}
