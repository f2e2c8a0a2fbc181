import type { LastWork } from "#app/logbook/work-day.ts";
import { listCountedCycles, listCyclesSince, listLastWork } from "#app/logbook/work-days.server.ts";
import { enrolledTraineeIds, listClosingVersions, listEnrolments, listEnrolmentVersions, mapClosings, mapCountedSums, mapPauses } from "#app/pathway/cohort-queries.server.ts";
import { listPathwayVersions } from "#app/pathway/queries.server.ts";
import { mapNames } from "#app/people/names.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { listBoardsWithIslands, listMembershipVersions, mapMemberships } from "#app/programme/cohort-queries.server.ts";
import { listBoards, listCohorts } from "#app/programme/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import type { FiguresFacts } from "./figures.ts";
import type { Place, TraineeFacts } from "./model.ts";
import { paceSince } from "./standing.ts";

/** A board or cohort that a list can be narrowed to. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Everybody of a programme as its leads see them, and what the list can be narrowed to. */
export interface ProgrammeFacts {
  readonly trainees: readonly TraineeFacts[];
  readonly boards: readonly Choice[];
  readonly cohorts: readonly Choice[];
}

function byTrainee<Row extends { readonly traineeId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) map.set(row.traineeId, [...(map.get(row.traineeId) ?? []), row]);
  return map;
}

async function mapPlaces(db: Reader, programmeId: string, boards: readonly Choice[], cohorts: readonly Choice[]): Promise<Map<string, Place>> {
  const nameIn = (choices: readonly Choice[]) => new Map(choices.map((c) => [c.id, c.name]));
  const [boardNames, cohortNames] = [nameIn(boards), nameIn(cohorts)];
  const places = [...await mapMemberships(db, programmeId)].map(([traineeId, { cohortId, boardCode }]) =>
    [traineeId, { cohortId, boardCode, cohort: cohortNames.get(cohortId) ?? "", board: boardNames.get(boardCode) ?? "" }] as const);
  return new Map(places);
}

/**
 * A programme's trainees with their counts, days and decisions, in a fixed number of statements however many they are. No
 * statement reads a client, a film, a note, a rating or a reflection. Whether the actor leads the programme is the caller's question.
 */
export async function getProgrammeFacts(db: Reader, programmeId: string, today: Day): Promise<ProgrammeFacts> {
  const boards = (await listBoards(db)).map((b) => ({ id: b.code, name: b.name }));
  const cohorts = (await listCohorts(db, [programmeId])).map((c) => ({ id: c.id, name: c.name }));
  const places = await mapPlaces(db, programmeId, boards, cohorts);
  const definitions = new Map((await listPathwayVersions(db)).map((v) => [v.id, v.definition]));
  const names = await mapNames(db, enrolledTraineeIds(db, programmeId));
  const [closings, pauses, sums] = [await mapClosings(db, programmeId), await mapPauses(db, programmeId), await mapCountedSums(db, programmeId)];
  const lateCycles = byTrainee(await listCyclesSince(db, programmeId, paceSince(today)));
  const lastWork = byTrainee<LastWork>(await listLastWork(db, programmeId, today));
  const trainees = (await listEnrolments(db, programmeId)).flatMap(({ traineeId: id, pathwayVersionId, startedOn, endedOn, outcome }): TraineeFacts[] => {
    const definition = definitions.get(pathwayVersionId);
    return definition ? [{
      traineeId: id, name: names.get(id) ?? "", place: places.get(id) ?? null, definition, startedOn, endedOn, outcome,
      closings: closings.get(id) ?? [], pauses: pauses.get(id) ?? [], sums: sums.get(id) ?? [], lateCycles: lateCycles.get(id) ?? [], lastWork: lastWork.get(id) ?? [],
    }] : [];
  });
  return { trainees, boards, cohorts };
}

/** What a programme's publication figures are counted from, and the names of the boards. Eight statements, whatever the month end. */
export async function getFiguresFacts(db: Reader, programmeId: string): Promise<{ facts: FiguresFacts; boardNames: ReadonlyMap<string, string> }> {
  const boards = await listBoardsWithIslands(db);
  const facts: FiguresFacts = {
    programmeId, boards, definitions: new Map((await listPathwayVersions(db)).map((v) => [v.id, v.definition])),
    enrolments: await listEnrolmentVersions(db, programmeId), closings: await listClosingVersions(db, programmeId),
    memberships: await listMembershipVersions(db, programmeId), cycles: await listCountedCycles(db, programmeId),
  };
  return { facts, boardNames: new Map(boards.map((b) => [b.code, b.name])) };
}
