import type { LeftOutReason } from "#app/pathway/model.ts";
import { words } from "#app/words/words.ts";

/** A reason in words, with the entry it points to, if any. */
export interface ReasonText {
  readonly text: string;
  readonly sameAs: string | null;
}

/** Says why an entry is left out. */
export function reasonText(reason: LeftOutReason): ReasonText {
  const text = words.pathway.leftOutReason(reason);
  if (reason.code === "same_twice") return { text, sameAs: reason.sameAs };
  return reason.code === "client_counted_already" ? { text, sameAs: reason.countedBy } : { text, sameAs: null };
}
