import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { refuseNode } from "./node-version.mjs";

test.each(["0.12.18", "18.20.8", "20.9.0", "20.18.3"])("%s is too old, and told which version is asked for", (version) => {
  expect(refuseNode(version)).toBe(`Attune needs Node 20.19 or newer; this is ${version}.`);
});

test.each(["20.19.0", "20.20.2", "21.0.0", "22.4.1", "100.0.0", process.versions.node])("%s will do", (version) => {
  expect(refuseNode(version)).toBeNull();
});

test("the oldest that will do is the one that package.json names", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  const oldest = engines.node.replace(">=", "");
  const [major, minor] = oldest.split(".").map(Number);
  expect([refuseNode(`${oldest}.0`), refuseNode(`${String(major)}.${String(minor - 1)}.0`)]).toEqual([null, expect.any(String)]);
});
