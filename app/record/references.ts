import { z } from "zod";

import { fieldsOf, type RecordRow } from "./kind.ts";
import { RECORD_KINDS, type RecordFile, rowsIn } from "./format.ts";

/** The fields that name a person. */
const PERSON_FIELDS: ReadonlySet<string> = new Set([
  "recordedBy", "personId", "supervisorId", "decidedBy", "steppedBy", "authorId", "raterId", "askedBy", "withdrawnBy", "reviewerId", "watchedWith",
]);

/** The fields that name something of the record, with the list in which it stands. */
const THING_FIELDS: ReadonlyMap<string, string> = new Map([
  ["clientId", "clients"], ["consentId", "consents"], ["entryId", "entries"], ["cycleId", "entries"], ["reflectionId", "reflections"], ["clipId", "films"],
  ["submissionId", "submissions"], ["momentId", "moments"], ["recordId", "skillsRecords"], ["requestId", "signOffRequests"], ["pathwayVersionId", "pathwayVersions"], ["pathwayId", "pathways"],
]);

/** The list in which whoever or whatever a field names stands; undefined for a field that names nothing. */
export function listNamedBy(field: string): string | undefined {
  return PERSON_FIELDS.has(field) ? "people" : THING_FIELDS.get(field);
}

const nameSchema = z.string();

function idsIn(row: RecordRow, fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const value = nameSchema.safeParse(row[field]);
    return value.success ? [value.data] : [];
  });
}

/** Everybody whom rows of the record name, the trainee too. */
export function peopleNamed(rows: ReadonlyMap<string, readonly RecordRow[]>): Set<string> {
  const named = new Set<string>();
  for (const kind of RECORD_KINDS) {
    const fields = fieldsOf(kind).filter((field) => PERSON_FIELDS.has(field));
    for (const row of rows.get(kind.name) ?? []) for (const id of idsIn(row, fields)) named.add(id);
  }
  return named;
}

/** True where everybody and everything that the file names stands in the file itself: it can touch nothing else. */
export function namesOnlyItsOwn(file: RecordFile): boolean {
  const idsOf = (list: string): Set<string> => new Set(rowsIn(file, list).flatMap((row) => idsIn(row, ["id"])));
  const people = idsOf("people").add(file.head.trainee.id);
  if ([...peopleNamed(file.rows)].some((id) => !people.has(id))) return false;
  const things = new Map([...new Set(THING_FIELDS.values())].map((list) => [list, idsOf(list)] as const));
  return RECORD_KINDS.every((kind) => fieldsOf(kind).every((field) => {
    const known = things.get(THING_FIELDS.get(field) ?? "");
    return known === undefined || rowsIn(file, kind.name).every((row) => idsIn(row, [field]).every((id) => known.has(id)));
  }));
}
