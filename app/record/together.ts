import { type RecordFile, rowsIn } from "./format.ts";
import type { RecordRow } from "./kind.ts";
import { namesOnlyItsOwn } from "./references.ts";

/** Why rows that are each as they have to be are no record together. */
export type Apart = "names_others" | "here_already" | "does_not_fit";

const keyOf = (row: RecordRow, fields: readonly string[]): string => JSON.stringify(fields.map((field) => row[field]));
const keysIn = (file: RecordFile, list: string, fields: readonly string[]): string[] => rowsIn(file, list).map((row) => keyOf(row, fields));

/** What may stand where it is read in is not written again: twice in one file it would be lost without a word. */
const ONCE = ["people", "accreditations", "pathways", "pathwayVersions"] as const;

function standsTwice(file: RecordFile): boolean {
  const { trainee } = file.head;
  return ONCE.some((list) => {
    const ids = [...keysIn(file, list, ["id"]), ...(list === "people" ? [keyOf({ id: trainee.id }, ["id"])] : [])];
    return new Set(ids).size < ids.length;
  });
}

/** The list that says what a thing of each list is. */
const TOLD = [
  ["clients", "clientVersions", "clientId"], ["consents", "consentVersions", "consentId"], ["reflections", "reflectionVersions", "reflectionId"],
  ["submissions", "submissionSteps", "submissionId"], ["moments", "momentVersions", "momentId"], ["skillsRecords", "skillsVersions", "recordId"],
] as const;
/** The list that says what an entry of each kind is. */
const KINDS = [["cycle", "cycles"], ["supervision", "supervision"], ["peer_supervision", "peerSupervision"], ["training", "training"], ["recognised", "recognisedWork"]] as const;
const VERSION = ["entryId", "version"] as const;
/** Rows that belong to one version of an entry, with the lists in which it may stand. */
const OF_VERSION = [
  ["cycleReflections", VERSION, ["cycles"]], ["supervisionCycles", VERSION, ["supervision"]], ["peerAttendees", VERSION, ["peerSupervision"]],
  ["confirmations", ["entryId", "entryVersion"], ["supervision", "peerSupervision", "training", "recognisedWork"]],
] as const;

function isTold(file: RecordFile): boolean {
  return TOLD.every(([things, versions, field]) => {
    const told = new Set(keysIn(file, versions, [field]));
    return keysIn(file, things, ["id"]).every((key) => told.has(key));
  });
}

function isOfItsKind(file: RecordFile): boolean {
  return KINDS.every(([kind, list]) => {
    const ids = new Set(rowsIn(file, "entries").filter((entry) => entry.kind === kind).map((entry) => keyOf(entry, ["id"])));
    const told = new Set(keysIn(file, list, ["entryId"]));
    return ids.size === told.size && [...told].every((key) => ids.has(key));
  });
}

function isOfItsVersion(file: RecordFile): boolean {
  return OF_VERSION.every(([list, fields, parents]) => {
    const versions = new Set(parents.flatMap((parent) => keysIn(file, parent, VERSION)));
    return keysIn(file, list, fields).every((key) => versions.has(key));
  });
}

function isAboutItsOwn(file: RecordFile): boolean {
  const cycles = new Set(keysIn(file, "cycles", ["entryId"]));
  const moments = new Set(keysIn(file, "moments", ["id", "submissionId"]));
  return keysIn(file, "supervisionCycles", ["cycleId"]).every((key) => cycles.has(key))
    && rowsIn(file, "replies").every((reply) => reply.momentId === null || moments.has(keyOf(reply, ["momentId", "submissionId"])));
}

/** Why the rows of a file are no record together; undefined where they are. What is written and what is read are asked alike. */
export function whyApart(file: RecordFile): Apart | undefined {
  if (!namesOnlyItsOwn(file)) return "names_others";
  if (standsTwice(file)) return "here_already";
  return isTold(file) && isOfItsKind(file) && isOfItsVersion(file) && isAboutItsOwn(file) ? undefined : "does_not_fit";
}
