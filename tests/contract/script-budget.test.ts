import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { expect, test } from "vitest";
import { z } from "zod";

/** What a first visit to a page may load, in kilobytes of compressed script (docs/performance.md). */
const BUDGET = 130;
const KB = 1024;
const CLIENT = path.join("build", "client");

const part = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const manifestSchema = z.object({ url: z.string(), entry: part, routes: z.record(z.string(), part.extend({ parentId: z.string().optional() })) });

const assets = readdirSync(path.join(CLIENT, "assets"));
const manifestFile = assets.find((name) => name.startsWith("manifest-")) ?? "";
const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(CLIENT, "assets", manifestFile), "utf8").replace(/^window\.__remixManifest=|;$/g, "")));

const sizes = new Map<string, number>();

function sizeOf(file: string): number {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(path.join(CLIENT, file))).length / KB;
  sizes.set(file, size);
  return size;
}

/** The scripts that the portal names in a page of that route: its own and those of every route around it. */
function scriptsOf(id: string): string[] {
  const route = manifest.routes[id];
  if (route === undefined) return [manifest.url, manifest.entry.module, ...manifest.entry.imports];
  return [route.module, ...route.imports, ...scriptsOf(route.parentId ?? "")];
}

test("no page loads more script than its budget at first", () => {
  const pages = Object.keys(manifest.routes);
  expect(pages.length).toBeGreaterThan(100);
  const weights = pages.map((id) => ({ id, kilobytes: [...new Set(scriptsOf(id))].reduce((sum, file) => sum + sizeOf(file), 0) }));
  expect(Math.max(...weights.map(({ kilobytes }) => kilobytes)), "something is weighed at all").toBeGreaterThan(50);
  expect(weights.filter(({ kilobytes }) => kilobytes > BUDGET).map(({ id, kilobytes }) => `${id}: ${kilobytes.toFixed(1)} KB`)).toEqual([]);
});
