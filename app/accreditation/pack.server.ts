import { createHash } from "node:crypto";

import { listCountableEntries, listEntries } from "#app/logbook/queries.server.ts";
import { countTrainee } from "#app/logbook/recount.server.ts";
import { findRecord, findRecordVersion, type PathwayRecord } from "#app/pathway/queries.server.ts";
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

async function readEvidence(db: Reader, record: PathwayRecord, stage: number, now: Date): Promise<Evidence | undefined> {
  const { enrolment: { traineeId, startedOn }, version, closings } = record;
  const count = await countTrainee(db, traineeId, now);
  if (!count) return undefined;
  const cycles = (await listCountableEntries(db, traineeId)).flatMap((e) => (e.kind === "cycle" ? [e] : []));
  const versions = new Map((await listEntries(db, traineeId)).map((e) => [e.id, e.version]));
  const [submissions, skills] = [await listSubmissionsOf(db, traineeId), await listSkillsRecords(db, traineeId, stage)];
  return { traineeId, stage, startedOn, pathwayVersion: version, closings, count, cycles, versions, submissions, skills };
}

/** The evidence of that stage; undefined for somebody who has no record. Whether it may be seen is the caller's question. */
export async function readStageEvidence(db: Reader, traineeId: string, stage: number, now: Date): Promise<StageEvidence | undefined> {
  const [record, recordVersion] = [await findRecord(db, traineeId), await findRecordVersion(db, traineeId)];
  const evidence = record && await readEvidence(db, record, stage, now);
  if (!record || !evidence || recordVersion === undefined) return undefined;
  const pack = packOf(evidence);
  const text = canonicalPack(pack);
  const reviewedSubmissions = submissionsOfStage(evidence).filter((s) => s.state === "reviewed").length;
  const asking = { stage, count: evidence.count, isEnrolled: record.enrolment.endedOn === null, reviewedSubmissions };
  return {
    record, pack, text, seen: { recordVersion, evidenceHash: hashOf(text) },
    readiness: readinessOf({ ...asking, isWaiting: await hasOpenRequest(db, traineeId) }), stillStands: readinessOf({ ...asking, isWaiting: false }).isReady,
  };
}
