import type { SupervisionContent } from "#app/logbook/content.ts";
import { samenessOf } from "#app/pathway/duplicates.ts";
import type { CountableCycle, CountableEntry } from "#app/pathway/model.ts";

import type { Draft, ImportedCycle } from "./draft.ts";
import type { RowReason } from "./reasons.ts";

/** What the log says of a row, whose client is known by that id or not at all; `finished` are the films that rows before it finish. */
export type LogLookUp = (draft: Draft, clientId: string | null, finished: ReadonlySet<string>) => RowReason | null;

/** The same film without its review, which the row brings; with it, where the row brings none; or a film of that day by a client who may be this one. */
function sameFilm({ filmedOn, reviewedOn }: ImportedCycle, clientId: string | null, cycles: readonly CountableCycle[], finished: ReadonlySet<string>): RowReason | null {
  const thatDay = cycles.filter((c) => c.filmedOn === filmedOn);
  if (clientId === null) return thatDay.length > 0 ? { code: "film_day_in_log", day: filmedOn } : null;
  const own = thatDay.filter((c) => c.clientId === clientId);
  if (reviewedOn === null) return own.length > 0 ? { code: "review_in_log", day: filmedOn } : null;
  const open = own.find((c) => c.reviewedOn === null && !finished.has(c.entryId));
  return open ? { code: "adds_review", day: filmedOn, cycleId: open.entryId } : null;
}

/** A day with a supervisor: of another length it may be the same session, put right in the file. */
function sessionKey({ heldOn, supervisorId }: Pick<SupervisionContent, "heldOn" | "supervisorId">): string {
  return `${heldOn} ${supervisorId}`;
}

/**
 * Looks up what the log already holds of a row, however it came there: the same entry, or its film (docs/field.md,
 * "The same twice"). A voided entry never blocks.
 */
export function lookUpIn(entries: readonly CountableEntry[]): LogLookUp {
  const logged = entries.filter((e) => !e.voided);
  const [known, cycles] = [new Set(logged.map(samenessOf)), logged.filter((e) => e.kind === "cycle")];
  const sessions = new Set(logged.flatMap((e) => (e.kind === "supervision" ? [sessionKey(e)] : [])));
  return ({ content }, clientId, finished) => {
    if (content === null) return null;
    if (content.kind !== "cycle" && known.has(samenessOf(content))) return { code: "already_in_log" };
    if (content.kind === "supervision") return sessions.has(sessionKey(content)) ? { code: "session_day_there", day: content.heldOn } : null;
    if (content.kind !== "cycle") return null;
    if (clientId !== null && known.has(samenessOf({ ...content, clientId }))) return { code: "already_in_log" };
    return sameFilm(content, clientId, cycles, finished);
  };
}
