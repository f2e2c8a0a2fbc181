import { amountOf, countOf, gateName, requirementTitle, spelledAmount } from "#app/pathway/amounts.ts";
import type { PathwayDefinition } from "#app/pathway/model.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { Need } from "./readiness.ts";
import type { NeedLine } from "./view-model.ts";

const said = words.accreditation.missing;

const LOGGED_AT = { cycle: paths.newCycle(), supervision: paths.newSupervision(), peer_supervision: paths.newPeerSupervision() } as const;

function stageName({ stages }: PathwayDefinition, stage: number): string {
  return stages[stage - 1]?.name ?? String(stage);
}

function numberNeed(need: Need & { need: "number" }, definition: PathwayDefinition, isMissing: boolean): NeedLine {
  const requirement = definition.requirements.find((r) => r.key === need.requirement);
  if (!requirement) return { key: need.requirement, text: need.requirement, act: null };
  const [title, figure] = [requirementTitle(requirement), countOf(requirement, need.count, need.needed)];
  const toGo = requirement.measure === "minutes" ? amountOf(requirement, need.remaining) : spelledAmount(requirement, need.remaining, definition.requirements);
  if (!isMissing) return { key: need.requirement, text: said.numberStands(title, figure), act: null };
  return { key: need.requirement, text: said.number(title, figure, toGo), act: { to: LOGGED_AT[requirement.entries], text: said.acts[requirement.entries] } };
}

function gateNeed(key: string, definition: PathwayDefinition, isMissing: boolean): NeedLine {
  const name = gateName(definition.gates.find((g) => g.key === key) ?? { key, label: key });
  return isMissing ? { key, text: said.gate(name), act: { to: paths.newTraining(), text: said.acts.training } } : { key, text: said.gateStands(name), act: null };
}

/** Something that is missing before a stage can be asked for, in words, with where its trainee does it. */
export function missingLine(need: Need, definition: PathwayDefinition, openRequestId: string | null): NeedLine {
  switch (need.need) {
    case "under_way": return { key: need.need, text: said.underWay, act: null };
    case "stage_open": return { key: need.need, text: said.stageOpen, act: null };
    case "earlier_stage": return { key: `stage-${String(need.stage)}`, text: said.earlier(stageName(definition, need.stage)), act: { to: paths.progress(), text: words.progress.title } };
    case "number": return numberNeed(need, definition, true);
    case "gate": return gateNeed(need.gate, definition, true);
    case "reviewed_submission": return { key: need.need, text: said.review, act: { to: paths.submissions(), text: said.acts.review } };
    case "nothing_waiting": return { key: need.need, text: said.waiting, act: openRequestId === null ? null : { to: paths.signOffRequest(openRequestId), text: said.acts.request } };
  }
}

/** What stands of the numbers, the training and the reviews; that a stage is open says nothing to anybody. */
export function standingLines(standing: readonly Need[], definition: PathwayDefinition): NeedLine[] {
  return standing.flatMap((need) => {
    if (need.need === "number") return need.needed === 0 ? [] : [numberNeed(need, definition, false)];
    if (need.need === "gate") return [gateNeed(need.gate, definition, false)];
    return need.need === "reviewed_submission" ? [{ key: need.need, text: said.reviewStands, act: null }] : [];
  });
}
