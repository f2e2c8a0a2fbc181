// Installs the packages, and sees to it that SQLite runs on this machine.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

import { installPackages } from "./packages.mjs";
import { fail, npm, once, ROOT } from "./steps.mjs";

const COMPILER = [
  { program: "python3", provides: "python3" },
  { program: "make", provides: "make" },
  { program: "g++", provides: "g++" },
];

function doesSqliteOpen() {
  const script = 'new (require("better-sqlite3"))(":memory:").close()';
  return spawnSync(process.execPath, ["-e", script], { cwd: ROOT, stdio: "ignore" }).status === 0;
}

function missingPrograms() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return COMPILER.filter(({ program }) => !folders.some((folder) => existsSync(path.join(folder, program)))).map(({ provides }) => provides);
}

function buildSqlite() {
  const missing = missingPrograms();
  if (missing.length > 0) {
    console.log(`\n  There is no ready-made SQLite for this machine; it has to be compiled, which needs ${missing.join(", ")}.`);
    if (process.platform === "linux") installPackages(missing);
  }
  const still = missingPrograms();
  if (still.length > 0) fail(`SQLite has to be compiled on this machine and ${still.join(", ")} is missing: install it, then run this again.`);
  npm("compile SQLite (a minute or two)", ["rebuild", "better-sqlite3"]);
  if (!doesSqliteOpen()) fail("SQLite could not be compiled: the compiler's own words are above.");
}

function installAll() {
  // NODE_ENV=production would leave out what builds and tests.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  if (npm("install the packages (two or three minutes the first time)", args)) return true;
  if (!npm("install them again, without their install scripts", [...args, "--ignore-scripts"])) return false;
  return npm("run the one install script that is needed to build", ["rebuild", "esbuild"]);
}

/** Installs what the lock file names, unless it is there. Ends with one sentence where that is not possible. */
export function install() {
  const isInstalled = once(path.join("node_modules", ".attune-installed"), ["package-lock.json"], () => {
    if (!installAll()) fail("The packages could not be installed: npm's own words are above.");
    if (!doesSqliteOpen()) buildSqlite();
    return true;
  });
  if (!isInstalled) fail("The packages could not be installed.");
}
