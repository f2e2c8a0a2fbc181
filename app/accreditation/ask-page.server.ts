import { listEntries } from "#app/logbook/queries.server.ts";
import { findRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { findPerson, listSupervisorsOf } from "#app/people/queries.server.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";

import type { AskPageData } from "./ask-page.tsx";
import { evidenceView } from "./evidence-view.ts";
import { closingOf, maySign } from "./may-sign.ts";
import { isOpenRequest } from "./model.ts";
import { missingLine, standingLines } from "./need-lines.ts";
import { readStageEvidence } from "./pack.server.ts";
import { findReviewerId, listRequestsOf } from "./queries.server.ts";

/** The stage that an address names, for somebody who may ask for their own. Throws 403 for anybody else, 404 for a stage that their pathway does not have. */
export async function requireOwnStage(request: Request, stage: string | undefined, context: AppContext): Promise<{ actor: Actor; stage: number }> {
  const actor = await requireActor(request, context);
  const record = await findRecord(context.database.reader, actor.personId);
  if (!record || !can(actor, "sign_off.ask", { traineeId: actor.personId, programmeId: record.enrolment.programmeId })) throw forbidden();
  const asked = record.version.definition.stages.find((one) => String(one.number) === stage);
  if (!asked) throw notFound();
  return { actor, stage: asked.number };
}

/** Everything that the page shows on which a trainee asks for a stage. */
export async function loadAskPage(request: Request, asked: string | undefined, context: AppContext): Promise<AskPageData> {
  const { actor, stage } = await requireOwnStage(request, asked, context);
  const db = context.database.reader;
  const evidence = await readStageEvidence(db, actor.personId, stage, context.clock());
  const definition = evidence?.record.version.definition;
  const own = definition?.stages[stage - 1];
  if (!evidence || !definition || !own) throw notFound();
  const closing = closingOf(definition, stage);
  const reviewerId = await findReviewerId(db, actor.personId, stage, actor.today);
  const reviewer = reviewerId === undefined ? undefined : await findPerson(db, reviewerId);
  const open = (await listRequestsOf(db, actor.personId)).find(isOpenRequest);
  const places = { numberAt: (key: string) => paths.progressOf(key, stage), submissionAt: (id: string) => paths.submission(id), skillsAt: paths.skillsRecord(actor.personId, stage) };
  return {
    stage, stageName: own.name, closing, isReviewed: maySign(closing, "decision", "asked_reviewer"), supervisors: (await listSupervisorsOf(db, actor.personId, actor.today)).map((s) => s.name),
    reviewer: reviewer?.name ?? null, isReady: evidence.readiness.isReady, missing: evidence.readiness.missing.map((need) => missingLine(need, definition, open?.id ?? null)),
    standing: standingLines(evidence.readiness.standing, definition),
    evidence: evidenceView(evidence.pack, { definition, entries: await listEntries(db, actor.personId), today: actor.today }, places),
  };
}
