import type { Training } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";

import type { Field, JoinedField } from "./columns.ts";
import type { DayDoubt } from "./read-day.ts";
import type { LengthDoubt } from "./read-length.ts";

/** What somebody answered: what they chose, and what they typed beside it. */
export interface Answer {
  readonly choice: string;
  readonly text?: string | undefined;
}

/** Answers by the id of their question. */
export type Answers = Readonly<Record<string, Answer>>;

/** What is asked about. */
export type Asked =
  | { readonly kind: "day"; readonly field: Field; readonly text: string; readonly because: DayDoubt | "in_future"; readonly offers: readonly Day[] }
  | { readonly kind: "swapped"; readonly filmedOn: Day; readonly reviewedOn: Day }
  | { readonly kind: "length"; readonly field: Field; readonly text: string; readonly because: LengthDoubt | "missing"; readonly offers: readonly number[] }
  | { readonly kind: "order"; readonly samples: readonly string[] }
  | { readonly kind: "supervisor"; readonly spellings: readonly string[]; readonly suggested: string | null }
  | { readonly kind: "attendee"; readonly spelling: string; readonly suggested: string | null }
  | { readonly kind: "client"; readonly label: string }
  | { readonly kind: "above"; readonly label: string }
  | { readonly kind: "format" }
  | { readonly kind: "note"; readonly field: JoinedField; readonly because: "note_refused" | "note_names_client" | "note_may_name"; readonly text: string }
  | { readonly kind: "training"; readonly training: Training; readonly day: Day; readonly halfDays: number };

/** A question about rows of the file, answered on the page. Its id stays the same as long as the file does. */
export interface Question {
  readonly id: string;
  readonly asked: Asked;
  /** The rows that wait for it, or would be read otherwise. */
  readonly rows: readonly number[];
  /** True where nothing of these entries counts before it is answered. */
  readonly isNeeded: boolean;
  readonly answer: Answer | null;
}

/** What is chosen before anybody answered; null where nothing is. */
export function suggestedFor(asked: Asked): string | null {
  switch (asked.kind) {
    case "supervisor":
    case "attendee": return asked.suggested;
    case "note": return "out";
    default: return null;
  }
}

/** What can be chosen without typing; `other` and `reword` want a text beside them. */
export function choicesOf(asked: Asked): readonly string[] {
  switch (asked.kind) {
    case "day": return [...asked.offers, "other", "out"];
    case "swapped": return ["swap", "out"];
    case "length": return [...asked.offers.map(String), "other", "out"];
    case "order": return ["day_first", "month_first"];
    case "supervisor": return [...(asked.spellings.length > 1 ? ["apart"] : []), "out"];
    case "attendee": return ["out"];
    case "client": return ["new"];
    case "above": return ["yes", "out"];
    case "format": return ["individual", "group", "out"];
    case "note": return ["out", ...(asked.because === "note_may_name" ? ["keep"] : []), "reword"];
    case "training": return ["yes", "out"];
  }
}
