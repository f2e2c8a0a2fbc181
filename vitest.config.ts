import { defineConfig } from "vitest/config";

const setupFiles = ["tests/support/setup.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", environment: "node", include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "seeds/**/*.test.ts", "scripts/**/*.test.{ts,mjs}"], setupFiles } },
      { test: { name: "contract", environment: "node", include: ["tests/contract/**/*.test.ts"], setupFiles, testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
