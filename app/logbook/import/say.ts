import { words } from "#app/words/words.ts";

import type { ColumnsProblem } from "./columns.ts";
import type { RowReason } from "./reasons.ts";
import { shownText } from "./table.ts";

const said = words.imports;
const { identifiers } = words.logbook;

/** The reason of a row in words. */
export function sayReason(reason: RowReason): string {
  const say = said.reasons;
  switch (reason.code) {
    case "cell_missing":
    case "not_a_day":
    case "not_a_length":
    case "cell_left_out":
    case "day_asked":
    case "length_asked": return say[reason.code](said.fields[reason.field]);
    case "same_row": return say.same_row(reason.row);
    case "film_before_case":
    case "reopens_case":
    case "review_in_log":
    case "adds_review":
    case "review_planned":
    case "film_day_in_log":
    case "film_day_there":
    case "session_day_there":
    case "training_asked": return say[reason.code](reason.day);
    case "review_before_film": return say.review_before_film(reason.filmedOn, reason.reviewedOn);
    case "day_read": return say.day_read(said.fields[reason.field], reason.day);
    case "spelling_read": return say.spelling_read(shownText(reason.spelling), reason.name);
    case "attendees_unknown": return say.attendees_unknown(reason.spellings.map((text) => shownText(text)));
    case "before_start": return say.before_start(reason.day, reason.startedOn);
    case "long_gap": return say.long_gap(reason.weeks);
    case "long_film": return say.long_film(reason.minutes);
    case "note_too_long":
    case "note_names_client":
    case "note_may_name": return say[reason.code](said.fields[reason.field]);
    case "note_refused": return say.note_refused(said.fields[reason.field], reason.kinds.map((kind) => identifiers.kinds[kind]));
    default: return say[reason.code];
  }
}

/** Why the columns cannot be read as they were matched. */
export function sayColumns(problem: ColumnsProblem): string {
  const say = said.columns.problems;
  return problem.code === "field_twice" ? say.field_twice(said.fields[problem.field]) : say[problem.code];
}
