import { words } from "#app/words/words.ts";

import type { FileProblem } from "./read-template.ts";
import type { RowReason } from "./reasons.ts";

const { import: say, identifiers } = words.logbook;

/** The reason of a row in words. */
export function sayReason(reason: RowReason): string {
  switch (reason.code) {
    case "cell_missing":
    case "not_a_day":
    case "cell_left_out": return say.row[reason.code](say.columnNames[reason.column]);
    case "same_row": return say.row.same_row(reason.row);
    case "film_in_future":
    case "session_in_future":
    case "finish_in_log":
    case "review_planned":
    case "film_day_in_log": return say.row[reason.code](reason.day);
    case "review_before_film": return say.row.review_before_film(reason.filmedOn, reason.reviewedOn);
    case "too_many_minutes": return say.row.too_many_minutes(reason.minutes);
    case "supervisor_unknown": return say.row.supervisor_unknown(reason.email);
    case "attendees_unknown": return say.row.attendees_unknown(reason.emails);
    case "day_read": return say.row.day_read(say.columnNames[reason.column], reason.day);
    case "before_start": return say.row.before_start(reason.day, reason.startedOn);
    case "long_gap": return say.row.long_gap(reason.weeks);
    case "note_refused": return say.row.note_refused(reason.kinds.map((kind) => identifiers.kinds[kind]));
    default: return say.row[reason.code];
  }
}

/** Why a file cannot be read, in sentences; the columns concerned are named. */
export function sayProblem(problem: FileProblem): string[] {
  switch (problem.code) {
    case "too_many_rows": return [say.file.too_many_rows(problem.most)];
    case "columns_differ": {
      const lists = (["missing", "unknown", "twice"] as const).filter((which) => problem[which].length > 0);
      return [say.file.columns_differ(say.kindNames[problem.kind]), ...lists.map((which) => say.file[which](problem[which]))];
    }
    default: return [say.file[problem.code]];
  }
}
