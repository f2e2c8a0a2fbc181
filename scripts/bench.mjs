// Measures the built portal as ratios within one run: machines are shared, and a time alone holds nowhere.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { attempt, fail, ROOT } from "./steps.mjs";

const PAIRS = 7;
const SECONDS = 3;
const CONNECTIONS = 10;
const LOOK_AGAIN_MS = 20;
const KB = 1024;

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** @returns {Promise<number>} */
const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => { if (address !== null && typeof address === "object") resolve(address.port); });
  });
});

/** How busy the machine is: below the number of its processors nobody waits. */
const load = () => `${(loadavg()[0] ?? 0).toFixed(1)} on ${String(availableParallelism())} processors`;

/** Starts the server and waits for its first answer. @param {Record<string, string>} env @param {string} origin */
async function start(env, origin) {
  const began = performance.now();
  const server = spawn(process.execPath, [path.join("build", "server.js")], { cwd: ROOT, stdio: "ignore", env: { ...process.env, ...env } });
  for (;;) {
    if (server.exitCode !== null) fail("The server did not start: run `npm run demo` to see why.");
    if (await fetch(`${origin}/health`).then((answer) => answer.ok, () => false)) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return { server, coldStartSeconds: (performance.now() - began) / 1000 };
}

/** @param {string} origin */
async function signIn(origin) {
  const form = new URLSearchParams({ email: "trainee@example.org" });
  const answer = await fetch(`${origin}/sign-in/demo`, { method: "POST", body: form, redirect: "manual", headers: { origin } });
  return (answer.headers.getSetCookie()[0] ?? fail("The demo trainee could not sign in.")).split(";", 1)[0] ?? "";
}

/** Hundredths of a second for which a process has worked; not a number where the system (other than Linux) does not say. @param {number | undefined} pid */
function workOf(pid) {
  const file = `/proc/${String(pid)}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const [user, kernel] = readFileSync(file, "utf8").split(") ")[1]?.split(" ").slice(11, 13).map(Number) ?? [];
  return (user ?? Number.NaN) + (kernel ?? Number.NaN);
}

/** Requests a second, and requests for each hundredth of a second that the server works. @param {string} url @param {string} cookie @param {number | undefined} pid */
async function rate(url, cookie, pid) {
  const before = workOf(pid);
  const { requests, non2xx } = await createRequire(import.meta.url)("autocannon")({ url, connections: CONNECTIONS, duration: SECONDS, headers: { cookie } });
  if (non2xx > 0) fail(`${url} answered with errors while it was measured.`);
  return { perSecond: requests.average, perWork: requests.total / (workOf(pid) - before) };
}

/** The median with the lowest and the highest. @param {number[]} numbers */
const spread = (numbers) => `${median(numbers).toFixed(2)} (${Math.min(...numbers).toFixed(2)} to ${Math.max(...numbers).toFixed(2)})`;

/** Kilobytes of script that a browser loads for the page, compressed. @param {string} url @param {string} cookie */
async function scriptKilobytes(url, cookie) {
  const html = await (await fetch(url, { headers: { cookie } })).text();
  const files = new Set(html.match(/\/assets\/[^"']+\.js/g) ?? []);
  const sizes = [...files].map((file) => brotliCompressSync(readFileSync(path.join(ROOT, "build", "client", file))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / KB;
}

/** Prints every figure with its aim from docs/performance.md. */
export async function bench() {
  const folder = mkdtempSync(path.join(tmpdir(), "attune-bench-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const env = {
    ATTUNE_DEMO: "1", NODE_ENV: "production", PORT: String(port), ATTUNE_ORIGIN: origin,
    ATTUNE_DATA: path.join(folder, "data"), ATTUNE_KEYS: path.join(folder, "keys"),
  };
  if (!attempt("fill a database", process.execPath, [path.join("build", "seed.js")], env)) process.exit(1);
  const loadBefore = load();
  const { server, coldStartSeconds } = await start(env, origin);
  try {
    const cookie = await signIn(origin);
    const [plain, progress] = [`${origin}/accessibility`, `${origin}/progress`];
    /** @type {{ perSecond: number, perWork: number }[]} */
    const ratios = [];
    for (let pair = 0; pair <= PAIRS; pair += 1) {
      const [base, page] = [await rate(plain, cookie, server.pid), await rate(progress, cookie, server.pid)];
      // The first pair warms the server up.
      if (pair > 0) ratios.push({ perSecond: page.perSecond / base.perSecond, perWork: page.perWork / base.perWork });
    }
    console.log(`\nprogress page against the plainest page, requests/s: ${spread(ratios.map((r) => r.perSecond))}, aim 0.60 or more`);
    console.log(`the same by the server's own working time, which others on the machine disturb less: ${spread(ratios.map((r) => r.perWork))}`);
    for (const [name, url] of [["plainest page", plain], ["progress page", progress], ["form of a cycle", `${origin}/log/cycles/new`]]) {
      console.log(`script of the ${String(name)}: ${(await scriptKilobytes(String(url), cookie)).toFixed(0)} KB compressed, aim 130 or less`);
    }
    console.log(`cold start to the first answer: ${coldStartSeconds.toFixed(2)} s, aim 1.5 or less`);
    console.log(`load of the machine before: ${loadBefore}; the measuring itself is in the one after: ${load()}`);
  } finally {
    server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}
