import { z } from "zod";

import { listNamedBy } from "#app/record/references.ts";
import type { RecordRow } from "#app/record/kind.ts";
import { tables } from "#app/words/en/tables.ts";
import { words } from "#app/words/words.ts";

import type { NameOf } from "./labels.ts";
import { type ColumnPath, placeOf, type Table } from "./model.ts";
import { type Rows, textIn } from "./rows.ts";

const { cases, consent, logbook, review } = words;

/** The words of whatever is chosen from a closed list. */
export const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "accreditations.standing": tables.standings, "enrolments.outcome": tables.outcomes,
  "clientVersions.ageBand": logbook.ageBands, "clientVersions.setting": cases.settings, "clientVersions.relation": cases.relations, "clientVersions.closedBecause": cases.closeReasons,
  "clientVersions.copies": cases.copies, "clientVersions.originals": cases.originals,
  "consents.filmedRole": consent.roles, "consentVersions.givenBy": consent.givenBy, "consentVersions.givenHow": consent.givenHow, "consentVersions.childView": consent.childViews,
  "consentVersions.reason": consent.voidReasons,
  "cycles.mode": logbook.modes, "cycles.nextStep": logbook.nextSteps, "cycles.filmedRoles": consent.roles, "supervision.mode": logbook.modes, "supervision.format": logbook.formats,
  "peerSupervision.mode": logbook.modes, "training.training": logbook.trainings, "confirmations.decision": logbook.confirmations,
  "submissions.way": review.ways, "submissionSteps.state": review.stepped, "momentVersions.kind": review.kinds, "momentVersions.layer": review.layers,
  "momentVersions.principle": review.principles, "skillsRecords.raterPart": review.skills.parts,
  ...Object.fromEntries(Object.keys(review.skills.lines).map((line) => [`skillsVersions.ratings.${line}`, review.skills.levels])),
  "signOffDecisions.part": tables.parts, "signOffDecisions.outcome": words.accreditation.states,
};

/** What follows from a record, by the id of what it follows for. */
export interface Standings {
  readonly counts: ReadonlyMap<string, string>;
  /** The numbers that an entry makes. */
  readonly towards: ReadonlyMap<string, readonly string[]>;
  readonly confirmation: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
}

/** A record as tables read it. */
export interface Book {
  readonly rows: Rows;
  readonly nameOf: NameOf;
  readonly standings: Standings;
  /** What a requirement is called. */
  readonly requirement: (key: string) => string;
}

const shareSchema = z.object({ from: z.string(), percent: z.number() });

function valueAt(row: RecordRow, way: readonly string[]): unknown {
  return way.reduce<unknown>((value, name) => (typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined), row);
}

function named(path: ColumnPath, text: string, { nameOf, requirement }: Book): string {
  const { list, way } = placeOf(path);
  const field = way.at(-1) ?? "";
  if (field === "requirement") return requirement(text);
  const target = field === "id" ? list : listNamedBy(field);
  return target === undefined ? WORDS[path]?.[text] ?? text : nameOf(target, text) ?? "";
}

function inWords(path: ColumnPath, value: unknown, book: Book): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => inWords(path, one, book)).join("; ");
  if (typeof value === "boolean") return value ? tables.yes : tables.no;
  if (typeof value === "string" || typeof value === "number") return named(path, String(value), book);
  const share = shareSchema.parse(value);
  return tables.share(share.from, share.percent);
}

function standing(path: ColumnPath, row: RecordRow, { counts, towards, confirmation, state }: Standings): string {
  const entryId = textIn(row, "entryId");
  switch (path) {
    case "standing.counts": return counts.get(entryId) ?? "";
    case "standing.confirmation": return confirmation.get(entryId) ?? "";
    case "standing.state": return state.get(textIn(row, "id")) ?? "";
    default: return (towards.get(entryId) ?? []).join("; ");
  }
}

/** The text of a cell: in the words that pages have, days and instants as they stand in the record, what was not told left open. */
export function cellOf(table: Table, path: ColumnPath, row: RecordRow, book: Book): string {
  const { list, way } = placeOf(path);
  if (list === table.base) return inWords(path, valueAt(row, way), book);
  const join = table.joins?.find((one) => one.list === list);
  if (!join) return standing(path, row, book.standings);
  return book.rows.joined(join, row).map((one) => inWords(path, valueAt(one, way), book)).filter((text) => text !== "").join("; ");
}
