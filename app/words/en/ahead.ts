import { counted, formatCount, formatDay, formatDayShort, listAnd } from "../format.ts";
import { pathways } from "./pathways.ts";

const { within } = pathways;

/** A year and a quarter, and two years: how long the whole way usually takes. */
const USUAL = "15 to 24 months";

/** Words for when: the card on the page of progress, and the page that lays it open. */
export const ahead = {
  title: "When",
  how: "How this is worked out",
  likely: (stage: string) => `${stage} is likely `,
  fullStop: ".",
  notBefore: (stage: string) => `${stage} is not likely before `,
  openEnd: "; how much later cannot be said.",
  tooFar: "is too far off to say",
  tooFarWhy: " at the pace of the last months.",
  notBegun: {
    with: ", with", byThen: " by then", also: "It also takes ", holdsUp: " That is what holds it up",
    colon: (none: string) => `: ${none}`,
    none: (n: number, hasEntries: boolean) => {
      if (n === 1) return hasEntries ? "none of one’s own counts yet" : "none is logged yet";
      return hasEntries ? "no work of one’s own counts towards these yet" : "none of these is logged yet";
    },
    noDate: "has no date yet",
    noDateWhy: (what: string, none: string, n: number) => `: all it lacks is ${what}, and ${none}. ${n === 1 ? "The first gives" : "The first of each gives"} it a date.`,
    noDateEither: "has no date either",
    noDateEitherWhy: (before: string) => `: it begins with the end of ${within(before)}.`,
  },
  reachedStage: "has its numbers",
  reachedStageWhy: ": what is left is people’s to decide.",
  holdsUp: "What holds it up is ",
  notThat: (title: string) => `, not ${within(title)}.`,
  reached: "Every number is reached, so there is no date to work out. What is left is people’s to decide.",
  tooLittle: (entries: number, notBefore: string, isSoon: boolean) =>
    `There is none yet: it takes eight weeks on the pathway, and three entries that count; ${counted(entries, { one: "counts", other: "count" }, true)} so far. ${isSoon ? "It will stand here with the next that count" : `It can stand here from ${formatDay(notBefore)}`}.`,
  ownAlone: "There are too few others on this pathway yet, so it is worked out from this record alone: it will be less certain, and will move with every entry.",
  paused: (until: string) => `Reckoned from the end of the planned pause, ${formatDay(until)}.`,
  numbersOnly: (gates: readonly string[]) => (gates.length === 0 ? "Numbers only: the decision comes beside them." : `Numbers only: ${listAnd([...gates, "the decision"])} come beside them.`),
  axis: { today: "Today", label: (parts: readonly string[]) => parts.join("; "), part: (stage: string, range: string) => `${stage} ${range}` },

  page: {
    headingReached: "Every number is reached",
    headingTooLittle: "When: too early to say",
    headingUnknown: (stage: string) => `${stage}: no date can be told yet`,
    heading: (stage: string, range: string, notBegun: string) => `${stage}: likely ${range}${notBegun === "" ? "" : `, with ${notBegun}`}`,
    back: "Progress",
    backTo: (name: string) => `Progress of ${name}`,
    stages: {
      title: "Each stage", caption: "When the numbers of each stage are likely reached",
      stage: "Stage", range: "Between", likely: "As likely before as after", heldUp: "What holds it up",
      reached: "numbers reached", tooFar: "too far off to say", noDate: "no date yet", later: (day: string) => `not before ${day}`,
      notBegun: (titles: string) => `${titles.charAt(0).toUpperCase()}${titles.slice(1)} (not begun)`, then: (first: string, title: string) => `${first}, then ${within(title)}`,
    },
    change: {
      title: "What would change it", caption: "One more in every four weeks of what is begun and holds each stage up",
      more: "One more in every four weeks", stage: "Stage", earlier: "Earlier by", then: "Then holds it up",
      weeks: (n: number) => (n === 0 ? "less than a week" : `about ${counted(n, { one: "week", other: "weeks" })}`),
      notBegun: (titles: string) => `Not begun, so there is no pace yet that could change: ${titles}.`,
      hour: (title: string) => `an hour of ${within(title)}`,
      one: (forms: string | undefined, title: string) => (forms === undefined ? `one of ${within(title)}` : `one ${forms}`),
    },
    road: {
      title: "Month by month",
      text: "If work goes on evenly and each stage is reached on its likely day, this much is there by the end of each month.",
      stage: (stage: string, day: string) => `${stage}, by about ${formatDay(day)}`,
      month: "Month", note: "Time",
      upTo: (month: string, day: string) => `${month}, to ${formatDayShort(day)}`,
      pause: (from: string, to: string) => `planned pause, ${formatDayShort(from)} to ${formatDayShort(to)}`,
      share: (percent: number, from: string) => `${formatCount(percent)} % of full time from ${formatDayShort(from)}`,
      there: (titles: readonly string[]) => `There already: ${listAnd(titles.map(within))}.`,
      beside: (what: string) => `Beside these: ${what}, not begun yet.`,
      none: "There is no likely day to plan towards yet.",
    },
    time: {
      title: "Time", usual: "Usually",
      usualText: (from: string, to: string) => `${USUAL} from the first day to the end of the last stage: here ${from} to ${to}`,
      shares: "Part time", fullTime: "none: full time all along", share: (percent: number, from: string) => `${formatCount(percent)} % of full time from ${formatDay(from)}`,
      pauses: "Planned pauses", noPauses: "none", pause: (from: string, to: string) => `${formatDay(from)} to ${formatDay(to)}`,
      note: "A programme lead or administrator enters both: dates, never a reason. They move the days on this page, and nothing that a stage asks.",
    },
    method: {
      title: "How this is worked out",
      paragraphs: (others: boolean) => [
        "What counted so far is cut into four weeks, without planned pauses, and with part time as the share of full time that it is. Then the coming weeks are tried out 400 times: each time by living through some of those four weeks again in another order, the latest more often, and a little faster or slower as time goes on.",
        others
          ? "A little of how it goes for others on the same pathway is mixed in, as much as ten weeks of one’s own, so that a few quiet or busy weeks at the start do not decide everything. Nobody can be told from it."
          : "Elsewhere a little of how it goes for others on the same pathway is mixed in; here there are fewer than three, so these days lean on this record alone.",
        "What nothing of one’s own counts towards yet has no pace. It is left out of the days and named beside them: they hold only with it.",
        "Of the 400 ways, one in ten is earlier than the first day that is named and one in ten later than the second. Tried with 2,100 invented trainees the range held for about eight in ten, and for three in four of those whose pace changed much; most of the others were earlier.",
        "It is worked out afresh whenever something counts. It decides nothing, and nobody is held to it.",
      ],
    },
  },
} as const;
