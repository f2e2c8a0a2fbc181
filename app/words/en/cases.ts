import { counted, formatDay, formatMinutes, listAnd } from "../format.ts";
import { consent } from "./consent.ts";

/** Settings and relations as they stand inside a sentence. */
const settings = {
  home: "at home", clinic: "in a clinic", nursery_or_school: "at a nursery or school", hospital: "in a hospital", community: "in a community place", online: "online",
} as const;
const relations = {
  parent: "a parent", grandparent: "a grandparent", kinship_carer: "a kinship carer", foster_or_adoptive: "a foster or adoptive carer", professional: "a professional",
  other: "another adult",
} as const;
type Role = keyof typeof consent.people;
const modes = { in_person: "in person", remote: "remotely" } as const;

/** Words of a client's case and its story. */
export const cases = {
  settings: { home: "At home", clinic: "In a clinic", nursery_or_school: "At a nursery or school", hospital: "In a hospital", community: "In a community place", online: "Online" },
  relations: {
    parent: "Parent", grandparent: "Grandparent", kinship_carer: "Kinship carer", foster_or_adoptive: "Foster or adoptive carer", professional: "Professional", other: "Another adult",
  },
  closeReasons: {
    work_done: "The work is done", family_stopped: "The family stopped", moved_away: "The family moved away", handed_over: "Somebody else carries on", other: "Another reason",
  },
  copies: { given: "Yes, given", none_wanted: "None were wanted", not_yet: "Not yet" },
  originals: { gone: "Yes, all gone", not_yet: "Not yet" },
  yesNo: { yes: "Yes", no: "No" },

  labels: {
    openedOn: "Opened on", relation: "Who the client is to the child", setting: "Where you meet", helpingQuestion: "Helping question",
    goal: (n: number) => `Goal ${String(n)}`, goalAtStart: (n: number) => `Goal ${String(n)} at the start, 0 to 10`, measuredInDcs: "Goals and measures are kept in VIG-DCS",
    nextSteps: "Next steps for the family", closedOn: "Closed on", closedBecause: "Why it is closed", copies: "Has the family its copies?",
    originals: "Are the films gone from phone and cloud?", reopenedOn: "Open again from",
  },
  hints: {
    helpingQuestion: "What the family would like to see or understand, in words that tell nobody who they are.",
    goal: "Optional. The client’s own goal, without names.", goalAtStart: "As the client saw it before the first film.",
    measuredInDcs: "Then nothing needs rating here.",
    openedOn: "The first meeting. A film is never earlier.",
    copies: "A film or stills that the family keeps.", originals: "What was submitted here is erased 60 days after closing; what lies on your own devices is not.",
    scope: "NES offers VIG from before birth to 18 months. An older child is no obstacle here: everything counts alike.",
  },
  more: "More, if you like",
  forms: {
    openedDayMissing: "Enter the day on which the case was opened", closedDayMissing: "Enter the day on which the case was closed", reopenedDayMissing: "Enter the day from which the case is open again",
    becauseMissing: "Choose why the case is closed", copiesMissing: "Say whether the family has its copies", originalsMissing: "Say whether the films are gone from phone and cloud",
  },
  beyondScope: "NES offers VIG from before birth to 18 months, and this child is older. That is only noted: everything counts alike.",

  close: {
    title: (code: string) => `Close case ${code}`, action: "Close the case", submit: "Close the case",
    lead: "Two questions are asked now and never again. The case can be opened again later.",
    changeTitle: (code: string) => `How case ${code} was closed`,
  },
  reopen: {
    title: (code: string) => `Open case ${code} again`, action: "Open the case again", submit: "Open the case again",
    lead: "For a top-up. You can also just log the cycle: one that comes later than the closing opens the case by itself.",
  },
  saved: {
    closed: "The case is closed.", reopened: "The case is open again.",
  },

  story: {
    title: "The story so far", label: "What happened in this case, the first first",
    about: (relation: keyof typeof relations | null, setting: keyof typeof settings | null): string | null => {
      if (relation === null && setting === null) return null;
      if (relation === null) return `You meet ${settings[setting ?? "home"]}.`;
      return `The client is ${relations[relation]} to the child${setting === null ? "" : `; you meet ${settings[setting]}`}.`;
    },
    opened: "The case was opened", closed: "The case was closed", reopened: "The case was opened again",
    because: { work_done: "The work was done.", family_stopped: "The family stopped.", moved_away: "The family moved away.", handed_over: "Somebody else carries on.", other: "For another reason." },
    question: "Helping question",
    cycle: (n: number) => `Cycle ${String(n)}`,
    filmed: ({ minutes, mode, of }: { readonly minutes: number | null; readonly mode: keyof typeof modes | null; readonly of: readonly Role[] }): string => {
      const [long, how] = [minutes === null ? "" : `, ${formatMinutes(minutes)}`, mode === null ? "" : `, ${modes[mode]}`];
      const whom = of.length === 0 ? "" : ` of ${listAnd(of.map((role) => consent.people[role]))}`;
      return `Filmed${whom}${long}${how}.`;
    },
    reviewed: ({ day, minutes, filmed, clips, isPlanned }: { readonly day: string; readonly minutes: number | null; readonly filmed: boolean | null; readonly clips: number | null; readonly isPlanned: boolean }): string => {
      const parts = [
        ...(minutes === null ? [] : [formatMinutes(minutes)]), ...(clips === null ? [] : [counted(clips, { one: "clip", other: "clips" })]),
        ...(filmed === null ? [] : [filmed ? "filmed" : "not filmed"]),
      ];
      return `Shared review ${isPlanned ? "planned for" : "on"} ${formatDay(day)}${parts.length === 0 ? "" : `: ${listAnd(parts)}`}.`;
    },
    noReview: "No shared review yet.",
    rated: (place: number, rating: number) => `goal ${String(place)} at ${String(rating)}`,
    ratings: (parts: readonly string[]) => `The client saw ${listAnd(parts)} of 10.`,
    moments: "Attuned moments", well: "What went well",
    next: { another_cycle: "Next: another cycle.", close: "Next: closing the case." },
    submitted: (state: string) => `Submitted: ${state.charAt(0).toLowerCase()}${state.slice(1)}`,
    discussed: (minutes: number, day: string) => `Talked about in supervision: ${formatMinutes(minutes)} on ${formatDay(day)}`,
    toLog: "These cycles in the log",
  },
  goals: {
    title: "Goals over time", unnamed: (place: number) => `Goal ${String(place)}`, atStart: (rating: number) => `${String(rating)} at the start`,
    on: (rating: number, day: string) => `${String(rating)} on ${formatDay(day)}`, none: "Not rated yet.", scale: "From 0 to 10, as the client sees it.",
    dcs: "Goals and measures of this case are kept in VIG-DCS.",
  },
  next: {
    title: "Next", film: "Film the first cycle, and log it here.", review: (day: string) => `The film of ${formatDay(day)} still has its shared review to come.`,
    addReview: "Add the shared review", another: "The next cycle.", close: "Your last cycle says: close the case.",
    closed: (day: string) => `The case was closed on ${formatDay(day)}. A later film opens it again.`,
    copiesLeft: "The family has no copies yet.", originalsLeft: "Films are still on phone or in cloud.", putRight: "Say how it stands now",
  },
} as const;
