import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CountableEntry } from "#app/pathway/model.ts";
import { guessedChoice, importContext, judged, knownClient, partsOf, saidOf, sheetOf, sheetWith, tidyFile } from "#tests/support/logbook-files.ts";

import type { ImportContext } from "./context.ts";
import { judgeSheet } from "./judge.ts";
import type { Judged } from "./verdicts.ts";
import type { Sheet } from "./table.ts";

const HEADER = ["Client", "Date filmed", "Shared review", "Supervision date", "Minutes", "Supervisor e-mail", "Kind", "Peers", "Notes"] as const;
type Row = Partial<Record<(typeof HEADER)[number], string>>;
const sheet = (...rows: readonly Row[]): Sheet => sheetWith(HEADER, rows);
const film = (client: string, filmed: string, reviewed = "", over: Row = {}): Row => ({ Client: client, "Date filmed": filmed, "Shared review": reviewed, ...over });
const session = (over: Row = {}): Row => ({ "Supervision date": "2026-01-16", Minutes: "60", "Supervisor e-mail": "agnieszka.wisniewska-reid@example.org", Kind: "individual", ...over });

/** The context after confirming: codes for new clients, and every taken row known. */
function after(context: ImportContext, file: Judged): ImportContext {
  const made = file.newClients.map((c) => knownClient(`client ${c.label}`, `C-22B${String(c.number + 1)}`));
  const knownRows = new Map(context.knownRows);
  for (const { entry } of partsOf(file)) {
    if (!entry) continue;
    const clientId = entry.client === null ? null : "clientId" in entry.client ? entry.client.clientId : (made[entry.client.newClient - 1]?.id ?? "");
    expect(knownRows.has(entry.fingerprint), "a fingerprint is given once").toBe(false);
    knownRows.set(entry.fingerprint, clientId);
  }
  return { ...context, clients: [...context.clients, ...made], knownRows };
}

const outcomes = (file: Judged): string => partsOf(file).filter((part) => part.part !== "row").map((part) => part.outcome).join(" ");
const entries = (file: Judged) => partsOf(file).flatMap(({ entry }) => (entry ? [entry] : []));

describe("a second import", () => {
  test.each(["cycles", "supervision", "peer-supervision"] as const)("of the tidy %s adds nothing", (name) => {
    const [context, file] = [importContext(), sheetOf(tidyFile(name))];
    const second = judged(file, after(context, judged(file, context)));
    expect(new Set(outcomes(second).split(" "))).toEqual(new Set(["skip"]));
    expect([second.newClients, second.questions]).toEqual([[], []]);
  });

  test("with the labels replaced by the portal's codes adds nothing", () => {
    const context = importContext();
    const then = after(context, judged(sheet(film("Kirsty", "2026-01-13"), film("AB", "2026-02-13")), context));
    expect(outcomes(judged(sheet(film("C-22B2", "2026-01-13"), film("c 22b3", "2026-02-13")), then))).toBe("skip skip");
  });

  test("with a new row under an old label adds the cycle to that client, though no label was stored", () => {
    const context = importContext();
    const then = after(context, judged(sheet(film("Family 1", "2026-01-13")), context));
    const again = judged(sheet(film("Family 1", "2026-02-13"), film("Family 1", "2026-01-13")), then);
    expect(partsOf(again).slice(1).map(({ entry }) => entry?.client)).toEqual([{ clientId: "client Family 1" }, undefined]);
  });

  test("with a label of which no row is known asks: a new client, or one of these? One question for all its rows", () => {
    const context = importContext();
    const then = after(context, judged(sheet(film("Family 1", "2026-01-13")), context));
    const grown = sheet(film("Family 1", "2026-01-13"), film("Family 2", "2026-03-13"), film("family 2", "2026-03-20"));
    const asking = judged(grown, then);
    expect(asking.questions).toMatchObject([{ id: "client-1", asked: { kind: "client", label: "Family 2" }, rows: [3, 4], isNeeded: true }]);
    expect(entries(asking)).toEqual([]);
    expect(entries(judged(grown, then, { "client-1": { choice: "new" } })).map((e) => e.client)).toEqual([{ newClient: 1 }, { newClient: 1 }]);
    expect(entries(judged(grown, then, { "client-1": { choice: "client Family 1" } })).map((e) => e.client)).toEqual([{ clientId: "client Family 1" }, { clientId: "client Family 1" }]);
  });

  test("two clients filmed on one day are told apart, in any order", () => {
    const context = importContext();
    const then = after(context, judged(sheet(film("A1", "2026-01-13"), film("A1", "2026-01-20")), context));
    const again = judged(sheet(film("B1", "2026-01-13"), film("A1", "2026-01-13"), film("A1", "2026-01-20")), then, { "client-0": { choice: "new" } });
    expect(outcomes(again)).toBe("warn skip skip");
    expect(outcomes(judged(sheet(film("A1", "2026-01-13"), film("B1", "2026-01-13"), film("A1", "2026-01-20")), after(then, again)))).toBe("skip skip skip");
  });

  const TWINS = [film("Anna", "2026-01-13", "2026-01-20"), film("Bob", "2026-01-13", "2026-01-20")] as const;

  test.each([
    ["the second of them alone", [TWINS[1]], "skip"], ["both in the other order", [TWINS[1], TWINS[0]], "skip skip"],
  ])("of two clients filmed and reviewed on the same days never gives one's new cycle to the other: %s", (_, rows, known) => {
    const context = importContext();
    const then = after(context, judged(sheet(...TWINS), context));
    const grown = judged(sheet(...rows, film("Bob", "2026-05-13")), then);
    expect(outcomes(grown)).toBe(`${known} ask`);
    expect(grown.questions).toMatchObject([{ asked: { kind: "client", label: "Bob" } }]);
  });

  test("tells such clients apart by any other row of either", () => {
    const [context, own] = [importContext(), film("Anna", "2026-03-13")];
    const then = after(context, judged(sheet(...TWINS, own), context));
    const grown = judged(sheet(film("Bob", "2026-05-13"), TWINS[1], TWINS[0], own), then);
    expect([outcomes(grown), entries(grown).map((entry) => entry.client)]).toEqual(["warn skip skip skip", [{ clientId: "client Bob" }]]);
  });

  test("asks which is which where a third client stands among them: none is taken for known by its place", () => {
    const context = importContext();
    const then = after(context, judged(sheet(...TWINS), context));
    const grown = judged(sheet(film("Caro", "2026-01-13", "2026-01-20"), ...TWINS), then);
    expect(outcomes(grown)).toBe("ask ask ask");
    expect(grown.questions.map(({ asked }) => asked.kind === "client" && asked.label)).toEqual(["Caro", "Anna", "Bob"]);
  });

  test("of a row whose day was answered asks nothing again", () => {
    const [context, file] = [importContext(), sheet(film("1", "w/c 3 Feb", "2025-02-12"), film("1", "2025-03-05", "2025-03-12"))];
    const first = judged(file, context, { "cycle-filmed-on-2": { choice: "2025-02-04" } });
    const second = judged(file, after(context, first));
    expect([outcomes(first), outcomes(second), second.questions]).toEqual(["warn accept", "skip skip", []]);
  });

  test("a changed note is no new entry", () => {
    const context = importContext();
    const then = after(context, judged(sheet(film("1", "2026-01-13", "", { Notes: "short" })), context));
    expect(outcomes(judged(sheet(film("1", "2026-01-13", "", { Notes: "longer" })), then))).toBe("skip");
  });
});

describe("the same row twice", () => {
  test("the second is refused, naming the first", () => {
    const file = judged(sheet(film("Client 1", "2026-01-13", "2026-01-20"), film("client 1 ", "2026-01-13", "2026-01-20", { Notes: "again" }), film("Client 2", "2026-01-13", "2026-01-20")), importContext());
    expect(partsOf(file).slice(1).map((part) => part.reasons)).toEqual([[], [{ code: "same_row", row: 2 }], []]);
  });

  test("one that is held does not stand in the way of one that can be taken", () => {
    const file = judged(sheet(session({ Kind: "?" }), session()), importContext());
    expect([saidOf(file, 2), saidOf(file, 3)]).toEqual(["refuse same_row", "accept waits_for_supervisor"]);
  });
});

describe("what the log holds already", () => {
  const cycle = (over: Partial<CountableEntry & { kind: "cycle" }> = {}): CountableEntry => ({
    kind: "cycle", entryId: "e", voided: false, recordedAt: "2026-01-14T09:00:00.000Z", clientId: "c", filmedOn: "2026-10-27", reviewedOn: null, caseClosedOn: null, ...over,
  });
  const withLog = (logged: CountableEntry[]): ImportContext => importContext({ clients: [knownClient("c", "C-7KQ4")], logged });

  test.each([
    ["the same cycle, logged by hand", film("C-7KQ4", "2026-10-27"), [cycle()], "skip already_in_log"],
    ["the same, but voided", film("C-7KQ4", "2026-10-27"), [cycle({ voided: true })], "accept no_shared_review_yet"],
    ["the film without its review", film("C-7KQ4", "2026-10-27", "2026-11-03"), [cycle()], "accept adds_review"],
    ["a film of that day, by a client who may be this one", film("Client 1", "2026-10-27", "2026-11-03"), [cycle()], "ask film_day_in_log client_asked"],
    ["another day", film("C-7KQ4", "2026-10-28", "2026-11-03"), [cycle()], "accept"],
  ])("%s", (_why, row, logged, said) => {
    expect(saidOf(judged(sheet(row), withLog(logged)), 2)).toBe(said);
  });

  test("another length of a session with that supervisor on that day is said: it may be the same one, put right", () => {
    const logged: CountableEntry[] = [{
      kind: "supervision", entryId: "e", voided: false, recordedAt: "2026-01-14T09:00:00.000Z", heldOn: "2026-01-16", startsAt: null, minutes: 60, confirmation: "waiting",
      format: "individual", supervisorId: "agnieszka", supervisorStandings: [], supervisorIsExternal: false, supervisorVerified: true,
    }];
    const file = judged(sheet(session({ Minutes: "90" }), session({ "Minutes": "90", "Supervision date": "2026-01-17" }), session({ "Minutes": "90", "Supervisor e-mail": "mairi.mcleod@example.org" })), importContext({ logged }));
    expect([2, 3, 4].map((row) => saidOf(file, row))).toEqual(["warn waits_for_supervisor session_day_there", "accept waits_for_supervisor", "accept waits_for_supervisor"]);
  });

  test("the same sessions, logged by hand", () => {
    const base = { entryId: "e", voided: false, recordedAt: "2026-01-14T09:00:00.000Z", heldOn: "2026-01-16", startsAt: "10:00", minutes: 60, confirmation: "confirmed" } as const;
    const logged: CountableEntry[] = [
      { ...base, kind: "supervision", format: "individual", supervisorId: "agnieszka", supervisorStandings: [], supervisorIsExternal: false, supervisorVerified: true },
      { ...base, kind: "peer_supervision", attendeeIds: ["tomasz", "nadia"] },
    ];
    const peer = { "Supervision date": "2026-01-16", Minutes: "60", Peers: "nadia.hussain@example.scot; tomasz.zielinski@example.org" };
    const file = judged(sheet(session(), peer), importContext({ logged }));
    expect([saidOf(file, 2), saidOf(file, 3)]).toEqual(["skip already_in_log", "skip already_in_log"]);
  });
});

describe("any rows", () => {
  const someCell = (...likely: string[]): fc.Arbitrary<string> => fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) });
  const anyRow: fc.Arbitrary<Row> = fc.record({
    Client: fc.constantFrom("Client 1", "Client 2", "AB"), "Date filmed": someCell("2026-01-13", "2026-01-20", "13/01/2026", "2027-01-01", ""), "Shared review": someCell("2026-01-21", "2026-01-13", ""),
    "Supervision date": someCell("2026-01-13", "2026-01-14", "2026-02-30", ""), Minutes: someCell("60", "90", "900", ""), "Supervisor e-mail": someCell("harpreet.sandhu@example.scot", "who@example.org"),
    Kind: someCell("individual", "group"), Peers: someCell("", "nadia.hussain@example.scot", "rhys.llywelyn@example.org;nadia.hussain@example.scot", "who@example.org"), Notes: someCell("", "wee Callum", "he waited"),
  });
  const rowsOf = fc.array(anyRow, { maxLength: 10 });

  test("every row has its verdict, and importing again writes nothing", () => {
    fc.assert(fc.property(rowsOf, (rows) => {
      const [file, context] = [sheet(...rows), importContext()];
      const choice = guessedChoice(file);
      const first = judgeSheet(file, choice, context, {});
      expect(first.verdicts.map((v) => v.row)).toEqual(file.rows.map((_, i) => i + 1));
      expect(first.verdicts.every((v) => v.parts.length > 0)).toBe(true);
      const second = judgeSheet(file, choice, after(context, first), {});
      expect([entries(second), second.newClients]).toEqual([[], []]);
    }), { numRuns: 60 });
  });

  test("the order of rows does not change what is taken", () => {
    const taken = (file: Judged): string[] => entries(file).map((entry) => JSON.stringify([entry.fingerprint, entry.client !== null && "newClient" in entry.client])).sort();
    fc.assert(fc.property(rowsOf, (rows) => {
      const [forwards, backwards] = [rows, [...rows].reverse()].map((order) => judged(sheet(...order), importContext()));
      expect(backwards && taken(backwards)).toEqual(forwards && taken(forwards));
    }), { numRuns: 60 });
  });
});
