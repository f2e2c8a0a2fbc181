import { expect, test } from "vitest";

import { type ReviewerFacts, whyUnfit } from "./reviewer-choice.ts";

const FIT: ReviewerFacts = { isTrainee: false, isSelf: false, hasEverSupervised: false, isHeld: true, isAccredited: true };

test.each<[string, Partial<ReviewerFacts>, ReturnType<typeof whyUnfit>]>([
  ["somebody independent", {}, null],
  ["the trainee", { isTrainee: true }, "trainee"],
  ["the lead who asks", { isSelf: true }, "self"],
  ["a supervisor of the trainee, ever", { hasEverSupervised: true }, "ever_supervised"],
  ["one whose standing ended", { isHeld: false }, "no_standing"],
  ["one who is not accredited today", { isAccredited: false }, "not_accredited"],
  ["a former supervisor without standing: what cannot be mended comes first", { hasEverSupervised: true, isHeld: false, isAccredited: false }, "ever_supervised"],
])("%s", (_, over, why) => { expect(whyUnfit({ ...FIT, ...over })).toBe(why); });
