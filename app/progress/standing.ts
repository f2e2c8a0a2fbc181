import type { Entry } from "#app/logbook/model.ts";
import { gateName, requirementTitle } from "#app/pathway/amounts.ts";
import type { CountedEntry, LeftOutEntry, PathwayCount } from "#app/pathway/model.ts";

import { reasonContext, type ReasonText, reasonText } from "./reasons.ts";

/** What one entry does in the count: the requirements and gates it adds to, and why it adds to no other that asks for its kind. */
export interface EntryStanding {
  readonly counts: boolean;
  /** The other side has still to confirm it. */
  readonly waits: boolean;
  readonly towards: readonly string[];
  readonly reasons: readonly ReasonText[];
}

interface Evidence {
  readonly title: string;
  readonly counted: readonly CountedEntry[];
  readonly leftOut: readonly LeftOutEntry[];
}

/** Where one entry stands in the count, as its own page says it; `log` are the entries that its reasons may name. */
export function standingIn(count: PathwayCount, entry: Entry, log: readonly Entry[]): EntryStanding {
  const evidence: Evidence[] = [
    ...count.overall.map((r) => ({ title: requirementTitle(r.requirement), counted: r.counted, leftOut: r.leftOut })),
    ...count.stages.flatMap((s) => s.gates.map((g) => ({ title: gateName(g.gate), counted: g.counted, leftOut: g.leftOut }))),
  ];
  const towards = [...new Set(evidence.filter((e) => e.counted.some((c) => c.entryId === entry.id)).map((e) => e.title))];
  const left = [...evidence.flatMap((e) => e.leftOut), ...count.unasked].filter((l) => l.entryId === entry.id);
  const context = reasonContext(entry, new Map(log.map((other) => [other.id, other])));
  const said = left.flatMap((l) => l.reasons.map((reason) => reasonText(reason, context)));
  const reasons = said.filter((one, i) => said.findIndex((other) => other.text === one.text) === i);
  const waits = left.some((l) => l.reasons.some((reason) => reason.code === "waiting_for_confirmation"));
  return { counts: towards.length > 0, waits, towards, reasons };
}
