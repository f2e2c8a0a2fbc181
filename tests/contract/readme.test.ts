import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { describe, expect, test } from "vitest";
import { z } from "zod";

const README = readFileSync("README.md", "utf8");
const GUIDES = ["README.md", "docs/operations.md"];

const packageFile = z.object({ engines: z.object({ node: z.string() }), scripts: z.record(z.string(), z.string()) });
const { engines, scripts } = packageFile.parse(JSON.parse(readFileSync("package.json", "utf8")));

const pattern = z.union([z.string(), z.array(z.string())]).optional();
const rulesFile = z.object({ forbidden: z.array(z.object({ name: z.string(), to: z.object({ path: pattern, pathNot: pattern }) })) });
const { forbidden } = rulesFile.parse(createRequire(import.meta.url)("../../.dependency-cruiser.cjs"));

/** All that the first group of a pattern finds, each once. */
function found(text: string, what: RegExp): string[] {
  return [...new Set([...text.matchAll(what)].map((match) => match[1] ?? ""))];
}

/** The lines of the map of the house, from the top floor down: the folders of each. */
const MAP = found(README, /^((?:(?:app|db)\/(?:[\w-]+\/)? *)+) {2,}\S.*$/gm).map((line) => line.trim().split(/ +/));
const ROOMS = MAP.map((line) => line.filter((folder) => folder.startsWith("app/")).map((folder) => folder.slice("app/".length, -1))).filter((line) => line.length > 0);

/** True where the checked rules let a room import from another. */
function mayImport(room: string, other: string): boolean {
  const rule = forbidden.find(({ name }) => name === `${room}-looks-down`);
  if (rule === undefined) throw new Error(`no rule for ${room}`);
  const file = `app/${other}/x.ts`;
  const matches = (one: z.infer<typeof pattern>): boolean => [one ?? []].flat().some((text) => new RegExp(text).test(file));
  return !matches(rule.to.path) || matches(rule.to.pathNot);
}

describe("what the README says", () => {
  test.each(GUIDES)("each command of npm that %s names is there", (guide) => {
    const named = found(readFileSync(guide, "utf8"), /npm run ([\w:]+)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect([scripts.test, scripts.start]).not.toContain(undefined);
    expect(named.length).toBeGreaterThan(1);
  });

  test.each(GUIDES)("each file and folder that %s names is there", (guide) => {
    const text = readFileSync(guide, "utf8");
    const folder = guide.startsWith("docs/") ? "docs/" : "";
    const linked = found(text, /\]\(([^)#:]+)\)/g).map((to) => `${folder}${to}`);
    const quoted = found(text, /`((?:app|db|docs|scripts|seeds|server|tests)\/[\w./-]*|[\w.-]+\.(?:cjs|ts|example))`/g).filter((name) => name.includes("/") || /^\.|^server\.ts$/.test(name));
    expect([...linked, ...quoted].filter((name) => !existsSync(name))).toEqual([]);
  });

  test("the Node that it asks for is the one of package.json", () => {
    expect(found(README, /Node (\d+\.\d+) or newer/g).map((version) => `>=${version}`)).toEqual([engines.node]);
  });

  test("`.env.example` lists every variable that is read, and no other", () => {
    const read = found(readFileSync("app/platform/env.server.ts", "utf8"), /^ {2}([A-Z_]+): /gm);
    expect(read.length).toBeGreaterThan(1);
    expect(found(readFileSync(".env.example", "utf8"), /^([A-Z_]+)=/gm).sort()).toEqual(read.sort());
  });

  test("the map shows every room, and no other", () => {
    const rooms = readdirSync("app", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(ROOMS.flat().sort()).toEqual(rooms.sort());
    expect(MAP.flat().filter((folder) => !existsSync(folder))).toEqual([]);
    expect(MAP.at(-1)).toEqual(["db/"]);
  });

  test("the floors of the map are those that are checked: a room imports rooms on lower floors only", () => {
    const pairs = ROOMS.flatMap((upper, floor) => upper.flatMap((room) => ROOMS.slice(floor + 1).flat().map((lower) => ({ room, lower }))));
    expect(pairs.length).toBeGreaterThan(ROOMS.length);
    expect(pairs.filter(({ room, lower }) => !mayImport(room, lower))).toEqual([]);
    expect(pairs.filter(({ room, lower }) => mayImport(lower, room))).toEqual([]);
  });
});
