import { recordAct } from "#app/audit/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Submission } from "#app/review/model.ts";
import type { Database } from "#db/database.server.ts";

import type { SignOffRequest } from "./model.ts";
import { findReach, findReached } from "./reach.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** Somebody who is asked to decide, and the request on which they are. */
export interface Asked {
  readonly actor: Actor;
  readonly asked: SignOffRequest;
}

/** The request whose evidence the actor may read as the one who decides on it. Throws 404 for everybody else, and once it is decided or withdrawn. */
export async function requireReach(request: Request, { requestId }: Params, context: AppContext): Promise<Asked> {
  const actor = await requireActor(request, context);
  const asked = requestId !== undefined && isId(requestId) ? await findReach(context.database.reader, actor, requestId) : undefined;
  if (!asked) throw notFound();
  return { actor, asked };
}

/** A reviewed submission of the stage that is asked for. Throws 404 for any other. */
export async function requireReached(request: Request, params: Params, context: AppContext): Promise<Asked & { readonly submission: Submission }> {
  const here = await requireReach(request, params, context);
  const submission = await findReached(context.database.reader, here.asked, params.submissionId ?? "", context.clock());
  if (!submission) throw notFound();
  return { ...here, submission };
}

/** Records that the programme's procedure was shown to somebody who is asked to decide, and nothing else (docs/field.md, "Concern"). */
export async function recordConcernAsked(
  db: Database, actor: Actor, input: { readonly requestId: string; readonly submissionId: string }, now: Date,
): Promise<Result<{ submissionId: string }, "not_there">> {
  return db.inTransaction(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    const asked = await findReach(trx, fresh, input.requestId);
    const submission = asked && await findReached(trx, asked, input.submissionId, now);
    if (!submission) return refused("not_there");
    await recordAct(trx, { actorId: fresh.personId, act: "concern.shown", subjects: { trainee: submission.traineeId, submission: submission.id } }, now);
    return done({ submissionId: submission.id });
  });
}
