import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { defineConfig } from "@playwright/test";

import { findBrowser } from "./scripts/browser.mjs";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}

/** A folder for the portal's data, there until this process ends: the portal itself is stopped before. */
function passingFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "attune-e2e-"));
  process.on("exit", () => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}

// This file is read again in every worker: what it makes up is handed down through the environment.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_FOLDER ??= passingFolder();

const executablePath = await findBrowser();
const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  workers: 2,
  // A whole journey, on a machine that does other things too.
  timeout: 120_000,
  forbidOnly: true,
  outputDir: "test-results/browser",
  reporter: [["list"]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // A colour half-way through its change is nobody's colour: contrast is measured at rest.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: "node build/seed.js && exec node build/server.js",
    url: `${baseURL}/health`,
    env: {
      PORT: process.env.E2E_PORT,
      ATTUNE_DATA: path.join(process.env.E2E_FOLDER, "data"),
      ATTUNE_KEYS: path.join(process.env.E2E_FOLDER, "keys"),
      ATTUNE_ORIGIN: baseURL,
      ATTUNE_DEMO: "1",
    },
    reuseExistingServer: false,
    // Two years of a programme are told by its own commands before it answers.
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
