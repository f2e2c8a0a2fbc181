import type { Reader } from "#db/database.server.ts";

import type { SkillsRecord } from "./model.ts";
import { raterPartSchema, ratingsSchema } from "./schemas.ts";

function recordQuery(db: Reader, from: "current_skills_record" | "skills_record_version") {
  return db.selectFrom(`${from} as v`).innerJoin("skills_record as r", "r.id", "v.record_id").select([
    "r.id", "r.trainee_id", "r.stage", "r.rater_id", "r.rater_part", "v.scale", "v.submission_id", "v.ratings", "v.strengths", "v.working_point", "v.version", "v.recorded_at",
  ]);
}
type RecordRow = Awaited<ReturnType<ReturnType<typeof recordQuery>["execute"]>>[number];

function recordOf(row: RecordRow): SkillsRecord {
  return {
    id: row.id, traineeId: row.trainee_id, stage: row.stage, raterId: row.rater_id, raterPart: raterPartSchema.parse(row.rater_part), scale: row.scale,
    submissionId: row.submission_id, ratings: ratingsSchema.parse(JSON.parse(row.ratings)), strengths: row.strengths, workingPoint: row.working_point,
    version: row.version, recordedAt: row.recorded_at,
  };
}

/** The skills records of a trainee's stage in their versions in force: the trainee's own first, then each supervisor's. */
export async function listSkillsRecords(db: Reader, traineeId: string, stage: number): Promise<SkillsRecord[]> {
  const rows = await recordQuery(db, "current_skills_record").where("r.trainee_id", "=", traineeId).where("r.stage", "=", stage)
    .orderBy("r.rater_part", "desc").orderBy("r.recorded_at").orderBy("r.id").execute();
  return rows.map(recordOf);
}

/** That person's own record of the stage; undefined where they filled in none. */
export async function findSkillsRecord(db: Reader, traineeId: string, stage: number, raterId: string): Promise<SkillsRecord | undefined> {
  const row = await recordQuery(db, "current_skills_record").where("r.trainee_id", "=", traineeId).where("r.stage", "=", stage).where("r.rater_id", "=", raterId).executeTakeFirst();
  return row && recordOf(row);
}

/** Every version of every record of a trainee's stage, the latest first. */
export async function listSkillsVersions(db: Reader, traineeId: string, stage: number): Promise<SkillsRecord[]> {
  const rows = await recordQuery(db, "skills_record_version").where("r.trainee_id", "=", traineeId).where("r.stage", "=", stage)
    .orderBy("v.recorded_at", "desc").orderBy("v.version", "desc").orderBy("r.id").execute();
  return rows.map(recordOf);
}
