import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { checkFilm, refusalByFirstBytes } from "#app/clips/check-film.server.ts";
import { openFilm } from "#app/clips/sealed-film.server.ts";
import { sealedIn, temporaryClips } from "#tests/support/clips.ts";

const FILMS = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".webm"));

test("there are two drawn films", () => {
  expect(FILMS).toEqual(["adult-and-child.webm", "shared-review.webm"]);
});

test.each(FILMS)("%s is taken as an upload would be: 60 to 100 seconds with sound, and small enough to be part of the code", async (name) => {
  const bytes = readFileSync(path.join(import.meta.dirname, name));
  const clips = temporaryClips();
  const film = await openFilm(clips, await sealedIn(clips, bytes));
  if (!film) throw new Error("it was not sealed");
  const verdict = await checkFilm(film, bytes.length).finally(() => film.close());
  expect(await refusalByFirstBytes(bytes)).toBeNull();
  expect(verdict).toMatchObject({ ok: true, facts: { mediaType: "video/webm", width: 640, height: 360, hasSound: true } });
  if (!verdict.ok) return;
  expect(verdict.facts.durationMs).toBeGreaterThanOrEqual(60_000);
  expect(verdict.facts.durationMs).toBeLessThanOrEqual(100_000);
  expect(bytes.length).toBeLessThan(600_000);
});
