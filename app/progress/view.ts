import type { Entry } from "#app/logbook/model.ts";
import { gateName } from "#app/pathway/amounts.ts";
import type { PathwayVersion } from "#app/pathway/model.ts";
import { type Day, daysBetween } from "#app/platform/clock.ts";
import { formatAge, formatDay, formatDayShort, formatMinutes, listOr } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { entryDetail, entryTitle, entryTitleOn, type Sorted, sortEntries, type Standing, standingOf, waits, waitsForVerification } from "./entry-lines.ts";
import { type HeadingFacts, headingOf, type Pause } from "./heading.ts";
import { metersOf, type MeterView } from "./meters.ts";
import { type NextStep, nextStepOf, type SignOffStep } from "./next-step.ts";
import type { Rhythm } from "./rhythm.ts";
import { type Decided, gatesOf, type GateView, stagesOf, type StageView } from "./stages.ts";

/** One trainee's progress on one day, as the page is made from it. */
export interface ProgressFacts extends Pick<HeadingFacts, "count"> {
  readonly trainee: { readonly id: string; readonly name: string };
  readonly programmeName: string;
  readonly enrolment: Pick<HeadingFacts, "startedOn" | "endedOn" | "outcome">;
  readonly version: PathwayVersion;
  /** The whole log, voided entries too, the newest day first. */
  readonly entries: readonly Entry[];
  readonly decided: readonly Decided[];
  readonly pauses: readonly Pause[];
  readonly rhythm: Rhythm;
}

/** Where the next step is taken. */
export type Act = { readonly kind: "entry" | "change_entry"; readonly entryId: string } | { readonly kind: "cycle" | "supervision" | "peer_supervision" | "training" | "submissions" } | { readonly kind: "ask_sign_off"; readonly stage: number } | { readonly kind: "sign_off_request"; readonly requestId: string };

/** The next step in words. Without an act it is something to talk over. */
export interface NextView {
  readonly title: string;
  readonly text: string;
  readonly act: (Act & { readonly text: string }) | null;
}

/** One line of a list of entries. */
export interface EntryLine extends Standing {
  readonly entryId: string;
  readonly kind: Entry["kind"];
  readonly title: string;
  readonly detail: string;
}

/** The page of somebody's progress, ready to be shown. */
export interface ProgressView {
  readonly kicker: string;
  readonly heading: string;
  readonly isEmpty: boolean;
  readonly stages: readonly StageView[];
  readonly next: NextView | null;
  readonly meters: readonly MeterView[];
  readonly gates: readonly GateView[];
  readonly waiting: readonly EntryLine[];
  readonly lately: readonly EntryLine[];
}

const LATELY = 5;
const { next: said, waiting: wait } = words.progress;

function acting(title: string, text: string, act: Act, actText: string): NextView {
  return { title: said.title(title), text, act: { text: actText, ...act } };
}

function gapText(step: NextStep & { kind: "supervision_gap" }, today: Day): string {
  if (step.lastOn === null) return said.supervision.never(formatDay(step.since));
  const age = formatAge(daysBetween(step.lastOn, today));
  return step.overdue ? said.supervision.overdue(age) : said.supervision.due(age);
}

function signOffView({ signOff }: NextStep & { kind: "sign_off" }): NextView {
  const { what, ready, asked, review } = said.signOff;
  switch (signOff?.state) {
    case "ready": return acting(ready.what, ready.text, { kind: "ask_sign_off", stage: signOff.stage }, ready.act);
    case "asked": return acting(asked.what, asked.text, { kind: "sign_off_request", requestId: signOff.requestId }, asked.act);
    case "needs_review": return acting(review.what, review.text, { kind: "submissions" }, review.act);
    case undefined: return { title: said.title(what), text: said.signOff.text, act: null };
  }
}

/** The next step in the words of the page. */
function nextView(step: NextStep, today: Day): NextView {
  switch (step.kind) {
    case "answer_question":
      return acting(said.questioned.what(entryTitleOn(step.entry, today)), said.questioned.text(step.entry.confirmationNote), { kind: "entry", entryId: step.entry.id }, said.questioned.act);
    case "shared_review":
      return acting(said.sharedReview.what(step.clientCode), said.sharedReview.text(formatDayShort(step.filmedOn, today)), { kind: "change_entry", entryId: step.entryId }, said.sharedReview.act);
    case "mid_point": return acting(said.midPoint.what, said.midPoint.text(step.cycles), { kind: "training" }, said.midPoint.act);
    case "supervision_gap": return acting(said.supervision.what, gapText(step, today), { kind: "supervision" }, said.supervision.act);
    case "supervision":
      return acting(said.supervisionMinutes.what, said.supervisionMinutes.text(formatMinutes(step.remainingMinutes)), { kind: "supervision" }, said.supervisionMinutes.act);
    case "peer_supervision": return acting(said.peer.what, said.peer.text(step.remaining), { kind: "peer_supervision" }, said.peer.act);
    case "gate": return acting(said.gate.what(gateName(step.gate)), said.gate.text, { kind: "training" }, said.gate.act);
    case "sign_off": return signOffView(step);
    case "cycle": return acting(said.cycle.what, step.isFirst ? said.cycle.first : said.cycle.text, { kind: "cycle" }, said.cycle.act);
  }
}

function entryLine(entry: Entry, sorted: Sorted, today: Day): EntryLine {
  return { entryId: entry.id, kind: entry.kind, title: entryTitle(entry), detail: entryDetail(entry, today), ...standingOf(entry, sorted) };
}

function whoConfirms(entry: Entry): string {
  if (entry.kind === "supervision") return wait.with(entry.supervisorName);
  if (entry.kind === "training") return wait.lead;
  if (entry.kind !== "peer_supervision" || entry.attendees.length === 0) return wait.bySupervisor;
  return wait.by(listOr(entry.attendees.map((a) => a.name)));
}

function waitingLine(entry: Entry, sorted: Sorted, today: Day): EntryLine {
  const detail = waitsForVerification(entry, sorted) && entry.kind === "supervision" ? wait.verification(entry.supervisorName) : whoConfirms(entry);
  return { entryId: entry.id, kind: entry.kind, title: entryTitleOn(entry, today), detail, ...standingOf(entry, sorted) };
}

/** True once the trainee's time on the pathway has ended: nothing more is asked for. */
export function isOver({ enrolment, count }: Pick<ProgressFacts, "enrolment" | "count">): boolean {
  return enrolment.endedOn !== null && enrolment.endedOn <= count.today;
}

/** The page of a trainee's progress: in their own words where it is their own, to be read only by a supervisor. `signOff` is what the room above knows of asking for the stage. */
export function progressView(progress: ProgressFacts, isOwn: boolean, signOff: SignOffStep | null = null): ProgressView {
  const { count, entries, rhythm, version, decided, enrolment: { startedOn, endedOn, outcome }, pauses } = progress;
  const { definition } = version;
  const facts = { count, startedOn, endedOn, outcome, pauses, hasEntries: entries.some((e) => !e.voided), isOwn };
  const step = isOwn ? nextStepOf({ entries, rhythm, signOff, ...facts }) : undefined;
  const sorted = sortEntries(count);
  return {
    kicker: isOwn
      ? words.progress.kicker(progress.programmeName, version.pathwayName, version.label)
      : words.progress.kickerOf(progress.trainee.name, progress.programmeName, version.label),
    heading: headingOf(facts), isEmpty: !facts.hasEntries,
    stages: stagesOf({ count, definition, startedOn, decided, isOwn }),
    next: step ? nextView(step, count.today) : null,
    meters: metersOf({ count, definition, rhythm }),
    gates: gatesOf(count),
    waiting: entries.filter((entry) => waits(entry, sorted)).map((entry) => waitingLine(entry, sorted, count.today)),
    lately: entries.filter((e) => !e.voided).slice(0, LATELY).map((e) => entryLine(e, sorted, count.today)),
  };
}
