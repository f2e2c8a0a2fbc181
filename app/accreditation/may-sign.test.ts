import { expect, test } from "vitest";

import { plainDefinition } from "#tests/support/counts.ts";

import { type Closing, closingOf, closingOutcome, maySign, needsReviewer, nextPart, SIGNERS, signerOf, type Standing } from "./may-sign.ts";
import { SIGNING_PARTS } from "./model.ts";

/** Every cell that says yes; all others say no. */
const YES = new Set([
  "own_supervisor decision present_supervisor",
  "second_supervisor recommendation present_supervisor",
  "second_supervisor decision present_supervisor", "second_supervisor decision asked_reviewer",
  "independent_reviewer recommendation present_supervisor",
  "independent_reviewer decision asked_reviewer",
]);

const CLOSINGS: readonly Closing[] = ["own_supervisor", "second_supervisor", "independent_reviewer"];
const cells = CLOSINGS.flatMap((closing) => SIGNING_PARTS.flatMap((part) => SIGNERS.map((signer) => ({ closing, part, signer }))));

test.each(cells)("$closing, $part, $signer", ({ closing, part, signer }) => {
  expect(maySign(closing, part, signer)).toBe(YES.has(`${closing} ${part} ${signer}`));
});

const nobody: Standing = {
  isTrainee: false, isPresentSupervisor: false, isAccredited: false, hasRecommended: false, isAsked: false, isIndependentReviewer: false, hasEverSupervised: false, isLead: false, isAdministrator: false,
};
const everything: Standing = {
  isTrainee: true, isPresentSupervisor: true, isAccredited: true, hasRecommended: true, isAsked: true, isIndependentReviewer: true, hasEverSupervised: true, isLead: true, isAdministrator: true,
};

test.each([
  ["a stranger", nobody, "other"],
  ["the trainee, whatever else they hold", everything, "trainee"],
  ["whoever recommended does not decide too", { ...everything, isTrainee: false }, "recommender"],
  ["a present supervisor who is asked to decide stays a supervisor", { ...everything, isTrainee: false, hasRecommended: false }, "present_supervisor"],
  ["a present supervisor who is in training or whose accreditation ended", { ...nobody, isPresentSupervisor: true }, "unaccredited_supervisor"],
  ["a present supervisor, accredited today", { ...nobody, isPresentSupervisor: true, isAccredited: true }, "present_supervisor"],
  ["asked, independent, and supervised the trainee once", { ...nobody, isAsked: true, isIndependentReviewer: true, hasEverSupervised: true }, "asked_former_supervisor"],
  ["asked, and no independent reviewer today", { ...nobody, isAsked: true, isAccredited: true }, "asked_without_standing"],
  ["asked, independent, and not accredited today", { ...nobody, isAsked: true, isIndependentReviewer: true }, "asked_without_standing"],
  ["asked, independent and accredited", { ...nobody, isAsked: true, isIndependentReviewer: true, isAccredited: true }, "asked_reviewer"],
  ["independent, and not asked", { ...nobody, isIndependentReviewer: true }, "other"],
  ["a lead", { ...nobody, isLead: true }, "lead"],
  ["an administrator", { ...nobody, isAdministrator: true }, "administrator"],
] as const)("%s", (_, standing, signer) => {
  expect(signerOf(standing)).toBe(signer);
});

test("the last stage is an independent reviewer's, whatever the version says", () => {
  const stages = plainDefinition.stages.map((stage) => ({ ...stage, closing: "own_supervisor" as const }));
  expect([1, 2, 3].map((stage) => closingOf({ stages }, stage))).toEqual(["own_supervisor", "own_supervisor", "independent_reviewer"]);
});

test("only the last stage accredits", () => {
  expect([1, 2, 3].map((stage) => closingOutcome(plainDefinition, stage))).toEqual(["signed", "signed", "accredited"]);
});

const LEAD = "a lead asks";
const NO_LEAD = "";

test.each([
  // closing, recommended, a reviewer who can, supervisors who have not recommended
  ["own_supervisor", false, false, 1, "signature", NO_LEAD], ["own_supervisor", false, false, 0, "signature", NO_LEAD], ["own_supervisor", true, true, 0, "signature", NO_LEAD],
  ["second_supervisor", false, false, 2, "recommendation", NO_LEAD], ["second_supervisor", false, false, 1, "recommendation", LEAD], ["second_supervisor", false, false, 0, "recommendation", LEAD],
  ["second_supervisor", false, true, 1, "recommendation", NO_LEAD], ["second_supervisor", true, false, 1, "signature", NO_LEAD], ["second_supervisor", true, true, 1, "signature", NO_LEAD],
  ["second_supervisor", true, true, 0, "reviewer_decision", NO_LEAD], ["second_supervisor", true, false, 0, "reviewer_asked", LEAD],
  ["independent_reviewer", false, false, 2, "recommendation", LEAD], ["independent_reviewer", false, true, 1, "recommendation", NO_LEAD],
  ["independent_reviewer", true, true, 1, "reviewer_decision", NO_LEAD], ["independent_reviewer", true, false, 3, "reviewer_asked", LEAD],
] as const)("%s, recommended %s, a reviewer %s, %i supervisors: next is %s %s", (closing, isRecommended, hasReviewer, supervisors, next, lead) => {
  const awaiting = { isRecommended, hasReviewer, supervisors };
  expect([nextPart(closing, awaiting), needsReviewer(closing, awaiting) ? LEAD : NO_LEAD]).toEqual([next, lead]);
});
