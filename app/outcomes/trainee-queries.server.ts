import { findOpenRequest, listDecisionDays } from "#app/accreditation/decision-days.server.ts";
import { closingOf, maySign } from "#app/accreditation/may-sign.ts";
import { findReviewerId } from "#app/accreditation/queries.server.ts";
import { findLost } from "#app/accreditation/reviewers.server.ts";
import type { WorkDay } from "#app/logbook/work-day.ts";
import { listRecognised } from "#app/logbook/recognise-work.server.ts";
import { listWorkDays } from "#app/logbook/work-days.server.ts";
import { findRecord, listProjection, mapPauses, type PathwayRecord } from "#app/pathway/queries.server.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { type Day, londonDay } from "#app/platform/clock.ts";
import { findPlacement } from "#app/programme/queries.server.ts";
import { words } from "#app/words/words.ts";
import type { Reader } from "#db/database.server.ts";

import type { CountedDay, LedRequest, LedTrainee } from "./led-trainee.ts";
import type { TraineeFacts } from "./model.ts";
import { paceSince } from "./standing.ts";

function lastWorkOf(work: readonly WorkDay[], today: Day): TraineeFacts["lastWork"] {
  return work.flatMap(({ kind, day, filmedOn }) => [day, filmedOn].flatMap((on) => (on !== null && on <= today ? [{ kind, lastOn: on }] : [])));
}

function lateCyclesOf(counted: readonly CountedDay[], work: readonly WorkDay[], today: Day): TraineeFacts["lateCycles"] {
  const cycles = new Set(work.filter((w) => w.kind === "cycle").map((w) => w.entryId));
  return counted.filter((c) => cycles.has(c.entryId) && c.countsOn > paceSince(today)).map((c) => ({ requirement: c.requirement, cycles: c.amount }));
}

async function findLedRequest(db: Reader, { enrolment, version: { definition } }: PathwayRecord, today: Day): Promise<LedRequest | null> {
  const { traineeId } = enrolment;
  const open = await findOpenRequest(db, traineeId);
  if (!open) return null;
  const reviewerId = await findReviewerId(db, traineeId, open.stage, today) ?? null;
  const reviewer = reviewerId === null ? null : (await mapPeople(db, [reviewerId])).get(reviewerId)?.name ?? null;
  return {
    id: open.id, stage: open.stage, askedOn: londonDay(new Date(open.askedAt)), takesReviewer: maySign(closingOf(definition, open.stage), "decision", "asked_reviewer"),
    reviewer, lost: await findLost(db, today, enrolment, reviewerId),
  };
}

/** That trainee on that day; undefined for somebody who was never enrolled. Whether the actor leads their programme is the caller's question. */
export async function findLedTrainee(db: Reader, traineeId: string, today: Day): Promise<LedTrainee | undefined> {
  const record = await findRecord(db, traineeId);
  if (!record) return undefined;
  const { enrolment, version, closings } = record;
  const [counted, work] = [await listProjection(db, traineeId), await listWorkDays(db, traineeId)];
  const [decisions, placement] = [await listDecisionDays(db, traineeId), await findPlacement(db, traineeId)];
  const recognised = await listRecognised(db, traineeId);
  const people = await mapPeople(db, [traineeId, ...closings.map((c) => c.decidedBy), ...decisions.map((d) => d.decidedBy)]);
  const { startedOn, endedOn, outcome } = enrolment;
  return {
    counted, work, decisions, recognised, request: await findLedRequest(db, record, today),
    pathway: words.pathways.version(version.pathwayName, version.label), names: new Map([...people].map(([id, { name }]) => [id, name])),
    facts: {
      traineeId, name: people.get(traineeId)?.name ?? "", definition: version.definition, startedOn, endedOn, outcome, closings,
      place: placement ? { cohortId: "", boardCode: "", cohort: placement.cohort, board: placement.board } : null,
      pauses: (await mapPauses(db, [traineeId])).get(traineeId) ?? [], sums: counted, lastWork: lastWorkOf(work, today), lateCycles: lateCyclesOf(counted, work, today),
    },
  };
}
