import { expect, test } from "vitest";

import { letterOf, placeOf, PRINCIPLES } from "./principles.ts";
import { ratingsSchema } from "./schemas.ts";
import { isEmpty, isSameRatings, SCALE, SKILL_LINES } from "./skills.ts";

test("six groups in the published order, each with a letter of its own", () => {
  expect(PRINCIPLES).toHaveLength(6);
  expect(new Set(PRINCIPLES.map(letterOf)).size).toBe(6);
  expect(PRINCIPLES.map(placeOf)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("seven lines: the six groups and activating the client", () => {
  expect(SKILL_LINES).toEqual([...PRINCIPLES, "activating"]);
  expect(SCALE).toBe("local-1");
});

test.each([
  [{}, true], [{ attentive: 1 }, true], [{ attentive: 4, activating: "not_seen" }, true],
  [{ attentive: 0 }, false], [{ attentive: 5 }, false], [{ attentive: "2" }, false], [{ attentive: null }, false], [{ total: 3 }, false], [{ attentive: 2.5 }, false],
])("%o can be stored: %s", (ratings, stands) => {
  expect(ratingsSchema.safeParse(ratings).success).toBe(stands);
});

test("the same is told by every line", () => {
  expect(isSameRatings({ attentive: 1 }, { attentive: 1 })).toBe(true);
  expect(isSameRatings({ attentive: 1 }, { attentive: 1, guiding: "not_seen" })).toBe(false);
  expect([isEmpty({}), isEmpty({ guiding: "not_seen" })]).toEqual([true, false]);
});
