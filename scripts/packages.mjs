// Installs system packages where this machine's package manager lets us do it without asking.
import { spawnSync } from "node:child_process";

import { findProgram } from "./steps.mjs";

const INSTALL_MS = 300_000;

/** `called`: what it calls a package otherwise than the program in it. */
const MANAGERS = [
  { name: "apt-get", prepare: ["update"], install: ["install", "-y", "--no-install-recommends"], called: new Map() },
  { name: "dnf", prepare: null, install: ["install", "-y"], called: new Map([["g++", "gcc-c++"]]) },
  { name: "apk", prepare: null, install: ["add"], called: new Map() },
];

/** @param {string[]} packages */
function managerFor(packages) {
  for (const { name, prepare, install, called } of MANAGERS) {
    const file = findProgram([name]);
    if (file !== undefined) return { name, file, prepare, install, packages: packages.map((each) => called.get(each) ?? each) };
  }
  return undefined;
}

/** True where this account may install without asking. */
export const isRoot = () => process.getuid?.() === 0;

/** What somebody types to install them, or undefined where no manager that we know is found. @param {string[]} wanted */
export function installCommand(wanted) {
  const manager = managerFor(wanted);
  return manager && [...(isRoot() ? [] : ["sudo"]), manager.name, manager.install[0], ...manager.packages].join(" ");
}

/** True where the packages were installed. Root installs; others only where sudo asks for no password. @param {string[]} wanted */
export function installPackages(wanted) {
  const manager = managerFor(wanted);
  if (manager === undefined) return false;
  /** @param {string[]} args */
  const run = (args) => {
    const [command = "", ...rest] = [...(isRoot() ? [] : ["sudo", "-n"]), manager.file, ...args];
    return spawnSync(command, rest, { stdio: "inherit", timeout: INSTALL_MS }).status === 0;
  };
  // Lists that could not all be renewed may still name what is wanted.
  if (manager.prepare !== null) run(manager.prepare);
  return run([...manager.install, ...manager.packages]);
}
