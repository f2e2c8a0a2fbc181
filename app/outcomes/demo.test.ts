import { expect, test } from "vitest";

import { londonDay } from "#app/platform/clock.ts";
import { getProgress } from "#app/progress/queries.server.ts";
import { stageShown } from "#app/progress/heading.ts";
import { countOf } from "#app/pathway/amounts.ts";
import { PATIENCE_MS, seededAt } from "#tests/support/demo.ts";
import { NOON } from "#tests/support/logbook.ts";

import { publicationAt, publicationDays } from "./publication.ts";
import { getFiguresFacts, getProgrammeFacts } from "./queries.server.ts";
import { stageFigures } from "./stage-figures.ts";
import { lastActiveOn, paceOf, standingOf } from "./standing.ts";
import { findLedTrainee } from "./trainee-queries.server.ts";

const TODAY = londonDay(NOON);

test("of everybody in the demonstration a lead sees the counts that the trainee's own page has, in the list as on the page of one", { timeout: PATIENCE_MS }, async () => {
  const db = (await seededAt(NOON)).reader;
  const { id: programmeId } = await db.selectFrom("programme").select("id").executeTakeFirstOrThrow();
  const { trainees } = await getProgrammeFacts(db, programmeId, TODAY);
  expect(trainees).toHaveLength(24);
  for (const facts of trainees) {
    const progress = await getProgress(db, facts.traineeId, TODAY);
    const led = await findLedTrainee(db, facts.traineeId, TODAY);
    if (!progress || !led) throw new Error(facts.name);
    const stage = stageShown(progress.count);
    expect([facts.name, ...stageFigures(facts, TODAY).figures.map((f) => f.text)]).toEqual([facts.name, ...stage.requirements.map((r) => countOf(r.requirement, r.count, r.needed))]);
    expect(stageFigures(led.facts, TODAY)).toEqual(stageFigures(facts, TODAY));
    expect([facts.name, standingOf(led.facts, TODAY), paceOf(led.facts, TODAY), lastActiveOn(led.facts)]).toEqual([facts.name, standingOf(facts, TODAY), paceOf(facts, TODAY), lastActiveOn(facts)]);
  }

  const { facts, boardNames } = await getFiguresFacts(db, programmeId);
  for (const day of publicationDays(facts, TODAY)) {
    const cells = publicationAt(facts, day, TODAY, boardNames)?.rows.flatMap((row) => row.cells.map((cell) => cell.text)) ?? [];
    expect([day, cells.filter((text) => /^[1-9]$/.test(text))]).toEqual([day, []]);
  }
});
