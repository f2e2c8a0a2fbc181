import { formatCount, formatHours, formatMinutes, spellMinutes } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { Gate, PathwayDefinition, Requirement } from "./model.ts";

const known = words.pathways.requirements;

/** What a requirement is called: by its key where the catalogue knows it, else by the label in its pathway. */
export function requirementTitle(requirement: Pick<Requirement, "key" | "label">): string {
  return known[requirement.key]?.title ?? requirement.label;
}

/** What a gate is called within a sentence: "the mid-point half-day". */
export function gateName(gate: Pick<Gate, "key" | "label">): string {
  return words.pathways.gates[gate.key] ?? words.pathways.within(gate.label);
}

/** An amount as a large figure or in a table: "10", "8 h 30". */
export function figureOf(requirement: Pick<Requirement, "measure">, amount: number): string {
  if (requirement.measure !== "minutes") return formatCount(amount);
  return amount === 0 ? words.pathways.noHours : formatHours(amount);
}

/** An amount within a line of text: "10", "8 h 30 min". */
export function amountOf(requirement: Pick<Requirement, "measure">, amount: number): string {
  return requirement.measure === "minutes" ? formatMinutes(amount) : formatCount(amount);
}

/** What the pathway asks of a requirement in all, in the requirement's unit. */
export function askedInAll({ needed }: Requirement, { accumulation }: Pick<PathwayDefinition, "accumulation">): number {
  return accumulation === "cumulative" ? needed.at(-1) ?? 0 : needed.reduce((sum, amount) => sum + amount, 0);
}

/** "10 of 12"; where nothing is asked, what there is: "1". */
export function countOf(requirement: Pick<Requirement, "measure">, count: number, needed: number): string {
  const figure = figureOf(requirement, count);
  return needed === 0 ? figure : words.pathways.countOf(figure, figureOf(requirement, needed));
}

/**
 * An amount with its unit, for a heading: "two cycles", "90 minutes". `beside` are the pathway's requirements:
 * where several are kept in minutes, each says which it is.
 */
export function spelledAmount(requirement: Requirement, amount: number, beside: readonly Pick<Requirement, "measure">[]): string {
  if (requirement.measure === "minutes") {
    const isOnlyOne = beside.filter((r) => r.measure === "minutes").length <= 1;
    return isOnlyOne ? spellMinutes(amount) : words.pathways.minutesOf(spellMinutes(amount), requirementTitle(requirement));
  }
  const forms = known[requirement.key]?.forms;
  return forms ? words.pathways.counted(amount, forms) : words.pathways.named(requirement.label, amount);
}
