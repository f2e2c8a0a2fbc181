import { z } from "zod";

import { emailKey } from "#app/people/model.ts";
import { findPathwayVersion } from "#app/pathway/queries.server.ts";
import { pathwayDefinitionSchema } from "#app/pathway/model.ts";
import type { Trx } from "#db/database.server.ts";

import { type RecordFile, rowsIn } from "./format.ts";

/** Why there is no place for a record here. */
export type Standing = "not_empty" | "name_differs" | "has_account" | "email_taken" | "email_needed" | "pathway_differs";

const personSchema = z.object({ id: z.string(), name: z.string() });
const versionSchema = z.object({ id: z.string(), pathwayId: z.string(), label: z.string(), definition: pathwayDefinitionSchema });

async function hasRecord(trx: Trx, traineeId: string): Promise<boolean> {
  const found = [
    await trx.selectFrom("trainee_record").select("trainee_id").where("trainee_id", "=", traineeId).limit(1).execute(),
    await trx.selectFrom("enrolment").select("id").where("trainee_id", "=", traineeId).limit(1).execute(),
    await trx.selectFrom("entry").select("id").where("trainee_id", "=", traineeId).limit(1).execute(),
    await trx.selectFrom("client").select("id").where("trainee_id", "=", traineeId).limit(1).execute(),
  ];
  return found.some((rows) => rows.length > 0);
}

/** Why the record cannot be that person's here. */
export async function checkTrainee(trx: Trx, { head: { trainee } }: RecordFile, email: string): Promise<Standing | undefined> {
  if (await hasRecord(trx, trainee.id)) return "not_empty";
  const known = await trx.selectFrom("person").select("name").where("id", "=", trainee.id).executeTakeFirst();
  if (known && known.name !== trainee.name) return "name_differs";
  const holder = await trx.selectFrom("person").select("id").where("email_key", "=", emailKey(email)).executeTakeFirst();
  return holder && holder.id !== trainee.id ? "email_taken" : undefined;
}

/** Somebody who was read in with another record may be named again; nobody else who can sign in here may. */
export async function checkPeople(trx: Trx, file: RecordFile): Promise<Standing | undefined> {
  for (const { id, name } of rowsIn(file, "people").map((row) => personSchema.parse(row))) {
    const known = await trx.selectFrom("person").leftJoin("brought_record as b", "b.trainee_id", "person.id").select(["person.name", "person.email_key", "b.trainee_id as brought"])
      .where("person.id", "=", id).executeTakeFirst();
    if (known && known.name !== name) return "name_differs";
    if (known && known.email_key !== null && known.brought === null) return "has_account";
  }
  return undefined;
}

/** A version of a pathway that is here already has to ask for the same. */
export async function checkPathways(trx: Trx, file: RecordFile): Promise<Standing | undefined> {
  for (const version of rowsIn(file, "pathwayVersions").map((row) => versionSchema.parse(row))) {
    const known = await findPathwayVersion(trx, version.id);
    const isSame = known?.pathwayId === version.pathwayId && known.label === version.label && JSON.stringify(known.definition) === JSON.stringify(version.definition);
    if (known && !isSame) return "pathway_differs";
  }
  return undefined;
}
