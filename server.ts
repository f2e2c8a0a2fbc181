import type { Server } from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import express from "express";

import { isSignedIn } from "#app/people/request.server.ts";
import { type Environment, readProcessEnvironment } from "#app/platform/env.server.ts";
import { createPortal, type Portal } from "#app/platform/http/handler.server.ts";
import { fileHeaders, workerHeaders } from "#app/platform/http/security-headers.ts";
import { startJobs } from "#app/platform/jobs.server.ts";
import { jobs } from "#server/jobs.ts";
import { CannotStart, openServices, runMain } from "#server/start.ts";
import { answerWith, openHttp } from "#server/web.ts";

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const STOP_AFTER_MS = 10_000;
const GIVE_UP_AFTER_MS = 20_000;
const LOOK_FOR_IDLE_MS = 100;

interface App {
  readonly build: Portal["build"];
  readonly files: express.RequestHandler;
  close(): Promise<void>;
}

/** The built app, and its files: those under /assets carry a hash in their name and never change. */
async function builtApp(): Promise<App> {
  const client = path.join(ROOT, "client");
  const setHeaders = (response: { setHeader(name: string, value: string): unknown }, file: string): void => {
    const headers = file === path.join(client, "sw.js") ? workerHeaders : fileHeaders;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  const files = express.Router();
  files.use("/assets", express.static(path.join(client, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false, setHeaders }));
  files.use(express.static(client, { maxAge: "1h", index: false, redirect: false, setHeaders }));
  const module: unknown = await import(pathToFileURL(path.join(ROOT, "server", "index.js")).href);
  return { build: module as ServerBuild, files, close: () => Promise.resolve() };
}

/** The app as it is being written: Vite builds each module when it is asked for. */
async function appInDevelopment(http: Server): Promise<App> {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server: http } }, appType: "custom" });
  const build = (): Promise<ServerBuild> => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { build, files: vite.middlewares, close: () => vite.close() };
}

/** Listens; in a demo and in development on this machine alone. */
function listen(http: Server, { port, isDemo, isProduction }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: "is taken: stop what uses it, or choose another in PORT", EACCES: "may not be used by this account: choose another in PORT, from 1024 on" }[error.code ?? ""];
      reject(why === undefined ? error : new CannotStart(`Port ${String(port)} ${why}.`));
    });
    http.listen(port, ...(isDemo || !isProduction ? ["127.0.0.1"] : []), resolve);
  });
}

/** Takes no more, finishes what is running, then does `last`. Whoever is not done after ten seconds is let go, so that `last` comes to its turn. */
function stop(http: Server, last: () => Promise<void>): void {
  http.close(() => {
    void last().then(() => process.exit(0));
  });
  setInterval(() => { http.closeIdleConnections(); }, LOOK_FOR_IDLE_MS).unref();
  setTimeout(() => { http.closeAllConnections(); }, STOP_AFTER_MS).unref();
  setTimeout(() => process.exit(1), GIVE_UP_AFTER_MS).unref();
}

async function main(): Promise<void> {
  const environment = readProcessEnvironment();
  const services = await openServices(environment);
  const http = openHttp();
  const app = environment.isProduction ? await builtApp() : await appInDevelopment(http);
  const portal = createPortal({ build: app.build, environment, services, isSignedIn });
  answerWith(http, { files: app.files, portal, trustedProxies: environment.trustedProxies });
  await listen(http, environment);
  const stopJobs = startJobs(jobs, services);
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stop(http, async () => {
        await stopJobs();
        await services.background.finish();
        await app.close();
        await services.database.close();
      });
    });
  }
  // Said last: who reads it may stop the server at once, and that has to finish what runs.
  console.log(`Attune answers at ${environment.origin}`);
}

await runMain(main);
