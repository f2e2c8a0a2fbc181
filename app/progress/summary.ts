import { countOf, requirementTitle } from "#app/pathway/amounts.ts";
import { daysBetween } from "#app/platform/clock.ts";
import { byName } from "#app/platform/order.ts";
import { formatAge, formatDay, formatDayShort } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { headingOf, stageShown } from "./heading.ts";
import type { Rhythm } from "./rhythm.ts";
import type { ProgressFacts } from "./view.ts";

/** How a trainee's supervision goes, in words, with a chip where it says something. */
export interface RhythmView {
  readonly text: string;
  readonly chip: { readonly text: string; readonly tone: "alert" | "moment" | "good" | "plain" } | null;
}

/** One trainee in a supervisor's list. */
export interface TraineeSummary {
  readonly traineeId: string;
  readonly name: string;
  readonly stage: string;
  readonly heading: string;
  readonly figures: readonly { readonly key: string; readonly title: string; readonly text: string }[];
  readonly rhythm: RhythmView;
  readonly isDue: boolean;
}

const said = words.progress.rhythm;

function rhythmText({ lastOn, plannedOn }: Rhythm, { enrolment, count }: ProgressFacts): string {
  const last = lastOn === null ? said.never(formatDay(enrolment.startedOn)) : formatAge(daysBetween(lastOn, count.today));
  return plannedOn === null ? last : said.booked(last, formatDayShort(plannedOn, count.today));
}

function rhythmChip({ state }: Rhythm): RhythmView["chip"] {
  switch (state) {
    case "overdue": return { text: said.chips.overdue, tone: "alert" };
    case "due": return { text: said.chips.due, tone: "moment" };
    case "booked": return { text: said.chips.booked, tone: "good" };
    case "paused": return { text: said.chips.paused, tone: "plain" };
    case "in_rhythm": case "ended": return null;
  }
}

const SEVERITY = { overdue: 0, due: 1, booked: 2, in_rhythm: 3, paused: 4, ended: 5 } as const satisfies Record<Rhythm["state"], number>;

function summaryOf(progress: ProgressFacts): TraineeSummary {
  const { count, rhythm, trainee, enrolment, pauses, entries } = progress;
  const stage = stageShown(count);
  return {
    traineeId: trainee.id, name: trainee.name, stage: stage.state === "reopened" ? words.progress.heading.reopened(stage.name) : stage.name,
    heading: headingOf({ count, ...enrolment, pauses, hasEntries: entries.some((e) => !e.voided), isOwn: false }),
    figures: stage.requirements.map((r) => ({
      key: r.requirement.key, title: requirementTitle(r.requirement),
      text: countOf(r.requirement, r.count, r.needed),
    })),
    rhythm: { text: rhythmText(rhythm, progress), chip: rhythmChip(rhythm) },
    isDue: rhythm.state === "due" || rhythm.state === "overdue",
  };
}

/** A supervisor's trainees: who has waited longest beyond the rhythm of supervision first, then by name. */
export function summariesOf(all: readonly ProgressFacts[]): TraineeSummary[] {
  return [...all]
    .sort((a, b) => SEVERITY[a.rhythm.state] - SEVERITY[b.rhythm.state] || byName(a.trainee.name, b.trainee.name))
    .map(summaryOf);
}
