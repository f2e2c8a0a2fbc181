// Which data the scripts are about: what the built programs will read, read in the same way.
import { existsSync } from "node:fs";
import path from "node:path";

import { DEMO_MARK } from "./demo-mark.mjs";
import { ROOT } from "./steps.mjs";

/** Adds what `.env` says to what the shell says, which goes first; the built programs do the same. */
export function loadEnvFile() {
  try {
    process.loadEnvFile(path.join(ROOT, ".env"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

/** An empty value counts as none. @param {string} name @param {string} otherwise */
function valueOf(name, otherwise) {
  const value = process.env[name];
  return value === undefined || value.trim() === "" ? otherwise : value;
}

/** The folder of the data, absolute. */
export function dataFolder() {
  return path.resolve(ROOT, valueOf("ATTUNE_DATA", "data"));
}

/** The folder of the keys, absolute. */
export function keyFolder() {
  return path.resolve(ROOT, valueOf("ATTUNE_KEYS", "keys"));
}

/** The file that marks a folder of data as a demo's. */
export function demoMark() {
  return path.join(dataFolder(), DEMO_MARK);
}

/** True where the data folder is one that a demo made. */
export function isDemoFolder() {
  return existsSync(demoMark());
}

/**
 * What the programs of a demo are started with: where they write is said here, not read a second time.
 * @returns {{ ATTUNE_DEMO: "1", NODE_ENV: "production", PORT: string, ATTUNE_ORIGIN: string, ATTUNE_DATA: string, ATTUNE_KEYS: string }}
 */
export function demoEnvironment() {
  const port = valueOf("PORT", "3000");
  return {
    ATTUNE_DEMO: "1", NODE_ENV: "production", PORT: port, ATTUNE_ORIGIN: valueOf("ATTUNE_ORIGIN", `http://localhost:${port}`),
    ATTUNE_DATA: dataFolder(), ATTUNE_KEYS: keyFolder(),
  };
}
