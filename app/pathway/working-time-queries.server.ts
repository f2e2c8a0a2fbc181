import type { Reader } from "#db/database.server.ts";

import { readShares } from "./queries.server.ts";
import type { WorkingTimeView } from "./working-time.ts";

/** The pauses that stand for that trainee, by their days. */
export async function listPauses(db: Reader, traineeId: string): Promise<WorkingTimeView["pauses"]> {
  const rows = await db.selectFrom("current_planned_pause").select(["id", "starts_on", "ends_on"]).where("trainee_id", "=", traineeId).where("voided", "=", 0)
    .orderBy("starts_on").orderBy("id").execute();
  return rows.map((r) => ({ id: r.id, from: r.starts_on, to: r.ends_on }));
}

/** True where that pause of the trainee's was planned and is taken back. */
export async function wasPauseTakenBack(db: Reader, traineeId: string, pauseId = ""): Promise<boolean> {
  return await db.selectFrom("current_planned_pause").select("id").where("trainee_id", "=", traineeId).where("id", "=", pauseId).where("voided", "=", 1).executeTakeFirst() !== undefined;
}

/** True where a share from that day was ever set for the trainee; that it stands no more is the caller's to know. */
export async function wasShareSet(db: Reader, traineeId: string, from = ""): Promise<boolean> {
  const versions = await db.selectFrom("enrolment").select("shares").where("trainee_id", "=", traineeId).execute();
  return versions.some((version) => readShares(version.shares).some((share) => share.from === from));
}
