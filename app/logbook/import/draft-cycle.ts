import { normaliseClientCode } from "#app/logbook/codes.ts";
import { questionsAbout, USUAL_GAP_DAYS } from "#app/logbook/cycle-questions.ts";
import { screenClientLabel } from "#app/logbook/identifiers.ts";
import { MAX_CLIPS, MAX_GOAL_RATING, type Mode, type NextStep } from "#app/logbook/model.ts";
import { samenessOf } from "#app/pathway/duplicates.ts";
import { type Day, daysBetween } from "#app/platform/clock.ts";

import type { Draft, ImportedCycle } from "./draft.ts";
import type { ClientCell, SheetRow } from "./layout.ts";
import { PartReader, plainWords, type Reading } from "./part-reader.ts";

const NEXT_STEP_WORDS: ReadonlyMap<string, NextStep> = new Map([["another cycle", "another_cycle"], ["another", "another_cycle"], ["close", "close"], ["closed", "close"], ["closing", "close"]]);
const MODE_WORDS: ReadonlyMap<string, Mode> = new Map([
  ["in person", "in_person"], ["face to face", "in_person"], ["f2f", "in_person"], ["remote", "remote"], ["online", "remote"], ["teams", "remote"], ["zoom", "remote"], ["near me", "remote"], ["attend anywhere", "remote"],
]);

/** How they met, where the cell says so. */
export function modeCell(reader: PartReader): Mode | null {
  return reader.optionalWord("mode", MODE_WORDS);
}

/** The label in one way of writing, so that "client 1" and "Client 1 " are one client. */
export function labelKey(label: string): string {
  return normaliseClientCode(label) ?? plainWords(label.normalize("NFKC").replace(/\p{Cf}/gu, ""));
}

/** What the form asks about is taken, and said (docs/field.md, "Cycles"); the other films are known where its client is. */
function sayAbout({ reasons, reading }: PartReader, { filmedOn, reviewedOn, filmMinutes }: ImportedCycle): void {
  const { today, startedOn } = reading.context;
  if (filmedOn < startedOn) reasons.push({ code: "before_start", day: filmedOn, startedOn });
  reasons.push(...questionsAbout({ clientId: null, filmedOn, reviewedOn, filmMinutes }, [], null));
  if (reviewedOn === null) {
    reasons.push({ code: daysBetween(filmedOn, today) > USUAL_GAP_DAYS ? "review_missing" : "no_shared_review_yet" });
    return;
  }
  if (reviewedOn > today) reasons.push({ code: "review_planned", day: reviewedOn });
}

interface Days {
  readonly filmedOn: Day;
  readonly reviewedOn: Day | null;
}

/** Both days in their order; null where they stand the wrong way round and nobody has said what is right. */
function inOrder(reader: PartReader, filmedOn: Day, reviewedOn: Day | null): Days | null {
  if (reviewedOn === null || reviewedOn >= filmedOn) return { filmedOn, reviewedOn };
  const answer = reader.ask("swapped", { kind: "swapped", filmedOn, reviewedOn });
  if (answer?.choice === "swap") return { filmedOn: reviewedOn, reviewedOn: filmedOn };
  reader.reasons.push(answer?.choice === "out" ? { code: "left_out" } : { code: "review_before_film", filmedOn, reviewedOn });
  return null;
}

function cycleOf(reader: PartReader, days: Days): ImportedCycle {
  const reflection = reader.note("reflection");
  return {
    kind: "cycle", ...days,
    filmMinutes: reader.optionalMinutes("film_minutes"),
    mode: modeCell(reader),
    clipsChosen: reader.optionalNumber("clips", 0, MAX_CLIPS),
    reviewMinutes: reader.optionalMinutes("review_minutes"),
    goalRating: reader.optionalNumber("goal_rating", 0, MAX_GOAL_RATING),
    nextStep: reader.optionalWord("next_step", NEXT_STEP_WORDS),
    note: reader.note("note"),
    ...(reflection === null ? {} : { reflection }),
  };
}

/** The row's client label; the empty text where it has none, or nobody has said yet that it is the one above the blank row. */
function labelOf(reader: PartReader, client: ClientCell): string {
  if (client.from !== "perhaps_above") {
    if (client.from === "nowhere") reader.reasons.push({ code: "client_missing" });
    return client.label;
  }
  const answer = reader.ask("above", { kind: "above", label: client.label });
  if (answer?.choice === "yes") return client.label;
  reader.reasons.push({ code: answer?.choice === "out" ? "left_out" : "above_asked" });
  return "";
}

/** Reads a row's cycle. Only client and film day are required; the cycle's number follows from the days. `isFirst` where the label stands there first. */
export function draftCycle(row: SheetRow, client: ClientCell, isFirst: boolean, reading: Reading): Draft {
  const reader = new PartReader(row, "cycle", reading);
  const label = labelOf(reader, client);
  if (isFirst && client.from === "own" && screenClientLabel(label).length > 0) reader.reasons.push({ code: "label_replaced" });
  const [filmed, reviewed] = [reader.day("filmed_on", false), reader.day("reviewed_on", true)];
  const isReviewRead = reviewed.value !== null || reviewed.key === "";
  const days = filmed.value !== null && isReviewRead ? inOrder(reader, filmed.value, reviewed.value) : null;
  const content = days ? cycleOf(reader, days) : null;
  if (content) sayAbout(reader, content);
  const isKnownBy = label !== "" && filmed.key !== "";
  const knownAs = (reviewKey: string): string => JSON.stringify(["cycle", filmed.key, reviewKey === "" ? null : reviewKey]);
  return reader.draft({
    label, content,
    identity: isKnownBy ? knownAs(reviewed.key) : null,
    unreviewed: isKnownBy && reviewed.key !== "" ? knownAs("") : null,
    sameAs: isKnownBy ? samenessOf({ kind: "cycle", clientId: labelKey(label), filmedOn: days?.filmedOn ?? filmed.key, reviewedOn: days ? days.reviewedOn : reviewed.key }) : null,
  });
}
