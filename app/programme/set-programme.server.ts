import { recordAct } from "#app/audit/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";

import { getProgrammeSettings } from "./queries.server.ts";
import type { ProgrammeSettings } from "./settings.ts";

/** What is to hold, and the version that was seen before. */
export interface SetProgrammeInput extends ProgrammeSettings {
  readonly programmeId: string;
  readonly fromVersion: number;
}

async function insertSettings(trx: Trx, input: SetProgrammeInput, by: string, now: Date): Promise<void> {
  await trx.insertInto("programme_setting").values({
    programme_id: input.programmeId, version: input.fromVersion + 1, recorded_at: instantOf(now), recorded_by: by,
    concern_procedure: input.concernProcedure, clip_kept_days: input.clipKeptDays,
  }).execute();
}

/** Sets what a programme decides for itself, from now on. For its leads and administrators. */
export async function setProgramme(db: Database, actor: Actor, input: SetProgrammeInput, now: Date): Promise<Result<{ version: number }, "not_allowed" | "changed_meanwhile">> {
  try {
    return await db.inTransaction(async (trx) => {
      const fresh = await freshActor(trx, actor, now);
      if (!can(fresh, "programme.set", { programmeId: input.programmeId })) return refused("not_allowed");
      const before = await getProgrammeSettings(trx, input.programmeId);
      if (before.version !== input.fromVersion) return refused("changed_meanwhile");
      await insertSettings(trx, input, fresh.personId, now);
      await recordAct(trx, { actorId: fresh.personId, act: "programme.set", subjects: { programme: input.programmeId } }, now);
      return done({ version: input.fromVersion + 1 });
    });
  } catch (error) {
    if (isUniqueViolation(error, "programme_setting", ["programme_id", "version"])) return refused("changed_meanwhile");
    throw error;
  }
}
