// Everything from a fresh clone: node scripts/prepare.mjs demo|test|dev|build|admin|bench. Installs and builds what is missing first.
import process from "node:process";

import { administer } from "./administer.mjs";
import { build } from "./build.mjs";
import { demo } from "./demo.mjs";
import { dev } from "./dev.mjs";
import { install } from "./install.mjs";
import { refuseNode } from "./node-version.mjs";
import { fail, ROOT, tool } from "./steps.mjs";

function installAndBuild() {
  install();
  if (!build()) fail("The app could not be built: the builder's own words are above.");
}

/** @type {Record<string, (args: string[]) => Promise<void> | void>} */
const JOBS = {
  demo: async (args) => {
    const unknown = args.filter((arg) => arg !== "--fresh");
    if (unknown.length > 0) fail(`demo takes --fresh and nothing else, not ${unknown.join(" ")}.`);
    installAndBuild();
    await demo(args.includes("--fresh"));
  },
  test: async () => {
    install();
    const { test } = await import("./test.mjs");
    process.exitCode = (await test()) ? 0 : 1;
  },
  "test-long": () => {
    install();
    if (!tool("unit tests with new cases and many more of them", "vitest", ["run", "--project", "unit", "--testTimeout=600000"], { ATTUNE_TEST_LONG: "1" })) process.exitCode = 1;
  },
  dev: () => {
    install();
    dev();
  },
  build: installAndBuild,
  admin: (args) => {
    installAndBuild();
    administer(args);
  },
  bench: async () => {
    installAndBuild();
    const { bench } = await import("./bench.mjs");
    await bench();
  },
};

const tooOld = refuseNode(process.versions.node);
if (tooOld !== null) fail(tooOld);
process.chdir(ROOT);
const [job = "", ...args] = process.argv.slice(2);
const run = JOBS[job];
if (run === undefined) fail(`Say what to prepare: ${Object.keys(JOBS).join(", ")}.`);
await run(args);
