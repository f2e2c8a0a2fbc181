import type { Entry } from "#app/logbook/model.ts";
import { dayShown } from "#app/pathway/entry-day.ts";
import type { LeftOutReason } from "#app/pathway/model.ts";
import { type ReasonContext, sayReason } from "#app/pathway/say-reason.ts";
import { formatDay, listOr } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { entryTitle } from "./entry-lines.ts";

/** A reason in words, with the entry it points to, if any. */
export interface ReasonText {
  readonly text: string;
  readonly sameAs: string | null;
}

function waitsFor(entry: Entry): string | undefined {
  if (entry.kind === "supervision") return entry.supervisorName;
  if (entry.kind === "training") return words.progress.waiting.aLead;
  return entry.kind === "peer_supervision" && entry.attendees.length > 0 ? listOr(entry.attendees.map((a) => a.name)) : undefined;
}

/** Names the other side, the supervisor, and other entries of the same log, for the reasons of one entry. */
export function reasonContext(entry: Entry | undefined, log: ReadonlyMap<string, Entry>): ReasonContext {
  const asked = entry && waitsFor(entry);
  return {
    describeEntry: (entryId) => {
      const other = log.get(entryId);
      return other && words.progress.entry.on(entryTitle(other), formatDay(dayShown(other)));
    },
    ...(asked === undefined ? {} : { waitsFor: asked }),
    ...(entry?.kind === "supervision" ? { supervisor: entry.supervisorName } : {}),
  };
}

/** Says why an entry is left out. */
export function reasonText(reason: LeftOutReason, context: ReasonContext = {}): ReasonText {
  const text = sayReason(reason, context);
  if (reason.code === "same_twice") return { text, sameAs: reason.sameAs };
  return reason.code === "client_counted_already" ? { text, sameAs: reason.countedBy } : { text, sameAs: null };
}
