import { counted, listAnd, spellCount } from "../format.ts";

type Forms = { readonly one: string; readonly other: string };

/** Requirements that have words of their own; others go by the label in their pathway. */
const requirements: Readonly<Record<string, { readonly title: string; readonly forms?: Forms }>> = {
  clients: { title: "Clients", forms: { one: "client", other: "clients" } },
  cycles: { title: "Cycles", forms: { one: "cycle", other: "cycles" } },
  supervision: { title: "Supervision" },
  peer_supervision: { title: "Peer supervision", forms: { one: "peer session", other: "peer sessions" } },
};

const gates: Readonly<Record<string, string>> = {
  initial_course: "the initial course",
  mid_point: "the mid-point half-day",
};

/** "stage 2" within a sentence; a name in capitals stays as it is. */
function within(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** What pathways ask for, in words, and the pages that lay them open. */
export const pathways = {
  requirements, gates, within,
  noHours: "0\u00a0h",
  countOf: (count: string, needed: string) => `${count} of ${needed}`,
  /** A requirement that only its pathway names: "group sessions (two)". */
  named: (label: string, n: number) => `${within(label)} (${spellCount(n)})`,
  counted: (n: number, forms: Forms) => counted(n, forms, true),
  minutesOf: (minutes: string, label: string) => `${minutes} of ${within(label)}`,

  title: "Pathways",
  heading: "What each stage asks",
  lead: (versions: number) => `${counted(versions, { one: "version", other: "versions" })} of pathways. A trainee stays on the version on which they began; a later version changes nothing for them.`,
  none: "No pathway is set up yet.",
  version: (name: string, label: string) => `${name}, ${label}`,
  since: (day: string) => `In force since ${day}`,
  from: (day: string) => `In force from ${day}`,
  yours: "your pathway",
  look: "Settings and sources",
  back: "Pathways",
  captions: { cumulative: "Running totals at the end of each stage", per_stage: "Each stage counts its own entries" },
  columns: { requirement: "Requirement" },
  nothing: "none",
  gatesHeading: "Training that has to be held",
  gate: (name: string, halfDays: number, stage: string) => `${name}: ${counted(halfDays, { one: "half-day", other: "half-days" })}, before ${within(stage)} closes`,
  closingHeading: "Who decides",
  closing: {
    own_supervisor: (stage: string) => `${stage}: the trainee’s own supervisor`,
    second_supervisor: (stage: string) => `${stage}: a second supervisor`,
    independent_reviewer: (stage: string) => `${stage}: an independent reviewer, who never supervised the trainee`,
  },
  neverByNumbers: "Reaching the numbers closes no stage: people decide.",
  settingsHeading: "How it counts",
  settings: {
    supervisionNeedsConfirmation: { yes: "Supervision counts once the supervisor has confirmed it.", no: "Supervision counts as logged, without being confirmed." },
    peerSupervisionNeedsConfirmation: { yes: "Peer supervision counts once somebody who was there has confirmed it.", no: "Peer supervision counts as logged, without being confirmed." },
    supervisorInTrainingCounts: { yes: "Time with a supervisor still in training counts.", no: "Time with a supervisor still in training does not count." },
    clientCountsWith: { one_cycle: "A client counts with one counted cycle.", closed_case: "A client counts once the case is closed, with at least one counted cycle." },
    lateEntriesBelongTo: { stage_of_their_day: "What is logged late belongs to the stage of its own day.", stage_under_way: "What is logged late belongs to the stage under way." },
    cumulative: "The stages run on: everything that counted for an earlier stage counts for the later ones.",
    per_stage: "Each stage counts its own entries; surplus is not carried over.",
    formats: (title: string, formats: readonly string[]) => `${title}: only ${listAnd(formats)} sessions count.`,
    formatNames: { individual: "individual", group: "group" },
  },
  sourcesHeading: "Where this comes from",
} as const;
