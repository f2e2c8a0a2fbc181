import { amountOf, requirementTitle } from "#app/pathway/amounts.ts";
import type { Requirement } from "#app/pathway/model.ts";
import { formatDay, formatMinutes } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { type FieldChange, HISTORY_FIELDS, type HistoryField, valueOf } from "./history.ts";
import type { Entry } from "./model.ts";

const { entry: said, fields, modes, formats, trainings, nextSteps } = words.logbook;

const NAMED: Readonly<Record<string, string>> = { ...modes, ...formats, ...trainings, ...nextSteps };

function sayValue(field: HistoryField, value: string, requirement: Requirement | undefined): string {
  switch (field) {
    case "filmedOn": case "reviewedOn": case "heldOn": case "recognisedOn": return formatDay(value);
    case "minutes": case "filmMinutes": case "reviewMinutes": return formatMinutes(Number(value));
    case "mode": case "format": case "training": case "nextStep": return NAMED[value] ?? value;
    case "clipsChosen": return said.clips(Number(value));
    case "halfDays": return said.halfDays(Number(value));
    case "goalRating": return said.outOfTen(Number(value));
    case "requirement": return requirementTitle(requirement?.key === value ? requirement : { key: value, label: value });
    case "amount": return requirement ? amountOf(requirement, Number(value)) : value;
    case "voided": return value === "true" ? said.yes : said.no;
    default: return value;
  }
}

/** One change in words. What a note said stands in its version, not in the list of changes. `requirement` as for `sayEntry`. */
export function sayChange({ field, from, to }: FieldChange, requirement?: Requirement): string {
  const say = (value: string): string => sayValue(field, value, requirement);
  if (field === "note") return said.noteChanged;
  if (field === "voided") return said.voided;
  if (to === null) return said.removed(fields[field], say(from ?? ""));
  return from === null ? said.set(fields[field], say(to)) : said.fromTo(fields[field], say(from), say(to));
}

/**
 * Everything that is written in an entry, in the order of its form; what was left out is not listed, but a shared review
 * still to come is. `requirement`: that of the pathway towards which work was recognised; it says the unit of the amount.
 */
export function sayEntry(entry: Entry, requirement?: Requirement): { readonly term: string; readonly value: string }[] {
  return HISTORY_FIELDS.filter((field) => field !== "voided").flatMap((field) => {
    const value = valueOf(entry, field);
    if (value !== null) return [{ term: fields[field], value: sayValue(field, value, requirement) }];
    return entry.kind === "cycle" && field === "reviewedOn" ? [{ term: fields[field], value: said.notYet }] : [];
  });
}
