import type { SelectQueryBuilder } from "kysely";

import type { Day } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";
import type { Schema } from "#db/schema/schema.ts";

/** A query for ids of people, in whatever column they stand. */
type PersonIdQuery = SelectQueryBuilder<Schema, never, { trainee_id: string }>;

/** How somebody is named beside what they did. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  /** Outside the programme: never signs in, and counts once a lead verified them. */
  readonly isExternal: boolean;
  readonly verifiedOn: Day | null;
}

/** Those people by id; ids of nobody are missing from the map. */
export async function mapPeople(db: Reader, ids: readonly string[]): Promise<Map<string, NamedPerson>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const rows = await db.selectFrom("person").select(["id", "name", "is_external", "verified_on"]).where("id", "in", asked).orderBy("id").execute();
  return new Map(rows.map((r) => [r.id, { id: r.id, name: r.name, isExternal: r.is_external === 1, verifiedOn: r.verified_on }]));
}

/** Those people by id in one statement, however many: `ids` is a query for them. */
export async function mapNames(db: Reader, ids: PersonIdQuery): Promise<Map<string, string>> {
  const rows = await db.selectFrom("person").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((r) => [r.id, r.name]));
}
