// Everything from a fresh clone: node scripts/prepare.mjs demo|test|build|admin|bench. Installs and builds what is missing first.
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";

import { build } from "./build.mjs";
import { demo, demoEnvironment, isDemoFolder } from "./demo.mjs";
import { install } from "./install.mjs";
import { fail, ROOT } from "./steps.mjs";

const OLDEST_NODE = [20, 19];

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldest = 0, least = 0] = OLDEST_NODE;
  if (major < oldest || (major === oldest && minor < least)) fail(`Attune needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.version}.`);
}

function installAndBuild() {
  install();
  if (!build()) fail("The app could not be built: the builder's own words are above.");
}

/** @param {string[]} args */
function admin(args) {
  installAndBuild();
  const env = { ...process.env, ...(isDemoFolder() ? demoEnvironment() : {}) };
  process.exitCode = spawnSync(process.execPath, [path.join(ROOT, "build", "admin.js"), ...args], { stdio: "inherit", env }).status ?? 1;
}

/** @type {Record<string, (args: string[]) => Promise<void> | void>} */
const JOBS = {
  demo: async (args) => {
    installAndBuild();
    await demo(args.includes("--fresh"));
  },
  test: async () => {
    install();
    const { test } = await import("./test.mjs");
    process.exitCode = (await test()) ? 0 : 1;
  },
  build: installAndBuild,
  admin,
  bench: async () => {
    installAndBuild();
    const { bench } = await import("./bench.mjs");
    await bench();
  },
};

refuseOldNode();
process.chdir(ROOT);
const [job = "", ...args] = process.argv.slice(2);
const run = JOBS[job];
if (run === undefined) fail(`Say what to prepare: ${Object.keys(JOBS).join(", ")}.`);
await run(args);
