import { describe, expect, test } from "vitest";

import { cycle } from "#tests/support/countable.ts";
import { importContext, judged, knownClient, partsOf, saidOf, sheetWith } from "#tests/support/logbook-files.ts";

import type { ImportContext } from "./context.ts";
import { sayReason } from "./say.ts";

const HEADER = ["Client", "Film date", "Film minutes", "Shared review"] as const;
const film = (client: string, minutes: string, reviewed: string, filmed = "2026-03-02") => ({ Client: client, "Film date": filmed, "Film minutes": minutes, "Shared review": reviewed });
const KNOWN = { clients: [knownClient("c1", "C-7KQ4"), knownClient("c2", "C-M2XD")] };
const read = (rows: readonly ReturnType<typeof film>[], over: Partial<ImportContext> = {}) => judged(sheetWith(HEADER, rows), importContext(over));

describe("what the form asks about a cycle is said of a row, which is taken", () => {
  test.each([["59", "accept"], ["60", "warn long_film"], ["90", "warn long_film"]])("a film of %s minutes", (minutes, said) => {
    const file = read([film("1", minutes, "2026-03-09")]);
    expect([saidOf(file, 2), partsOf(file)[1]?.entry === null]).toEqual([said, false]);
  });

  test("a second film of the day with a client of the log", () => {
    const logged = [cycle({ entryId: "a", clientId: "c1", filmedOn: "2026-03-02", reviewedOn: "2026-03-09" })];
    const file = read([film("C-7KQ4", "8", "2026-03-10"), film("C-M2XD", "8", "2026-03-10"), film("C-7KQ4", "8", "2026-03-10", "2026-03-03")], { ...KNOWN, logged });
    expect([2, 3, 4].map((row) => saidOf(file, row))).toEqual(["warn film_day_there", "accept", "accept"]);
    expect(partsOf(file)[1]?.reasons.map(sayReason)).toEqual(["There is a film of 2 March 2026 with this client already, in your log or in a row above. If it is the same one, leave this row out."]);
  });

  test("of a voided film nothing is said, nor of the one whose shared review the row adds", () => {
    const at = { entryId: "a", clientId: "c1", filmedOn: "2026-03-02" };
    expect(saidOf(read([film("C-7KQ4", "8", "2026-03-10")], { ...KNOWN, logged: [cycle({ ...at, voided: true })] }), 2)).toBe("accept");
    expect(saidOf(read([film("C-7KQ4", "8", "2026-03-10")], { ...KNOWN, logged: [cycle({ ...at, reviewedOn: null })] }), 2)).toBe("accept adds_review");
  });

  test("a second film of the day in the file itself, by the same label alone", () => {
    const file = read([film("1", "8", "2026-03-09"), film("1", "8", "2026-03-10"), film("2", "8", "2026-03-10")]);
    expect([2, 3, 4].map((row) => saidOf(file, row))).toEqual(["accept", "warn film_day_there", "accept"]);
  });
});
