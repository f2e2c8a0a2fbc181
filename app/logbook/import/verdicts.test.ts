import { describe, expect, test } from "vitest";

import { fileOf, importContext, tidyFile } from "#tests/support/logbook-files.ts";

import { decodeFile } from "./decode-file.ts";
import { readTemplate } from "./read-template.ts";
import { sayReason } from "./say.ts";
import type { TemplateColumn, TemplateKind } from "./template.ts";
import { type ImportVerdicts, judgeFile } from "./verdicts.ts";

const CYCLE = { client_code: "Client 1", film_date: "2026-01-13", shared_review_date: "2026-01-20" };
const SESSION = { date: "2026-01-16", minutes: "60", supervisor_email: "agnieszka.wisniewska-reid@example.org", kind: "individual" };
const PEER = { date: "2026-01-29", minutes: "75", attendees: "nadia.hussain@example.scot" };

function judgeTidy(name: Parameters<typeof tidyFile>[0], over = {}): ImportVerdicts {
  const read = readTemplate(decodeFile(tidyFile(name)) ?? "");
  if (!read.ok) throw new Error(read.problem.code);
  return judgeFile(read.file, importContext(over));
}

describe("the tidy sample logbook", () => {
  test("20 cycles of 7 clients are accepted; the last waits for its shared review", () => {
    const { verdicts, newClients, counts } = judgeTidy("cycles");
    expect(counts).toEqual({ accept: 20, warn: 0, ask: 0, refuse: 0, skip: 0 });
    expect(verdicts.filter((v) => v.reasons.length === 0)).toHaveLength(19);
    expect(verdicts.at(-1)).toMatchObject({ row: 21, reasons: [{ code: "no_shared_review_yet" }], entry: { content: { filmedOn: "2026-11-17", reviewedOn: null } } });
    expect(newClients.map((c) => [c.label, c.openedOn, c.closedOn, c.rows.length])).toEqual([
      ["C-7KQ4", "2025-09-09", "2025-10-28", 3], ["C-M2XD", "2025-10-02", "2025-12-02", 3], ["C-9TRW", "2025-12-09", "2026-02-10", 3],
      ["C-H6VP", "2026-01-27", "2026-03-24", 3], ["C-3NZF", "2026-04-14", "2026-06-09", 3], ["C-XB8J", "2026-06-16", "2026-09-22", 3], ["C-D5GY", "2026-10-20", null, 2],
    ]);
    expect(verdicts[0]?.entry).toMatchObject({
      client: { newClient: 1 },
      content: {
        kind: "cycle", filmedOn: "2025-09-09", filmMinutes: 6, mode: "in_person", clipsChosen: 3, reviewedOn: "2025-09-16", reviewMinutes: 45, goalRating: 4,
        nextStep: "another_cycle", note: "First shared review; parent named two moments of waiting.",
      },
    });
  });

  test("17 supervision sessions, 1,260 minutes, all waiting; the group session with a warning", () => {
    const { verdicts, counts } = judgeTidy("supervision");
    expect(counts).toEqual({ accept: 16, warn: 1, ask: 0, refuse: 0, skip: 0 });
    expect(verdicts.filter((v) => v.outcome === "warn")).toMatchObject([{ row: 10, reasons: [{ code: "group_may_not_count" }, { code: "waits_for_supervisor" }], entry: { content: { supervisorId: "harpreet" } } }]);
    expect(verdicts.every((v) => v.reasons.some((r) => r.code === "waits_for_supervisor"))).toBe(true);
    const minutes = verdicts.map((v) => (v.entry?.content.kind === "supervision" ? v.entry.content.minutes : 0));
    expect(minutes.reduce((a, b) => a + b, 0)).toBe(1140 + 120);
  });

  test("3 peer supervision sessions, 225 minutes, waiting for one of the others", () => {
    const { verdicts, counts } = judgeTidy("peer-supervision");
    expect(counts).toEqual({ accept: 3, warn: 0, ask: 0, refuse: 0, skip: 0 });
    expect(verdicts.map((v) => (v.entry?.content.kind === "peer_supervision" ? v.entry.content.attendeeIds.length : 0))).toEqual([2, 1, 3]);
  });
});

type Row = Partial<Record<TemplateColumn, string>>;
const film = (over: Row): Row => ({ ...CYCLE, ...over });
const session = (over: Row): Row => ({ ...SESSION, ...over });
const peer = (over: Row): Row => ({ ...PEER, ...over });

const BOUNDARIES: readonly [why: string, kind: TemplateKind, row: Row, outcome: string, codes: string][] = [
  ["only what is needed", "cycles", { client_code: "1", film_date: "2026-01-13" }, "accept", "no_shared_review_yet"],
  ["nothing in any cell", "cycles", {}, "skip", "blank_row"],
  ["no client", "cycles", film({ client_code: "" }), "refuse", "client_missing"],
  ["no film date", "cycles", film({ film_date: "" }), "refuse", "cell_missing"],
  ["31 April never rolls over", "cycles", film({ film_date: "2026-04-31" }), "refuse", "not_a_day"],
  ["29 February of a common year", "cycles", film({ film_date: "2026-02-29" }), "refuse", "not_a_day"],
  ["a review that is no day", "cycles", film({ shared_review_date: "soon" }), "refuse", "not_a_day no_shared_review_yet"],
  ["as a British spreadsheet saves it: day first, never 1 December", "cycles", film({ film_date: "12/01/2026" }), "warn", "day_read"],
  ["month first would be a day, day first is not", "cycles", film({ film_date: "01/13/2026" }), "refuse", "not_a_day"],
  ["the film today, the review today", "cycles", film({ film_date: "2026-11-21", shared_review_date: "2026-11-21" }), "accept", ""],
  ["the film tomorrow", "cycles", film({ film_date: "2026-11-22", shared_review_date: "" }), "ask", "film_in_future no_shared_review_yet"],
  ["the review tomorrow", "cycles", film({ film_date: "2026-11-20", shared_review_date: "2026-11-22" }), "warn", "review_planned"],
  ["the review on the day of the film", "cycles", film({ shared_review_date: "2026-01-13" }), "accept", ""],
  ["the review a day before the film", "cycles", film({ shared_review_date: "2026-01-12" }), "ask", "review_before_film"],
  ["four weeks between", "cycles", film({ shared_review_date: "2026-02-10" }), "accept", ""],
  ["a day more than four weeks", "cycles", film({ shared_review_date: "2026-02-11" }), "warn", "long_gap"],
  ["the first day on the pathway", "cycles", film({ film_date: "2025-09-01", shared_review_date: "2025-09-02" }), "accept", ""],
  ["the day before the first", "cycles", film({ film_date: "2025-08-31", shared_review_date: "2025-09-02" }), "warn", "before_start"],
  ["a surname as label", "cycles", film({ client_code: "J. Kowalczyk" }), "warn", "label_replaced"],
  ["initials as label", "cycles", film({ client_code: "AB" }), "warn", "label_replaced"],
  ["optional cells that cannot be read", "cycles", film({ goal_rating: "11", clips_chosen: "three", setting: "garden", next_step: "?", film_minutes: "0" }), "warn", "cell_left_out cell_left_out cell_left_out cell_left_out cell_left_out"],
  ["a telephone number in the note", "cycles", film({ note: "mum's mobile 07700 900123" }), "warn", "note_refused"],
  ["a name in the note", "cycles", film({ note: "Mrs Kowalczyk said so" }), "warn", "note_may_name"],
  ["a supervisor's name in the note", "cycles", film({ note: "as Agnieszka said, and Nadia" }), "accept", ""],
  ["a note of 4,001 signs", "cycles", film({ note: "a".repeat(4001) }), "warn", "note_too_long"],
  ["one minute", "supervision", session({ minutes: "1" }), "accept", "waits_for_supervisor"],
  ["eight hours", "supervision", session({ minutes: "480" }), "accept", "waits_for_supervisor"],
  ["a minute more than eight hours", "supervision", session({ minutes: "481" }), "ask", "too_many_minutes"],
  ["no time at all", "supervision", session({ minutes: "0" }), "refuse", "not_minutes"],
  ["less than none", "supervision", session({ minutes: "-60" }), "refuse", "not_minutes"],
  ["hours", "supervision", session({ minutes: "1.5" }), "refuse", "not_minutes"],
  ["no minutes", "supervision", session({ minutes: "" }), "refuse", "cell_missing"],
  ["a session tomorrow", "supervision", session({ date: "2026-11-22" }), "ask", "session_in_future waits_for_supervisor"],
  ["other capitals in the address", "supervision", session({ supervisor_email: "Agnieszka.Wisniewska-Reid@Example.org" }), "accept", "waits_for_supervisor"],
  ["an address that nobody supervises under", "supervision", session({ supervisor_email: "mairi@example.org" }), "ask", "supervisor_unknown"],
  ["a name and no address: nobody is guessed", "supervision", session({ supervisor_email: "", supervisor_name: "Agnieszka Wiśniewska-Reid" }), "ask", "supervisor_missing"],
  ["the trainee as supervisor", "supervision", session({ supervisor_email: "rhona.test@example.org" }), "refuse", "supervisor_is_self"],
  ["a supervisor from outside whom no lead has verified", "supervision", session({ supervisor_email: "hanneke.devries@example.net" }), "accept", "waits_for_verification"],
  ["a supervisor from outside whom a lead has verified: nobody has to confirm", "supervision", session({ supervisor_email: "ewa.kaczmarek@example.net" }), "accept", ""],
  ["neither individual nor group", "supervision", session({ kind: "" }), "ask", "format_unknown"],
  ["one of two others unknown", "peer_supervision", peer({ attendees: "nadia.hussain@example.scot; who@example.org" }), "warn", "attendees_unknown waits_for_attendee"],
  ["nobody known", "peer_supervision", peer({ attendees: "who@example.org" }), "ask", "no_attendee attendees_unknown"],
  ["nobody named", "peer_supervision", peer({ attendees: "" }), "ask", "no_attendee"],
  ["only the trainee", "peer_supervision", peer({ attendees: "rhona.test@example.org" }), "ask", "no_attendee"],
];

describe("one row", () => {
  test.each(BOUNDARIES)("%s (%s)", (_why, kind, row, outcome, codes) => {
    const [verdict] = judgeFile(fileOf(kind, [row]), importContext()).verdicts;
    expect(verdict?.reasons.map((r) => r.code).join(" ")).toBe(codes);
    expect(verdict?.outcome).toBe(outcome);
    expect(verdict?.entry === null).toBe(!["accept", "warn"].includes(outcome));
    for (const reason of verdict?.reasons ?? []) expect(sayReason(reason)).toMatch(/[.?]$/);
  });

  test("a comma that moved the cells is refused, not read askew", () => {
    const read = readTemplate("date,minutes,attendees,setting,reflection\n2026-01-29,75,nadia.hussain@example.scot,remote,one, two\n");
    expect(read.ok && judgeFile(read.file, importContext()).verdicts[0]?.reasons).toEqual([{ code: "too_many_cells" }]);
  });
});

describe("notes", () => {
  test("what was refused or asked about is not in what is written; the rest of the row is", () => {
    const file = fileOf("cycles", [film({ note: "07700 900123" }), film({ film_date: "2026-01-12", note: "wee Callum smiled" })]);
    const { verdicts } = judgeFile(file, importContext());
    expect(verdicts.map((v) => v.entry?.content.note)).toEqual([null, null]);
    const confirmed = judgeFile(file, importContext({ namesAreFine: new Set([2, 3]) })).verdicts;
    expect(confirmed.map((v) => v.entry?.content.note)).toEqual([null, "wee Callum smiled"]);
  });
});
