import { expect, test } from "vitest";

import type { DecisionDay } from "#app/accreditation/decision-day.ts";

import type { LedClosing, LedTrainee } from "./led-trainee.ts";
import { decisionsOf } from "./trainee-decisions.ts";
import { traineeFacts } from "#tests/support/outcomes.ts";

const signed: DecisionDay = { stage: 1, outcome: "signed", decidedBy: "agnieszka", decidedOn: "2026-11-12" };
const closing: LedClosing = { stage: 1, closedOn: "2026-11-12", decidedBy: "agnieszka", reopened: false, reopening: null };
const reopened: LedClosing = { ...closing, reopened: true, reopenedOn: "2026-11-12", reopening: { byName: "Morven", reason: "The wrong cycle." } };

function linesOf(decisions: readonly DecisionDay[], closings: readonly LedClosing[]): string[] {
  const trainee: LedTrainee = {
    facts: { ...traineeFacts(), closings }, pathway: "", counted: [], work: [], decisions, recognised: [], request: null, names: new Map([["agnieszka", "Agnieszka"], ["iain", "Iain"]]),
  };
  return decisionsOf(trainee).map((d) => [d.stage, d.what, d.by, d.on].join(" | "));
}

const SIGNED = "Stage 1 | signed | Agnieszka | 12 November 2026";
const REOPENED = "Stage 1 | signed, reopened on 12 November 2026 by Morven: The wrong cycle. | Agnieszka | 12 November 2026";

test.each<{ because: string; decisions: readonly DecisionDay[]; closings: readonly LedClosing[]; lines: readonly string[] }>([
  { because: "what a signature closed stands once", decisions: [signed], closings: [closing], lines: [SIGNED] },
  { because: "what was reopened since says so beside its signature", decisions: [signed], closings: [reopened], lines: [REOPENED] },
  { because: "signed, reopened and signed again on one day: the later signature stands", decisions: [signed, signed], closings: [reopened, closing], lines: [SIGNED, REOPENED] },
  { because: "a closing that nobody signed here stands as closed", decisions: [], closings: [closing], lines: ["Stage 1 | closed | Agnieszka | 12 November 2026"] },
  { because: "a closing by somebody else is another decision", decisions: [{ ...signed, decidedBy: "iain" }], closings: [closing], lines: ["Stage 1 | signed | Iain | 12 November 2026", "Stage 1 | closed | Agnieszka | 12 November 2026"] },
  { because: "not yet closes nothing; the latest comes first", decisions: [{ ...signed, outcome: "not_yet", decidedOn: "2026-11-10" }, signed], closings: [closing], lines: [SIGNED, "Stage 1 | not yet, with actions | Agnieszka | 10 November 2026"] },
])("$because", ({ decisions, closings, lines }) => { expect(linesOf(decisions, closings)).toEqual(lines); });
