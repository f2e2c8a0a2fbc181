import { byName, byText } from "#app/platform/order.ts";
import { words } from "#app/words/words.ts";

/** Everything that somebody can be waited for. */
export const LINE_KINDS = [
  "supervision", "peer_supervision", "training", "submission", "returned", "reply", "recommend", "sign", "decide", "assign_reviewer", "external",
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** One thing that waits, whatever room it comes from, ready to be shown. */
export interface QueueLine {
  readonly kind: LineKind;
  /** Of the thing; with the kind it is told from every other line. */
  readonly id: string;
  readonly title: string;
  /** Where the thing itself is shown; null where the act leads there, or the actor does not see it. */
  readonly to: string | null;
  readonly detail: readonly string[];
  /** Why it would not count though it is confirmed; nothing where it would. */
  readonly doesNotCount: readonly string[];
  readonly ageDays: number;
  /** The one page where it is dealt with; null where the actor may go there no longer. */
  readonly act: string | null;
  /** For what can be confirmed together with others: the form's value, and the minutes for the sum. */
  readonly confirm: { readonly reference: string; readonly minutes: number } | null;
  /** For what is over once it was seen: the notices that tell of it. */
  readonly notices: readonly string[];
}

/** Everything that waits for somebody, the longest waiting first. */
export type Queue = readonly QueueLine[];

/** The lines in their order: the longest waiting first, then by title. */
export function queueOf(lines: readonly QueueLine[]): Queue {
  return [...lines].sort((a, b) => b.ageDays - a.ageDays || byName(a.title, b.title) || byText(a.kind, b.kind) || byText(a.id, b.id));
}

/** How many things wait, and how old the oldest is, in words. */
export function queueHeading(queue: Queue): { readonly title: string; readonly lead: string | undefined } {
  const oldest = Math.max(0, ...queue.map((line) => line.ageDays));
  return { title: words.worklist.heading(queue.length), lead: queue.length === 0 ? undefined : words.worklist.oldest(oldest) };
}
