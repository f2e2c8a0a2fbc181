import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { defineConfig } from "vitest/config";

const setupFiles = ["tests/support/setup.ts"];

const OPENS_A_DATABASE = /\b(?:freshDatabase|makeImportWorld)\(/;

/** The tests that open a database: they run a second time, on PostgreSQL. */
function testsOnADatabase(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith(".test.ts") && OPENS_A_DATABASE.test(readFileSync(file, "utf8")));
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit", environment: "node", setupFiles, testTimeout: 20_000,
          include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "seeds/**/*.test.ts", "scripts/**/*.test.{ts,mjs}", "server/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "postgres", environment: "node", setupFiles, env: { ATTUNE_TEST_DIALECT: "postgres" },
          // Files of a worker share its one PostgreSQL (tests/support/database.ts).
          isolate: false,
          include: testsOnADatabase("app"), testTimeout: 60_000, hookTimeout: 60_000,
        },
      },
      { test: { name: "contract", environment: "node", include: ["tests/contract/**/*.test.ts"], setupFiles, testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
