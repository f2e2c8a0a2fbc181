import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetMarks, recallMarks, rememberMarks } from "./remembered.ts";

const FILM = { size: 1_000_000, lastModified: 7 };
const MARKS = { pieces: [{ fromMs: 2000, toMs: 4000 }], withSound: false };
const SENT = new Date("2026-11-21T12:00:00.000Z");
const later = (ms: number): Date => new Date(SENT.getTime() + ms);
const DAY_MS = 86_400_000;

const kept = new Map<string, string>();

beforeEach(() => {
  // What a browser keeps for a page, where there is no browser.
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value); }, removeItem: (key: string) => { kept.delete(key); } });
});

afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

test.each([["a moment short of a day later they stand", DAY_MS - 1, MARKS], ["a day later they are gone", DAY_MS, undefined]])("%s", (_, ms, wanted) => {
  rememberMarks(FILM, MARKS, SENT);
  const found = recallMarks(FILM, later(ms));
  expect(found && { pieces: found.pieces, withSound: found.withSound }).toEqual(wanted);
  expect(kept.size).toBe(wanted === undefined ? 0 : 1);
});

test("of another film nothing is known, and what is over goes with it", () => {
  rememberMarks(FILM, MARKS, SENT);
  expect(recallMarks({ ...FILM, lastModified: 8 }, SENT)).toBeUndefined();
  expect(kept.size).toBe(1);
  expect(recallMarks({ ...FILM, lastModified: 8 }, later(DAY_MS))).toBeUndefined();
  expect(kept.size).toBe(0);
});

test("once it has arrived nothing is kept, and what is no note of ours is none", () => {
  rememberMarks(FILM, MARKS, SENT);
  forgetMarks();
  expect(recallMarks(FILM, SENT)).toBeUndefined();
  kept.set("attune-pieces", "{\"film\":1}");
  expect(recallMarks(FILM, SENT)).toBeUndefined();
});

test("nothing of the film's name is kept", () => {
  rememberMarks(new File(["film"], "Callum and Mairi.mp4", { lastModified: 7 }), MARKS, SENT);
  expect([...kept.values()].join("")).not.toMatch(/callum|mairi|mp4/i);
});
