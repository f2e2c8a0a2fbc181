import type { LoaderFunctionArgs } from "@remix-run/node";

import type { FormContext } from "#app/logbook/form-parts.ts";
import { findRecord, type PathwayRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { prove } from "#app/people/prove.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { type FormReading, type FormSubmission, readForm } from "#app/platform/http/form.server.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { reviewContextOf } from "#app/review/page.server.ts";
import type { z } from "zod";

import type { signForm } from "./forms.ts";
import { closingOf } from "./may-sign.ts";
import type { Seen, SigningPart, SignOffRequest } from "./model.ts";
import { loadRequestPage, requireRequest } from "./request-page.server.ts";
import type { RequestPageData } from "./request-page-data.ts";
import { maySignHere, readStanding } from "./standing.server.ts";

/** The loader of every address that takes a form of a request's page: what that page shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<RequestPageData> {
  return loadRequestPage(request, params.requestId, context);
}

/** A signing form that was read and proved: who signs what, and what they had before them. */
interface SigningRead<T> {
  readonly ok: true;
  readonly actor: Actor;
  readonly asked: SignOffRequest;
  readonly record: PathwayRecord;
  readonly stageName: string;
  readonly seen: Seen;
  readonly value: T;
  readonly submission: FormSubmission;
}

async function requireSigner({ database: { reader: db } }: AppContext, actor: Actor, asked: SignOffRequest, part: SigningPart): Promise<PathwayRecord> {
  const record = await findRecord(db, asked.traineeId);
  if (!record) throw notFound();
  // Whoever signed that part hears from the command that it was done already.
  if (asked.signatures.some((s) => s.part === part && s.by === actor.personId)) return record;
  const here = await readStanding(db, actor, asked, record.enrolment.programmeId);
  if (!maySignHere(actor, here, closingOf(record.version.definition, asked.stage), part)) throw forbidden();
  return record;
}

/**
 * Reads a form that signs that part of a request, from somebody who may and who has proved their password within the last minutes
 * or does so with it. Throws 404 for a request that the actor cannot see, 403 where that part is not theirs to sign.
 */
export async function readSigning<T extends z.output<typeof signForm>>(
  request: Request, requestId: string | undefined, context: AppContext, part: SigningPart, schemaFor: (knowing: FormContext) => z.ZodType<T>,
): Promise<SigningRead<T> | Extract<FormReading<never>, { ok: false }>> {
  const { actor, asked } = await requireRequest(request, requestId, context);
  const record = await requireSigner(context, actor, asked, part);
  const form = await readForm(request, schemaFor(await reviewContextOf(context.database.reader, actor, asked.traineeId)));
  if (!form.ok) return form;
  const refused = await prove(request, context, form.submission, form.value);
  if (refused) return { ok: false, response: refused };
  const { recordVersion, evidenceHash } = form.value;
  const stageName = record.version.definition.stages[asked.stage - 1]?.name ?? "";
  return { ok: true, actor, asked, record, stageName, seen: { recordVersion, evidenceHash }, value: form.value, submission: form.submission };
}
