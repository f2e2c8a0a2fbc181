import { expect, it } from "vitest";

import { assetsOf } from "./entry-files.ts";

it("finds the scripts and sheets that a page names, each once, and nothing else of the portal", () => {
  const page = '<link rel="stylesheet" href="/assets/root-Ab1_.css"/><script src="/assets/a-1.js">import "/assets/a-1.js"</script><a href="/log">x</a><img src="/favicon.svg"/>';
  expect(assetsOf(page)).toEqual(["/assets/root-Ab1_.css", "/assets/a-1.js"]);
});

it("takes one font of a style sheet: the letters that the pages are written in", () => {
  expect(assetsOf("src:url(/assets/hyper-latin-ext-wght-normal-X.woff2) url(/assets/hyper-latin-wght-normal-Y.woff2)")).toEqual(["/assets/hyper-latin-wght-normal-Y.woff2"]);
});
