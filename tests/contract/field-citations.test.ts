import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

const CITATION = /field\.md\)?,[\s*/]*"([^"]+)"/g;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:tsx?|mjs|md)$/.test(name)).map((name) => `${folder}/${name}`);
}

const headings = new Set(Array.from(readFileSync("docs/field.md", "utf8").matchAll(/^## (.+)$/gm), (m) => m[1]));
const citations = ["app", "db", "docs", "scripts", "seeds"].flatMap(filesIn).filter((file) => !file.endsWith("field.md"))
  .flatMap((file) => Array.from(readFileSync(file, "utf8").matchAll(CITATION), (m) => ({ file, heading: m[1] })));

test("every rule that the code cites stands in docs/field.md under that heading", () => {
  expect(citations.length).toBeGreaterThan(20);
  expect(citations.filter(({ heading }) => !headings.has(heading))).toEqual([]);
});
