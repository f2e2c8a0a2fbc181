import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

import remixConfig from "./remix.config.js";

// Vite looks through server files too when it bundles packages for the browser in development.
// Named here: a package found only while a page loads makes Vite start over in the midst of it.
const IN_BROWSER = ["@conform-to/react", "@conform-to/zod/v4", "@remix-run/react", "react", "react-dom/client", "zod"];
const SERVER_ONLY = ["@node-rs/argon2", "@remix-run/node", "better-sqlite3", "csv-parse", "kysely", "lucia", "nodemailer", "otpauth", "read-excel-file", "uqr", "write-excel-file"];

export default defineConfig({
  plugins: [remix(remixConfig)],
  optimizeDeps: { include: IN_BROWSER, exclude: SERVER_ONLY },
  build: { target: "es2022", assetsInlineLimit: 0, manifest: true },
});
