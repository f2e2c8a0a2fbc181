import type { Day } from "#app/platform/clock.ts";
import { paths } from "#app/ui/paths.ts";
import { formatDay, listAnd } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { type CaseDetails, GOAL_PLACES } from "./case-model.ts";
import { type CaseEvent, type CaseVersion, caseStory, goalLines, type GoalLine, nextOfCase, type CaseNext, ratingIn } from "./case-story.ts";
import type { Client, Cycle, Entry, Supervision } from "./model.ts";

const said = words.cases;

/** A link to something that belongs to a cycle: its submission, a supervision session about it. */
export interface StoryLink {
  readonly text: string;
  readonly to: string;
}

/** One thing of a case's story, in words. */
export interface StoryItem {
  readonly key: string;
  readonly day: string;
  readonly title: string;
  /** The cycle's entry, where it is one. */
  readonly entryId: string | null;
  readonly lines: readonly string[];
  /** What the trainee wrote of it. */
  readonly quotes: readonly { readonly label: string; readonly text: string }[];
}

/** A goal over time, in words. */
export interface GoalView {
  readonly title: string;
  readonly line: string;
}

/** A case as its page tells it. */
export interface CaseView {
  readonly about: string | null;
  readonly helpingQuestion: string | null;
  readonly items: readonly StoryItem[];
  readonly goals: readonly GoalView[];
  readonly measuredInDcs: boolean;
  readonly next: CaseNext;
  readonly nextSteps: string | null;
}

function ratingsOf(cycle: Cycle): string[] {
  const parts = GOAL_PLACES.flatMap((place) => {
    const rating = ratingIn(cycle, place);
    return rating === null ? [] : [said.story.rated(place, rating)];
  });
  return parts.length === 0 ? [] : [said.story.ratings(parts)];
}

function linesOf(cycle: Cycle, today: Day): string[] {
  const { story } = said;
  const { reviewedOn, reviewMinutes, reviewFilmed, clipsChosen, nextStep } = cycle;
  const review = reviewedOn === null ? story.noReview
    : story.reviewed({ day: reviewedOn, minutes: reviewMinutes, filmed: reviewFilmed, clips: clipsChosen, isPlanned: reviewedOn > today });
  return [
    story.filmed({ minutes: cycle.filmMinutes, mode: cycle.mode, of: cycle.filmedRoles }), review, ...ratingsOf(cycle), ...(nextStep === null ? [] : [story.next[nextStep]]),
  ];
}

function quotesOf({ attunedMoments, note }: Cycle): StoryItem["quotes"] {
  const { moments, well } = said.story;
  return [{ label: moments, text: attunedMoments }, { label: well, text: note }].flatMap(({ label, text }) => (text === null ? [] : [{ label, text }]));
}

function itemOf(event: CaseEvent, i: number, today: Day): StoryItem {
  const { story } = said;
  const base = { key: String(i), day: formatDay(event.day), entryId: null, lines: [], quotes: [] };
  switch (event.kind) {
    case "opened": return { ...base, title: story.opened };
    case "reopened": return { ...base, title: story.reopened };
    case "closed": return { ...base, title: story.closed, lines: event.because === null ? [] : [story.because[event.because]] };
    case "cycle": return { ...base, title: story.cycle(event.number), entryId: event.cycle.id, lines: linesOf(event.cycle, today), quotes: quotesOf(event.cycle) };
  }
}

function goalOf({ place, text, points }: GoalLine): GoalView {
  const { goals } = said;
  const parts = points.map(({ day, rating }) => (day === null ? goals.atStart(rating) : goals.on(rating, day)));
  return { title: text ?? goals.unnamed(place), line: parts.length === 0 ? goals.none : listAnd(parts) };
}

type Told = Client & CaseDetails;

/** The page of a case: the story of the work, its goals over time and what comes next. */
export function caseView(client: Told, versions: readonly CaseVersion[], entries: readonly Entry[], today: Day): CaseView {
  const cycles = entries.filter((entry) => entry.kind === "cycle").filter((cycle) => cycle.clientId === client.id);
  return {
    about: said.story.about(client.relation, client.setting), helpingQuestion: client.helpingQuestion,
    items: caseStory(client, versions, cycles).map((event, i) => itemOf(event, i, today)),
    goals: goalLines(client, cycles).map(goalOf), measuredInDcs: client.measuredInDcs, next: nextOfCase(client, cycles), nextSteps: client.nextSteps,
  };
}

/** The supervision sessions that were about each cycle, by its id, the first first; voided ones left out. */
export function sessionsAbout(entries: readonly Entry[]): Map<string, Supervision[]> {
  const sessions = entries.filter((entry) => entry.kind === "supervision").filter((s) => !s.voided).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
  const about = new Map<string, Supervision[]>();
  for (const session of sessions) for (const { cycleId } of session.discussed) about.set(cycleId, [...about.get(cycleId) ?? [], session]);
  return about;
}

/** The links to the sessions that were about that cycle. */
export function sessionLinks(entries: readonly Entry[], cycleId: string): StoryLink[] {
  return (sessionsAbout(entries).get(cycleId) ?? []).map((s) => ({ text: said.story.discussed(s.minutes, s.heldOn), to: paths.entry(s.id) }));
}

/** How a case is closed and what comes next of it, in words: shown to whoever opens it again where that was changed meanwhile. */
export function closingInWords({ closedOn, closedBecause, nextSteps }: Client): { readonly term: string; readonly value: string }[] {
  const { labels, closeReasons } = said;
  const { empty } = words.history;
  return [
    { term: labels.closedOn, value: closedOn === null ? empty : formatDay(closedOn) }, { term: labels.closedBecause, value: closedBecause === null ? empty : closeReasons[closedBecause] },
    { term: labels.nextSteps, value: nextSteps ?? empty },
  ];
}
