import type { RecordFile } from "#app/record/format.ts";
import type { RecordRow } from "#app/record/kind.ts";
import { tables } from "#app/words/en/tables.ts";
import { words } from "#app/words/words.ts";

import { numberIn, type Rows, textIn } from "./rows.ts";

const { labels: said } = tables;

/** What a thing of a record is called in words; null for what is not in it. */
export type NameOf = (list: string, id: string) => string | null;

interface Source { readonly rows: Rows; readonly nameOf: NameOf }

const KINDS: Readonly<Record<string, readonly [list: string, day: string, what: string]>> = {
  supervision: ["supervision", "heldOn", words.record.pdf.kinds.supervision], peer_supervision: ["peerSupervision", "heldOn", words.record.pdf.kinds.peer_supervision],
  training: ["training", "heldOn", words.record.pdf.kinds.training], recognised: ["recognisedWork", "recognisedOn", words.record.pdf.kinds.recognised],
};

/** The version in force of each thing that the field names. */
function latest(rows: readonly RecordRow[], field: string): ReadonlyMap<string, RecordRow> {
  const found = new Map<string, RecordRow>();
  for (const row of rows) if (numberIn(row, "version") >= numberIn(found.get(textIn(row, field)), "version")) found.set(textIn(row, field), row);
  return found;
}

function entryLabels({ rows, nameOf }: Source): Map<string, string> {
  const named = new Map<string, string>();
  for (const cycle of latest(rows.of("cycles"), "entryId").values()) named.set(textIn(cycle, "entryId"), said.on(nameOf("clients", textIn(cycle, "clientId")) ?? "", textIn(cycle, "filmedOn")));
  for (const [list, day, what] of Object.values(KINDS)) for (const row of latest(rows.of(list), "entryId").values()) named.set(textIn(row, "entryId"), said.on(what, textIn(row, day)));
  return named;
}

function momentLabels({ rows, nameOf }: Source): Map<string, string> {
  const before = new Map<string, number>();
  return new Map(rows.of("moments").map((moment) => {
    const submission = textIn(moment, "submissionId");
    const n = (before.get(submission) ?? 0) + 1;
    before.set(submission, n);
    return [textIn(moment, "id"), said.moment(nameOf("submissions", submission) ?? "", n)];
  }));
}

const roleOf = (role: string): string => Object.entries(words.consent.roles).find(([key]) => key === role)?.[1] ?? role;
const partOf = (part: string): string => Object.entries(words.review.skills.parts).find(([key]) => key === part)?.[1] ?? part;

/** What one row of a list is called. */
const CALLED: Readonly<Record<string, (row: RecordRow, source: Source) => string>> = {
  people: (row) => textIn(row, "name"),
  pathways: (row) => textIn(row, "name"),
  pathwayVersions: (row, { nameOf }) => `${nameOf("pathways", textIn(row, "pathwayId")) ?? ""}, ${textIn(row, "label")}`,
  enrolments: (row) => textIn(row, "startedOn"),
  plannedPauses: (row) => textIn(row, "startsOn"),
  stageClosings: (row) => said.stage(numberIn(row, "stage")),
  supervisors: (row, { nameOf }) => nameOf("people", textIn(row, "supervisorId")) ?? "",
  reviewerAssignments: (row, { nameOf }) => nameOf("people", textIn(row, "reviewerId")) ?? "",
  clients: (row) => textIn(row, "code"),
  consents: (row, { nameOf }) => said.on(nameOf("clients", textIn(row, "clientId")) ?? "", roleOf(textIn(row, "filmedRole"))),
  reflectionShares: (row, { nameOf }) => nameOf("people", textIn(row, "personId")) ?? "",
  submissions: (row, { nameOf }) => said.attempt(nameOf("entries", textIn(row, "entryId")) ?? "", numberIn(row, "attempt")),
  skillsRecords: (row) => said.ofStage(numberIn(row, "stage"), partOf(textIn(row, "raterPart"))),
  signOffRequests: (row) => said.round(numberIn(row, "stage"), numberIn(row, "round")),
};

/** Names of people may be the same; everything else is told apart. */
function toldApart(labels: ReadonlyMap<string, string>): Map<string, string> {
  const times = new Map<string, number>();
  return new Map([...labels].map(([id, label]) => {
    const n = (times.get(label) ?? 0) + 1;
    times.set(label, n);
    return [id, n === 1 ? label : said.again(label, n)];
  }));
}

function labelsFor(list: string, source: Source): Map<string, string> {
  const { rows } = source;
  if (list === "entries") return toldApart(entryLabels(source));
  if (list === "moments") return momentLabels(source);
  if (list === "reflections") return toldApart(new Map([...latest(rows.of("reflectionVersions"), "reflectionId")].map(([id, row]) => [id, said.on(said.reflection, textIn(row, "writtenOn"))])));
  const called = CALLED[list];
  const labels = new Map(called ? [...latest(rows.of(list), "id")].map(([id, row]) => [id, called(row, source)] as const) : []);
  return list === "people" ? labels : toldApart(labels);
}

/** Names the things of that record, each list once. */
export function namesIn({ head: { trainee } }: RecordFile, rows: Rows): NameOf {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const nameOf: NameOf = (list, id) => {
    const labels = known.get(list) ?? labelsFor(list, { rows, nameOf });
    known.set(list, labels);
    return list === "people" && id === trainee.id ? trainee.name : labels.get(id) ?? null;
  };
  return nameOf;
}
