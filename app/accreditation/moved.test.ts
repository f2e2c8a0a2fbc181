import { expect, test } from "vitest";

import { movesBetween } from "./moved.ts";
import type { Pack } from "./pack.ts";

const entry = (id: string, version = 1) => ({ entry: id, version, amount: 1, countsOn: "2026-11-10" });

const pack: Pack = {
  format: 1, trainee: "t", stage: 1, pathwayVersion: "v1", startedOn: "2026-01-01", closed: [],
  requirements: [{ key: "cycles", count: 2, needed: 2, entries: [entry("a"), entry("b")] }, { key: "clients", count: 1, needed: 1, entries: [entry("a")] }],
  gates: [{ key: "initial_course", state: "open", halfDays: 4, entries: [entry("course")] }],
  submissions: [{ submission: "s", entry: "a", attempt: 1, state: "sent" }], skills: [{ record: "k", version: 1 }],
};

test.each<[what: string, now: Partial<Pack>, moves: object[]]>([
  ["the same", {}, []],
  ["a stage that was closed since says nothing of this one", { closed: [{ stage: 1, on: "2026-11-20", by: "s" }] }, []],
  ["an entry that counts for two numbers is named once", {
    requirements: [{ key: "cycles", count: 1, needed: 2, entries: [entry("b")] }, { key: "clients", count: 0, needed: 1, entries: [] }],
  }, [{ what: "number", requirement: "cycles", from: 2, to: 1 }, { what: "number", requirement: "clients", from: 1, to: 0 }, { what: "entry", entry: "a", how: "gone" }]],
  ["one that came", { requirements: [{ key: "cycles", count: 3, needed: 2, entries: [entry("a"), entry("b"), entry("c")] }, ...pack.requirements.slice(1)] },
    [{ what: "number", requirement: "cycles", from: 2, to: 3 }, { what: "entry", entry: "c", how: "added" }]],
  ["another version of one", { gates: [{ key: "initial_course", state: "open", halfDays: 4, entries: [entry("course", 2)] }] }, [{ what: "entry", entry: "course", how: "changed" }]],
  ["a gate that shut", { gates: [{ key: "initial_course", state: "shut", halfDays: 0, entries: [] }] },
    [{ what: "gate", gate: "initial_course", isOpen: false }, { what: "entry", entry: "course", how: "gone" }]],
  ["a submission that was reviewed", { submissions: [{ submission: "s", entry: "a", attempt: 1, state: "reviewed" }] }, [{ what: "submission", submission: "s", entry: "a", state: "reviewed" }]],
  ["a skills record in its next version, and a new one, once", { skills: [{ record: "k", version: 2 }, { record: "n", version: 1 }] }, [{ what: "skills" }]],
  ["another version of the pathway", { pathwayVersion: "v2" }, [{ what: "pathway" }]],
])("%s", (_, now, moves) => {
  expect(movesBetween(pack, { ...pack, ...now })).toEqual(moves);
});
