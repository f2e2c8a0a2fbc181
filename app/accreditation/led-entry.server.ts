import type { LoaderFunctionArgs } from "@remix-run/node";

import type { OwnEntry } from "#app/logbook/content.ts";
import { type ActableLock, findActableLock, type LockedAct } from "#app/logbook/locked-entry.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";
import { type Code, explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

import { type LedRecord, requireLedRecord } from "./leading.server.ts";

const said = words.leading.locked;

/** An entry of a trainee of a lead's, and what a lead may know of it: no more than its kind and day. */
export interface LedEntry extends LedRecord, ActableLock {
  /** Whose it is, its kind and its day, as a page names it. */
  readonly what: string;
}

function dayOf(entry: OwnEntry): Day {
  return entry.kind === "cycle" ? entry.reviewedOn ?? entry.filmedOn : entry.heldOn;
}

/** An entry that is locked, or was until its stage was reopened, for a lead who acts on it. Throws 404 for any other, as for anybody else. */
export async function requireLedEntry({ request, params: { traineeId, entryId = "" }, context }: LoaderFunctionArgs, act: LockedAct): Promise<LedEntry> {
  const { actor, record } = await requireLedRecord(request, traineeId, act, context);
  const actable = isId(entryId) ? await findActableLock(context.database.reader, actor, entryId, act) : null;
  if (actable?.entry.traineeId !== record.enrolment.traineeId) throw notFound();
  return { actor, record, ...actable, what: said.kicker(record.traineeName, said.kinds[actable.entry.kind], dayOf(actable.entry)) };
}

/** What a page says in place of its form where there is nothing to act on any more; null where there is. */
export function insteadOf({ entry, isReopened }: ActableLock, otherwise: Code | null = null): string | null {
  const code = entry.voided ? "already_voided" : isReopened ? "not_locked" : otherwise;
  return code && explain(code).text;
}
