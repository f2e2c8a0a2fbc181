import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { ACTIONS } from "#app/people/policy.ts";

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".server.ts") || name.endsWith("route.tsx")).map((name) => readFileSync(`app/${name}`, "utf8"));

test("every action in the policy is asked by somebody", () => {
  expect(ACTIONS.filter((action) => !sources.some((text) => text.includes(`"${action}"`)))).toEqual([]);
});
