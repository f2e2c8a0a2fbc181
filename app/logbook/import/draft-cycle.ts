import { normaliseClientCode } from "#app/logbook/codes.ts";
import { screenClientLabel } from "#app/logbook/identifiers.ts";
import { MAX_CLIPS, MAX_GOAL_RATING, MAX_SESSION_MINUTES, type NextStep } from "#app/logbook/model.ts";
import { samenessOf } from "#app/pathway/duplicates.ts";
import { type Day, daysBetween } from "#app/platform/clock.ts";

import { dayCell, noteCell, optionalNumber, optionalWord, plainWords, type RowReader } from "./cells.ts";
import type { Draft, ImportedCycle } from "./draft.ts";
import { modeCell } from "./draft-session.ts";
import { cell } from "./template.ts";

const NEXT_STEP_WORDS: ReadonlyMap<string, NextStep> = new Map([["another cycle", "another_cycle"], ["close", "close"]]);
const DAYS_PER_WEEK = 7;
/** A shared review later than this after its film counts all the same, with a warning (docs/field.md, "Cycles"). */
const LONG_GAP_DAYS = 28;

/** The label in one way of writing, so that "client 1" and "Client 1 " are one client. */
export function labelKey(label: string): string {
  return normaliseClientCode(label) ?? plainWords(label.normalize("NFKC").replace(/\p{Cf}/gu, ""));
}

function checkDays({ context, reasons }: RowReader, filmedOn: Day, reviewedOn: Day | null): void {
  const { today, startedOn } = context;
  if (filmedOn > today) reasons.push({ code: "film_in_future", day: filmedOn });
  if (filmedOn < startedOn) reasons.push({ code: "before_start", day: filmedOn, startedOn });
  if (reviewedOn === null) {
    reasons.push({ code: "no_shared_review_yet" });
    return;
  }
  const gap = daysBetween(filmedOn, reviewedOn);
  if (gap < 0) reasons.push({ code: "review_before_film", filmedOn, reviewedOn });
  if (gap > LONG_GAP_DAYS) reasons.push({ code: "long_gap", weeks: Math.floor(gap / DAYS_PER_WEEK) });
  if (reviewedOn > today && filmedOn <= today) reasons.push({ code: "review_planned", day: reviewedOn });
}

function cycleOf(reader: RowReader, filmedOn: Day, reviewedOn: Day | null): ImportedCycle {
  return {
    kind: "cycle", filmedOn, reviewedOn,
    filmMinutes: optionalNumber(reader, "film_minutes", 1, MAX_SESSION_MINUTES),
    mode: modeCell(reader),
    clipsChosen: optionalNumber(reader, "clips_chosen", 0, MAX_CLIPS),
    reviewMinutes: optionalNumber(reader, "shared_review_minutes", 1, MAX_SESSION_MINUTES),
    goalRating: optionalNumber(reader, "goal_rating", 0, MAX_GOAL_RATING),
    nextStep: optionalWord(reader, "next_step", NEXT_STEP_WORDS),
    note: noteCell(reader, "note"),
  };
}

/** Reads a row of the file of cycles. Only client and film day are required; the cycle's number follows from the days. */
export function draftCycle(reader: RowReader): Draft {
  const { row, reasons } = reader;
  const label = cell(row, "client_code");
  if (label === "") reasons.push({ code: "client_missing" });
  else if (screenClientLabel(label).length > 0) reasons.push({ code: "label_replaced" });
  const filmedOn = dayCell(reader, "film_date", false);
  const reviewedOn = dayCell(reader, "shared_review_date", true);
  if (filmedOn) checkDays(reader, filmedOn, reviewedOn);
  return {
    row: row.row, reasons, label,
    identity: filmedOn && label !== "" ? JSON.stringify(["cycle", filmedOn, reviewedOn]) : null,
    sameAs: filmedOn && label !== "" ? samenessOf({ kind: "cycle", clientId: labelKey(label), filmedOn, reviewedOn }) : null,
    content: filmedOn ? cycleOf(reader, filmedOn, reviewedOn) : null,
  };
}
