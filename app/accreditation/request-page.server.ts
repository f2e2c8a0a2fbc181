import { listEntries } from "#app/logbook/queries.server.ts";
import { type NamedClosing } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { can } from "#app/people/policy.ts";
import { findProof } from "#app/people/prove.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { type EvidenceNames, type EvidencePlaces, evidenceView, moveLines } from "./evidence-view.ts";
import { awaitingOf, closingOf, closingOutcome, nextPart, signerOf } from "./may-sign.ts";
import { isOpenRequest, type SignOffRequest } from "./model.ts";
import { movesBetween } from "./moved.ts";
import { missingLine } from "./need-lines.ts";
import { type Pack, readPack } from "./pack.ts";
import { readStageEvidence, type StageEvidence } from "./pack.server.ts";
import { findRequest, listRequestsOf } from "./queries.server.ts";
import { closingsByRequest, decisionOn } from "./request-closings.ts";
import type { RequestPageData } from "./request-page-data.ts";
import { askedLine, type NameOf, signatureView, waitsForLine, whyNot } from "./request-view.ts";
import { maySignHere, readStanding, type StandingHere } from "./standing.server.ts";

const said = words.accreditation;

/** A request that the actor can see. Throws 404 for any other. */
export async function requireRequest(request: Request, requestId: string | undefined, context: AppContext): Promise<{ actor: Actor; asked: SignOffRequest }> {
  const actor = await requireActor(request, context);
  const asked = requestId !== undefined && isId(requestId) ? await findRequest(context.database.reader, actor, requestId) : undefined;
  if (!asked) throw notFound();
  return { actor, asked };
}

/** Everything that is known of one request as the actor sees it. */
interface Seen {
  readonly actor: Actor;
  readonly asked: SignOffRequest;
  readonly evidence: StageEvidence;
  /** What the decision on it closed; undefined while it closed nothing. */
  readonly closing: NamedClosing | undefined;
  readonly here: StandingHere;
  readonly nameOf: NameOf;
  readonly names: EvidenceNames;
}

async function readSeen({ database: { reader: db }, clock }: AppContext, actor: Actor, asked: SignOffRequest): Promise<Seen> {
  const evidence = await readStageEvidence(db, asked.traineeId, asked.stage, clock());
  if (!evidence) throw notFound();
  const here = await readStanding(db, actor, asked, evidence.record.enrolment.programmeId);
  const people = await mapPeople(db, [asked.traineeId, ...here.supervisorIds, ...asked.signatures.map((s) => s.by), ...(here.reviewerId === null ? [] : [here.reviewerId])]);
  const names = { definition: evidence.record.version.definition, entries: await listEntries(db, asked.traineeId), today: actor.today };
  const closing = decisionOn(asked) && closingsByRequest(await listRequestsOf(db, asked.traineeId), evidence.record.closings).get(asked.id);
  return { actor, asked, evidence, closing, here, names, nameOf: (id) => people.get(id)?.name ?? "" };
}

function placesFor({ actor, asked: { id, traineeId, stage, state }, here }: Seen): EvidencePlaces {
  if (traineeId === actor.personId) {
    return { numberAt: (key) => paths.progressOf(key, stage), submissionAt: (submission) => paths.submission(submission), skillsAt: paths.skillsRecord(traineeId, stage) };
  }
  if (here.standing.isPresentSupervisor) {
    return { numberAt: (key) => paths.traineeProgressOf(traineeId, key, stage), submissionAt: (submission) => paths.submission(submission), skillsAt: paths.skillsRecord(traineeId, stage) };
  }
  if (signerOf(here.standing) !== "asked_reviewer" || !isOpenRequest({ state })) return { numberAt: () => null, submissionAt: () => null, skillsAt: null };
  return { numberAt: (key) => paths.signOffEvidence(id, key), submissionAt: (submission) => paths.signOffSubmission(id, submission), skillsAt: paths.signOffSkills(id) };
}

/** The pack that the page shows: as it stands while the request is open, as it was signed or asked for afterwards. */
function shownPack({ asked, evidence }: Seen): Pack {
  if (isOpenRequest(asked)) return evidence.pack;
  const kept = decisionOn(asked)?.pack ?? asked.pack;
  return kept === null ? evidence.pack : readPack(kept);
}

function movedLines(seen: Seen): string[] {
  const { asked, evidence, names } = seen;
  if (isOpenRequest(asked)) {
    const lines = asked.pack === null ? [] : moveLines(movesBetween(readPack(asked.pack), evidence.pack), names);
    return lines.length === 0 && asked.evidenceHash !== evidence.seen.evidenceHash ? [said.moved.hash] : lines;
  }
  const { closing } = seen;
  return closing === undefined || closing.reopened ? [] : moveLines(movesBetween(shownPack(seen), evidence.pack), names);
}

function mayOf({ actor, asked, evidence, here }: Seen): RequestPageData["may"] {
  const { definition } = evidence.record.version;
  const closing = closingOf(definition, asked.stage);
  const isOpen = isOpenRequest(asked);
  const mayDecide = isOpen && maySignHere(actor, here, closing, "decision");
  const isRecommendedNext = nextPart(closing, awaitingOf(asked, here)) === "recommendation";
  const recommends = isOpen && isRecommendedNext && maySignHere(actor, here, closing, "recommendation");
  const decides = mayDecide && !isRecommendedNext;
  const sign = recommends ? "recommended" : decides ? closingOutcome(definition, asked.stage) : null;
  return { sign: evidence.stillStands ? sign : null, isHeldUp: sign !== null && !evidence.stillStands, notYet: mayDecide, withdraw: isOpen && can(actor, "sign_off.ask", here.subject) };
}

function waitsFor({ asked, evidence, here, nameOf }: Seen): string | null {
  const closing = closingOf(evidence.record.version.definition, asked.stage);
  return isOpenRequest(asked) ? waitsForLine({ ...asked, closing }, here, nameOf) : null;
}

function afterwards(seen: Seen, isOwn: boolean): RequestPageData["afterwards"] {
  const { closing } = seen;
  if (closing === undefined) return null;
  const stage = seen.names.definition.stages[seen.asked.stage - 1]?.name ?? "";
  const { reopen, reopenOf, reopened, reopenedBy } = said.decisions;
  if (closing.reopening === null) return { isReopened: false, text: isOwn ? reopen : reopenOf, reason: null };
  return { isReopened: true, text: reopened(stage, closing.reopenedOn), reason: reopenedBy(closing.reopening.byName, closing.reopening.reason) };
}

/** Everything that the page of a request shows to the actor; its addresses that take a form load the same. */
export async function loadRequestPage(request: Request, requestId: string | undefined, context: AppContext): Promise<RequestPageData> {
  const { actor, asked } = await requireRequest(request, requestId, context);
  const seen = await readSeen(context, actor, asked);
  const { evidence, here, nameOf, names } = seen;
  const [isOwn, isOpen, may] = [asked.traineeId === actor.personId, isOpenRequest(asked), mayOf(seen)];
  const decision = decisionOn(asked);
  return {
    requestId: asked.id, stage: asked.stage, stageName: names.definition.stages[asked.stage - 1]?.name ?? "", traineeName: isOwn ? null : nameOf(asked.traineeId),
    programmeName: evidence.record.programmeName, pathway: evidence.record.version.label, state: asked.state, isOpen, askedLine: askedLine(asked), waitsFor: waitsFor(seen),
    evidence: evidenceView(shownPack(seen), names, placesFor(seen)), hash: decision?.evidenceHash ?? (isOpen ? evidence.seen.evidenceHash : asked.evidenceHash), moved: movedLines(seen),
    missing: isOpen && !evidence.stillStands ? evidence.readiness.missing.filter((n) => n.need !== "nothing_waiting").map((n) => missingLine(n, names.definition, null)) : [],
    signatures: asked.signatures.map((s) => signatureView(s, nameOf)), afterwards: afterwards(seen, isOwn), seen: evidence.seen,
    may, why: isOpen && may.sign === null && !may.notYet && !may.isHeldUp ? whyNot(signerOf(here.standing)) : null,
    proof: may.sign !== null || may.notYet ? await findProof(context, actor) : "none", saved: new URL(request.url).searchParams.get("saved"),
  };
}
