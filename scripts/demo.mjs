// Serves the demo: its people are made on the first start and kept; `--fresh` starts over.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

import { dataFolder, demoEnvironment, demoMark, isDemoFolder, keyFolder, loadEnvFile } from "./environment.mjs";
import { attempt, fail, ROOT } from "./steps.mjs";

const DATABASE_FILES = ["attune.sqlite", "attune.sqlite-wal", "attune.sqlite-shm"];
const PEOPLE = ["trainee", "supervisor", "reviewer", "lead", "admin"];

const databaseFile = () => path.join(dataFolder(), "attune.sqlite");

// The keys of its own films only: others may lie beside them.
function deleteFilms() {
  const films = path.join(dataFolder(), "clips");
  if (!existsSync(films)) return;
  for (const name of readdirSync(films)) rmSync(path.join(keyFolder(), "clips", `${path.parse(name).name}.key`), { force: true });
  rmSync(films, { recursive: true, force: true });
}

/** @param {boolean} isFresh */
function prepareFolder(isFresh) {
  // A demo signs anybody in with one press: it never opens a real programme's data, and never deletes it.
  if (existsSync(databaseFile()) && !isDemoFolder()) {
    fail(`The folder ${dataFolder()} holds data that is not a demo's: name another folder in ATTUNE_DATA.`);
  }
  if (isFresh) {
    console.log("\n→ start over: delete the demo's data");
    deleteFilms();
    for (const name of [...DATABASE_FILES, "outbox"]) rmSync(path.join(dataFolder(), name), { recursive: true, force: true });
  }
  try {
    mkdirSync(dataFolder(), { recursive: true });
    writeFileSync(demoMark(), "The data beside this file was made by `npm run demo`.\n");
  } catch (error) {
    fail(`The folder ${dataFolder()} cannot be written to (${error instanceof Error && "code" in error ? error.code : "unknown"}): make it writable, or name another in ATTUNE_DATA.`);
  }
}

/** @param {string} port @returns {Promise<boolean>} */
async function isTaken(port) {
  const probe = createServer();
  try {
    await new Promise((resolve, reject) => { probe.once("error", reject).listen(Number(port), "127.0.0.1", () => { probe.close(resolve); }); });
    return false;
  } catch (error) {
    // Whatever else is wrong with it the server says itself.
    return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  }
}

/** @param {string} origin */
function sayWho(origin) {
  console.log(`\nSign in at ${origin} as one of`);
  for (const name of PEOPLE) console.log(`  ${name}@example.org`);
  console.log("with the password attune-demo-only. Ctrl-C stops the demo; its data stays.");
}

/** Fills the database where it is empty, serves, and says where and for whom. @param {boolean} isFresh */
export async function demo(isFresh) {
  loadEnvFile();
  const env = demoEnvironment();
  // Asked first: who answers there may be a demo that has this data open.
  if (await isTaken(env.PORT)) fail(`Port ${env.PORT} is taken: stop what uses it, or choose another in PORT.`);
  prepareFolder(isFresh);
  if (!attempt("migrate the database, and fill it on the first start", process.execPath, [path.join("build", "seed.js")], env)) {
    // Nothing was begun: the folder may yet become a deployment's.
    if (!existsSync(databaseFile())) rmSync(demoMark());
    process.exit(1);
  }
  console.log("\n→ start the server");
  const server = spawn(process.execPath, [path.join("build", "server.js")], { stdio: ["inherit", "pipe", "inherit"], cwd: ROOT, env: { ...process.env, ...env } });
  server.on("close", (code) => process.exit(code ?? 1));
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
  server.stdout.pipe(process.stdout);
  // Its first words are that it answers.
  server.stdout.once("data", () => { sayWho(env.ATTUNE_ORIGIN); });
}
