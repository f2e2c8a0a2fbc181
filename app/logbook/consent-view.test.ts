import { expect, test } from "vitest";

import type { FilmedRole } from "./consent-model.ts";
import { callFilmed, caseConsent } from "./consent-view.ts";

const TODAY = "2026-03-12";
let made = 0;

function of(filmedRole: FilmedRole, over: { withdrawnOn?: string; voided?: boolean; purposes?: readonly "peers"[] } = {}) {
  made += 1;
  const serial = String(made).padStart(4, "0");
  return {
    id: serial, filmedRole, givenOn: "2026-03-01", purposes: ["own_supervisor"] as const, withdrawnOn: null, voided: false,
    recordedAt: `2026-03-01T09:00:00.${serial.slice(1)}Z`, ...over,
  };
}

test.each([
  { why: "nothing yet", consents: [], text: "No consent is recorded yet.", missing: ["Record what the parent or carer agreed to.", "Record what the child agreed to."] },
  { why: "one of two", consents: [of("client")], text: "The parent or carer has agreed.", missing: ["Record what the child agreed to."] },
  { why: "everybody asked for", consents: [of("child"), of("client")], text: "The parent or carer and the child have agreed.", missing: [] },
  {
    why: "one withdrawn", consents: [of("client"), of("child", { withdrawnOn: "2026-03-10" })],
    text: "The parent or carer has agreed. The consent of the child was withdrawn on 10 March 2026.",
    missing: ["The consent of the child was withdrawn: a new one would have to be given."],
  },
  { why: "withdrawn and given anew: the old one is no news", consents: [of("client"), of("child", { withdrawnOn: "2026-03-10" }), of("child")], text: "The parent or carer and the child have agreed.", missing: [] },
  { why: "voided", consents: [of("client"), of("child", { voided: true })], text: "The parent or carer has agreed.", missing: ["Record what the child agreed to."] },
  {
    why: "agreed, but not that the supervisor sees it", consents: [of("client", { purposes: ["peers"] }), of("child")],
    text: "The parent or carer and the child have agreed.", missing: ["The parent or carer did not agree that your supervisor sees a film."],
  },
])("consent in a case, in words: $why", ({ consents, text, missing }) => {
  expect(caseConsent(consents, "0_2", TODAY)).toEqual({ text, missing });
});

test("without an age it is said how a case without a child is told", () => {
  expect(caseConsent([of("client")], null, TODAY).missing).toEqual(["Record what the child agreed to.", "If no child is in the film, set the age of this case to “Adult”."]);
  expect(caseConsent([of("client"), of("child", { withdrawnOn: TODAY })], null, TODAY).missing).toHaveLength(1);
});

test("several in one role are told apart by number, a single one is not", () => {
  const [one, two, client] = [of("other_adult"), of("other_adult"), of("client")];
  expect([one, two, client].map((c) => callFilmed(c, [one, two, client]))).toEqual(["Another adult 1", "Another adult 2", "The parent or carer"]);
});
