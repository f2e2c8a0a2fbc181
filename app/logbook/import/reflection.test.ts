import { describe, expect, test } from "vitest";

import { importContext, judged, partsOf as allPartsOf, saidOf, sheetWith } from "#tests/support/logbook-files.ts";

import type { Judged } from "./verdicts.ts";
import { sayReason } from "./say.ts";
import { showQuestion } from "./say-question.ts";

const HEADER = ["Client", "Date filmed", "Shared review", "Supervision date", "Minutes", "Supervisor", "Peer date", "Peer minutes", "Peers", "Notes", "Reflections"] as const;
type Row = Partial<Record<(typeof HEADER)[number], string>>;
const FILM: Row = { Client: "1", "Date filmed": "2026-03-02", "Shared review": "2026-03-09" };
const SESSION: Row = { "Supervision date": "2026-03-12", Minutes: "60", Supervisor: "Mairi McLeod" };
const PEER: Row = { "Peer date": "2026-03-12", "Peer minutes": "60", Peers: "Nadia Hussain" };
const partsOf = (file: Judged) => allPartsOf(file).slice(1);
const read = (row: Row, answers = {}) => judged(sheetWith(HEADER, [row]), importContext(), answers);

describe("a reflection in a row", () => {
  test("of a cycle is the cycle's own, apart from its note", () => {
    const [part] = partsOf(read({ ...FILM, Notes: "He waited", Reflections: "I was too quick" }));
    expect(part?.entry?.content).toMatchObject({ kind: "cycle", note: "He waited", reflection: "I was too quick" });
  });

  test("of a cycle and its supervision goes to the cycle alone", () => {
    const parts = partsOf(read({ ...FILM, ...SESSION, Reflections: "I was too quick" }));
    expect(parts.map(({ entry }) => entry?.content)).toMatchObject([{ kind: "cycle", note: null, reflection: "I was too quick" }, { kind: "supervision", note: null }]);
    expect(JSON.stringify(parts[1])).not.toContain("quick");
  });

  test.each([["supervision", SESSION], ["peer_supervision", PEER]] as const)("of a %s session alone is left out, and that is said", (kind, session) => {
    const file = read({ ...session, Reflections: "I was too quick" });
    expect(saidOf(file, 2)).toMatch(/^accept .*reflection_of_session/);
    expect(partsOf(file)).toMatchObject([{ entry: { content: { kind, note: null } } }]);
    expect(JSON.stringify(partsOf(file))).not.toContain("quick");
  });

  test("is held against the same signs as a note, and asked about under its own name", () => {
    const file = read({ ...FILM, Reflections: "ring 07700 900123" });
    expect(partsOf(file)).toMatchObject([{ outcome: "warn", entry: { content: { note: null } } }]);
    expect(JSON.stringify(partsOf(file))).not.toContain("07700");
    expect(partsOf(file)[0]?.reasons.map(sayReason)).toEqual(["The reflection holds a telephone number and is left out, unless you word it anew."]);
    const { supervisors, fellowTrainees, clients } = importContext();
    expect(file.questions.map((question) => showQuestion(question, { supervisors, fellowTrainees, clients }))).toMatchObject([{
      id: "cycle-reflection-2", legend: "Row 2: the reflection holds what may not be kept here.", textLabel: "The reflection, worded anew", offers: [{ label: "Leave the reflection out" }, {}],
    }]);
    const reworded = read({ ...FILM, Reflections: "ring 07700 900123" }, { "cycle-reflection-2": { choice: "reword", text: "I should ring less" } });
    expect(partsOf(reworded)).toMatchObject([{ outcome: "accept", entry: { content: { reflection: "I should ring less" } } }]);
  });
});
