// Runs every check and every test, whatever fails, and ends with how many passed and failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { build } from "./build.mjs";
import { ROOT, tool } from "./steps.mjs";

/** @typedef {{ passed: number, failed: number }} Tally */

const RESULTS = path.join(ROOT, "test-results", "numbers");

/** @param {boolean} isGood @returns {Tally} */
const one = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 });

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/**
 * A run that says it failed, without a test that did, counts as one failure: a file that broke off, an error outside tests.
 * @param {Tally} tally @param {boolean} isGood
 */
const honest = (tally, isGood) => (!isGood && tally.failed === 0 ? { ...tally, failed: 1 } : tally);

/** @param {string} title @param {string} project @returns {Tally} */
function vitest(title, project) {
  const file = path.join(RESULTS, `${project}.json`);
  const isGood = tool(title, "vitest", ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], { NODE_ENV: "test" });
  const numbers = read(file);
  return honest({ passed: numbers?.numPassedTests ?? 0, failed: numbers?.numFailedTests ?? 0 }, isGood);
}

/** @returns {Promise<Tally>} */
async function browserTests() {
  const { ensureBrowser } = await import("./browser.mjs");
  const browser = await ensureBrowser();
  if (browser === undefined) return one(false);
  const file = path.join(RESULTS, "browser.json");
  const isGood = tool("browser tests", "playwright", ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CHROMIUM_PATH: browser });
  const stats = read(file)?.stats;
  return honest({ passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }, isGood);
}

/** Runs all of it. True where nothing failed; the numbers are the last line said. */
export async function test() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const tallies = [
    one(tool("types", "tsc", ["--noEmit"])),
    one(tool("lint", "eslint", ["."])),
    one(tool("dependency rules", "depcruise", ["--config", ".dependency-cruiser.cjs", "app", "db", "seeds", "server", "server.ts", "scripts", "tests"])),
    one(tool("unused code", "knip", [])),
    one(tool("code that only tests use", "knip", ["--production", "--config", "knip.production.json"])),
    vitest("unit tests", "unit"),
    vitest("the same on PostgreSQL, where they use a database", "postgres"),
    one(build()),
    vitest("contract tests", "contract"),
    await browserTests(),
  ];
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0;
}
