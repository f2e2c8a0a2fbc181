import { createHash } from "node:crypto";

import type { Entry } from "#app/logbook/model.ts";
import { mapLogs } from "#app/logbook/queries.server.ts";
import { countPathway } from "#app/pathway/counting.ts";
import { findRecord, findRecordVersion, type PathwayRecord } from "#app/pathway/queries.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import { listSubmissionsOf } from "#app/review/queries.server.ts";
import { listSkillsRecords } from "#app/review/skills-queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import type { Seen } from "./model.ts";
import { canonicalPack, type Evidence, packOf, type Pack, submissionsOfStage } from "./pack.ts";
import { type Readiness, readinessOf } from "./readiness.ts";
import { hasOpenRequest } from "./queries.server.ts";

/** A stage's evidence as it stands now: what a page shows and what is signed under. */
export interface StageEvidence {
  readonly record: PathwayRecord;
  readonly pack: Pack;
  /** The pack in its canonical text. */
  readonly text: string;
  /** What a form carries, so that nothing else is signed than was seen. */
  readonly seen: Seen;
  /** For asking: a request that waits already is missing nothing else. */
  readonly readiness: Readiness;
  /** For signing: everything but that no request waits. */
  readonly stillStands: boolean;
}

/** SHA-256 of a pack's canonical text. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Everything of a trainee's record that the evidence of any of their stages is taken from, read once. */
export interface RecordFacts extends Pick<Evidence, "count" | "cycles" | "versions" | "submissions"> {
  readonly record: PathwayRecord;
  readonly recordVersion: number;
  readonly entries: readonly Entry[];
  readonly isWaiting: boolean;
}

/** What that trainee's evidence is taken from; undefined for somebody without a record. */
export async function readRecordFacts(db: Reader, traineeId: string, now: Date): Promise<RecordFacts | undefined> {
  const [record, recordVersion, log] = [await findRecord(db, traineeId), await findRecordVersion(db, traineeId), (await mapLogs(db, [traineeId])).get(traineeId)];
  if (!record || recordVersion === undefined) return undefined;
  const [entries, countable] = [log?.entries ?? [], log?.countable ?? []];
  const { enrolment: { startedOn, endedOn }, version, closings } = record;
  return {
    record, recordVersion, entries, isWaiting: await hasOpenRequest(db, traineeId), submissions: await listSubmissionsOf(db, traineeId),
    count: countPathway(version.definition, { traineeId, startedOn, endedOn, closings, entries: countable }, londonDay(now)),
    cycles: countable.flatMap((e) => (e.kind === "cycle" ? [e] : [])), versions: new Map(entries.map((e) => [e.id, e.version])),
  };
}

/** A stage's evidence, from what was read of its trainee's record. */
export async function stageEvidenceIn(db: Reader, { record, recordVersion, isWaiting, ...facts }: RecordFacts, stage: number): Promise<StageEvidence> {
  const { enrolment: { traineeId, startedOn, endedOn }, version, closings } = record;
  const evidence = { ...facts, traineeId, stage, startedOn, pathwayVersion: version, closings, skills: await listSkillsRecords(db, traineeId, stage) };
  const pack = packOf(evidence);
  const text = canonicalPack(pack);
  const reviewedSubmissions = submissionsOfStage(evidence).filter((s) => s.state === "reviewed").length;
  const asking = { stage, count: evidence.count, isEnrolled: endedOn === null, reviewedSubmissions };
  return {
    record, pack, text, seen: { recordVersion, evidenceHash: hashOf(text) },
    readiness: readinessOf({ ...asking, isWaiting }), stillStands: readinessOf({ ...asking, isWaiting: false }).isReady,
  };
}

/** The evidence of one stage as it stands; undefined for somebody without a record. */
export async function readStageEvidence(db: Reader, traineeId: string, stage: number, now: Date): Promise<StageEvidence | undefined> {
  const facts = await readRecordFacts(db, traineeId, now);
  return facts && stageEvidenceIn(db, facts, stage);
}
