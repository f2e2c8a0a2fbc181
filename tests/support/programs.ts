import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import SqliteDatabase from "better-sqlite3";
import { onTestFinished } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** The file of a program that `npm run build` made. */
export function built(program: "server" | "seed" | "admin"): string {
  return path.join(ROOT, "build", `${program}.js`);
}

/** Throws where one of those programs was not built: they are run as they are built. */
export function requireBuilt(...programs: readonly Parameters<typeof built>[0][]): void {
  if (!programs.every((program) => existsSync(built(program)))) throw new Error("the programs are run as they are built: run `npm run build` first");
}

/** An empty folder, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "attune-programs-"));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}

/** A port of this machine, held by a server until that is closed. */
export async function heldPort(): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => { server.once("error", reject).listen(0, resolve); });
  const address = server.address();
  if (address === null || typeof address !== "object") throw new Error("no port");
  return { port: address.port, server };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const { port, server } = await heldPort();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** Where a program works and what it is told: nothing of this shell but the path. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A deployment in a folder of its own, reached at that port. */
export function placeOf(port: number, over: Readonly<Record<string, string>> = {}): Place {
  const folder = temporaryFolder();
  const data = path.join(folder, "data");
  const env = { PORT: String(port), ATTUNE_DATA: data, ATTUNE_KEYS: path.join(folder, "keys"), ATTUNE_ORIGIN: `http://localhost:${String(port)}`, ...over };
  mkdirSync(path.join(folder, "work"));
  return { folder, data, env };
}

/** A program that runs. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

/** Starts Node with those arguments; stopped when the test is over. */
export function start(args: readonly string[], { folder, env }: Place, cwd = path.join(folder, "work")): Running {
  const child = spawn(process.execPath, args, { cwd, detached: true, env: { PATH: process.env.PATH, HOME: folder, NODE_ENV: "production", ...env } });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => { said.out += text; });
  child.stderr.setEncoding("utf8").on("data", (text: string) => { said.err += text; });
  const ended = new Promise<Awaited<Running["ended"]>>((resolve) => { child.once("close", (code) => { resolve({ code, ...said }); }); });
  onTestFinished(async () => {
    // The whole group: a demo has a server of its own.
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await ended;
  });
  return { child, ended };
}

/** Runs Node with those arguments to the end. */
export function run(args: readonly string[], place: Place, cwd?: string): Running["ended"] {
  return start(args, place, cwd).ended;
}

/** Resolves when the program says that line, with what it has said; rejects where it ends before. */
export async function saying({ child, ended }: Running, pattern: RegExp): Promise<string> {
  const said = new Promise<string>((resolve) => {
    let out = "";
    child.stdout.on("data", (text: string) => {
      out += text;
      if (pattern.test(out)) resolve(out);
    });
  });
  const tooEarly = ended.then(({ code, err }): never => { throw new Error(`ended with ${String(code)}: ${err}`); });
  return Promise.race([said, tooEarly]);
}

/** The database that a program keeps there; the caller closes it. */
export function databaseOf({ data }: Place): SqliteDatabase.Database {
  return new SqliteDatabase(path.join(data, "attune.sqlite"));
}

/** How a program ends that says no: one sentence on a line of its own, and the exit code 1. */
export function refusal(sentence: string): { readonly code: number; readonly out: string; readonly err: string } {
  return { code: 1, out: "", err: `${sentence}\n` };
}
