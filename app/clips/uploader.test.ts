import { expect, test } from "vitest";

import { sourceOf } from "./trim/remembered.ts";
import { fingerprintOf } from "./uploader.ts";

interface Over { readonly name?: string; readonly bytes?: string; readonly lastModified?: number; readonly toMs?: number; readonly withSound?: boolean; readonly entryId?: string; readonly consentIds?: readonly string[] }

const film = (over: Over = {}) => {
  const { name = "Callum and Mairi.mp4", bytes = "film", lastModified = 7, toMs = 20_000, withSound = true, entryId = "entry-1", consentIds = ["consent-1", "consent-2"] } = over;
  const file = new File([bytes], name, { lastModified });
  return { clip: new Blob([bytes]), source: sourceOf(file, { pieces: [{ fromMs: 0, toMs }], withSound }), entryId, consentIds };
};

test("a browser remembers an upload without the film's name", () => {
  expect(fingerprintOf(film())).not.toMatch(/callum|mairi|mp4/i);
  expect(fingerprintOf(film({ name: "Holiday.mov" }))).toBe(fingerprintOf(film()));
  expect(fingerprintOf(film({ consentIds: ["consent-2", "consent-1"] }))).toBe(fingerprintOf(film()));
});

test.each([
  ["another size", { bytes: "longer film" }], ["another day", { lastModified: 8 }], ["another piece", { toMs: 20_001 }], ["no sound", { withSound: false }], ["another cycle", { entryId: "entry-2" }], ["other people in it", { consentIds: ["consent-1"] }],
])("%s makes it another upload", (_, over) => {
  expect(fingerprintOf(film(over))).not.toBe(fingerprintOf(film()));
});
