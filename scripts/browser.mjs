// Finds a Chromium that starts: named, the system's, Playwright's own; where there is none, tries to install one.
import { spawnSync } from "node:child_process";
import path from "node:path";

import { installCommand, installPackages, isRoot } from "./packages.mjs";
import { findProgram, isProgram, ROOT } from "./steps.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const ON_MACOS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
const INSTALL_MS = 180_000;
const START_MS = 20_000;

/** One that is there may lack a library, or be a word that stands for a package. On Windows asking would open a window. @param {string} file */
function starts(file) {
  return isProgram(file) && (process.platform === "win32" || spawnSync(file, ["--version"], { stdio: "ignore", timeout: START_MS }).status === 0);
}

const namedBrowser = () => (process.env.CHROMIUM_PATH === "" ? undefined : process.env.CHROMIUM_PATH);

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** The program file of a Chromium on this machine that starts, or undefined; where one is named, it or none. */
export async function findBrowser() {
  const named = namedBrowser();
  if (named !== undefined) return starts(named) ? named : undefined;
  return [...NAMES.flatMap((name) => findProgram([name]) ?? []), ...ON_MACOS, await playwrightsOwn()].find(starts);
}

/** @param {string[]} args */
function playwright(...args) {
  const cli = path.join(ROOT, "node_modules", "@playwright", "test", "cli.js");
  return spawnSync(process.execPath, [cli, ...args], { stdio: "inherit", timeout: INSTALL_MS }).status === 0;
}

/** Ways to a Chromium that starts, tried in turn. Playwright's own may be there and lack the system's libraries. */
const WAYS = [
  () => playwright("install", "--no-shell", "chromium"),
  async () => isRoot() && isProgram(await playwrightsOwn()) && playwright("install-deps", "chromium"),
  () => installPackages(["chromium"]),
];

/** The same, after trying to install one: Playwright's own, then the package manager's. Says so where it finds none. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  const named = namedBrowser();
  if (named !== undefined) {
    console.error(`\n✗ CHROMIUM_PATH names ${named}, which does not start: name the program file of a Chromium, or leave it out.`);
    return undefined;
  }
  console.log("\n→ install a Chromium for the browser tests");
  for (const way of WAYS) {
    await way();
    const installed = await findBrowser();
    if (installed !== undefined) return installed;
  }
  const command = installCommand(["chromium"]);
  console.error(`\n✗ No Chromium that starts was found, and none could be installed: install one${command === undefined ? "" : ` (${command})`}, or name its program file in CHROMIUM_PATH.`);
  return undefined;
}
