// Finds a Chromium: named, the system's, Playwright's own; where there is none, tries to install one.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

import { installPackages } from "./packages.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const ON_MACOS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
const INSTALL_MS = 180_000;

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function systemBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && isProgram(named)) return named;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...ON_MACOS].find(isProgram);
}

async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** The program file of a Chromium on this machine, or undefined. */
export async function findBrowser() {
  return systemBrowser() ?? playwrightBrowser();
}

/** The same, after trying to install one: Playwright's own, then the package manager's. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  console.log("  no Chromium found, trying to install one");
  const cli = path.join("node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: INSTALL_MS });
  const own = await findBrowser();
  if (own !== undefined) return own;
  installPackages(["chromium"]);
  return findBrowser();
}
