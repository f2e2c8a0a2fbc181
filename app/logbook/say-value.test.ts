import { expect, test } from "vitest";

import { plainDefinition } from "#tests/support/counts.ts";

import { changesBetween } from "./history.ts";
import type { RecognisedWork } from "./model.ts";
import { sayChange, sayEntry } from "./say-value.ts";

const requirementOf = ({ requirement }: RecognisedWork) => plainDefinition.requirements.find((r) => r.key === requirement);
const said = (work: RecognisedWork) => sayEntry(work, requirementOf(work));
const earlierWork = (over: Partial<RecognisedWork> = {}): RecognisedWork => ({
  id: "r", traineeId: "t", version: 1, voided: false, reason: null, recordedAt: "2026-01-05T09:00:00.000Z", recordedBy: "lead", loggedAt: "2026-01-05T09:00:00.000Z",
  note: "Two courses elsewhere.", kind: "recognised", requirement: "supervision", amount: 150, recognisedOn: "2026-01-05", ...over,
});

test("recognised work says towards what, how much, when and why", () => {
  expect(said(earlierWork())).toEqual([
    { term: "Recognised towards", value: "Supervision" }, { term: "Amount", value: "2\u00a0h 30\u00a0min" }, { term: "Recognised on", value: "5 January 2026" },
    { term: "Why", value: "Two courses elsewhere." },
  ]);
  expect(said(earlierWork({ requirement: "cycles", amount: 2, note: null })).map((d) => d.value)).toEqual(["Cycles", "2", "5 January 2026"]);
});

test("work recognised towards what the pathway does not ask for says what was entered", () => {
  expect(said(earlierWork({ requirement: "elsewhere", amount: 3, note: null })).map((d) => d.value)).toEqual(["elsewhere", "3", "5 January 2026"]);
});

test("a change of the amount says both", () => {
  const changes = changesBetween(earlierWork(), earlierWork({ amount: 90, recognisedOn: "2026-01-06" }));
  expect(changes.map((change) => sayChange(change, requirementOf(earlierWork())))).toEqual(["Amount: from 2\u00a0h 30\u00a0min to 1\u00a0h 30\u00a0min", "Recognised on: from 5 January 2026 to 6 January 2026"]);
});
