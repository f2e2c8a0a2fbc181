// Sees to it that SQLite runs on this machine: ready-made where there is such a one, else compiled here.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { installCommand, installPackages } from "./packages.mjs";
import { attempt, fail, findProgram, npm, programFile, ROOT } from "./steps.mjs";

const PACKAGE = path.join(ROOT, "node_modules", "better-sqlite3");
/** Programs that compile it, each in the package of its name. */
const COMPILER = ["python3", "make", "g++"];

function doesSqliteOpen() {
  const script = 'new (require("better-sqlite3"))(":memory:").close()';
  return spawnSync(process.execPath, ["-e", script], { cwd: ROOT, stdio: "ignore" }).status === 0;
}

const missingPrograms = () => COMPILER.filter((name) => findProgram([name]) === undefined);

/** @param {string[]} names */
const listed = (names) => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);

/** Installs what of the compiler is missing; ends with one sentence where that is not possible. */
export function ensureCompiler() {
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const command = installCommand(missing);
  if (command !== undefined) {
    console.log(`\n→ install what SQLite is compiled with: ${command}`);
    installPackages(missing);
  }
  const still = missingPrograms();
  if (still.length === 0) return;
  const how = `install ${still.length === 1 ? "it" : "them"}${command === undefined ? "" : ` (${command})`}`;
  fail(`SQLite is not to be had ready-made for this machine, and cannot be compiled without ${listed(still)}: ${how}, then run this again.`);
}

/**
 * The folder of the header files that came with a Node, or undefined where others' or none lie there: those are downloaded.
 * @param {string} node its program file @param {string} abi the number of its binary interface
 */
export function headersBeside(node, abi) {
  const folder = path.dirname(path.dirname(node));
  const file = path.join(folder, "include", "node", "node_version.h");
  return existsSync(file) && new RegExp(`^#define NODE_MODULE_VERSION ${abi}$`, "m").test(readFileSync(file, "utf8")) ? folder : undefined;
}

function compile() {
  ensureCompiler();
  const headers = headersBeside(process.execPath, process.versions.modules);
  const options = headers === undefined ? [] : ["--", `--nodedir=${headers}`];
  npm("compile SQLite (a minute or two)", ["--prefix", PACKAGE, "run", "build-release", ...options]);
}

/** Ends with one sentence where SQLite cannot be made to run. */
export function ensureSqlite() {
  if (doesSqliteOpen()) return;
  attempt("take SQLite ready-made", process.execPath, [programFile("prebuild-install")], {}, PACKAGE);
  if (doesSqliteOpen()) return;
  compile();
  if (!doesSqliteOpen()) {
    fail("SQLite could not be compiled, why stands above; it takes Python 3, make, a compiler for C++20, and Node's header files, which come from nodejs.org where this Node brought none.");
  }
}
