import { gateName, requirementTitle } from "#app/pathway/amounts.ts";
import type { CountedEntry, LeftOutEntry, PathwayCount } from "#app/pathway/model.ts";

import { type ReasonText, reasonText } from "./reasons.ts";

/** What one entry does in the count: the requirements and gates it adds to, and why it adds to no other that asks for its kind. */
export interface EntryStanding {
  readonly counts: boolean;
  readonly towards: readonly string[];
  readonly reasons: readonly ReasonText[];
}

interface Evidence {
  readonly title: string;
  readonly counted: readonly CountedEntry[];
  readonly leftOut: readonly LeftOutEntry[];
}

/** Where one entry stands in the count, as its own page says it. */
export function standingIn(count: PathwayCount, entryId: string): EntryStanding {
  const evidence: Evidence[] = [
    ...count.overall.map((r) => ({ title: requirementTitle(r.requirement), counted: r.counted, leftOut: r.leftOut })),
    ...count.stages.flatMap((s) => s.gates.map((g) => ({ title: gateName(g.gate), counted: g.counted, leftOut: g.leftOut }))),
  ];
  const towards = [...new Set(evidence.filter((e) => e.counted.some((c) => c.entryId === entryId)).map((e) => e.title))];
  const left = [...evidence.flatMap((e) => e.leftOut), ...count.unasked].filter((l) => l.entryId === entryId).flatMap((l) => l.reasons.map((reason) => reasonText(reason)));
  const reasons = left.filter((one, i) => left.findIndex((other) => other.text === one.text) === i);
  return { counts: towards.length > 0, towards, reasons };
}
