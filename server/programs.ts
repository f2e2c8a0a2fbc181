import type { Program } from "#app/platform/workers.server.ts";

const SOURCES = { "import-worker": "../app/logbook/import/import-worker.server.ts" } as const;

function isKnown(name: string): name is keyof typeof SOURCES {
  return name in SOURCES;
}

/**
 * Where the program of a thread lies: beside the built server, or in development and in tests its source, which tsx runs.
 * `from` is where this very file lies.
 */
export function findProgram(name: string, from: string = import.meta.url): Program {
  if (!isKnown(name)) throw new Error(`there is no program ${name}`);
  return from.endsWith(".ts") ? { file: new URL(SOURCES[name], from), execArgv: ["--import", "tsx"] } : { file: new URL(`./${name}.js`, from) };
}
