import type { Pack } from "./pack.ts";

/** One thing in which a stage's evidence is another than it was. */
export type Move =
  | { readonly what: "pathway" }
  | { readonly what: "number"; readonly requirement: string; readonly from: number; readonly to: number }
  | { readonly what: "gate"; readonly gate: string; readonly isOpen: boolean }
  | { readonly what: "entry"; readonly entry: string; readonly how: "added" | "gone" | "changed" }
  | { readonly what: "submission"; readonly submission: string; readonly entry: string; readonly state: string }
  | { readonly what: "skills" };

function numbers(then: Pack, now: Pack): Move[] {
  const before = new Map(then.requirements.map((r) => [r.key, r.count]));
  return now.requirements.flatMap(({ key, count }): Move[] => {
    const from = before.get(key) ?? 0;
    return from === count ? [] : [{ what: "number", requirement: key, from, to: count }];
  });
}

function gates(then: Pack, now: Pack): Move[] {
  const before = new Map(then.gates.map((g) => [g.key, g.state]));
  return now.gates.flatMap(({ key, state }): Move[] => (before.get(key) === state ? [] : [{ what: "gate", gate: key, isOpen: state === "open" }]));
}

/** Every entry that counts for anything in the pack, once, with its version. */
function versionsIn({ requirements, gates: open }: Pack): Map<string, number> {
  return new Map([...requirements, ...open].flatMap(({ entries }) => entries.map((e) => [e.entry, e.version] as const)));
}

function entries(then: Pack, now: Pack): Move[] {
  const [before, after] = [versionsIn(then), versionsIn(now)];
  const gone = [...before.keys()].filter((id) => !after.has(id)).map((entry): Move => ({ what: "entry", entry, how: "gone" }));
  return [...gone, ...[...after].flatMap(([entry, version]): Move[] => {
    if (!before.has(entry)) return [{ what: "entry", entry, how: "added" }];
    return before.get(entry) === version ? [] : [{ what: "entry", entry, how: "changed" }];
  })];
}

function submissions(then: Pack, now: Pack): Move[] {
  const before = new Map(then.submissions.map((s) => [s.submission, s.state]));
  return now.submissions.flatMap(({ submission, entry, state }): Move[] => (before.get(submission) === state ? [] : [{ what: "submission", submission, entry, state }]));
}

function skills(then: Pack, now: Pack): Move[] {
  const before = new Map(then.skills.map((s) => [s.record, s.version]));
  return now.skills.some(({ record, version }) => before.get(record) !== version) ? [{ what: "skills" }] : [];
}

/** What moved in a stage's evidence from one pack of it to a later one, each thing once (docs/field.md, "What is signed"). Pure. */
export function movesBetween(then: Pack, now: Pack): Move[] {
  const pathway: Move[] = then.pathwayVersion === now.pathwayVersion && then.startedOn === now.startedOn ? [] : [{ what: "pathway" }];
  return [...pathway, ...numbers(then, now), ...gates(then, now), ...entries(then, now), ...submissions(then, now), ...skills(then, now)];
}
