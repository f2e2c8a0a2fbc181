import { formatDay } from "../format.ts";

/** Words for how a trainee is enrolled, and what an administrator sees of it. */
export const enrolment = {
  sectors: { nhs: "NHS", council: "Council", third_sector: "Third sector" },
  card: {
    title: "Enrolment",
    none: "Not enrolled yet, so there is no log to write in.",
    enrol: "Enrol this trainee",
    pathway: "Pathway",
    startedOn: "First day",
    endedOn: "Ended on",
    cohort: "Cohort",
    board: "Board",
    sector: "Sector",
  },
  form: {
    title: (name: string) => `Enrol ${name}`,
    lead: "From then on they can log. What happened before the first day on the pathway does not count.",
    programme: "Programme",
    pathway: "Pathway",
    pathwayHint: "They stay on this version; a later one changes nothing for them.",
    startedOn: "First day on the pathway",
    cohort: "Cohort",
    noCohort: "None of these: a new one",
    cohortOf: (name: string, startsOn: string) => `${name}, since ${formatDay(startsOn)}`,
    newCohort: "Name of a new cohort",
    newCohortHint: "Only where it is not in the list. It begins on the first day above.",
    firstCohort: "Name of the cohort",
    firstCohortHint: "The first of this programme, such as “Spring 2026”. It begins on the first day above.",
    board: "Board",
    sector: "Sector",
    submit: "Enrol",
    missingPathway: "Choose a pathway",
    missingBoard: "Choose a board",
    missingSector: "Choose a sector",
  },
} as const;
