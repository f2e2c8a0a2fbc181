import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { ensureBrowser, findBrowser } from "./browser.mjs";

let folder = "";
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), "attune-browser-")); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** @param {string} name @param {number} code what it ends with */
function program(name, code) {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\nexit ${String(code)}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Asks on a machine that has nothing but the programs of the folder. @param {{ name: string }} asked @param {Record<string, string>} [env] */
function ask({ name }, env = {}) {
  const script = `import { ${name} } from ${JSON.stringify(path.resolve("scripts/browser.mjs"))}; console.log(String(await ${name}()));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { NODE_ENV: "test", PATH: folder, PLAYWRIGHT_BROWSERS_PATH: path.join(folder, "none"), ...env }, encoding: "utf8",
  });
  return { found: stdout.trim(), stderr };
}

test("a browser that cannot start, for want of a library, is passed over", () => {
  program("chromium", 127);
  const good = program("google-chrome", 0);
  expect(ask(findBrowser)).toEqual({ found: good, stderr: "" });
});

test("the one that is named goes before those of the path", () => {
  program("chromium", 0);
  const named = program("my-browser", 0);
  expect(ask(findBrowser, { CHROMIUM_PATH: named }).found).toBe(named);
});

test("none takes the place of one that is named and does not start: it is said which, and nothing is installed", () => {
  program("chromium", 0);
  const named = path.join(folder, "no-such-browser");
  expect(ask(ensureBrowser, { CHROMIUM_PATH: named })).toEqual({
    found: "undefined", stderr: `\n✗ CHROMIUM_PATH names ${named}, which does not start: name the program file of a Chromium, or leave it out.\n`,
  });
});

test("a name that is left empty is none", () => {
  const chromium = program("chromium", 0);
  expect(ask(findBrowser, { CHROMIUM_PATH: "" }).found).toBe(chromium);
});
