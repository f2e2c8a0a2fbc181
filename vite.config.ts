import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixConfig)],
  // The content security policy lets no data: font or script in, so nothing is inlined.
  build: { target: "es2022", assetsInlineLimit: 0 },
});
