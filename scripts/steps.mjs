// Running programs step by step, and only where something changed. Imports node: only, for it runs before the packages are there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where a program comes from, where the package is called otherwise. */
const PACKAGE_OF = new Map([["remix", "@remix-run/dev"], ["tsc", "typescript"], ["playwright", "@playwright/test"], ["depcruise", "dependency-cruiser"]]);

/** Ends everything with one sentence. @param {string} sentence @returns {never} */
export function fail(sentence) {
  console.error(`\n✗ ${sentence}`);
  process.exit(1);
}

/**
 * Runs a program to its end, saying so. True where it went well.
 * @param {string} title @param {string} file @param {string[]} args @param {Record<string, string>} [env] @param {string} [cwd]
 */
export function attempt(title, file, args, env = {}, cwd = ROOT) {
  const began = Date.now();
  console.log(`\n→ ${title}`);
  const { status } = spawnSync(file, args, { stdio: "inherit", cwd, env: { ...process.env, ...env } });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(status === 0 ? `✓ ${title} (${seconds} s)` : `✗ ${title} (${seconds} s)`);
  return status === 0;
}

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The file of the first of these programs that the path holds. @param {string[]} names */
export function findProgram(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isProgram);
}

/** @param {string} title @param {string[]} args */
export function npm(title, args) {
  const itself = process.env.npm_execpath;
  return itself === undefined ? attempt(title, process.platform === "win32" ? "npm.cmd" : "npm", args) : attempt(title, process.execPath, [itself, ...args]);
}

/**
 * Runs the program of a package with this very Node.
 * @param {string} title @param {string} name @param {string[]} args @param {Record<string, string>} [env]
 */
export function tool(title, name, args, env) {
  return attempt(title, process.execPath, [programFile(name), ...args], env);
}

/** Where the program of a package is. @param {string} name */
export function programFile(name) {
  const folder = path.join(ROOT, "node_modules", PACKAGE_OF.get(name) ?? name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[name]);
}

/** A hash over names and contents; tests are no part of what is built. @param {string[]} paths */
function digest(paths) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  /** @param {string} at */
  const add = (at) => {
    if (!existsSync(at)) return;
    if (statSync(at).isDirectory()) readdirSync(at).sort().forEach((name) => { add(path.join(at, name)); });
    else if (!/\.test\.[cm]?[jt]sx?$/.test(at)) hash.update(path.relative(ROOT, at)).update("\0").update(readFileSync(at)).update("\0");
  };
  paths.map((p) => path.join(ROOT, p)).forEach(add);
  return hash.digest("hex");
}

/**
 * Does the work unless it was done for these very inputs; false where it failed.
 * @param {string} stamp @param {string[]} inputs @param {() => boolean} work
 */
export function once(stamp, inputs, work) {
  const [file, now] = [path.join(ROOT, stamp), digest(inputs)];
  if (existsSync(file) && readFileSync(file, "utf8") === now) return true;
  if (!work()) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, now);
  return true;
}
