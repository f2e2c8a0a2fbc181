import { formatDay } from "../format.ts";

/** Words of the room `pathway`: why an entry does not count, each a plain sentence without a full stop. */
export const pathway = {
  leftOut: {
    voided: "It was voided",
    planned: (day: string) => `It is planned for ${formatDay(day)} and counts once that day has come`,
    beforeStart: (day: string, startedOn: string) => `${formatDay(day)} was before the first day on the pathway, ${formatDay(startedOn)}`,
    afterEnd: (day: string, endedOn: string) => `${formatDay(day)} was after the pathway ended on ${formatDay(endedOn)}`,
    noSharedReview: "The shared review has no date yet",
    reviewBeforeFilm: "The shared review is dated before the film",
    sameTwice: (other = "an entry logged before it") => `It is the same as ${other}`,
    waitingForConfirmation: (who = "the other side") => `Waiting for ${who} to confirm`,
    questioned: (who = "The other side") => `${who} has asked a question about it`,
    notAccredited: (day: string, supervisor = "The supervisor") => `${supervisor} was not accredited on ${formatDay(day)}`,
    inTraining: (day: string, supervisor = "The supervisor") => `${supervisor} was still training to be a supervisor on ${formatDay(day)}`,
    notVerified: (supervisor = "the supervisor") => `A programme lead has to verify ${supervisor}, who is from outside the programme`,
    supervisorIsTrainee: "Nobody supervises themself",
    groupDoesNotCount: "Group supervision does not count towards this",
    individualDoesNotCount: "Individual supervision does not count towards this",
    caseNotClosed: "The client counts once the case is closed",
    countedAlready: (other = "an earlier cycle") => `The client counts already, with ${other}`,
    countedInEarlierStage: (stage: number) => `The client counts in stage ${String(stage)} already`,
    notAskedFor: "This pathway asks for nothing of this kind",
  },
} as const;
