// Installs system packages where this machine's package manager lets us do it without asking.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const INSTALL_MS = 300_000;

const MANAGERS = [
  { file: "/usr/bin/apt-get", prepare: ["update"], install: ["install", "-y", "--no-install-recommends"] },
  { file: "/usr/bin/dnf", install: ["install", "-y"] },
  { file: "/sbin/apk", install: ["add"] },
];

/**
 * True where the packages were installed. Root installs; others only where sudo asks for no password.
 * @param {string[]} packages
 */
export function installPackages(packages) {
  const manager = MANAGERS.find(({ file }) => existsSync(file));
  if (manager === undefined) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  /** @param {string[]} args */
  const run = (args) => {
    const [command = manager.file, ...rest] = [...asRoot, manager.file, ...args];
    return spawnSync(command, rest, { stdio: "inherit", timeout: INSTALL_MS }).status === 0;
  };
  if (manager.prepare !== undefined && !run(manager.prepare)) return false;
  return run([...manager.install, ...packages]);
}
