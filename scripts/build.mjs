// Builds the app with Remix, then bundles the server and the scripts that run beside it.
import path from "node:path";
import process from "node:process";

import { attempt, once, tool } from "./steps.mjs";

const SOURCES = ["app", "db", "seeds", "server", "public", "server.ts", "scripts", "vite.config.ts", "remix.config.js", "package-lock.json"];

/** Builds into build/ unless these very sources are built. True where it went well. */
export function build() {
  return once(path.join("build", ".attune-built"), SOURCES, () =>
    tool("build the app", "remix", ["vite:build"], { NODE_ENV: "production" })
    && attempt("build the server", process.execPath, [path.join("scripts", "build-server.mjs")]));
}
