// Installs the packages, and sees to it that SQLite runs on this machine.
import path from "node:path";

import { ensureSqlite } from "./sqlite.mjs";
import { fail, npm, once } from "./steps.mjs";

function installAll() {
  // NODE_ENV=production would leave out what builds and tests. Scripts of packages run one by one, below, whatever npm is set to.
  return npm("install the packages (a minute or two the first time)", ["ci", "--include=dev", "--no-audit", "--no-fund", "--ignore-scripts"])
    && npm("set up esbuild", ["rebuild", "esbuild", "--ignore-scripts=false"]);
}

/** Installs what the lock file names, unless it is there. Ends with one sentence where that is not possible. */
export function install() {
  once(path.join("node_modules", ".attune-installed"), ["package-lock.json"], () => {
    if (!installAll()) fail("The packages could not be installed: npm's own words are above.");
    ensureSqlite();
    return true;
  });
}
