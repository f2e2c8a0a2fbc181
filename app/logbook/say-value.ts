import { amountOf, requirementTitle } from "#app/pathway/amounts.ts";
import type { Requirement } from "#app/pathway/model.ts";
import { capitalise, formatDay, formatMinutes, listAnd } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { BETWEEN_VALUES, type FieldChange, HISTORY_FIELDS, type HistoryField, valueOf } from "./history.ts";
import type { Entry } from "./model.ts";

const { entry: said, fields, modes, formats, trainings, nextSteps, supervision } = words.logbook;
const ROLES: ReadonlyMap<string, string> = new Map(Object.entries(words.consent.people));

function several(value: string, say: (one: string) => string): string {
  return capitalise(listAnd(value.split(BETWEEN_VALUES).map(say)));
}

function sayDiscussed(value: string): string {
  const [code = "", day = ""] = value.split(" ");
  return supervision.discussed(code, day);
}

const NAMED: Readonly<Record<string, string>> = { ...modes, ...formats, ...trainings, ...nextSteps };

function sayValue(field: HistoryField, value: string, requirement: Requirement | undefined): string {
  switch (field) {
    case "filmedOn": case "reviewedOn": case "heldOn": case "recognisedOn": return formatDay(value);
    case "minutes": case "filmMinutes": case "reviewMinutes": return formatMinutes(Number(value));
    case "mode": case "format": case "training": case "nextStep": return NAMED[value] ?? value;
    case "clipsChosen": return said.clips(Number(value));
    case "halfDays": return said.halfDays(Number(value));
    case "filmedRoles": return several(value, (role) => ROLES.get(role) ?? role);
    case "discussed": return several(value, sayDiscussed);
    case "goalRating": case "goal2Rating": case "goal3Rating": return said.outOfTen(Number(value));
    case "requirement": return requirementTitle(requirement?.key === value ? requirement : { key: value, label: value });
    case "amount": return requirement ? amountOf(requirement, Number(value)) : value;
    case "voided": case "reviewFilmed": return value === "true" ? said.yes : said.no;
    default: return value;
  }
}

function isText(field: FieldChange["field"]): field is "note" | "attunedMoments" {
  return field === "note" || field === "attunedMoments";
}

/** What a text said before and after; null for any other field. A trainee alone is shown it: a text may have been changed for what it said. */
export function textsOf({ field, from, to }: FieldChange): { readonly field: string; readonly from: string; readonly to: string } | null {
  return isText(field) ? { field: fields[field], from: from ?? words.history.empty, to: to ?? words.history.empty } : null;
}

/** One change in words; of a text only that it was changed. `requirement` as for `sayEntry`. */
export function sayChange({ field, from, to }: FieldChange, requirement?: Requirement): string {
  if (field === "reflection") return said.reflectionChanged;
  const say = (value: string): string => sayValue(field, value, requirement);
  if (isText(field)) return words.history.textChanged(fields[field]);
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
    if (value !== null) return [{ term: entry.kind === "recognised" && field === "note" ? fields.recognisedNote : fields[field], value: sayValue(field, value, requirement) }];
    return entry.kind === "cycle" && field === "reviewedOn" ? [{ term: fields[field], value: said.notYet }] : [];
  });
}
