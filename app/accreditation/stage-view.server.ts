import type { NamedClosing, PathwayRecord } from "#app/pathway/queries.server.ts";
import { closingsInForce, findStageUnderWay } from "#app/pathway/stage-of-day.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { can } from "#app/people/policy.ts";
import type { Reader } from "#db/database.server.ts";
import { words } from "#app/words/words.ts";

import { type EvidenceNames, moveLines } from "./evidence-view.ts";
import { closingOf } from "./may-sign.ts";
import { isOpenRequest, type SignOffRequest } from "./model.ts";
import { movesBetween } from "./moved.ts";
import { missingLine, standingLines } from "./need-lines.ts";
import { readPack } from "./pack.ts";
import { readRecordFacts, type RecordFacts, stageEvidenceIn } from "./pack.server.ts";
import { listRequestsOf } from "./queries.server.ts";
import { closingsByRequest, decisionOn } from "./request-closings.ts";
import { askedLine, type NameOf, signatureView, waitsForLine } from "./request-view.ts";
import { readStanding } from "./standing.server.ts";
import type { DecidedStage, RequestLine, SignOffView, StageCard } from "./view-model.ts";

const said = words.accreditation;

/** What the cards of one trainee are made from. */
interface Facts {
  readonly db: Reader;
  readonly actor: Actor;
  readonly record: PathwayRecord;
  readonly requests: readonly SignOffRequest[];
  readonly nameOf: NameOf;
  readonly names: EvidenceNames;
  readonly read: RecordFacts;
  /** What each request closed, by its id. */
  readonly made: ReadonlyMap<string, NamedClosing>;
}

function stageName({ record }: Pick<Facts, "record">, stage: number): string {
  return record.version.definition.stages[stage - 1]?.name ?? "";
}

async function openView(facts: Facts, open: SignOffRequest): Promise<StageCard["open"]> {
  const { db, actor, record, nameOf } = facts;
  const here = await readStanding(db, actor, open, record.enrolment.programmeId);
  const people = await mapPeople(db, [...here.supervisorIds, ...(here.reviewerId === null ? [] : [here.reviewerId])]);
  const closing = closingOf(record.version.definition, open.stage);
  const waits = waitsForLine({ ...open, closing }, here, (id) => people.get(id)?.name ?? nameOf(id));
  return { requestId: open.id, state: open.state, text: `${askedLine(open)}. ${waits}` };
}

/** The stage that is under way: what it lacks, or that it can be asked for, or the request that waits; null once nothing is under way. */
async function nextView(facts: Facts): Promise<StageCard | null> {
  const { db, actor, record, requests } = facts;
  const { definition } = record.version;
  const open = requests.find(isOpenRequest);
  const stage = open?.stage ?? findStageUnderWay(closingsInForce(record.closings, actor.today), definition.stages.length);
  const evidence = stage === null || record.enrolment.endedOn !== null ? undefined : await stageEvidenceIn(db, facts.read, stage);
  if (stage === null || !evidence) return null;
  const { isReady, missing, standing } = evidence.readiness;
  const mayAsk = can(actor, "sign_off.ask", { traineeId: record.enrolment.traineeId, programmeId: record.enrolment.programmeId });
  return {
    stage, stageName: stageName(facts, stage), open: open ? await openView(facts, open) : null, isReady, mayAsk: isReady && mayAsk,
    missing: missing.map((need) => missingLine(need, definition, open?.id ?? null)), standing: standingLines(standing, definition),
    toDo: requests.filter((r) => r.stage === stage).at(-1)?.signatures.find((s) => s.outcome === "not_yet")?.actions ?? null,
    lacksOnlyReview: missing.length === 1 && missing[0]?.need === "reviewed_submission",
  };
}

/** The signature by which a stage was closed; none for a closing that is older than signing here. */
function signedBy({ requests, made }: Facts, closing: NamedClosing) {
  const request = requests.find((r) => made.get(r.id) === closing);
  const signature = request && decisionOn(request);
  return signature && { requestId: request.id, signature };
}

async function decidedView(facts: Facts, closing: NamedClosing): Promise<DecidedStage> {
  const { db, names } = facts;
  const signed = signedBy(facts, closing);
  const name = stageName(facts, closing.stage);
  const evidence = signed && !closing.reopened ? await stageEvidenceIn(db, facts.read, closing.stage) : undefined;
  const moves = signed && evidence ? moveLines(movesBetween(readPack(signed.signature.pack), evidence.pack), names) : [];
  const { closed, reopened, reopenedBy, before } = said.decisions;
  return {
    key: `${String(closing.stage)} ${closing.closedOn} ${String(closing.reopened)} ${signed?.requestId ?? ""}`, requestId: signed?.requestId ?? null, hash: signed?.signature.evidenceHash ?? null, moved: moves,
    title: closing.reopening ? reopened(name, closing.reopenedOn) : closed(name, closing.closedOn, closing.deciderName),
    reopening: closing.reopening ? { why: reopenedBy(closing.reopening.byName, closing.reopening.reason), before: before(closing.closedOn, closing.deciderName) } : null,
  };
}

function requestLine(facts: Facts, request: SignOffRequest): RequestLine {
  const decision = decisionOn(request);
  const detail = decision ? signatureView(decision, facts.nameOf).sentence : askedLine(request);
  return { id: request.id, title: stageName(facts, request.stage), state: request.state, detail, actions: decision?.actions ?? null };
}

/** What the page of that trainee's progress says of sign-off, for a trainee whose record the actor may read; undefined for somebody who was never enrolled. */
export async function findSignOffView(db: Reader, actor: Actor, traineeId: string, now: Date): Promise<SignOffView | undefined> {
  const read = await readRecordFacts(db, traineeId, now);
  if (!read) return undefined;
  const { record } = read;
  const requests = await listRequestsOf(db, traineeId);
  const people = await mapPeople(db, requests.flatMap((r) => r.signatures.map((s) => s.by)));
  const names = { definition: record.version.definition, entries: read.entries, today: actor.today };
  const facts = { db, actor, record, requests, names, read, made: closingsByRequest(requests, record.closings), nameOf: (id: string) => people.get(id)?.name ?? "" };
  const closings = closingsInForce(record.closings, actor.today);
  const inForce = record.closings.filter((closing) => closings.includes(closing));
  const decided: DecidedStage[] = [];
  for (const closing of inForce) decided.push(await decidedView(facts, closing));
  const earlier = requests.filter((r) => r.state === "not_yet" || r.state === "withdrawn").reverse().map((request) => requestLine(facts, request));
  return { next: await nextView(facts), decided, earlier };
}
