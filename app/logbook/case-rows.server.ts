import type { Selectable } from "kysely";
import { z } from "zod";

import type { Day, Instant } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";
import type { ClientVersionTable } from "#db/schema/logbook.ts";

import { AGE_BANDS, type AgeBand, type CaseDetails, CLOSE_REASONS, COPIES, type Goal, ORIGINALS, RELATIONS, SETTINGS } from "./case-model.ts";
import type { CaseVersion } from "./case-story.ts";

/** The columns of a version of a client in which its case is told. */
export const CASE_COLUMNS = [
  "v.setting", "v.relation", "v.helping_question", "v.goal_1", "v.goal_1_at_start", "v.goal_2", "v.goal_2_at_start", "v.goal_3", "v.goal_3_at_start",
  "v.measured_in_dcs", "v.next_steps", "v.closed_because", "v.copies", "v.originals", "v.reopened_on",
] as const;

type CaseRow = Pick<Selectable<ClientVersionTable>, (typeof CASE_COLUMNS)[number] extends `v.${infer C}` ? C : never>;

const ageBandSchema = z.enum(AGE_BANDS).nullable();
const settingSchema = z.enum(SETTINGS).nullable();
const relationSchema = z.enum(RELATIONS).nullable();
const closedBecauseSchema = z.enum(CLOSE_REASONS).nullable();
const copiesSchema = z.enum(COPIES).nullable();
const originalsSchema = z.enum(ORIGINALS).nullable();

function goalsOf(row: CaseRow): Goal[] {
  const goals: readonly Goal[] = [
    { place: 1, text: row.goal_1, atStart: row.goal_1_at_start }, { place: 2, text: row.goal_2, atStart: row.goal_2_at_start },
    { place: 3, text: row.goal_3, atStart: row.goal_3_at_start },
  ];
  return goals.filter(({ text, atStart }) => text !== null || atStart !== null);
}

/** What a row tells of the case. */
export function caseDetailsOf(row: CaseRow): CaseDetails {
  return {
    setting: settingSchema.parse(row.setting), relation: relationSchema.parse(row.relation), helpingQuestion: row.helping_question, goals: goalsOf(row),
    measuredInDcs: row.measured_in_dcs === 1, nextSteps: row.next_steps, closedBecause: closedBecauseSchema.parse(row.closed_because),
    copies: copiesSchema.parse(row.copies), originals: originalsSchema.parse(row.originals), reopenedOn: row.reopened_on,
  };
}

/** Every version of a client's case, the first first: when it was closed and opened again. The caller has found the client for the actor. */
export async function listCaseVersions(db: Reader, clientId: string): Promise<CaseVersion[]> {
  const rows = await db.selectFrom("client_version").select(["opened_on", "closed_on", "closed_because", "reopened_on"])
    .where("client_id", "=", clientId).orderBy("version").execute();
  return rows.map((r) => ({ openedOn: r.opened_on, closedOn: r.closed_on, closedBecause: closedBecauseSchema.parse(r.closed_because), reopenedOn: r.reopened_on }));
}

/** A client's case in one of its versions, and who made it when and why. */
export interface CaseIn extends CaseDetails {
  readonly ageBand: AgeBand | null;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly reason: string | null;
}

/** That version of a client's case; undefined where there is none. The caller has found the client for the actor. */
export async function findCaseIn(db: Reader, clientId: string, version: number): Promise<CaseIn | undefined> {
  const row = await db.selectFrom("client_version as v").select(["v.age_band", "v.opened_on", "v.closed_on", "v.recorded_at", "v.recorded_by", "v.reason", ...CASE_COLUMNS])
    .where("v.client_id", "=", clientId).where("v.version", "=", version).executeTakeFirst();
  return row && { ageBand: ageBandSchema.parse(row.age_band), openedOn: row.opened_on, closedOn: row.closed_on, recordedAt: row.recorded_at, recordedBy: row.recorded_by, reason: row.reason, ...caseDetailsOf(row) };
}
