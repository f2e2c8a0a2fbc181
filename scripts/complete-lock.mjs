// After a change of dependencies: adds to the lock file the optional platform packages that the registry in use left out,
// so that `npm ci` accepts it everywhere.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const SYSTEMS = ["android", "darwin", "freebsd", "linux", "win32", "openbsd", "netbsd", "sunos", "aix", "openharmony"];
const PROCESSORS = ["arm64", "x64", "ia32", "arm", "loong64", "ppc64", "riscv64", "s390x", "mips64el", "wasm32"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
const packages = lock.packages;

/** True where Node would find the package from `at`. @param {string} at @param {string} name */
function isLocked(at, name) {
  for (let folder = at; ; folder = folder.includes("/node_modules/") ? folder.slice(0, folder.lastIndexOf("/node_modules/")) : "") {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

/** @param {string} name @param {string} version @param {boolean} isDev */
function entryOf(name, version, isDev) {
  const words = name.split(/[/-]/);
  const cpu = PROCESSORS.find((p) => words.some((word) => word === p || (p === "arm" && word.startsWith("arm") && word !== "arm64")));
  const os = SYSTEMS.find((s) => words.includes(s));
  return { version, ...(cpu ? { cpu: [cpu] } : {}), ...(isDev ? { dev: true } : {}), optional: true, ...(os ? { os: [os] } : {}) };
}

let added = 0;
for (const [at, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (!/^\d/.test(version) || isLocked(at, name)) continue;
    packages[`node_modules/${name}`] = entryOf(name, version, dev);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${String(added)}`);
