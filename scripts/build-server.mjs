// Bundles the server and the scripts that run beside it into build/, after Remix has built the app.
import { existsSync } from "node:fs";

import { build } from "esbuild";

const entries = { server: "server.ts", seed: "scripts/seed.ts", admin: "scripts/admin.ts", "import-worker": "app/logbook/import/import-worker.server.ts", "archive-worker": "app/record/archive-worker.server.ts" };

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: "build",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
  // What is built runs in production, whatever the shell says; React reads this when the app is loaded, after this line.
  banner: { js: 'process.env.NODE_ENV = "production";' },
});

// What the browser runs beside the pages; its address stays the same, so it has no hash in its name (server.ts).
await build({
  entryPoints: { sw: "app/offline/worker.ts" },
  outdir: "build/client",
  bundle: true,
  platform: "browser",
  target: "es2022",
  format: "iife",
  minify: true,
  logLevel: "warning",
});
