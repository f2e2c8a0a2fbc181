import { expect, test } from "vitest";

import type { ConsentFacts } from "#app/logbook/consent.ts";

import { agreedPurposes } from "./keeping.ts";

const TODAY = "2026-11-21";
const consent = (over: Partial<ConsentFacts> = {}): ConsentFacts => ({ id: "a", givenOn: "2026-11-01", purposes: ["own_supervisor", "independent_reviewer"], withdrawnOn: null, voided: false, ...over });

test("what everybody agreed to is told, and nothing that one of them did not", () => {
  expect(agreedPurposes([consent()], TODAY)).toEqual(["own_supervisor", "independent_reviewer"]);
  expect(agreedPurposes([consent(), consent({ id: "b", purposes: ["own_supervisor"] })], TODAY)).toEqual(["own_supervisor"]);
  expect(agreedPurposes([consent(), consent({ id: "b", purposes: [] })], TODAY)).toEqual([]);
});

test.each<readonly [string, readonly ConsentFacts[]]>([
  ["nobody is recorded", []], ["one was withdrawn", [consent(), consent({ id: "b", withdrawnOn: TODAY })]], ["one was voided", [consent({ voided: true })]],
  ["one begins tomorrow", [consent({ givenOn: "2026-11-22" })]],
])("no consent stands where %s", (_, consents) => {
  expect(agreedPurposes(consents, TODAY)).toBeNull();
});
