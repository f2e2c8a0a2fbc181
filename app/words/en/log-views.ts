import { counted, formatMinutes, plural, formatCount } from "../format.ts";

const MONTH = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** Words of the log's list: its search, its months and its printed table. */
export const logViews = {
  search: "Find in your log", find: "Find", searchHint: "A word, a code or a name that stands in the entry.",
  stage: "Stage", allStages: "All stages", stageNamed: (stage: number) => `Stage ${String(stage)}`,
  from: "From", to: "Up to",
  said: { words: (text: string) => `“${text}”`, from: (day: string) => `from ${day}`, to: (day: string) => `up to ${day}` },

  /** How many entries stand where; each leads to exactly these. */
  states: {
    counts: (n: number) => plural(n, { one: "one counts", other: `${formatCount(n)} count` }),
    waiting: (n: number) => plural(n, { one: "one waits for confirmation", other: `${formatCount(n)} wait for confirmation` }),
    not: (n: number) => plural(n, { one: "one does not count", other: `${formatCount(n)} do not count` }),
    voided: (n: number) => plural(n, { one: "one is voided", other: `${formatCount(n)} are voided` }),
  },
  statesNote: "Each says why.",

  month: (month: string) => MONTH.format(new Date(`${month}-01T00:00:00.000Z`)),
  sums: {
    cycles: (n: number) => counted(n, { one: "cycle", other: "cycles" }),
    supervision: (minutes: number) => `${formatMinutes(minutes)} supervision`,
    peer: (minutes: number) => `${formatMinutes(minutes)} peer supervision`,
    halfDays: (n: number) => `${counted(n, { one: "half-day", other: "half-days" })} of training`,
    recognised: (n: number) => `${counted(n, { one: "piece", other: "pieces" })} of recognised work`,
    nothing: "nothing that stands",
  },
  sumsNote: "Logged, whether it counts or not; what is voided is left out.",
  all: "Show all", print: "To print",
  fitting: (n: number, of: number) => `${formatCount(n)} of ${counted(of, { one: "entry", other: "entries" })}`,

  table: {
    title: (name: string) => `Log of ${name}`,
    lead: (programme: string, day: string) => `${programme}, as it stood on ${day}.`,
    back: "Back to the log", hint: "Print this page from your browser.",
    columns: { day: "Day", what: "Entry", detail: "With whom, and when", state: "Where it stands", note: "Note" },
  },
} as const;
