// Runs the administrator's command line on the data that the environment names; on a demo's, as a demo.
import { spawnSync } from "node:child_process";
import path from "node:path";

import { demoEnvironment, isDemoFolder, loadEnvFile } from "./environment.mjs";
import { ROOT } from "./steps.mjs";

/** Ends as the command did. @param {string[]} args */
export function administer(args) {
  loadEnvFile();
  const env = { ...process.env, ...(isDemoFolder() ? demoEnvironment() : {}) };
  process.exitCode = spawnSync(process.execPath, [path.join(ROOT, "build", "admin.js"), ...args], { stdio: "inherit", cwd: ROOT, env }).status ?? 1;
}
