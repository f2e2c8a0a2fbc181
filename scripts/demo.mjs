// Serves the demo: its people are made on the first start and kept; `--fresh` starts over.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { dataFolder, demoEnvironment, demoMark, isDemoFolder, loadEnvFile } from "./environment.mjs";
import { attempt, fail, ROOT } from "./steps.mjs";

const DATABASE_FILES = ["attune.sqlite", "attune.sqlite-wal", "attune.sqlite-shm"];
const PEOPLE = ["trainee", "supervisor", "reviewer", "lead", "admin"];
const LOOK_AGAIN_MS = 100;

const databaseFile = () => path.join(dataFolder(), "attune.sqlite");

/** @param {boolean} isFresh */
function prepareFolder(isFresh) {
  // A demo signs anybody in with one press: it never opens a real programme's data, and never deletes it.
  if (existsSync(databaseFile()) && !isDemoFolder()) {
    fail(`The folder ${dataFolder()} holds data that is not a demo's: name another folder in ATTUNE_DATA.`);
  }
  if (isFresh) {
    console.log("\n→ start over: delete the demo's data");
    for (const name of [...DATABASE_FILES, "outbox"]) rmSync(path.join(dataFolder(), name), { recursive: true, force: true });
  }
  try {
    mkdirSync(dataFolder(), { recursive: true });
    writeFileSync(demoMark(), "The data beside this file was made by `npm run demo`.\n");
  } catch (error) {
    fail(`The folder ${dataFolder()} cannot be written to (${error instanceof Error && "code" in error ? error.code : "unknown"}): make it writable, or name another in ATTUNE_DATA.`);
  }
}

/** @param {string} origin */
async function untilItAnswers(origin) {
  for (;;) {
    const isUp = await fetch(`${origin}/health`).then((answer) => answer.ok, () => false);
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Fills the database where it is empty, serves, and says where and for whom. @param {boolean} isFresh */
export async function demo(isFresh) {
  loadEnvFile();
  prepareFolder(isFresh);
  const env = demoEnvironment();
  if (!attempt("migrate the database, and fill it on the first start", process.execPath, [path.join("build", "seed.js")], env)) {
    // Nothing was begun: the folder may yet become a deployment's.
    if (!existsSync(databaseFile())) rmSync(demoMark());
    process.exit(1);
  }
  console.log("\n→ start the server");
  /** @type {import("node:child_process").SpawnOptions} */
  const options = { stdio: "inherit", cwd: ROOT, env: { ...process.env, ...env } };
  const server = spawn(process.execPath, [path.join("build", "server.js")], options);
  server.on("exit", (code) => process.exit(code ?? 1));
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
  await untilItAnswers(env.ATTUNE_ORIGIN);
  console.log(`\nSign in at ${env.ATTUNE_ORIGIN} as one of`);
  for (const name of PEOPLE) console.log(`  ${name}@example.org`);
  console.log("with the password attune-demo-only. Ctrl-C stops the demo; its data stays.");
}
