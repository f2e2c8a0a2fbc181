import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isClientCode, makeClientCode, normaliseClientCode } from "./codes.ts";
import { screenClientLabel } from "./identifiers.ts";

describe("client codes", () => {
  test("a new code is one of the portal's, with a figure, and is no identifier", () => {
    for (let i = 0; i < 500; i += 1) {
      const code = makeClientCode();
      expect(isClientCode(code)).toBe(true);
      expect(code).toMatch(/\d/);
      expect(screenClientLabel(code)).toEqual([]);
    }
  });

  test("draws again where the signs could be read as a word or hold no figure", () => {
    const drawn = ["F4CK", "RKKZ", "BCDF", "P3NZ", "7KQ4"];
    expect(makeClientCode(() => drawn.shift() ?? "")).toBe("C-7KQ4");
  });

  test.each([
    ["C-7KQ4", "as written"], ["c 7kq4", "small letters and a space"], ["7kq4", "without its C"], ["C7KQ4", "without its hyphen"],
    ["C\u20117KQ4", "a no-break hyphen"], ["ｃ－７ＫＱ４", "full-width"], [" c - 7 k q 4 ", "spaces between"],
  ])("%j is read as C-7KQ4: %s", (typed) => {
    expect(normaliseClientCode(typed)).toBe("C-7KQ4");
  });

  test.each([
    ["C-7KQ", "too short"], ["C-7KQ44", "too long"], ["C-7KO4", "O is not used"], ["C-1KQ4", "1 is not used"], ["C-ABCD", "vowels are not used"],
    ["Client 1", "a label"], ["", "nothing"], ["MRTN", "four letters without a figure may be a name"],
  ])("%j is no code: %s", (typed) => {
    expect(normaliseClientCode(typed)).toBeNull();
  });

  test("any text is read or not, and what is read is a code", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      const code = normaliseClientCode(text);
      expect(code === null || isClientCode(code)).toBe(true);
    }));
  });
});
