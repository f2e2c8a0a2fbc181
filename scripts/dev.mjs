// Serves the app as it is being written; on a demo's data as a demo, so that its people can sign in.
import { spawn } from "node:child_process";

import { demoEnvironment, isDemoFolder, loadEnvFile } from "./environment.mjs";
import { ROOT } from "./steps.mjs";

/** Ends as the server does. */
export function dev() {
  loadEnvFile();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...(isDemoFolder() ? demoEnvironment() : {}), NODE_ENV: "development" };
  const server = spawn(process.execPath, ["--import", "tsx", "server.ts"], { stdio: "inherit", cwd: ROOT, env });
  server.on("exit", (code) => process.exit(code ?? 1));
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
}
