import { capitalise, counted, formatCount, formatDay, formatTenths, listAnd, plural, spellCount } from "../format.ts";
import { pathways } from "./pathways.ts";

const trainees = (n: number) => counted(n, { one: "trainee", other: "trainees" });
const stalled = (n: number) => `${spellCount(n) === "no" ? "none" : spellCount(n)} ${plural(n, { one: "has", other: "have" })} stalled`;

/** Words of the room `outcomes`. */
export const outcomes = {
  management: { title: "For managing the programme, not for publication", text: "Names and small numbers stand here. What may leave the programme is on the publication page." },
  programme: "Programme",
  show: "Show",

  cohort: {
    title: "Cohorts",
    heading: {
      none: "No trainees on a pathway yet",
      of: (shown: number, all: number, n: number) => {
        const who = shown === all ? trainees(all) : `${formatCount(shown)} of ${trainees(all)}`;
        if (shown === 0) return who;
        return `${who}; ${n === 0 ? "none has stalled" : stalled(n)}`;
      },
    },
    lead: "Counts, days and decisions. No client, film, note, rating or reflection can be reached from here.",
    none: "Once an administrator has enrolled somebody on a pathway of this programme, they stand here.",
    noneMatch: "Nobody is like this",
    noneMatchText: "No trainee is of that board, cohort and state, and has come that far.",
    caption: "Trainees of the programme",
    listTitle: "Trainees",
    columns: { trainee: "Trainee", board: "Board and cohort", stage: "Stage", pace: "Pace", last: "Last activity", state: "State" },
    notAsked: "not asked",
    nowhere: "not recorded",
    neverActive: "nothing logged yet",
    states: { stalled: "Stalled", under_way: "Under way", paused: "Planned pause", accredited: "Accredited", withdrawn: "Withdrawn", ended: "Ended" },
    pausedUntil: (day: string) => `Planned pause until ${formatDay(day)}`,
    accreditedOn: (day: string) => `Accredited on ${formatDay(day)}`,
    withdrawnOn: (day: string) => `Withdrawn on ${formatDay(day)}`,
    pace: {
      over: "ended",
      of: (cycles: number, days: number) => {
        if (days === 0) return "not started yet";
        const since = days < 90 ? "since the start" : "in 90 days";
        if (cycles === 0) return `no cycle ${since}`;
        if (days < 30) return `${counted(cycles, { one: "cycle", other: "cycles" })} ${since}`;
        const per = formatTenths(cycles * 30 / days);
        return `${per} ${per === "1" ? "cycle" : "cycles"} in 30 days`;
      },
    },
    paceNote: "Pace: cycles that count, in 30 days, over the last 90 days or since the start. Stalled: no cycle and no supervision in 90 days, planned pauses left out.",
    filters: {
      label: "Board, cohort or state", now: (parts: readonly string[]) => `Shown: ${listAnd(parts)}`,
      board: "Board", allBoards: "All boards", cohort: "Cohort", allCohorts: "All cohorts", state: "State", allStates: "All states",
      reached: "Has reached", anyStep: "Any step", clear: "Show everybody",
    },
    opens: (title: string, name: string) => `${title} of ${name}`,
  },

  funnel: {
    title: "How far they have come",
    steps: {
      initial_course: "Initial course", first_cycle: "First cycle", stage_1: "Stage 1", mid_point: "Mid-point", stage_2: "Stage 2", accredited: "Accredited",
    },
    caption: "Trainees who have reached each step",
    columns: { step: "Step", reached: "Reached it", share: "Of those shown" },
    share: (n: number, of: number) => `${formatCount(n)} of ${formatCount(of)}`,
    chart: (of: number) => `Bars of how many of ${trainees(of)} have reached each step; the table beside says the same.`,
    withoutMidPoint: (n: number) => `${capitalise(counted(n, { one: "trainee is", other: "trainees are" }, true))} on a pathway that asks for no mid-point.`,
  },

  trainee: {
    heading: (name: string, stage: string, state: string) => `${name}: ${pathways.within(stage)}, ${pathways.within(state)}`,
    done: (name: string, state: string) => `${name}: ${pathways.within(state)}`,
    back: "All trainees",
    facts: { started: "Started", last: "Last activity", pace: "Pace", pauses: "Planned pauses", gates: "Training" },
    noPauses: "none",
    pause: (from: string, to: string) => `${formatDay(from)} to ${formatDay(to)}`,
    counts: { title: (stage: string) => `What counts for ${pathways.within(stage)}`, caption: "Counts against what is asked", what: "What", stage: "This stage", whole: "Whole pathway" },
    decisions: {
      title: "Decisions", none: "Nothing has been decided yet.", caption: "Decisions on stages",
      stage: "Stage", what: "Decision", by: "By", on: "On",
      closed: "closed", reopened: (what: string, day: string, by: string, reason: string) => `${what}, reopened on ${formatDay(day)} by ${by}: ${reason}`,
      reopenedSince: (what: string) => `${what}, reopened since`,
      outcomes: { recommended: "recommended", signed: "signed", accredited: "accredited", not_yet: "not yet, with actions" },
    },
    days: {
      title: (what: string) => `Days: ${pathways.within(what)}`, none: "No days yet.", day: "Day", what: "What", amount: "Amount", counts: "Counts",
      yes: "counts", no: "does not count", planned: "planned",
      cycle: (filmed: string) => `Cycle, filmed ${formatDay(filmed)}`, unreviewed: "Cycle without its shared review yet",
      supervision: "Supervision", peer_supervision: "Peer supervision", training: "Training", recognised: "Recognised prior work", client: "A client counts from here",
    },
    note: "Whose family, what was filmed and what was said stays with the trainee and their supervisor.",
  },

  longAgo: {
    question: (day: string) => `${formatDay(day)} is more than five years ago. Was it then?`,
    box: "Yes, it was then",
  },

  attendance: {
    title: "Record attendance", lead: "Who was at a training, a whole cohort at once. It counts for each of them straight away.",
    whichCohort: "Which cohort", cohort: "Cohort", allCohorts: "All cohorts", who: "Who was there", nobody: "Nobody is under way here", nobodyText: "Choose another cohort.",
    labels: { training: "Which training", heldOn: "Day", halfDays: "Half-days", traineeIds: "Who was there" },
    hints: { all: "Tick who was there.", cohort: "Everybody of the cohort is ticked. Take the tick from whoever was not there." },
    forms: {
      trainingMissing: "Choose which training it was", dayMissing: "Enter the day", halfDaysMissing: "Enter how many half-days it was", traineesMissing: "Tick at least one trainee who was there",
    },
    submit: "Record attendance",
    done: ({ recorded, confirmed, stood }: Readonly<Record<"recorded" | "confirmed" | "stood", number>>) =>
      [
        ...(recorded === 0 ? [] : [`Recorded for ${trainees(recorded)}.`]),
        ...(confirmed === 0 ? [] : [`${capitalise(trainees(confirmed))} had logged it: confirmed.`]),
        ...(stood === 0 ? [] : [`It stood already for ${trainees(stood)}.`]),
      ].join(" "),
    locked: (names: readonly string[]) => `For ${listAnd(names)} the stage of that day is signed: the entry belongs there and is locked, and what was decided stays as it is.`,
    someLocked: (n: number) => `For ${trainees(n)} the stage of that day is signed: the entry belongs there and is locked, and what was decided stays as it is.`,
    gone: {
      left: (name: string, on: string) => `${name} left on ${formatDay(on)}`,
      leftBefore: (people: readonly string[]) => `${listAnd(people)}, before that day. Nothing was recorded yet. Look at the day and at who is ticked, then send it again`,
      elsewhere: "Somebody who was ticked is not a trainee of this programme any more, and is no longer listed. Nothing was recorded yet. Look at who is ticked, then send it again",
    },
  },

  recognise: {
    title: "Recognise earlier work", heading: "Recognised prior work", none: "Nothing was recognised.",
    lead: "Earlier experience that counts here. It is shown apart from what was logged, adds to the count, and is kept in the audit record.",
    labels: { requirement: "Towards", amount: "How much", recognisedOn: "Recognised on", reason: "Why it is recognised" },
    hints: { amount: "Clients, cycles or sessions; supervision in minutes.", reason: "What was done and who saw it, without anybody of a family. The trainee and their supervisor read it." },
    forms: {
      requirementMissing: "Choose what it is recognised towards", amountMissing: "Enter how much is recognised",
      tooMuch: (asked: string) => `The pathway asks for ${asked} in all, so more than that would add nothing. Look at the amount and its unit`, dayMissing: "Enter the day on which it was recognised",
      reasonMissing: "Say why it is recognised",
    },
    unit: (title: string, isMinutes: boolean) => (isMinutes ? `${title}, in minutes` : title),
    submit: "Recognise it",
    columns: { towards: "Towards", amount: "Amount", on: "On", by: "By", reason: "Why", act: "Void" },
    voided: "voided", act: { void: "Void", of: (towards: string, on: string) => `Void: ${towards}, recognised on ${on}` },
    voiding: { title: "Void recognised work", text: "It stays to be seen with your reason and counts for nothing.", submit: "Void it" },
  },

  publication: {
    title: "Publication",
    kicker: (programme: string) => `${programme} · publication figures, no names`,
    heading: (day: string) => `How the programme stood on ${formatDay(day)}`,
    tooEarly: "No month has ended yet since the programme’s first trainee started",
    tooEarlyText: "Figures are published as they stood at the end of a month.",
    monthEnd: "Month end",
    export: "Export with its rule",
    byBoard: "By board",
    caption: "Trainees, accreditations, families and cycles by board",
    columns: { board: "Board", trainees: "Trainees", accredited: "Accredited", families: "Families reached", cycles: "Cycles" },
    islands: "Island boards, together",
    noBoard: "No board recorded",
    total: "All boards",
    fewer: (than: number) => `fewer than ${formatCount(than)}`,
    hidden: "hidden",
    rule: (threshold: number) => `Counts from 1 to ${formatCount(threshold - 1)} are not shown (“fewer than ${formatCount(threshold)}”), nor what would let them be worked out from totals, from the rest of a whole or from earlier month ends (“hidden”). Of a board with fewer than ${formatCount(threshold)} trainees nothing else is shown. 0 is shown as 0. Threshold ${formatCount(threshold)}. The same rule goes into every export.`,
    definitions: {
      title: "What the columns count",
      items: [
        { term: "Trainees", value: "Everybody who had started on the pathway by that day, also those who have left or are accredited since." },
        { term: "Accredited", value: "Trainees whose last stage stood closed by a decision." },
        { term: "Families reached", value: "Different clients with at least one cycle that counts, filmed and reviewed." },
        { term: "Cycles", value: "Cycles that count. Work that was done earlier and recognised is not among them." },
      ],
      asKnown: "Each month end is told as it was known when the month was over; what was logged or put right later shows from the next one on.",
    },
    csv: { programme: "Programme", asAt: "As at", rule: "Rule" },
  },
} as const;
