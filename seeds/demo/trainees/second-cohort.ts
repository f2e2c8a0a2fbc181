import type { TraineePlan } from "../plan.ts";
import { cycle, initialCourse, midPointAwaited, peers, session, steadily, waitingSession } from "../practice.ts";
import { signed } from "../signing.ts";
import { reviewed, submitting } from "../submitting.ts";

import { AILSA } from "./ailsa.ts";
import { RETURNED, waitingFilm } from "./reviews.ts";

const COHORT = { cohort: 1, startedAgo: 457 } as const;

/** Her log is empty so that the tidy sample logbook can be imported into it; its first film is of 9 September 2025. */
const newcomer: TraineePlan = {
  ...COHORT, key: "kirsty", name: "Kirsty Abercrombie", email: "newcomer@example.org", board: "Lothian", sector: "nhs", pathway: "nes",
  startedBy: "2025-08-26", supervisors: [{ key: "agnieszka", fromAgo: 457 }],
  log: [],
};

const midPointBooked: TraineePlan = {
  ...COHORT, key: "nadia", name: "Nadia Hussain", email: "nadia.hussain@example.scot", board: "Highland", sector: "council", pathway: "nes",
  supervisors: [{ key: "mairi", fromAgo: 455 }],
  signOffs: [signed(1, 220, "mairi")],
  log: [
    initialCourse(455), midPointAwaited(-20, 4),
    cycle(1, 475, 468, { loggedAgo: 440, note: "Filmed with a family from before the course." }),
    ...steadily({ of: "nadia", fromAgo: 435, toAgo: 226, clients: [1, 1, 1, 2, 2, 2], supervisor: "mairi", minutes: [60, 60, 60, 60, 60] }),
    ...submitting(4, () => RETURNED, steadily({ of: "nadia", fromAgo: 205, toAgo: 40, clients: [3, 3, 4], supervisor: "mairi", minutes: [60, 90, 60] })),
    session("mairi", 40, 60, { loggedAgo: 38, decision: { says: "confirmed", by: "mairi", ago: 33 } }),
    peers(["tomasz"], 130, 60), peers(["ailsa"], 7, 60, false), waitingSession("mairi", 8, 60),
  ],
};

const gateShut: TraineePlan = {
  ...COHORT, key: "eilidh", name: "Eilidh Buchanan", email: "eilidh.buchanan@example.scot", board: "Greater Glasgow and Clyde", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "harpreet", fromAgo: 455 }],
  signOffs: [signed(1, 260, "harpreet")],
  log: [
    initialCourse(455),
    ...steadily({ of: "eilidh", fromAgo: 436, toAgo: 268, clients: [1, 1, 1, 2, 2, 2], supervisor: "harpreet", minutes: [60, 60, 60, 60, 60] }),
    ...reviewed(4, "eilidh", "harpreet", steadily({ of: "eilidh", fromAgo: 250, toAgo: 18, clients: [3, 3, 3, 4, 4, 4], supervisor: "harpreet", minutes: [60, 90, 60, 90] })),
    peers(["rhys"], 180, 75), peers(["rhys", "jaswinder"], 30, 60),
  ],
};

const inGroups: TraineePlan = {
  ...COHORT, key: "rhys", name: "Rhys Llywelyn", email: "rhys.llywelyn@example.org", board: "Outwith Scotland", sector: "council", pathway: "nes",
  supervisors: [{ key: "harpreet", fromAgo: 455 }],
  log: [
    initialCourse(455),
    ...steadily({ of: "rhys", fromAgo: 430, toAgo: 60, clients: [1, 1, 1, 2, 2, 2, 3], supervisor: "harpreet", minutes: [60, 60] }),
    ...[400, 345, 280, 215, 150, 95].map((ago) => session("harpreet", ago, 120, { format: "group", mode: "remote", note: "Group of three trainees." })),
    peers(["eilidh"], 180, 75), peers(["eilidh", "jaswinder"], 30, 60), cycle(3, 21, 14, { attempts: waitingFilm("harpreet", 11, "The second half: is it a shared turn, or mine alone?") }), waitingSession("harpreet", 10, 60),
  ],
};

const stalled: TraineePlan = {
  ...COHORT, key: "chidinma", name: "Chidinma Okonkwo", email: "chidinma.okonkwo@example.org", board: "Forth Valley", sector: "nhs", pathway: "aviguk",
  supervisors: [{ key: "ifeoma", fromAgo: 453 }],
  log: [
    initialCourse(455),
    ...reviewed(1, "chidinma", "ifeoma", steadily({ of: "chidinma", fromAgo: 420, toAgo: 140, clients: [1, 1, 1, 2], supervisor: "ifeoma", minutes: [60, 60, 60] })),
  ],
};

const pausedNow: TraineePlan = {
  ...COHORT, key: "seonaid", name: "Seònaid MacPhail", email: "seonaid.macphail@example.scot", board: "Grampian", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "mairi", fromAgo: 455 }],
  signOffs: [signed(1, 190, "mairi")],
  pause: { fromAgo: 110, toAgo: -60, plannedAgo: 125 },
  log: [
    initialCourse(455),
    ...steadily({ of: "seonaid", fromAgo: 432, toAgo: 198, clients: [1, 1, 1, 2, 2, 2], supervisor: "mairi", minutes: [60, 60, 60, 60, 60] }),
    ...steadily({ of: "seonaid", fromAgo: 180, toAgo: 122, clients: [3, 3], supervisor: "mairi", minutes: [60] }),
  ],
};

const notAskedYet: TraineePlan = {
  ...COHORT, key: "gethin", name: "Gethin Llŷr", email: "gethin.llyr@example.org", board: "Tayside", sector: "council", pathway: "nes",
  supervisors: [{ key: "mairi", fromAgo: 400 }],
  log: [
    initialCourse(455),
    ...reviewed(2, "gethin", "mairi", steadily({ of: "gethin", fromAgo: 390, toAgo: 49, clients: [1, 1, 1, 2, 2, 2], supervisor: "mairi", minutes: [60, 60, 60, 60, 60] })),
    waitingSession("gethin", 365, 60, { imported: true, loggedAgo: 352, note: "Watched my own film alone with the principles beside me." }),
    waitingSession("mairi", 27, 60, { format: "group", note: "Group of three." }),
    peers(["sadia"], 50, 60),
  ],
};

const recognisedWork: TraineePlan = {
  ...COHORT, key: "amrit", name: "Amrit Kaur Dhillon", email: "amrit.dhillon@example.org", board: "Dumfries and Galloway", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "agnieszka", fromAgo: 455 }],
  signOffs: [signed(1, 300, "agnieszka")],
  log: [
    initialCourse(455), midPointAwaited(12, 10),
    ...([["clients", 1], ["cycles", 3], ["supervision", 180]] as const).map(([requirement, amount]) => (
      { kind: "recognised", requirement, amount, recognisedAgo: 440, by: "catriona", note: "Earlier work in another service, seen by two supervisors." } as const)),
    ...steadily({ of: "amrit", fromAgo: 430, toAgo: 306, clients: [1, 1, 1], supervisor: "agnieszka", minutes: [60, 60] }),
    ...steadily({ of: "amrit", fromAgo: 280, toAgo: 35, clients: [2, 2, 2, 3], supervisor: "agnieszka", minutes: [60, 60, 90] }),
  ],
};

/** The middle cohort: stages 1 and 2, and what can stand in their way. */
export const SECOND_COHORT: readonly TraineePlan[] = [
  AILSA, newcomer, midPointBooked, gateShut, inGroups, stalled, pausedNow, notAskedYet, recognisedWork,
];
