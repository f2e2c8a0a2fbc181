// Draws the demo's films anew: node scripts/draw-demo-films.mjs. They are invented, drawn and hummed; nobody is in them.
import { writeFileSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";
import { build } from "esbuild";

import { findBrowser } from "./browser.mjs";
import { fail, ROOT } from "./steps.mjs";

const FILMS = ["shared-review", "adult-and-child"];
const FOLDER = path.join(ROOT, "seeds", "films");
// An encoder wants a page of its own address; nothing is fetched from it.
const PAGE = "http://localhost/drawing";

async function program() {
  const bundle = await build({ entryPoints: [path.join(FOLDER, "drawing", "draw.ts")], bundle: true, write: false, format: "iife", target: "chrome110", logLevel: "warning" });
  return bundle.outputFiles[0]?.text ?? "";
}

const executablePath = await findBrowser();
if (executablePath === undefined) fail("A Chromium is needed to draw with: name one in CHROMIUM_PATH.");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.route(PAGE, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
await page.goto(PAGE);
await page.addScriptTag({ content: await program() });
for (const name of FILMS) {
  const film = Buffer.from(String(await page.evaluate(`drawFilm(${JSON.stringify(name)})`)), "base64");
  writeFileSync(path.join(FOLDER, `${name}.webm`), film);
  console.log(`${name}: ${String(Math.round(film.length / 1000))} kB`);
}
await browser.close();
