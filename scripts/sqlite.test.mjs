import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ensureCompiler, headersBeside } from "./sqlite.mjs";

let folder = "";
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), "attune-sqlite-")); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

describe("Node's header files", () => {
  /** @param {string} abi */
  function nodeWithHeadersOf(abi) {
    mkdirSync(path.join(folder, "include", "node"), { recursive: true });
    writeFileSync(path.join(folder, "include", "node", "node_version.h"), `#define NODE_MAJOR_VERSION 20\n#define NODE_MODULE_VERSION ${abi}\n`);
    return path.join(folder, "bin", "node");
  }

  test("that came with this Node are used, so that nothing is downloaded", () => {
    expect(headersBeside(nodeWithHeadersOf("115"), "115")).toBe(folder);
  });

  test("of another Node are not, not even where the number only begins the same", () => {
    expect([headersBeside(nodeWithHeadersOf("108"), "115"), headersBeside(nodeWithHeadersOf("1150"), "115")]).toEqual([undefined, undefined]);
  });

  test("are downloaded where none came with it", () => {
    expect(headersBeside(path.join(folder, "bin", "node"), "115")).toBeUndefined();
  });
});

/** Machines that have nothing but the named programs, which write down how they were called. */
describe("a compiler", () => {
  const calls = () => (existsSync(path.join(folder, "calls")) ? readFileSync(path.join(folder, "calls"), "utf8").trim().split("\n") : []);

  /** @param {string} name @param {string} [does] */
  function add(name, does = "") {
    writeFileSync(path.join(folder, name), `#!/bin/sh\necho "${name} $*" >> "${folder}/calls"\n${does}\n`);
    chmodSync(path.join(folder, name), 0o755);
  }
  // Those who are not root go through sudo, which writes down nothing here.
  beforeEach(() => {
    writeFileSync(path.join(folder, "sudo"), '#!/bin/sh\n[ "$1" = -n ] && shift\nexec "$@"\n');
    chmodSync(path.join(folder, "sudo"), 0o755);
  });

  function ensured() {
    const { name } = ensureCompiler;
    const script = `import { ${name} } from ${JSON.stringify(path.resolve("scripts/sqlite.mjs"))}; ${name}();`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { env: { NODE_ENV: "test", PATH: folder }, encoding: "utf8" });
    return { status, stdout: stdout.replace(": sudo ", ": "), stderr: stderr.replace("(sudo ", "(") };
  }
  /** @param {string} program */
  const appear = (program) => `/bin/echo "#!/bin/sh" > "${folder}/${program}"; /bin/chmod +x "${folder}/${program}"`;

  test("that is there is used as it is", () => {
    ["python3", "make", "g++", "apt-get"].forEach((name) => { add(name); });
    expect([ensured(), calls()]).toEqual([{ status: 0, stdout: "", stderr: "" }, []]);
  });

  test("is installed where the package manager allows it, and only what is missing of it", () => {
    add("python3");
    add("apt-get", `[ "$1" = update ] && exit 100\n${appear("make")}\n${appear("g++")}`);
    expect(ensured()).toEqual({ status: 0, stdout: "\n→ install what SQLite is compiled with: apt-get install make g++\n", stderr: "" });
    expect(calls()).toEqual(["apt-get update", "apt-get install -y --no-install-recommends make g++"]);
  });

  test("has another name at dnf's", () => {
    ["python3", "make"].forEach((name) => { add(name); });
    add("dnf", appear("g++"));
    expect([ensured().status, calls()]).toEqual([0, ["dnf install -y gcc-c++"]]);
  });

  test("that may not be installed is asked for in one sentence, with the command", () => {
    add("python3");
    add("apt-get", "exit 1");
    expect(ensured()).toMatchObject({ status: 1, stderr:
      "\n✗ SQLite is not to be had ready-made for this machine, and cannot be compiled without make and g++: install them (apt-get install make g++), then run this again.\n" });
  });

  test("is asked for where no package manager is known", () => {
    expect(ensured()).toEqual({ status: 1, stdout: "", stderr:
      "\n✗ SQLite is not to be had ready-made for this machine, and cannot be compiled without python3, make and g++: install them, then run this again.\n" });
  });
});
