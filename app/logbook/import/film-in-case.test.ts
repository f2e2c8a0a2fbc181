import { expect, test } from "vitest";

import { knownClient } from "#tests/support/logbook-files.ts";

import { caseReasons } from "./film-in-case.ts";

test.each([
  ["the day of opening", { openedOn: "2026-03-02", opensWithFilm: false }, { filmedOn: "2026-03-02", reviewedOn: null }, undefined],
  ["the day before its opening", { openedOn: "2026-03-02", opensWithFilm: false }, { filmedOn: "2026-03-01", reviewedOn: null }, "film_before_case"],
  ["the day before, where nobody told when it was opened", { openedOn: "2026-03-02", opensWithFilm: true }, { filmedOn: "2026-03-01", reviewedOn: null }, undefined],
  ["the day of its closing", { closedOn: "2026-03-09" }, { filmedOn: "2026-03-02", reviewedOn: "2026-03-09" }, undefined],
  ["before its closing, its review the day after", { closedOn: "2026-03-09" }, { filmedOn: "2026-03-02", reviewedOn: "2026-03-10" }, "reopens_case"],
  ["the day after its closing", { closedOn: "2026-03-09" }, { filmedOn: "2026-03-10", reviewedOn: null }, "reopens_case"],
] as const)("a cycle filmed on %s of its client's case", (_, over, days, code) => {
  expect(caseReasons(days, knownClient("c", "C-7KQ4", over))[0]?.code).toBe(code);
});
