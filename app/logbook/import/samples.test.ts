import { describe, expect, test } from "vitest";

import { words } from "#app/words/words.ts";
import { guessedChoice, importContext, judged, messyFile, partsOf, sheetOf, tidyFile } from "#tests/support/logbook-files.ts";

import { judgeSheet } from "./judge.ts";
import type { ImportedEntry, Judged } from "./verdicts.ts";
import { readFile } from "./read-file.server.ts";
import { sayReason } from "./say.ts";
import { showQuestion } from "./say-question.ts";
import type { Sheet } from "./table.ts";

const MAIRI = { "who-0-all": { choice: "mairi" } };

async function messySheet(name: Parameters<typeof messyFile>[0]): Promise<Sheet> {
  const read = await readFile(Buffer.from(messyFile(name)), name);
  if (!read.ok || !read.sheets[0]) throw new Error("the sample could not be read");
  return read.sheets[0];
}

const FILES = ["comma.csv", "semicolon.csv", "workbook.xlsx"] as const;
const sheets = new Map(await Promise.all(FILES.map(async (name) => [name, await messySheet(name)] as const)));
const judgeMessy = (name: (typeof FILES)[number], answers = {}): Judged => judged(sheets.get(name) ?? { name: "", rows: [] }, importContext(), answers);

const SUP = "Supervision: Waits for the supervisor’s confirmation.";
const PEER = ["Read as peer supervision: it goes to the peer log and never into the supervision hours.", "Waits for the confirmation of one of the others."];

/** Each row: what a good portal does with it, and what it says. Of two entries in a row each says its own. */
const ROWS: readonly [row: number, outcome: string, said: readonly string[]][] = [
  [1, "skip", ["Left out: stands above the names of the columns."]], [2, "skip", ["Left out: stands above the names of the columns."]], [3, "skip", ["A blank row."]], [4, "skip", ["The names of the columns."]],
  [5, "ask", ["Cycle: Waits: the date of the film has to be asked about.", SUP]], [6, "accept", []], [7, "accept", [SUP]], [8, "skip", ["A blank row."]],
  [9, "warn", ["Supervision: “MM” is read as Mairi McLeod.", SUP]], [10, "warn", ["The date of the film is read as 2 April 2025.", "The date of the shared review is read as 9 April 2025."]],
  [11, "accept", [SUP]], [12, "accept", ["Waits for the supervisor’s confirmation."]], [13, "skip", ["A blank row."]],
  [14, "warn", ["Cycle: The client’s label looks like a name, initials or a number. It is not kept: the portal’s code stands instead.", SUP]], [15, "accept", []],
  [16, "warn", ["Cycle: The note names a client and is left out, unless you word it anew.", SUP]], [17, "warn", PEER], [18, "skip", ["A blank row."]],
  [19, "warn", ["Cycle: No shared review: the cycle is kept and does not count.", SUP]], [20, "accept", [SUP]], [21, "ask", ["The shared review (10 September 2025) stands before the film (17 September 2025)."]],
  [22, "accept", [SUP]], [23, "skip", ["A blank row."]], [24, "warn", ["Cycle: The client’s label looks like a name, initials or a number. It is not kept: the portal’s code stands instead.", SUP]], [25, "accept", []],
  [26, "refuse", ["The same as row 25, which is the one that stands."]], [27, "accept", [SUP]], [28, "warn", PEER], [29, "skip", ["A blank row."]],
  [30, "ask", ["Cycle: Waits: the date of the film has to be asked about.", SUP]], [31, "accept", [SUP]], [32, "accept", []], [33, "ask", ["Waits: the length of the supervision has to be asked about."]],
  [34, "skip", ["A blank row."]], [35, "accept", [SUP]], [36, "warn", ["The note holds a telephone number and is left out, unless you word it anew."]], [37, "accept", [SUP]], [38, "warn", PEER],
  [39, "refuse", ["The date of the supervision is no day that exists. Write it as 12/03/2026."]], [40, "skip", ["A blank row."]],
  [41, "skip", ["Left out: looks like a total."]], [42, "ask", ["Waits: is this training of 24 September 2025 to be recorded?"]],
];

/** What each row that is taken writes, by its row: film and review, or day and minutes. */
const CYCLES: readonly [row: number, filmedOn: string, reviewedOn: string | null][] = [
  [6, "2025-02-19", "2025-02-26"], [7, "2025-03-05", "2025-03-12"], [9, "2025-03-12", "2025-03-19"], [10, "2025-04-02", "2025-04-09"], [11, "2025-04-23", "2025-04-30"],
  [14, "2025-05-14", "2025-05-21"], [15, "2025-06-04", "2025-06-11"], [16, "2025-06-25", "2025-07-02"], [19, "2025-08-06", null], [20, "2025-08-27", "2025-09-03"], [22, "2025-10-01", "2025-10-08"],
  [24, "2025-10-22", "2025-10-29"], [25, "2025-11-12", "2025-11-19"], [27, "2025-12-03", "2025-12-10"], [31, "2026-02-04", "2026-02-11"], [32, "2026-02-25", "2026-03-04"],
  [35, "2026-03-11", "2026-03-18"], [36, "2026-04-01", "2026-04-08"], [37, "2026-04-22", "2026-04-29"],
];
const SESSIONS: readonly [row: number, heldOn: string, minutes: number][] = [
  [5, "2025-02-14", 90], [7, "2025-03-14", 90], [9, "2025-04-04", 90], [11, "2025-05-02", 90], [12, "2025-05-23", 60], [14, "2025-06-13", 60], [16, "2025-07-04", 90], [19, "2025-08-15", 60],
  [20, "2025-09-05", 60], [22, "2025-10-10", 90], [24, "2025-10-31", 90], [27, "2025-12-12", 120], [30, "2026-01-23", 60], [31, "2026-02-13", 90], [35, "2026-03-27", 90], [37, "2026-05-01", 60],
];
const PEERS: readonly [row: number, heldOn: string, minutes: number, who: readonly string[]][] = [
  [17, "2025-07-10", 60, ["tomasz", "nadia"]], [28, "2025-12-18", 75, ["nadia"]], [38, "2026-04-30", 60, ["tomasz", "nadia"]],
];

type Written<K extends ImportedEntry["content"]["kind"]> = { readonly row: number; readonly content: Extract<ImportedEntry["content"], { kind: K }> };

function written<K extends ImportedEntry["content"]["kind"]>(file: Judged, kind: K): Written<K>[] {
  return partsOf(file).flatMap(({ row, entry }) => (entry?.content.kind === kind ? [{ row, content: entry.content as Written<K>["content"] }] : []));
}

describe.each(FILES)("the messy sample logbook as %s, once it is answered who the supervisor is", (name) => {
  const file = judgeMessy(name, MAIRI);

  test.each(ROWS)("row %i: %s", (row, outcome, said) => {
    const verdict = file.verdicts[row - 1];
    const parts = verdict?.parts ?? [];
    const lines = parts.flatMap((part) => part.reasons.map((reason) => (parts.length > 1 ? `${words.imports.parts[part.part as "cycle"]}: ${sayReason(reason)}` : sayReason(reason))));
    expect([verdict?.row, verdict?.outcome, [...new Set(lines)]]).toEqual([row, outcome, said]);
  });

  test("18 cycles count, with 7 clients; one is kept without its shared review", () => {
    expect(written(file, "cycle").map(({ row, content }) => [row, content.filmedOn, content.reviewedOn])).toEqual(CYCLES);
    expect(CYCLES.filter(([, , reviewedOn]) => reviewedOn !== null)).toHaveLength(18);
    expect(file.newClients.map((client) => client.label)).toEqual(["Client 1", "Client 2", "J. Kowalczyk", "Client 4", "AB", "Client 6", "Client 7"]);
    expect(file.newClients.flatMap((client) => client.rows)).toEqual(CYCLES.map(([row]) => row));
  });

  test("16 supervision sessions with one supervisor, 1,290 min; 3 peer sessions apart", () => {
    const sessions = written(file, "supervision");
    expect(sessions.map(({ row, content }) => [row, content.heldOn, content.minutes])).toEqual(SESSIONS);
    expect(sessions.reduce((sum, { content }) => sum + content.minutes, 0)).toBe(1290);
    expect(new Set(sessions.map(({ content }) => content.supervisorId))).toEqual(new Set(["mairi"]));
    expect(written(file, "peer_supervision").map(({ row, content }) => [row, content.heldOn, content.minutes, content.attendeeIds])).toEqual(PEERS);
  });

  test("signs of Windows-1252 survive", () => {
    expect([file.verdicts[0]?.what, file.verdicts[1]?.what.includes("£0.45"), file.verdicts[4]?.what.includes("café"), file.verdicts[10]?.what.includes("£12.60")]).toEqual(["VIG log – my accreditation journey", true, true, true]);
  });

  test("no note that may not be kept is kept", () => {
    const notes = written(file, "cycle").map(({ content }) => content.note).filter((note) => note !== null);
    expect(notes).toEqual(["dates pasted from the other sheet", "mileage £12.60", "family on holiday, review never happened"]);
  });
});

test("the three files say the same, row by row", () => {
  const [comma, ...others] = FILES.map((name) => judgeMessy(name, MAIRI).verdicts.map(({ row, outcome, parts }) => ({ row, outcome, parts: parts.map(({ entry, ...part }) => ({ ...part, content: entry?.content })) })));
  for (const other of others) expect(other).toEqual(comma);
});

test("what is asked is offered as a good portal would", () => {
  const { supervisors, fellowTrainees, clients } = importContext();
  const shown = judgeMessy("comma.csv").questions.map((question) => showQuestion(question, { supervisors, fellowTrainees, clients }));
  expect(shown.map(({ legend, suggested, offers, isNeeded }) => [legend, suggested, offers[0]?.label, isNeeded])).toEqual([
    ["“Mairi McLeod”, “M. McLeod” and “MM”: the same person? Who is it?", "mairi", "Mairi McLeod", true],
    ["Which trainee is “Tomasz Zielinski”?", "tomasz", "Tomasz Zieliński", false], ["Which trainee is “Nadia Hussain”?", "nadia", "Tomasz Zieliński", false],
    ["Row 5, date of the film: “w/c 3 Feb” is a week. Which day was it?", null, "3 February 2025", true],
    ["Row 16: the note names a client.", "out", "Leave the note out", false],
    ["Row 21: the shared review (10 September 2025) stands before the film (17 September 2025). Were the two swapped?", null, "Yes, swap them", true],
    ["Row 30, date of the film: “14/01/2036” is still to come. Which day was it?", null, "14 January 2026", true],
    ["Row 33, length of the supervision: “45” would be longer than any one session. How long was it?", null, "45\u00a0min", true],
    ["Row 36: the note holds what may not be kept here.", "out", "Leave the note out", false],
    ["Row 42: record the mid-point half-day of 24 September 2025 under Training?", null, "Yes, record it", true],
  ]);
});

test("before the supervisor is answered no session of theirs counts, and everything else stands", () => {
  const file = judgeMessy("comma.csv");
  expect(written(file, "supervision")).toEqual([]);
  expect([written(file, "cycle").length, written(file, "peer_supervision").length]).toEqual([19, 3]);
});

test("every answer brings its row in", () => {
  const file = judgeMessy("comma.csv", {
    ...MAIRI, "cycle-filmed-on-5": { choice: "2025-02-03" }, "cycle-swapped-21": { choice: "swap" }, "cycle-filmed-on-30": { choice: "2026-01-14" }, "supervision-minutes-33": { choice: "45" },
    "training-training-42": { choice: "yes" }, "cycle-note-16": { choice: "reword", text: "She had never seen him wait for her" },
  });
  expect(file.questions.filter((q) => q.isNeeded && q.answer === null)).toEqual([]);
  expect(written(file, "cycle").flatMap(({ row, content }) => ([5, 21, 30].includes(row) ? [[row, content.filmedOn, content.reviewedOn]] : []))).toEqual([[5, "2025-02-03", "2025-02-12"], [21, "2025-09-10", "2025-09-17"], [30, "2026-01-14", "2026-01-21"]]);
  expect(written(file, "supervision").reduce((sum, { content }) => sum + content.minutes, 0)).toBe(1290 + 45);
  expect(written(file, "training").map(({ content }) => content)).toEqual([{ kind: "training", heldOn: "2025-09-24", training: "mid_point", halfDays: 1, note: null }]);
  expect(written(file, "cycle").find(({ row }) => row === 16)?.content.note).toBe("She had never seen him wait for her");
  expect(written(file, "cycle").find(({ row }) => row === 5)?.content.note).toBe("first one, nerves! We met in the café in Dingwall");
});

describe("the tidy sample logbook, in the portal's own template", () => {
  const tidy = (name: Parameters<typeof tidyFile>[0]): Judged => judged(sheetOf(tidyFile(name)), importContext({ startedOn: "2025-09-01" }));
  const outcomes = (file: Judged): string[] => partsOf(file).filter((part) => part.part !== "row").map((part) => part.outcome);

  test("20 cycles of 7 clients are accepted; the last waits for its shared review", () => {
    const file = tidy("cycles");
    expect([file.questions, outcomes(file)]).toEqual([[], Array.from({ length: 20 }, () => "accept")]);
    expect(partsOf(file).at(-1)).toMatchObject({ row: 21, reasons: [{ code: "no_shared_review_yet" }], entry: { content: { filmedOn: "2026-11-17", reviewedOn: null } } });
    expect(file.newClients.map((c) => [c.label, c.openedOn, c.closedOn, c.rows.length])).toEqual([
      ["C-7KQ4", "2025-09-09", "2025-10-28", 3], ["C-M2XD", "2025-10-02", "2025-12-02", 3], ["C-9TRW", "2025-12-09", "2026-02-10", 3],
      ["C-H6VP", "2026-01-27", "2026-03-24", 3], ["C-3NZF", "2026-04-14", "2026-06-09", 3], ["C-XB8J", "2026-06-16", "2026-09-22", 3], ["C-D5GY", "2026-10-20", null, 2],
    ]);
    expect(written(file, "cycle")[0]?.content).toEqual({
      kind: "cycle", filmedOn: "2025-09-09", filmMinutes: 6, mode: "in_person", clipsChosen: 3, reviewedOn: "2025-09-16", reviewMinutes: 45, goalRating: 4,
      nextStep: "another_cycle", note: "First shared review; parent named two moments of waiting.",
    });
  });

  test("17 supervision sessions, 1,260 minutes, all waiting; the group session with a warning", () => {
    const file = tidy("supervision");
    expect(file.questions).toEqual([]);
    expect(partsOf(file).filter((part) => part.outcome === "warn")).toMatchObject([{ row: 10, reasons: [{ code: "group_may_not_count" }, { code: "waits_for_supervisor" }], entry: { content: { supervisorId: "harpreet" } } }]);
    expect(written(file, "supervision").reduce((sum, { content }) => sum + content.minutes, 0)).toBe(1140 + 120);
    expect(outcomes(file).filter((outcome) => outcome === "accept")).toHaveLength(16);
  });

  test("3 peer supervision sessions, 225 minutes, waiting for one of the others", () => {
    const file = tidy("peer-supervision");
    expect([file.questions, outcomes(file)]).toEqual([[], ["accept", "accept", "accept"]]);
    expect(written(file, "peer_supervision").map(({ content }) => [content.minutes, content.attendeeIds.length])).toEqual([[75, 2], [60, 1], [90, 3]]);
  });
});

test("a choice of another header is held to", () => {
  const sheet = sheetOf(messyFile("comma.csv"));
  const choice = guessedChoice(sheet);
  expect(judgeSheet(sheet, { ...choice, header: 4 }, importContext(), MAIRI).verdicts[4]).toMatchObject({ row: 5, outcome: "skip", parts: [{ reasons: [{ code: "header" }] }] });
});
