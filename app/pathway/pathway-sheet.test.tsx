import { expect, test } from "vitest";

import type { PathwayDefinition, PathwayVersion } from "#app/pathway/model.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { renderMarkup } from "#tests/support/render.tsx";

import { PathwayPage, PathwaysPage } from "./pathway-sheet.tsx";

const version = (definition: PathwayDefinition, over: Partial<PathwayVersion> = {}): PathwayVersion => ({
  id: "v1", pathwayId: "p", pathwayName: "NES", label: "version 1", effectiveFrom: "2026-01-01", definition, ...over,
});
const cells = (markup: string): string[] => [...markup.matchAll(/class="cell-value">([^<]*)</g)].map(([, text]) => text ?? "");

test("each version with what each stage asks, in force or to come, and whose is the reader's", () => {
  const versions = [version(plainDefinition), version(plainDefinition, { id: "v2", label: "version 2", effectiveFrom: "2027-01-01" })];
  const markup = renderMarkup(<PathwaysPage versions={versions} ownVersionId="v1" today="2026-03-01" />);
  expect(cells(markup).slice(0, 12)).toEqual(["2", "4", "6", "6", "12", "18", "5\u00a0h", "10\u00a0h", "15\u00a0h", "none", "1", "2"]);
  expect(markup).toContain("In force since 1 January 2026");
  expect(markup).toContain("In force from 1 January 2027");
  expect(markup.match(/your pathway/g)).toHaveLength(1);
  expect(markup).toContain('href="/pathways/v2"');
});

test("no version: says so", () => {
  expect(renderMarkup(<PathwaysPage versions={[]} ownVersionId={null} today="2026-03-01" />)).toContain("No pathway is set up yet.");
});

test("a pathway that needs data only: its own requirement, settings and sources are shown", () => {
  const definition: PathwayDefinition = {
    ...plainDefinition, accumulation: "per_stage", gates: [],
    requirements: [{ key: "group_supervision", label: "Group supervision", entries: "supervision", measure: "minutes", formats: ["group"], needed: [90, 0, 60] }],
    settings: { ...plainDefinition.settings, supervisionNeedsConfirmation: false, clientCountsWith: "closed_case", lateEntriesBelongTo: "stage_under_way" },
    sources: [{ label: "A page", url: "https://example.org/page" }, { label: "Nobody wrote it down" }],
  };
  const markup = renderMarkup(<PathwayPage version={version(definition)} isOwn={false} today="2026-03-01" />);
  expect(cells(markup)).toEqual(["1\u00a0h\u00a030", "none", "1\u00a0h"]);
  for (const text of [
    "Each stage counts its own entries", "Group supervision: only group sessions count.", "Supervision counts as logged, without being confirmed.",
    "A client counts once the case is closed", "What is logged late belongs to the stage under way.", 'href="https://example.org/page"', "Nobody wrote it down",
    "Stage 3: an independent reviewer, who never supervised the trainee", "Reaching the numbers closes no stage",
  ]) expect(markup).toContain(text);
  expect(markup).not.toContain("Training that has to be held");
});
