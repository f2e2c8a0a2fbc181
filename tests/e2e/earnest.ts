import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, test as base } from "./fixtures.ts";

/** A portal in earnest: no demo, an empty database of its own, and the administrator's command line. */
interface Portal {
  readonly origin: string;
  /** Where its database lies. */
  readonly dataFolder: string;
  readonly admin: (...args: readonly string[]) => string;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => { resolve(address !== null && typeof address === "object" ? address.port : 0); });
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => { server.once("exit", () => { resolve(); }); });
}

/** The tests of what the demo does not ask of anybody. */
export const test = base.extend<object, { readonly portal: Portal }>({
  portal: [async ({}, use) => {
    const [folder, port] = [mkdtempSync(path.join(tmpdir(), "attune-earnest-")), await freePort()];
    const origin = `http://127.0.0.1:${String(port)}`;
    const env = {
      ...process.env, PORT: String(port), ATTUNE_DATA: path.join(folder, "data"), ATTUNE_KEYS: path.join(folder, "keys"), ATTUNE_ORIGIN: origin, ATTUNE_DEMO: "0", NODE_ENV: "production",
    } as const;
    const server = spawn(process.execPath, ["build/server.js"], { env, stdio: ["ignore", "ignore", "inherit"] });
    await expect.poll(() => fetch(`${origin}/health`).then((answer) => answer.status, () => 0), { timeout: 15_000 }).toBe(200);
    await use({ origin, dataFolder: env.ATTUNE_DATA, admin: (...args) => execFileSync(process.execPath, ["build/admin.js", ...args], { env, encoding: "utf8" }) });
    server.kill("SIGTERM");
    await ended(server);
    rmSync(folder, { recursive: true });
  }, { scope: "worker" }],
  baseURL: async ({ portal }, use) => { await use(portal.origin); },
});

export { expect };
