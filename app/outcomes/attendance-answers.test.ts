import { describe, expect, test } from "vitest";

import { goneText, recordedInAddress, recordedText } from "./attendance-answers.ts";

const TRAINEES = [
  { traineeId: "iona", name: "Iona Geddes", endedOn: null }, { traineeId: "rhona", name: "Rhona Tait", endedOn: "2026-03-02" }, { traineeId: "calum", name: "Calum Reid", endedOn: "2026-11-20" },
];
const MANY = { recorded: 2, confirmed: 0, stood: 0 };

const said = (address: Record<string, string | number>) => {
  const query = new URLSearchParams(Object.entries(address).map(([name, value]) => [name, String(value)]));
  return recordedText(new URL(`http://localhost/cohorts/attendance?${query.toString()}`), TRAINEES);
};

describe("what was recorded", () => {
  test("nothing is said where nothing was", () => {
    expect(said({})).toBeNull();
    expect(said({ recorded: "0", locked: "iona" })).toBeNull();
  });

  test("a signed stage is named with whom it is of; of many only how many", () => {
    expect(said(recordedInAddress(MANY))?.replaceAll("\u00a0", " ")).toBe("Recorded for 2 trainees.");
    expect(said(recordedInAddress({ ...MANY, lockedFor: ["rhona", "iona"] }))).toContain("For Iona Geddes and Rhona Tait the stage of that day is signed");
    expect(said(recordedInAddress({ ...MANY, lockedFor: ["1", "2", "3", "4", "5", "6"] }))).toContain("For 6 trainees the stage of that day is signed");
  });

  test("an address names nobody whom the lead does not lead", () => {
    expect(said({ ...MANY, locked: "somebody-else" })?.replaceAll("\u00a0", " ")).toBe("Recorded for 2 trainees.");
  });
});

test.each<[why: string, ticked: readonly string[], heldOn: string, wanted: readonly string[]]>([
  ["one who left before that day", ["iona", "rhona"], "2026-03-03", ["Rhona Tait left on 2 March 2026, before that day"]],
  ["their last day is inside", ["rhona"], "2026-03-02", ["Somebody who was ticked"]],
  ["two of them", ["rhona", "calum"], "2026-11-21", ["Calum Reid left on 20 November 2026 and Rhona Tait left on 2 March 2026"]],
  ["nobody of the programme", ["stranger"], "2026-11-21", ["Somebody who was ticked is not a trainee of this programme any more"]],
])("who is gone: %s", (_why, ticked, heldOn, wanted) => {
  const text = goneText(TRAINEES, ticked, heldOn).replaceAll("\u00a0", " ");
  for (const part of wanted) expect(text).toContain(part);
});
