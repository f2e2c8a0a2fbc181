import type { PathwayCount } from "#app/pathway/model.ts";
import { byText } from "#app/platform/order.ts";

import type { RecordHead } from "./format.ts";

/** Every number of a count with the entries that made it, as the file has them. */
export function countsOf(count: PathwayCount): RecordHead["counts"] {
  return count.stages.flatMap((stage) => [
    ...stage.requirements.map((r) => ({ stage: stage.stage, requirement: r.requirement.key, count: r.count, needed: r.needed, counted: r.counted })),
    ...stage.gates.map((g) => ({ stage: stage.stage, requirement: g.gate.key, count: g.halfDays, needed: g.gate.halfDaysNeeded, counted: g.counted })),
  ]).map(({ counted, ...rest }) => ({ ...rest, entries: counted.map((c) => c.entryId).sort(byText) }));
}
