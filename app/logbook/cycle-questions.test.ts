import { expect, test } from "vitest";

import { type AskedCycle, type CycleQuestion, type LoggedFilm, questionsAbout } from "./cycle-questions.ts";

const CYCLE: AskedCycle = { clientId: "c1", filmedOn: "2026-11-03", filmMinutes: 6, reviewedOn: "2026-11-10" };
const THERE: readonly LoggedFilm[] = [{ clientId: "c1", filmedOn: "2026-10-20" }, { clientId: "c2", filmedOn: "2026-11-03" }];

const cases: readonly (readonly [why: string, cycle: Partial<AskedCycle>, asked: readonly CycleQuestion["code"][], before?: Partial<AskedCycle>])[] = [
  ["an ordinary cycle", {}, []],
  ["four weeks to the day are usual", { reviewedOn: "2026-12-01" }, []],
  ["a day more is asked about", { reviewedOn: "2026-12-02" }, ["long_gap"]],
  ["no shared review yet, whenever the film was", { filmedOn: "2025-01-01", reviewedOn: null }, []],
  ["59 minutes may be a whole session filmed", { filmMinutes: 59 }, []],
  ["an hour is asked about", { filmMinutes: 60 }, ["long_film"]],
  ["90 minutes too", { filmMinutes: 90 }, ["long_film"]],
  ["no length", { filmMinutes: null }, []],
  ["the same film day for the client", { filmedOn: "2026-10-20", reviewedOn: "2026-10-27" }, ["film_day_there"]],
  ["the same film day for another client", { clientId: "c3" }, []],
  ["a client who is opened with the cycle has no film", { clientId: null, filmedOn: "2026-10-20", reviewedOn: "2026-10-27" }, []],
  ["all at once", { filmedOn: "2026-10-20", reviewedOn: "2026-11-20", filmMinutes: 90 }, ["long_gap", "long_film", "film_day_there"]],
  ["what stood already is not asked again", { filmedOn: "2026-10-20", reviewedOn: "2026-11-20", filmMinutes: 90 }, [], { filmedOn: "2026-10-20", reviewedOn: "2026-11-20", filmMinutes: 90 }],
  ["what is new in a change is", { reviewedOn: "2026-12-20", filmMinutes: 91 }, ["long_gap", "long_film"], { filmMinutes: 90 }],
  ["a change of client to one with a film that day", { clientId: "c2" }, ["film_day_there"], {}],
];

for (const [why, cycle, asked, before] of cases) {
  test(why, () => {
    const questions = questionsAbout({ ...CYCLE, ...cycle }, THERE, before ? { ...CYCLE, ...before } : null);
    expect(questions.map((q) => q.code)).toEqual(asked);
  });
}

test("the weeks of a long gap are whole ones that have passed", () => {
  expect(questionsAbout({ ...CYCLE, reviewedOn: "2026-12-09" }, [], null)).toEqual([{ code: "long_gap", weeks: 5 }]);
});
