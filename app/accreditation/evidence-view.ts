import type { Cycle, Entry } from "#app/logbook/model.ts";
import { countOf, gateName, requirementTitle } from "#app/pathway/amounts.ts";
import type { Gate, PathwayDefinition, Requirement } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { nthReview } from "#app/review/cycle-view.ts";
import { submissionStateSchema } from "#app/review/schemas.ts";
import { capitalise } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { Move } from "./moved.ts";
import type { Pack } from "./pack.ts";
import type { EvidenceView, NumberLine, OpenLine } from "./view-model.ts";

const { evidence: said, moved } = words.accreditation;

/** Where whoever reads a stage's evidence opens it; null where they may not. */
export interface EvidencePlaces {
  readonly numberAt: (key: string) => string | null;
  readonly submissionAt: (submissionId: string) => string | null;
  readonly skillsAt: string | null;
}

/** What a pack is named by: the pathway's words and the entries behind its ids. */
export interface EvidenceNames {
  readonly definition: PathwayDefinition;
  readonly entries: readonly Entry[];
  readonly today: Day;
}

function requirementOf({ definition }: EvidenceNames, key: string): Requirement | undefined {
  return definition.requirements.find((r) => r.key === key);
}

function gateOf({ definition }: EvidenceNames, key: string): Gate | undefined {
  return definition.gates.find((g) => g.key === key);
}

function numberLine(packed: Pack["requirements"][number], names: EvidenceNames, places: EvidencePlaces): NumberLine {
  const requirement = requirementOf(names, packed.key) ?? { key: packed.key, label: packed.key, measure: "entries" };
  const isMet = packed.count >= packed.needed;
  return { key: packed.key, title: requirementTitle(requirement), figure: countOf(requirement, packed.count, packed.needed), isMet, to: places.numberAt(packed.key) };
}

function gateLine(packed: Pack["gates"][number], names: EvidenceNames, places: EvidencePlaces): NumberLine {
  const gate = gateOf(names, packed.key);
  const isMet = packed.state === "open";
  const title = capitalise(gateName(gate ?? { key: packed.key, label: packed.key }).replace(/^the /, ""));
  return { key: packed.key, title, figure: isMet ? said.gateDone : said.gateOpen(packed.halfDays, gate?.halfDaysNeeded ?? 0), isMet, to: places.numberAt(packed.key) };
}

/** A submission by its cycle: "C‑05, second shared review". */
function submissionTitle(entryId: string, entries: readonly Entry[]): string {
  const cycle = entries.find((entry): entry is Cycle => entry.kind === "cycle" && entry.id === entryId);
  return cycle ? words.review.title(cycle.clientCode, nthReview(entries, cycle)) : moved.anEntry;
}

function submissionLines({ submissions }: Pack, { entries }: EvidenceNames, { submissionAt }: EvidencePlaces): OpenLine[] {
  return submissions.filter((s) => s.state === "reviewed").map((s) => ({ key: s.submission, title: submissionTitle(s.entry, entries), to: submissionAt(s.submission) }));
}

/** A pack as it is shown: every number, training, reviewed submission and the skills record, each with where it opens. */
export function evidenceView(pack: Pack, names: EvidenceNames, places: EvidencePlaces): EvidenceView {
  const skills = pack.skills.length;
  return {
    // Where a stage asks for none and there is none, there is nothing to look at.
    numbers: pack.requirements.filter((r) => r.needed > 0 || r.count > 0).map((r) => numberLine(r, names, places)), gates: pack.gates.map((g) => gateLine(g, names, places)),
    submissions: submissionLines(pack, names, places),
    skills: { key: "skills", title: skills === 0 ? said.skillsNone : said.skillsThere(skills), to: skills === 0 ? null : places.skillsAt },
  };
}

function entryLine({ entry: id, how }: Move & { what: "entry" }, { entries, today }: EvidenceNames): string {
  const entry = entries.find((one) => one.id === id);
  const title = entry ? entryTitleOn(entry, today) : moved.anEntry;
  return entry?.voided ? moved.voided(title) : moved[how](title);
}

function moveLine(move: Move, names: EvidenceNames): string {
  switch (move.what) {
    case "pathway": return moved.pathway;
    case "number": {
      const requirement = requirementOf(names, move.requirement) ?? { key: move.requirement, label: move.requirement, measure: "entries" };
      return moved.number(requirementTitle(requirement), countOf(requirement, move.from, 0), countOf(requirement, move.to, 0));
    }
    case "gate": return moved.gate(gateName(gateOf(names, move.gate) ?? { key: move.gate, label: move.gate }), move.isOpen);
    case "entry": return entryLine(move, names);
    case "submission": return moved.submission(submissionTitle(move.entry, names.entries), words.review.states[submissionStateSchema.parse(move.state)]);
    case "skills": return moved.skills;
  }
}

/** What moved between two packs, a line for each thing. */
export function moveLines(moves: readonly Move[], names: EvidenceNames): string[] {
  return moves.map((move) => moveLine(move, names));
}
