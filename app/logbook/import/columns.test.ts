import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { columnsProblem, FIELDS, findHeader, guessColumns } from "./columns.ts";
import { TEMPLATE_COLUMNS } from "./template.ts";

describe("columns are matched by their names", () => {
  test.each([
    ["the sample of a trainee", ["Client", "Cycle", "Date filmed", "Shared review", "Clips", "Supervision", "Supervisor", "Hours", "Peer sup. / notes"], ["client", "cycle_number", "filmed_on", "reviewed_on", "clips", "session_on", "supervisor", "minutes", "note"]],
    ["our template of cycles", TEMPLATE_COLUMNS.cycles, ["client", "cycle_number", "filmed_on", "film_minutes", "mode", "clips", "reviewed_on", "review_minutes", "goal_rating", "next_step", "note"]],
    ["our template of supervision", TEMPLATE_COLUMNS.supervision, ["session_on", "minutes", "supervisor", "supervisor_email", "format", "mode", "note"]],
    ["our template of peer supervision", TEMPLATE_COLUMNS.peer_supervision, ["session_on", "minutes", "attendees", "mode", "note"]],
    ["other people's words", ["FAMILY", "Film no.", "Video date", "Date of Shared Review", "Supervision date", "Length of supervision (hrs)", "Supervised by", "Peer supervision", "Peer hours", "Comments"],
      ["client", "film", "filmed_on", "reviewed_on", "session_on", "minutes", "supervisor", "peer_on", "peer_minutes", "note"]],
    ["what somebody wrote for themself, beside their notes", ["Client", "Film date", "Notes", "Reflections"], ["client", "filmed_on", "note", "reflection"]],
    ["a reflection that is called a note as well: never one that others read", ["Client", "Film date", "Reflective notes"], ["client", "filmed_on", "reflection"]],
    ["a second one of them: left out rather than read by others", ["Client", "Film date", "Learning", "Comments on my learning"], ["client", "filmed_on", "reflection", null]],
    ["nothing known", ["Mileage", "", "Cost code x"], [null, null, null]],
    ["a name twice: the first has it", ["Date", "Date", "Minutes"], ["session_on", null, "minutes"]],
  ])("%s", (_why, header, columns) => {
    expect(guessColumns(header)).toEqual(columns.map((field) => (field === "film" ? null : field)));
  });

  test("what the person chose before goes first, also to leave one out", () => {
    const remembered = new Map([["mileage", "note"], ["notes", null]] as const);
    expect(guessColumns(["Mileage", "Notes", "Client"], (key) => remembered.get(key as "notes"))).toEqual(["note", null, "client"]);
  });

  test("no field is given twice, whatever the names", () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom("Client", "Date filmed", "Hours", "Minutes", "Notes", "Peer", "Review", "Supervision"), fc.string()), { maxLength: 12 }), (header) => {
      const given = guessColumns(header).filter((field) => field !== null);
      expect(given).toHaveLength(new Set(given).size);
      for (const field of given) expect(FIELDS).toContain(field);
    }));
  });
});

test.each([
  ["below titles and a blank row", [["VIG log – my accreditation journey"], ["Started Feb 2025, supervisor (MM)"], [""], ["Client", "Cycle", "Date filmed"], ["Client 1", "1", "2025-01-01"]], 3],
  ["in the first row", [["date", "minutes"]], 0],
  ["nowhere", [["milk", "bread"], ["1", "2"]], null],
  ["the fuller of two", [["Client", "Hours"], ["Client", "Hours", "Supervision date"]], 1],
])("the header is found %s", (_why, rows, index) => {
  expect(findHeader(rows)).toBe(index);
});

test.each([
  ["no day", ["client", "note"] as const, { code: "no_day" }], ["a film without a client", ["filmed_on", "note"] as const, { code: "no_client" }],
  ["a session without its length", ["session_on", "supervisor"] as const, { code: "no_length" }], ["one field twice", ["filmed_on", "client", "client"] as const, { code: "field_twice", field: "client" }],
  ["two columns of notes", ["filmed_on", "client", "note", "note"] as const, null], ["two columns of reflections", ["filmed_on", "client", "reflection", "reflection"] as const, null], ["a film and its client", ["client", null, "filmed_on"] as const, null],
])("columns with %s", (_why, columns, problem) => {
  expect(columnsProblem(columns)).toEqual(problem);
});
