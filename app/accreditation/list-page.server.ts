import { mapRecords } from "#app/pathway/queries.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import type { Reader } from "#db/database.server.ts";
import { words } from "#app/words/words.ts";

import type { ListedRequest, ListPageData } from "./list-page.tsx";
import { closingOf, maySign } from "./may-sign.ts";
import type { SignOffRequest } from "./model.ts";
import { type LedRequest, listForLead, listForReviewer, listForSupervisor, listRequestsOf } from "./queries.server.ts";
import { askedLine, signatureView } from "./request-view.ts";
import { listWaitingRequests } from "./waiting.server.ts";
import type { WaitingRequest } from "./waiting-request.ts";

const said = words.accreditation.list;

/** What the lines are made with: names of stages and people, and what waits for the reader. */
interface Naming {
  readonly stageName: (request: Pick<SignOffRequest, "traineeId" | "stage">) => string;
  readonly needsReviewer: (request: Pick<SignOffRequest, "traineeId" | "stage">) => boolean;
  readonly nameOf: (personId: string) => string;
  readonly waiting: ReadonlySet<string>;
  /** By a request's id: who was asked to decide on it and can no longer. */
  readonly lost: ReadonlyMap<string, NonNullable<WaitingRequest["lost"]>>;
}

function idsToSign(waiting: readonly WaitingRequest[]): Set<string> {
  return new Set(waiting.filter((w) => w.act !== "assign_reviewer").map((w) => w.requestId));
}

async function namingOf(db: Reader, requests: readonly Pick<SignOffRequest, "traineeId" | "stage">[], personIds: readonly string[], waiting: readonly WaitingRequest[]): Promise<Naming> {
  const records = await mapRecords(db, [...new Set(requests.map((r) => r.traineeId))]);
  const people = await mapPeople(db, [...requests.map((r) => r.traineeId), ...personIds]);
  return {
    waiting: idsToSign(waiting), lost: new Map(waiting.flatMap(({ requestId, lost }) => (lost === null ? [] : [[requestId, lost] as const]))),
    nameOf: (id) => people.get(id)?.name ?? "",
    stageName: ({ traineeId, stage }) => records.get(traineeId)?.version.definition.stages[stage - 1]?.name ?? "",
    needsReviewer: ({ traineeId, stage }) => {
      const definition = records.get(traineeId)?.version.definition;
      return definition !== undefined && maySign(closingOf(definition, stage), "decision", "asked_reviewer");
    },
  };
}

function line(request: SignOffRequest, isOwn: boolean, { stageName, nameOf, waiting }: Naming): ListedRequest {
  const last = request.signatures.at(-1);
  return {
    id: request.id, title: isOwn ? stageName(request) : said.line(nameOf(request.traineeId), stageName(request)), state: request.state,
    detail: last ? signatureView(last, nameOf).sentence : askedLine(request), waitsForReader: waiting.has(request.id), assign: null,
  };
}

function ledLine(request: LedRequest, { stageName, nameOf, needsReviewer, lost }: Naming): ListedRequest {
  const isReviewed = needsReviewer(request);
  const asked = lost.get(request.id);
  const nobody = isReviewed ? said.noReviewer : said.noReviewerNeeded;
  const who = asked ? words.leading.reviewer.lost(asked.name, asked.why) : request.reviewerId === null ? nobody : said.reviewer(nameOf(request.reviewerId));
  return {
    id: request.id, title: said.line(nameOf(request.traineeId), stageName(request)), state: request.state, detail: `${askedLine(request)}; ${who}`, waitsForReader: false,
    assign: isReviewed ? (request.reviewerId === null ? said.assign : said.assignOther) : null,
  };
}

/** Every request that somebody has to do with, by what they have to do with it; null where their roles leave no such thing. */
export async function loadListPage(db: Reader, actor: Actor): Promise<ListPageData> {
  const [isSupervisor, isLead] = [hasRole(actor, "supervisor"), hasRole(actor, "lead")];
  const own = hasRole(actor, "trainee") ? await listRequestsOf(db, actor.personId) : null;
  const asked = isSupervisor ? await listForReviewer(db, actor) : [];
  const supervised = isSupervisor ? await listForSupervisor(db, actor) : null;
  const led = isLead ? await listForLead(db, actor) : null;
  const waiting = await listWaitingRequests(db, actor);
  const signers = [...own ?? [], ...asked, ...supervised ?? []].flatMap((r) => r.signatures.map((s) => s.by));
  const naming = await namingOf(db, [...own ?? [], ...asked, ...supervised ?? [], ...led ?? []], [...signers, ...(led ?? []).flatMap((r) => r.reviewerId ?? [])], waiting);
  return {
    waiting: naming.waiting.size, own: own && [...own].reverse().map((r) => line(r, true, naming)), supervised: supervised && supervised.map((r) => line(r, false, naming)),
    asked: asked.map((r) => line(r, false, naming)), led: led && led.map((r) => ledLine(r, naming)),
  };
}
