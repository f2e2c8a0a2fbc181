import { z } from "zod";

import type { Reader } from "#db/database.server.ts";

import { type Board, type Cohort, type Placement, type Programme, SECTORS } from "./model.ts";
import { DEFAULT_SETTINGS, type VersionedSettings } from "./settings.ts";

const sectorSchema = z.enum(SECTORS);

/** The programmes with these ids, by name; those that do not exist are left out. */
export async function listProgrammes(db: Reader, ids: readonly string[]): Promise<Programme[]> {
  if (ids.length === 0) return [];
  return db.selectFrom("programme").select(["id", "name"]).where("id", "in", [...new Set(ids)]).orderBy("name").orderBy("id").execute();
}

/** The cohorts of these programmes, the latest first. */
export async function listCohorts(db: Reader, programmeIds: readonly string[]): Promise<Cohort[]> {
  if (programmeIds.length === 0) return [];
  const rows = await db.selectFrom("cohort").select(["id", "programme_id", "name", "starts_on"])
    .where("programme_id", "in", [...new Set(programmeIds)]).orderBy("starts_on", "desc").orderBy("name").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, programmeId: row.programme_id, name: row.name, startsOn: row.starts_on }));
}

/** The boards that somebody can work in, in the order in which they are shown. */
export async function listBoards(db: Reader): Promise<Board[]> {
  return db.selectFrom("board").select(["code", "name"]).orderBy("position").execute();
}

/** The trainee's cohort, board and sector as they were last recorded; undefined for somebody in no cohort. */
export async function findPlacement(db: Reader, traineeId: string): Promise<Placement | undefined> {
  const row = await db.selectFrom("current_cohort_membership as m")
    .innerJoin("cohort", "cohort.id", "m.cohort_id").innerJoin("board", "board.code", "m.board_code")
    .select(["cohort.name as cohort", "board.name as board", "m.sector"])
    .where("m.trainee_id", "=", traineeId).orderBy("m.recorded_at", "desc").orderBy("m.id").executeTakeFirst();
  return row && { cohort: row.cohort, board: row.board, sector: sectorSchema.parse(row.sector) };
}

/** What the programme decided last; the defaults where it has decided nothing. */
export async function getProgrammeSettings(db: Reader, programmeId: string): Promise<VersionedSettings> {
  const row = await db.selectFrom("current_programme_setting").select(["version", "concern_procedure", "clip_kept_days"])
    .where("programme_id", "=", programmeId).executeTakeFirst();
  return row ? { version: row.version, concernProcedure: row.concern_procedure, clipKeptDays: row.clip_kept_days } : DEFAULT_SETTINGS;
}
