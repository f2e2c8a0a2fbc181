import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type ConsentFacts, consentFor, type ConsentProblem, isStanding, missingBeforeFilm } from "./consent.ts";
import { type FilmedRole, PURPOSES } from "./consent-model.ts";

const TODAY = "2026-03-12";
const standing: ConsentFacts = { id: "a", givenOn: "2026-03-01", purposes: ["own_supervisor"], withdrawnOn: null, voided: false };

describe("one person's consent", () => {
  test.each<{ why: string; over: Partial<ConsentFacts>; because: ConsentProblem | null }>([
    { why: "given before, for this purpose", over: {}, because: null },
    { why: "given today", over: { givenOn: TODAY }, because: null },
    { why: "given tomorrow", over: { givenOn: "2026-03-13" }, because: "not_yet_given" },
    { why: "withdrawn today", over: { withdrawnOn: TODAY }, because: "withdrawn" },
    { why: "withdrawn long ago", over: { withdrawnOn: "2026-03-02" }, because: "withdrawn" },
    { why: "withdrawn under a day to come, which is at once", over: { withdrawnOn: "2026-03-13" }, because: "withdrawn" },
    { why: "given for another purpose", over: { purposes: ["peers", "independent_reviewer", "wider_training"] }, because: "not_for_purpose" },
    { why: "given for every purpose", over: { purposes: PURPOSES }, because: null },
    { why: "given for none", over: { purposes: [] }, because: "not_for_purpose" },
    { why: "recorded by mistake", over: { voided: true }, because: "voided" },
    { why: "withdrawn and voided: the withdrawal is said", over: { withdrawnOn: TODAY, voided: true }, because: "withdrawn" },
    { why: "still to come and for another purpose: the day is said", over: { givenOn: "2026-03-13", purposes: [] }, because: "not_yet_given" },
  ])("$why", ({ over, because }) => {
    expect(consentFor([{ ...standing, ...over }], "own_supervisor", null, TODAY))
      .toEqual(because === null ? { ok: true, questions: [] } : { ok: false, because, consentId: "a" });
  });
});

describe("everybody filmed", () => {
  test("nobody recorded carries nothing", () => {
    expect(consentFor([], "own_supervisor", null, TODAY)).toEqual({ ok: false, because: "nobody_recorded", consentId: null });
  });

  test("one who did not agree outweighs all who did, and is named", () => {
    const consents = [standing, { ...standing, id: "b", purposes: [] }, { ...standing, id: "c" }];
    expect(consentFor(consents, "own_supervisor", null, TODAY)).toEqual({ ok: false, because: "not_for_purpose", consentId: "b" });
  });

  test("of two reasons the gravest is said", () => {
    const consents = [{ ...standing, purposes: [] }, { ...standing, id: "b", withdrawnOn: TODAY }];
    expect(consentFor(consents, "own_supervisor", null, TODAY)).toEqual({ ok: false, because: "withdrawn", consentId: "b" });
  });

  test.each(PURPOSES)("each purpose is agreed to apart: for %s alone", (given) => {
    for (const asked of PURPOSES) expect(consentFor([{ ...standing, purposes: [given] }], asked, null, TODAY).ok).toBe(asked === given);
  });
});

describe("a film older than its consent is questioned, not refused", () => {
  test.each([
    { why: "filmed on the day before", filmedOn: "2026-02-28", questioned: true },
    { why: "filmed on the day of the consent", filmedOn: "2026-03-01", questioned: false },
    { why: "filmed on the day after", filmedOn: "2026-03-02", questioned: false },
    { why: "filmed on a day that nobody knows", filmedOn: null, questioned: false },
  ])("$why", ({ filmedOn, questioned }) => {
    expect(consentFor([standing], "own_supervisor", filmedOn, TODAY))
      .toEqual({ ok: true, questions: questioned ? [{ because: "given_after_film", consentId: "a" }] : [] });
  });

  test("only those who agreed later are asked about", () => {
    const verdict = consentFor([{ ...standing, id: "b", givenOn: "2026-03-10" }, standing], "own_supervisor", "2026-03-05", TODAY);
    expect(verdict).toEqual({ ok: true, questions: [{ because: "given_after_film", consentId: "b" }] });
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, "0")}`);
const purpose = fc.constantFrom(...PURPOSES);
const consents: fc.Arbitrary<ConsentFacts[]> = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^[a-f]{3}$/), givenOn: day, purposes: fc.subarray([...PURPOSES]), withdrawnOn: fc.option(day), voided: fc.boolean() }),
  { selector: (consent) => consent.id, maxLength: 5 },
);
/** Mostly consents that stand, so that the rule often says yes. */
const often = fc.oneof(consents, consents.map((all) => all.map((c): ConsentFacts => ({ ...c, givenOn: "2026-03-01", purposes: PURPOSES, withdrawnOn: null, voided: false }))));
const asked = fc.tuple(often, purpose, fc.option(day));

describe("whatever was recorded", () => {
  test("a withdrawal never allows more", () => {
    fc.assert(fc.property(asked, fc.nat(), day, ([all, forWhat, filmedOn], which, withdrawnOn) => {
      const fewer = all.map((consent, n) => (n === which % all.length ? { ...consent, withdrawnOn } : consent));
      if (all.length > 0) expect(consentFor(fewer, forWhat, filmedOn, TODAY)).toMatchObject({ ok: false, because: "withdrawn" });
    }));
  });

  test("a purpose taken back, a void and one more person filmed never allow more", () => {
    fc.assert(fc.property(asked, fc.nat(), consents, ([all, forWhat, filmedOn], which, others) => {
      const changed = (over: (c: ConsentFacts) => ConsentFacts) => all.map((consent, n) => (n === which % all.length ? over(consent) : consent));
      const less = [changed((c) => ({ ...c, purposes: c.purposes.filter((p) => p !== forWhat) })), changed((c) => ({ ...c, voided: true })), [...all, ...others]];
      if (all.length === 0 || consentFor(all, forWhat, filmedOn, TODAY).ok) return;
      for (const fewer of less) expect(consentFor(fewer, forWhat, filmedOn, TODAY).ok).toBe(false);
    }));
  });

  test("the order in which it was recorded changes nothing", () => {
    const shuffled = often.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(shuffled, purpose, fc.option(day), ([all, other], forWhat, filmedOn) => {
      expect(consentFor(other, forWhat, filmedOn, TODAY)).toEqual(consentFor(all, forWhat, filmedOn, TODAY));
    }));
  });

  test("who stands is exactly who would carry a film for what they agreed to", () => {
    fc.assert(fc.property(consents, (all) => {
      for (const consent of all) {
        for (const given of consent.purposes) expect(consentFor([consent], given, null, TODAY).ok).toBe(isStanding(consent, TODAY));
      }
    }));
  });
});

describe("what is missing before a film can be submitted", () => {
  const of = (filmedRole: FilmedRole, over: Partial<ConsentFacts> = {}, recordedAt = "2026-03-01T09:00:00.000Z") => ({ ...standing, id: filmedRole, filmedRole, recordedAt, ...over });
  const both = [of("client"), of("child")];

  test.each([
    { why: "the adult and the child agreed", consents: both, ageBand: "0_2", missing: [] },
    { why: "nobody is recorded", consents: [], ageBand: "0_2", missing: [["client", "nobody_recorded"], ["child", "nobody_recorded"]] },
    { why: "the age is not given: a child may be in it", consents: [of("client")], ageBand: null, missing: [["child", "nobody_recorded"]] },
    { why: "the case is with an adult: no child is in it", consents: [of("client")], ageBand: "adult", missing: [] },
    { why: "the child is not born yet", consents: [of("client")], ageBand: "pre_birth", missing: [] },
    { why: "the child's consent was withdrawn", consents: [of("client"), of("child", { withdrawnOn: TODAY })], ageBand: "0_2", missing: [["child", "withdrawn"]] },
    { why: "the child's withdrawn consent was given anew", consents: [...both, of("child", { id: "old", withdrawnOn: TODAY })], ageBand: "0_2", missing: [] },
    { why: "the adult agreed, but not for the supervisor", consents: [of("client", { purposes: ["peers"] }), of("child")], ageBand: "0_2", missing: [["client", "not_for_purpose"]] },
    { why: "a voided record is as if it were not there", consents: [of("client"), of("child", { voided: true })], ageBand: "0_2", missing: [["child", "nobody_recorded"]] },
    { why: "a brother's consent is not the child's", consents: [of("client"), of("other_child")], ageBand: "0_2", missing: [["child", "nobody_recorded"]] },
  ] as const)("$why", ({ consents: all, ageBand, missing }) => {
    expect(missingBeforeFilm(all, ageBand, TODAY).map(({ role, because }) => [role, because])).toEqual(missing);
  });

  test("of two that do not carry it, the one recorded last is spoken of", () => {
    const twice = [of("client", { id: "x", withdrawnOn: "2026-03-02" }), of("client", { id: "y", purposes: [] }, "2026-03-05T09:00:00.000Z")];
    expect(missingBeforeFilm(twice, "adult", TODAY)).toEqual([{ role: "client", because: "not_for_purpose" }]);
  });
});
