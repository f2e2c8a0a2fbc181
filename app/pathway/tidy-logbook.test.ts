import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { z } from "zod";

import type { Confirmation, CountableEntry } from "./model.ts";
import { countOf, cycle, peerSupervision, reasonsFor, requirementOf, supervision, training } from "#tests/support/countable.ts";

const DAY_OF_README = "2026-11-21";

function rowsOf(file: string): { row: number; cells: Record<string, string> }[] {
  const text = readFileSync(new URL(`../../tests/fixtures/logbook-tidy/${file}.csv`, import.meta.url), "utf8");
  return z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true })).map((cells, i) => ({ row: i + 2, cells }));
}

/** The tidy logbook as it is counted once it is imported, everything in the same state of confirmation. */
function tidyLogbook(confirmation: Confirmation): CountableEntry[] {
  return [
    ...rowsOf("cycles").map(({ row, cells }) => cycle({
      entryId: `cycles ${String(row)}`, clientId: cells.client_code ?? "", filmedOn: cells.film_date ?? "", reviewedOn: cells.shared_review_date || null,
    })),
    ...rowsOf("supervision").map(({ row, cells }) => supervision({
      entryId: `supervision ${String(row)}`, heldOn: cells.date ?? "", minutes: Number(cells.minutes), supervisorId: cells.supervisor_email ?? "",
      format: z.enum(["individual", "group"]).parse(cells.kind), confirmation,
    })),
    ...rowsOf("peer-supervision").map(({ row, cells }) => peerSupervision({
      entryId: `peer ${String(row)}`, heldOn: cells.date ?? "", minutes: Number(cells.minutes), attendeeIds: cells.attendees?.split("; ") ?? [], confirmation,
    })),
  ];
}

function figures(entries: CountableEntry[]) {
  return countOf(entries, { today: DAY_OF_README }).overall.map((r) => [r.requirement.key, r.count, r.needed]);
}

test("all confirmed it reads 7 of 6 clients, 19 of 18 cycles, 19 h of 15 h, 3 of 2 peer sessions", () => {
  expect(figures(tidyLogbook("confirmed"))).toEqual([["clients", 7, 6], ["cycles", 19, 18], ["supervision", 1140, 900], ["peer_supervision", 3, 2]]);
});

test("not accredited by it: no stage is closed, and both trainings are missing", () => {
  const count = countOf(tidyLogbook("confirmed"), { today: DAY_OF_README });
  expect(count.stages.map((s) => [s.state, s.numbersReached, s.gates.map((g) => [g.gate.key, g.state])])).toEqual([
    ["under_way", true, [["initial_course", "shut"]]], ["ahead", true, [["mid_point", "shut"]]], ["ahead", true, []],
  ]);
  expect(count.stageUnderWay).toBe(1);
});

test("with the trainings held the gates open, and still nobody is accredited", () => {
  const trainings = [training({ entryId: "course", training: "initial_course", halfDays: 4 }), training({ entryId: "mid-point" })];
  const count = countOf([...tidyLogbook("confirmed"), ...trainings], { today: DAY_OF_README });
  expect(count.stages.flatMap((s) => s.gates.map((g) => g.state))).toEqual(["open", "open"]);
  expect(count.stages.map((s) => s.state)).toEqual(["under_way", "ahead", "ahead"]);
});

test("each row that does not count says why", () => {
  const count = countOf(tidyLogbook("confirmed"), { today: DAY_OF_README });
  expect(requirementOf(count, "cycles").leftOut).toEqual([{ entryId: "cycles 21", reasons: [{ code: "no_shared_review" }] }]);
  expect(requirementOf(count, "supervision").leftOut).toEqual([{ entryId: "supervision 10", reasons: [{ code: "format_does_not_count", format: "group" }] }]);
  expect(requirementOf(count, "peer_supervision").leftOut).toEqual([]);
});

test("as imported, nothing confirmed yet, only cycles and clients count", () => {
  expect(figures(tidyLogbook("waiting")).map(([, count]) => count)).toEqual([7, 19, 0, 0]);
  const count = countOf(tidyLogbook("waiting"), { today: DAY_OF_README });
  expect(requirementOf(count, "supervision").leftOut).toHaveLength(17);
  expect(reasonsFor(count, "supervision", "supervision 2")).toEqual([{ code: "waiting_for_confirmation" }]);
  expect(reasonsFor(count, "supervision", "supervision 10")?.map((r) => r.code)).toEqual(["waiting_for_confirmation", "format_does_not_count"]);
});

test("imported twice by somebody who got round the fingerprints, nothing doubles", () => {
  const again = tidyLogbook("confirmed").map((e) => ({ ...e, entryId: `${e.entryId} again`, recordedAt: "2026-11-21T10:00:00.000Z" }));
  expect(figures([...tidyLogbook("confirmed"), ...again])).toEqual(figures(tidyLogbook("confirmed")));
});
