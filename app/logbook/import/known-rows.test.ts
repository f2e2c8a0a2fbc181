import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CountableEntry } from "#app/pathway/model.ts";
import { fileOf, importContext, tidyFile } from "#tests/support/logbook-files.ts";

import type { ImportContext } from "./context.ts";
import { decodeFile } from "./decode-file.ts";
import { readTemplate } from "./read-template.ts";
import { TEMPLATE_KINDS, type TemplateColumn, type TemplateFile } from "./template.ts";
import { type ImportVerdicts, judgeFile } from "./verdicts.ts";

type Row = Partial<Record<TemplateColumn, string>>;
const film = (client: string, filmed: string, reviewed = "", over: Row = {}): Row => ({ client_code: client, film_date: filmed, shared_review_date: reviewed, ...over });

/** The context after confirming: codes for new clients, and every taken row known. */
function after(context: ImportContext, { verdicts, newClients }: ImportVerdicts): ImportContext {
  const made = newClients.map((c) => ({ id: `client ${c.label}`, code: `C-22B${String(c.number + 1)}` }));
  const knownRows = new Map(context.knownRows);
  for (const { entry } of verdicts) {
    if (!entry) continue;
    const clientId = entry.client === null ? null : "clientId" in entry.client ? entry.client.clientId : (made[entry.client.newClient - 1]?.id ?? "");
    expect(knownRows.has(entry.fingerprint), "a fingerprint is given once").toBe(false);
    knownRows.set(entry.fingerprint, clientId);
  }
  return { ...context, clients: [...context.clients, ...made], knownRows };
}

function tidy(name: Parameters<typeof tidyFile>[0]): TemplateFile {
  const read = readTemplate(decodeFile(tidyFile(name)) ?? "");
  if (!read.ok) throw new Error(read.problem.code);
  return read.file;
}

const outcomes = (judged: ImportVerdicts): string => judged.verdicts.map((v) => v.outcome).join(" ");
const codes = (judged: ImportVerdicts): string[] => judged.verdicts.map((v) => v.reasons.map((r) => r.code).join(" "));

describe("a second import", () => {
  test.each(["cycles", "supervision", "peer-supervision"] as const)("of the tidy %s adds nothing", (name) => {
    const context = importContext();
    const first = judgeFile(tidy(name), context);
    const second = judgeFile(tidy(name), after(context, first));
    expect(second.counts.skip).toBe(first.verdicts.length);
    expect(second.newClients).toEqual([]);
  });

  test("with the labels replaced by the portal's codes adds nothing", () => {
    const context = importContext();
    const then = after(context, judgeFile(fileOf("cycles", [film("Kirsty", "2026-01-13"), film("AB", "2026-02-13")]), context));
    expect(outcomes(judgeFile(fileOf("cycles", [film("C-22B2", "2026-01-13"), film("c 22b3", "2026-02-13")]), then))).toBe("skip skip");
  });

  test("with a new row under an old label adds the cycle to that client, though no label was stored", () => {
    const context = importContext();
    const then = after(context, judgeFile(fileOf("cycles", [film("Family 1", "2026-01-13")]), context));
    const again = judgeFile(fileOf("cycles", [film("Family 1", "2026-02-13"), film("Family 1", "2026-01-13"), film("Family 2", "2026-03-13")]), then);
    expect(again.verdicts.map((v) => v.entry?.client)).toEqual([{ clientId: "client Family 1" }, undefined, { newClient: 1 }]);
  });

  test("two clients filmed on one day are told apart, in any order", () => {
    const context = importContext();
    const then = after(context, judgeFile(fileOf("cycles", [film("A1", "2026-01-13"), film("A1", "2026-01-20")]), context));
    const again = judgeFile(fileOf("cycles", [film("B1", "2026-01-13"), film("A1", "2026-01-13"), film("A1", "2026-01-20")]), then);
    expect(outcomes(again)).toBe("accept skip skip");
    const last = judgeFile(fileOf("cycles", [film("A1", "2026-01-13"), film("B1", "2026-01-13"), film("A1", "2026-01-20")]), after(then, again));
    expect(outcomes(last)).toBe("skip skip skip");
  });

  test("a changed note is no new entry", () => {
    const context = importContext();
    const then = after(context, judgeFile(fileOf("cycles", [film("1", "2026-01-13", "", { note: "short" })]), context));
    expect(outcomes(judgeFile(fileOf("cycles", [film("1", "2026-01-13", "", { note: "longer" })]), then))).toBe("skip");
  });
});

describe("the same row twice", () => {
  test("the second is refused, naming the first", () => {
    const judged = judgeFile(fileOf("cycles", [film("Client 1", "2026-01-13", "2026-01-20"), film("client 1 ", "2026-01-13", "2026-01-20", { note: "again" }), film("Client 2", "2026-01-13", "2026-01-20")]), importContext());
    expect(judged.verdicts.map((v) => v.reasons)).toEqual([[], [{ code: "same_row", row: 2 }], []]);
  });
});

describe("the same session twice", () => {
  test("a row that is held does not stand in the way of one that can be taken", () => {
    const row = { date: "2026-01-16", minutes: "60", supervisor_email: "agnieszka.wisniewska-reid@example.org" };
    const judged = judgeFile(fileOf("supervision", [{ ...row, kind: "" }, { ...row, kind: "individual" }]), importContext());
    expect(judged.verdicts.map((v) => [v.outcome, v.reasons[0]?.code])).toEqual([["refuse", "same_row"], ["accept", "waits_for_supervisor"]]);
  });
});

describe("what the log holds already", () => {
  const cycle = (over: Partial<CountableEntry & { kind: "cycle" }> = {}): CountableEntry => ({
    kind: "cycle", entryId: "e", voided: false, recordedAt: "2026-01-14T09:00:00.000Z", clientId: "c", filmedOn: "2026-01-13", reviewedOn: null, caseClosedOn: null, ...over,
  });
  const withLog = (logged: CountableEntry[]): ImportContext => importContext({ clients: [{ id: "c", code: "C-7KQ4" }], logged });

  test.each([
    ["the same cycle, logged by hand", film("C-7KQ4", "2026-01-13"), [cycle()], "already_in_log"],
    ["the same, but voided", film("C-7KQ4", "2026-01-13"), [cycle({ voided: true })], "no_shared_review_yet"],
    ["the film without its review", film("C-7KQ4", "2026-01-13", "2026-01-20"), [cycle()], "finish_in_log"],
    ["a film of that day, by a client who may be this one", film("Client 1", "2026-01-13", "2026-01-20"), [cycle()], "film_day_in_log"],
    ["another day", film("C-7KQ4", "2026-01-14", "2026-01-20"), [cycle()], ""],
  ])("%s", (_why, row, logged, code) => {
    expect(codes(judgeFile(fileOf("cycles", [row]), withLog(logged)))).toEqual([code]);
  });

  test("the same sessions, logged by hand", () => {
    const base = { entryId: "e", voided: false, recordedAt: "2026-01-14T09:00:00.000Z", heldOn: "2026-01-16", startsAt: "10:00", minutes: 60, confirmation: "confirmed" } as const;
    const logged: CountableEntry[] = [
      { ...base, kind: "supervision", format: "individual", supervisorId: "agnieszka", supervisorStandings: [], supervisorIsExternal: false, supervisorVerified: true },
      { ...base, kind: "peer_supervision", attendeeIds: ["tomasz", "nadia"] },
    ];
    const supervision = fileOf("supervision", [{ date: "2026-01-16", minutes: "60", supervisor_email: "agnieszka.wisniewska-reid@example.org", kind: "individual" }]);
    const peer = fileOf("peer_supervision", [{ date: "2026-01-16", minutes: "60", attendees: "nadia.hussain@example.scot; tomasz.zielinski@example.org" }]);
    expect([supervision, peer].flatMap((file) => codes(judgeFile(file, importContext({ logged }))))).toEqual(["already_in_log", "already_in_log"]);
  });
});

describe("any rows", () => {
  const someCell = (...likely: string[]): fc.Arbitrary<string> => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) });
  const anyRow = fc.record({
    client_code: someCell("Client 1", "Client 2", "AB", ""), cycle_number: someCell("1", "2", ""), film_date: someCell("2026-01-13", "2026-01-20", "13/01/2026", "2027-01-01"),
    shared_review_date: someCell("2026-01-21", "2026-01-13", ""), note: someCell("", "wee Callum", "he waited"), date: someCell("2026-01-13", "2026-01-14", "2026-02-30"),
    minutes: someCell("60", "90", "900"), supervisor_email: someCell("harpreet.sandhu@example.scot", "who@example.org"), kind: someCell("individual", "group"),
    attendees: someCell("nadia.hussain@example.scot", "rhys.llywelyn@example.org;nadia.hussain@example.scot", "who@example.org"),
  });
  const anyFile = fc.record({ kind: fc.constantFrom(...TEMPLATE_KINDS), rows: fc.array(anyRow, { maxLength: 12 }) });

  test("every row has one verdict, and importing again writes nothing", () => {
    fc.assert(fc.property(anyFile, ({ kind, rows }) => {
      const file = fileOf(kind, rows);
      const context = importContext();
      const first = judgeFile(file, context);
      expect(first.verdicts.map((v) => v.row)).toEqual(file.rows.map((r) => r.row));
      const second = judgeFile(file, after(context, first));
      expect(second.verdicts.filter((v) => v.entry !== null)).toEqual([]);
      expect(second.newClients).toEqual([]);
    }));
  });

  test("the order of rows does not change what is taken", () => {
    const taken = (judged: ImportVerdicts): string[] => judged.verdicts
      .flatMap(({ entry }) => (entry ? [JSON.stringify([entry.fingerprint, entry.client !== null && "newClient" in entry.client])] : [])).sort();
    fc.assert(fc.property(anyFile, ({ kind, rows }) => {
      const [forwards, backwards] = [rows, [...rows].reverse()].map((order) => judgeFile(fileOf(kind, order), importContext()));
      expect(backwards && taken(backwards)).toEqual(forwards && taken(forwards));
    }));
  });
});
