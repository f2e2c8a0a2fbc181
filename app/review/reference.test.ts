import fc from "fast-check";
import { expect, test } from "vitest";

import { referenceProblem } from "./reference.ts";

test.each(["VIG/2026/12", "0412", "R4-117", "4B", "Film 12", "shelf 4 film 12", "Box 7", "film_003", "Recording 44", "VIG 2026 0031"])("%s is an identifier", (text) => {
  expect(referenceProblem(text)).toBeUndefined();
});

test.each([
  ["Callum 3", "a name and a number"], ["Film Callum 3", "a name among plain words"], ["AB1", "initials and a number"], ["C.M. 4", "initials"],
  ["12.03.2021", "a day, perhaps of birth"], ["EH12 4AB", "a postcode"], ["Film of 2026-11-10, 3", "a day"], ["0101010010 1", "a CHI number"], ["film 07700 900123", "a telephone number"],
])("%s is not: %s", (text) => {
  expect(referenceProblem(text)).toBe("names_somebody");
});

test.each([
  ["film", "no figure tells which"], ["https://videos.example.org/12", "an address"], ["S:\\films\\12", "a path on a drive"], ["m12@example.org", "an e-mail address"], ["12?sign=1", "a query"], ["12\n13", "two lines"],
])("%j is no identifier: %s", (text) => {
  expect(referenceProblem(text)).toBe("not_an_identifier");
});

test("any text gets a verdict, however malformed", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
    expect([undefined, "names_somebody", "not_an_identifier"]).toContain(referenceProblem(text));
  }), { numRuns: 30 });
});
