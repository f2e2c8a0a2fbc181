import { z } from "zod";

import type { Instant } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { type Sector, SECTORS } from "./model.ts";

const sectorSchema = z.enum(SECTORS);

/** In which cohort of the programme a trainee is, and where they work. */
export interface Membership {
  readonly traineeId: string;
  readonly cohortId: string;
  readonly boardCode: string;
  readonly sector: Sector;
}

/** The cohorts and boards of everybody in the programme as they were last recorded, by trainee. One statement. */
export async function mapMemberships(db: Reader, programmeId: string): Promise<Map<string, Membership>> {
  const rows = await db.selectFrom("current_cohort_membership as m").innerJoin("cohort", "cohort.id", "m.cohort_id")
    .select(["m.trainee_id", "m.cohort_id", "m.board_code", "m.sector"])
    .where("cohort.programme_id", "=", programmeId).orderBy("m.recorded_at").orderBy("m.id", "desc").execute();
  return new Map(rows.map((r) => [r.trainee_id, { traineeId: r.trainee_id, cohortId: r.cohort_id, boardCode: r.board_code, sector: sectorSchema.parse(r.sector) }]));
}

/** A membership as one of its versions has it, and when that came to be known. */
export interface MembershipVersion {
  readonly id: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly traineeId: string;
  readonly boardCode: string;
}

/** Every version of every membership of the programme's cohorts, in the order in which they were recorded. */
export async function listMembershipVersions(db: Reader, programmeId: string): Promise<MembershipVersion[]> {
  const rows = await db.selectFrom("cohort_membership as m").innerJoin("cohort", "cohort.id", "m.cohort_id")
    .select(["m.id", "m.version", "m.recorded_at", "m.trainee_id", "m.board_code"])
    .where("cohort.programme_id", "=", programmeId).orderBy("m.recorded_at").orderBy("m.id").orderBy("m.version").execute();
  return rows.map((r) => ({ id: r.id, version: r.version, recordedAt: r.recorded_at, traineeId: r.trainee_id, boardCode: r.board_code }));
}

/** A board, and whether it is one of the islands'. */
export interface PublishedBoard {
  readonly code: string;
  readonly name: string;
  readonly isIsland: boolean;
}

/** The boards in the order in which they are shown, with their islands marked. */
export async function listBoardsWithIslands(db: Reader): Promise<PublishedBoard[]> {
  const rows = await db.selectFrom("board").select(["code", "name", "is_island"]).orderBy("position").execute();
  return rows.map((r) => ({ code: r.code, name: r.name, isIsland: r.is_island === 1 }));
}
