import { expect, test } from "vitest";

import { fingerprintOf } from "./uploader.ts";

const film = (over: { name?: string; bytes?: string; lastModified?: number; entryId?: string; consentIds?: readonly string[] } = {}) => {
  const { name = "Callum and Mairi.mp4", bytes = "film", lastModified = 7, entryId = "entry-1", consentIds = ["consent-1", "consent-2"] } = over;
  return { file: new File([bytes], name, { lastModified }), entryId, consentIds };
};

test("a browser remembers an upload without the film's name", () => {
  expect(fingerprintOf(film())).not.toMatch(/callum|mairi|mp4/i);
  expect(fingerprintOf(film({ name: "Holiday.mov" }))).toBe(fingerprintOf(film()));
  expect(fingerprintOf(film({ consentIds: ["consent-2", "consent-1"] }))).toBe(fingerprintOf(film()));
});

test.each([
  ["another size", { bytes: "longer film" }], ["another day", { lastModified: 8 }], ["another cycle", { entryId: "entry-2" }], ["other people in it", { consentIds: ["consent-1"] }],
])("%s makes it another upload", (_, over) => {
  expect(fingerprintOf(film(over))).not.toBe(fingerprintOf(film()));
});
