import { describe, expect, test } from "vitest";

import { isDue, type RetentionFacts, whenItGoes } from "./retention.ts";

/** Noon on 1 March 2026; submitted, in an open case and stage, kept for a year at most. */
const facts: RetentionFacts = {
  recordedAt: "2026-03-01T12:00:00.000Z", wasSubmitted: true, caseClosedOn: null, stageDecidedOn: null, keptDays: 365,
  consents: [{ withdrawnOn: null, voided: false, changedAt: "2026-02-01T12:00:00.000Z" }],
};
const with_ = (over: Partial<RetentionFacts>): RetentionFacts => ({ ...facts, ...over });
const withdrawn = { withdrawnOn: "2026-04-01", voided: false, changedAt: "2026-04-03T09:00:00.000Z" };

describe("when a clip goes", () => {
  test.each([
    ["at the programme's limit, where nothing else happens", with_({}), "2027-03-01", "kept_long_enough"],
    ["60 days after its case was closed", with_({ caseClosedOn: "2026-04-01" }), "2026-05-31", "case_closed"],
    ["30 days after its stage was decided", with_({ stageDecidedOn: "2026-04-01" }), "2026-05-01", "stage_decided"],
    ["by the earlier of the two", with_({ caseClosedOn: "2026-03-02", stageDecidedOn: "2026-04-15" }), "2026-05-01", "case_closed"],
    ["a day after it came, where nobody was given it to watch", with_({ wasSubmitted: false }), "2026-03-02", "never_submitted"],
    ["on the day that a withdrawal is recorded, whatever day it names", with_({ consents: [...facts.consents, withdrawn] }), "2026-04-03", "consent_withdrawn"],
    ["14 days after a consent turned out to be a mistake", with_({ consents: [{ withdrawnOn: null, voided: true, changedAt: "2026-04-03T09:00:00.000Z" }] }), "2026-04-17", "consent_withdrawn"],
    ["with a withdrawal named before all else of that day", with_({ stageDecidedOn: "2026-03-04", consents: [withdrawn] }), "2026-04-03", "consent_withdrawn"],
    ["at the limit also where the case is closed later", with_({ keptDays: 10, caseClosedOn: "2026-03-09" }), "2026-03-11", "kept_long_enough"],
  ])("%s", (_, given, on, because) => {
    expect(whenItGoes(given)).toEqual({ on, because });
  });
});

describe("whether it is due", () => {
  const at = (instant: string, over: Partial<RetentionFacts> = {}): string | null => isDue(with_(over), new Date(instant));

  test("not on the 59th day after the case was closed, and on the 60th", () => {
    expect([at("2026-05-30T22:00:00.000Z", { caseClosedOn: "2026-04-01" }), at("2026-05-31T00:00:00.000Z", { caseClosedOn: "2026-04-01" })]).toEqual([null, "case_closed"]);
  });

  test("by London's day: half past eleven at night in UTC's summer is the next one", () => {
    expect(at("2026-05-30T23:30:00.000Z", { caseClosedOn: "2026-04-01" })).toBe("case_closed");
  });

  test("never submitted: not within the 24 hours, and with the last of them", () => {
    const never = { wasSubmitted: false };
    expect([at("2026-03-02T11:59:59.999Z", never), at("2026-03-02T12:00:00.000Z", never)]).toEqual([null, "never_submitted"]);
  });

  test("never submitted, and its consent withdrawn within the hour: at once", () => {
    const consents = [{ withdrawnOn: "2026-03-01", voided: false, changedAt: "2026-03-01T12:30:00.000Z" }];
    expect(at("2026-03-01T12:31:00.000Z", { wasSubmitted: false, consents })).toBe("consent_withdrawn");
  });

  test("nothing is due on the day it came", () => { expect(at("2026-03-01T12:00:00.000Z")).toBeNull(); });
});
