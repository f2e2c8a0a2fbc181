import type { Day } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { byName, byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

/** Somebody who is, or was, able to decide independently in a programme. */
interface Reviewer {
  readonly id: string;
  readonly name: string;
  /** False once the last day of it is over. */
  readonly isHeld: boolean;
}

/** Everybody who was made an independent reviewer of the programme by that day, by name. */
export async function listReviewers(db: Reader, programmeId: string, day: Day): Promise<Reviewer[]> {
  const rows = await db.selectFrom("current_role_grant as g").innerJoin("person as p", "p.id", "g.person_id").select(["p.id", "p.name", "g.ends_on"])
    .where("g.programme_id", "=", programmeId).where("g.role", "=", "supervisor").where("g.is_independent_reviewer", "=", 1).where("g.starts_on", "<=", day).execute();
  return [...groupBy(rows, (r) => r.id)].map(([id, own]) => ({ id, name: own[0]?.name ?? "", isHeld: own.some((r) => r.ends_on === null || r.ends_on >= day) }))
    .sort((a, b) => byName(a.name, b.name) || byText(a.id, b.id));
}
