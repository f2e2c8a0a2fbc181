import { capitalise, counted, formatCount, formatDay, listAnd, listOr, plural } from "../format.ts";
import { ahead } from "./ahead.ts";
import { pathways } from "./pathways.ts";

const { within } = pathways;

const rows = (n: number) => counted(n, { one: "entry", other: "entries" });

/** Words of the room `progress`. */
export const progress = {
  title: "Progress",
  ahead,

  heading: {
    toGo: (stage: string, missing: readonly string[]) => `${stage}: ${listAnd(missing)} to go`,
    gateMissing: (stage: string, missing: readonly string[]) =>
      `${stage}: numbers reached; ${listAnd(missing)} ${plural(missing.length, { one: "is", other: "are" })} missing`,
    reached: (stage: string) => `${stage}: numbers reached, ready for the next conversation about sign-off`,
    firstCycle: (stage: string) => `${stage}: your first cycle is the next step`,
    firstCycleOf: (stage: string) => `${stage}: the first cycle is the next step`,
    reopened: (stage: string) => `${stage}, reopened`,
    paused: (stage: string, until: string) => `${stage}, paused until ${formatDay(until)}`,
    accredited: (day: string | null) => (day === null ? "Accredited" : `Accredited on ${formatDay(day)}`),
    withdrawn: (day: string) => `Ended on ${formatDay(day)}; the record stays as it was`,
    ended: (day: string) => `This pathway ended on ${formatDay(day)}; the record stays as it was`,
    notStarted: (day: string) => `The pathway starts on ${formatDay(day)}`,
    notEnrolled: "You are not on a pathway yet",
    notEnrolledText: "Your programme’s administrator enrols you. From that day on, every entry that you log counts towards your stages here.",
  },

  kicker: (programme: string, pathway: string, label: string) => `${programme} · ${pathway}, ${label}`,
  kickerOf: (name: string, programme: string, label: string) => `${name} · ${programme} · pathway ${label}`,
  actions: { logCycle: "Log a cycle", supervision: "Supervision", peerSupervision: "Peer supervision", training: "Training" },

  stages: {
    label: "Stages",
    now: "now", reopened: "reopened",
    closed: (day: string, name: string) => `Signed ${formatDay(day)} by ${name}`,
    closedOn: (day: string) => `Signed ${formatDay(day)}`,
    since: (day: string) => `Under way since ${day}`,
    starts: (day: string) => `Starts ${formatDay(day)}`,
    reopenedText: "Reopened; the earlier sign-off no longer stands",
    gateOpen: (gate: string) => `${gate} done`,
    gateShut: (gate: string) => `${gate} still missing`,
    closing: {
      own_supervisor: "Decided by your own supervisor",
      second_supervisor: "Decided by a second supervisor",
      independent_reviewer: "Decided by an independent reviewer",
    },
    closingOf: {
      own_supervisor: "Decided by the trainee’s own supervisor",
      second_supervisor: "Decided by a second supervisor",
      independent_reviewer: "Decided by an independent reviewer",
    },
  },

  next: {
    title: (what: string) => `Next: ${what}`,
    questioned: {
      what: (entry: string) => `answer the question about ${within(entry)}`,
      text: (note: string | null) => (note === null ? "It does not count until this is cleared." : `“${note}”`),
      act: "Look at the entry",
    },
    sharedReview: {
      what: (code: string) => `the shared review for client ${code}`,
      text: (day: string) => `Filmed ${day}. The cycle counts once the shared review has a date.`,
      act: "Add the shared review",
    },
    midPoint: {
      what: "the mid-point half-day",
      text: (cycles: number) => `You are about half-way: ${counted(cycles, { one: "cycle counts", other: "cycles count" })}. Agree a date with your supervisor, then log it here.`,
      act: "Log the mid-point",
    },
    supervision: {
      what: "supervision",
      due: (last: string) => `The last one was ${last}; every three weeks is the rhythm.`,
      overdue: (last: string) => `The last one was ${last}: that is over six weeks. Agree a date with your supervisor, or log one that took place.`,
      never: (since: string) => `None is logged yet; you started ${since}. Every three weeks is the rhythm.`,
      act: "Log supervision",
    },
    supervisionMinutes: { what: "supervision", text: (toGo: string) => `The cycles are there; ${toGo} of supervision to go.`, act: "Log supervision" },
    peer: { what: "peer supervision", text: (n: number) => `${capitalise(counted(n, { one: "session", other: "sessions" }, true))} with another trainee to go in this stage.`, act: "Log peer supervision" },
    gate: { what: (gate: string) => gate, text: "The numbers are reached; the stage cannot close without it.", act: "Log training" },
    signOff: { what: "a conversation about sign-off", text: "The numbers are reached. The decision is made by people: talk it over with your supervisor.",
      ready: { what: "ask for sign-off", text: "Everything that the stage asks for stands. People decide: look at what they will see, and ask.", act: "Ask for sign-off" },
      asked: { what: "the decision", text: "You asked for sign-off; the request says for whom it waits. Practice goes on meanwhile.", act: "Look at the request" },
      review: { what: "a shared review with feedback", text: "The numbers are reached. Before you can ask for sign-off, a supervisor gives feedback on one shared review of this stage.", act: "Look at your submissions" },
    },
    cycle: { what: "a cycle", first: "Take a film and look at it with the client: once both have a date, the cycle counts.", text: "The film first; the shared review can be added when it has taken place.", act: "Log a cycle" },
  },

  meters: {
    heading: "What counts",
    of: (needed: string) => `of ${needed}`,
    noneAsked: "none asked yet",
    label: (title: string, figure: string, stage: string, needed: string, end: string) => `${title}: ${figure} of ${needed} for ${within(stage)}, ${end} in all`,
    toGo: (amount: string, stage: string) => `${amount} to go for ${within(stage)}`,
    reached: (stage: string) => `Reached for ${within(stage)}`,
    more: (amount: string, stage: string) => `${amount} more than ${within(stage)} asks`,
    toEnd: (amount: string) => `${amount} to the end`,
    wholeReached: "all of the pathway reached",
    last: (age: string) => `last ${age}`,
    open: {
      all: (n: number, noun: string) => `See the ${formatCount(n)} ${noun}`,
      nothing: "Nothing logged yet: how it counts",
      waiting: (n: number, waiting: number) => `${plural(n, { one: `${formatCount(n)} counts`, other: `${formatCount(n)} count` })}, ${formatCount(waiting)} waiting`,
      some: (n: number, out: number) => `${plural(n, { one: `${formatCount(n)} counts`, other: `${formatCount(n)} count` })}, ${plural(out, { one: `${formatCount(out)} does not`, other: `${formatCount(out)} do not` })}: why?`,
    },
    nouns: {
      cycle: { one: "cycle", other: "cycles" },
      supervision: { one: "session", other: "sessions" },
      peer_supervision: { one: "session", other: "sessions" },
      distinct_clients: { one: "client", other: "clients" },
    },
  },

  gatesLine: {
    heading: "Training",
    done: "done", notYet: "not yet",
    some: (have: number, need: number) => `${formatCount(have)} of ${counted(need, { one: "half-day", other: "half-days" })}`,
    doneOn: (day: string) => `complete since ${formatDay(day)}`,
    closes: (stage: string) => `Needed before ${within(stage)} closes`,
  },

  waiting: {
    heading: "Waiting", none: "Nothing waits to be confirmed.",
    verification: (name: string) => `for a programme lead to verify ${name}, who is from outside the programme`,
    with: (name: string) => `with ${name}`,
    lead: "your programme lead confirms attendance",
    aLead: "a programme lead",
    by: (name: string) => `for ${name} to confirm`,
    bySupervisor: "for your supervisor to confirm",
  },

  lately: {
    heading: "Lately", wholeLog: "Whole log", none: "Nothing logged yet.",
    counts: "counts", toConfirm: "to confirm", toVerify: "to verify", question: "a question", planned: "planned", notYet: "does not count yet", doesNot: "does not count", voided: "voided",
  },

  empty: {
    title: "Your log starts with the first film",
    text: "Log a cycle when you have filmed: the client gets a code here, never a name. Supervision, peer supervision and training you log in minutes or half-days, and whoever was there confirms them.",
    import: "Bring a logbook you already keep",
  },

  entry: {
    cycle: (code: string) => `Cycle with ${code}`,
    supervision: (minutes: string) => `Supervision, ${minutes}`,
    peer: (minutes: string) => `Peer supervision, ${minutes}`,
    initial_course: (halfDays: number) => `Initial course, ${counted(halfDays, { one: "half-day", other: "half-days" })}`,
    mid_point: (halfDays: number) => `Mid-point, ${counted(halfDays, { one: "half-day", other: "half-days" })}`,
    recognised: "Recognised prior work",
    on: (title: string, day: string) => `${title}, ${day}`,
    filmed: (day: string) => `filmed ${day}`,
    reviewed: (day: string) => `shared review ${day}`,
    noReview: "no shared review yet",
    clips: (n: number) => counted(n, { one: "clip chosen", other: "clips chosen" }),
    with: (names: readonly string[]) => `with ${listAnd(names)}`,
    group: "in a group",
    recognisedOn: (day: string) => `recognised ${day}`,
  },

  evidence: {
    heading: (title: string, figure: string, needed: string, stage: string) => `${title}: ${figure} of ${needed} for ${within(stage)}`,
    headingNone: (title: string, figure: string, stage: string) => `${title}: ${figure}; ${within(stage)} asks for none`,
    gate: (gate: string, have: number, need: number) => `${capitalise(gate)}: ${formatCount(have)} of ${counted(need, { one: "half-day", other: "half-days" })}`,
    back: "Progress",
    backTo: (name: string) => `Progress of ${name}`,
    stages: "Stage",
    stageLink: (stage: string, figure: string) => `${stage}: ${figure}`,
    sum: (n: number, figure: string) => `${capitalise(counted(n, { one: "row", other: "rows" }, true))} below, adding up to ${figure}.`,
    sumWith: (n: number, dated: string, recognised: string, figure: string) =>
      `${capitalise(counted(n, { one: "row", other: "rows" }, true))} below: ${dated} logged and ${recognised} recognised make ${figure}.`,
    sumNone: "Nothing counts yet.",
    over: (percent: number, stage: string) => `${formatCount(percent)} % of what ${within(stage)} asks.`,
    equivalence: (needed: string, minutes: number, sessions: readonly string[]) => `${needed} are ${formatCount(minutes)} minutes, however they are cut: ${listOr(sessions)}.`,
    minutes: (n: number) => `${formatCount(n)}\u00a0min`,
    sessions: (count: number, each: string) => `${formatCount(count)}\u00a0×\u00a0${each}`,
    sessionsOver: (count: number, each: string, minutes: number) => `${formatCount(count)}\u00a0×\u00a0${each} (${formatCount(minutes)}\u00a0min)`,
    perStage: "Each stage counts its own entries; surplus is not carried over.",
    cumulative: "The stages run on: what counted for an earlier one counts here too.",
    counted: "What counts",
    countedCaption: (title: string) => `Entries that count towards ${within(title)}, the earliest first`,
    recognised: "Recognised prior work",
    recognisedText: "Entered by a programme lead, shown apart, and added to the dated entries.",
    leftOut: "What does not count, and why",
    leftOutNone: "Nothing logged is left out.",
    noCounted: "No entry counts here yet.",
    voided: (n: number) => `${capitalise(rows(n))} voided`,
    further: (n: number) => `${counted(n, { one: "further cycle", other: "further cycles" })} with clients who count already`,
    columns: { entry: "Entry", filmed: "Film", reviewed: "Shared review", day: "Day", who: "With", amount: "Counts", total: "Running total" },
    halfDays: (n: number) => counted(n, { one: "half-day", other: "half-days" }),
    reasons: "Why it does not count",
    sameAs: "Look at the first one",
  },

  rhythm: {
    never: (since: string) => `none logged yet; started ${since}`,
    booked: (text: string, day: string) => `${text} · next ${day}`,
    chips: { due: "due", overdue: "over six weeks", booked: "planned", paused: "planned pause" },
  },

  trainees: {
    title: "Trainees",
    heading: (n: number) => (n === 0 ? "You supervise nobody today" : `You supervise ${counted(n, { one: "trainee", other: "trainees" }, true)}`),
    lead: (due: number) => (due === 0 ? "Nobody is due for supervision." : `${capitalise(counted(due, { one: "is", other: "are" }, true))} due for supervision: three weeks or more since the last session.`),
    emptyTitle: "Nobody here yet",
    none: "Trainees appear here from the day on which an administrator assigns them to you.",
    caption: "Your trainees today",
    columns: { trainee: "Trainee", stage: "Stage", supervision: "Last supervision" },
    notAsked: "not asked",
    reading: "You can read everything here; only the trainee changes it.",
  },
} as const;
