import type { AppLoadContext } from "@remix-run/node";

import type { PathwayDefinition } from "#app/pathway/model.ts";
import { findEnrolment, findRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { findPerson } from "#app/people/queries.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import type { Programme } from "#app/programme/model.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";

/** A lead, and the programme that they look at. */
export interface Leading {
  readonly actor: Actor;
  readonly programme: Programme;
  /** All that they lead, by name. */
  readonly programmes: readonly Programme[];
}

/**
 * The programme that the address names, or the first that this person leads. Throws 404 for whoever leads none, as for one
 * that is not theirs.
 */
export async function requireLed(request: Request, context: AppLoadContext): Promise<Leading> {
  const actor = await requireActor(request, context);
  const held = actor.grants.map((grant) => grant.programmeId).filter((programmeId) => can(actor, "cohort.read", { programmeId }));
  const programmes = await listProgrammes(context.database.reader, held);
  const asked = new URL(request.url).searchParams.get("programme");
  const programme = asked === null ? programmes[0] : programmes.find((p) => p.id === asked);
  if (!programme) throw notFound();
  return { actor, programme, programmes };
}

/** The lead of the programme in which the trainee has their place. Throws 404 for anybody else, as for nobody. */
export async function requireLeadOf(request: Request, context: AppLoadContext, traineeId: string): Promise<Actor> {
  const actor = await requireActor(request, context);
  const enrolment = await findEnrolment(context.database.reader, traineeId);
  if (!enrolment || !can(actor, "cohort.read", { programmeId: enrolment.programmeId })) throw notFound();
  return actor;
}

/** A trainee in whose record a lead recognises earlier work. */
export interface LedTraineeRecord {
  readonly actor: Actor;
  readonly traineeId: string;
  readonly name: string;
  readonly definition: PathwayDefinition;
}

/** The same with the trainee's name and pathway, for what a lead writes in their record. Throws 404 like it, and 403 for a lead's own record. */
export async function requireLedRecord(request: Request, context: AppLoadContext, traineeId = ""): Promise<LedTraineeRecord> {
  const actor = await requireLeadOf(request, context, traineeId);
  const record = await findRecord(context.database.reader, traineeId);
  if (!record) throw notFound();
  if (!can(actor, "recognised.write", { traineeId, programmeId: record.enrolment.programmeId })) throw forbidden();
  const person = await findPerson(context.database.reader, traineeId);
  return { actor, traineeId, name: person?.name ?? "", definition: record.version.definition };
}
