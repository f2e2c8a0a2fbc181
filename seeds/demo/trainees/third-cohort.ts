import type { TraineePlan } from "../plan.ts";
import { cycle, initialCourse, peers, session, steadily, waitingSession } from "../practice.ts";
import { signed } from "../signing.ts";
import { reviewed, submitting } from "../submitting.ts";

import { AGAIN, REVIEWED_LATELY, waitingFilm, WATCHED_TOGETHER } from "./reviews.ts";

const COHORT = { cohort: 2, startedAgo: 200 } as const;

const planned: TraineePlan = {
  ...COHORT, key: "sadia", name: "Sadia Chaudhry", email: "sadia.chaudhry@example.org", board: "Fife", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "mairi", fromAgo: 198 }],
  log: [
    initialCourse(198),
    ...reviewed(1, "sadia", "mairi", steadily({ of: "sadia", fromAgo: 175, toAgo: 30, clients: [1, 1, 1], supervisor: "mairi", minutes: [60, 60, 90] })),
    cycle(2, 33, 47, { imported: true, loggedAgo: 28 }),
    cycle(2, 19, 12, { attempts: WATCHED_TOGETHER }), peers(["gethin"], 50, 60), peers(["niamh"], 14, 60, false),
    waitingSession("mairi", 3, 60), waitingSession("mairi", -10, 60, { loggedAgo: 3 }),
  ],
};

const courseIncomplete: TraineePlan = {
  ...COHORT, key: "niamh", name: "Niamh O’Hanlon", email: "niamh.ohanlon@example.org", board: "Ayrshire and Arran", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "mairi", fromAgo: 198 }],
  log: [
    initialCourse(198, 2),
    ...submitting(2, () => REVIEWED_LATELY, steadily({ of: "niamh", fromAgo: 185, toAgo: 18, clients: [1, 1, 1, 2, 2, 2], supervisor: "mairi", minutes: [60, 60, 60, 60, 60] })),
    waitingSession("hanneke", 40, 60, { mode: "remote", note: "A guest from abroad; how they open the first review." }),
    waitingSession("mairi", 6, 90),
  ],
};

const supervisorLapsed: TraineePlan = {
  ...COHORT, key: "eleni", name: "Eleni Markou", email: "eleni.markou@example.org", board: "Borders", sector: "third_sector", pathway: "nes",
  supervisors: [{ key: "fearghas", fromAgo: 198, toAgo: 132 }, { key: "mairi", fromAgo: 130 }],
  log: [
    initialCourse(198), session("fearghas", 180, 60), session("fearghas", 150, 60),
    ...submitting(2, () => waitingFilm("mairi", 3, "The moment with the block: did I see it the way the parent did?"), steadily({ of: "eleni", fromAgo: 170, toAgo: 22, clients: [1, 1, 1, 2], supervisor: "mairi", minutes: [] })),
    session("mairi", 120, 60), session("mairi", 70, 60), session("mairi", 25, 90),
  ],
};

const twentySevenCycles: TraineePlan = {
  ...COHORT, key: "temitope", name: "Temitope Ogunleye", email: "temitope.ogunleye@example.org", board: "Orkney", sector: "council", pathway: "aviguk",
  supervisors: [{ key: "ifeoma", fromAgo: 197 }],
  log: [
    initialCourse(198),
    ...submitting(2, () => AGAIN, steadily({ of: "temitope", fromAgo: 180, toAgo: 24, clients: [1, 1, 1, 2], supervisor: "ifeoma", minutes: [60, 60, 60] })),
    waitingSession("ifeoma", 4, 60),
  ],
};

const courseOnly: TraineePlan = {
  ...COHORT, key: "marta", name: "Marta Wójcik", email: "marta.wojcik@example.org", board: "Lothian", sector: "third_sector", pathway: "nes",
  supervisors: [{ key: "agnieszka", fromAgo: 198 }],
  log: [initialCourse(198), cycle(1, 9, null)],
};

const stageOneClosed: TraineePlan = {
  ...COHORT, key: "jaswinder", name: "Jaswinder Virdee", email: "jaswinder.virdee@example.org", board: "Greater Glasgow and Clyde", sector: "third_sector", pathway: "nes",
  supervisors: [{ key: "harpreet", fromAgo: 198 }],
  signOffs: [signed(1, 9, "harpreet")],
  log: [
    initialCourse(198),
    ...steadily({ of: "jaswinder", fromAgo: 184, toAgo: 17, clients: [1, 1, 1, 2, 2, 2], supervisor: "harpreet", minutes: [60, 60, 60, 60, 60] }),
    peers(["eilidh", "rhys"], 30, 60),
  ],
};

const lateJoiner: TraineePlan = {
  ...COHORT, key: "calum", name: "Calum Morrison", email: "calum.morrison@example.scot", board: "Western Isles", sector: "third_sector", pathway: "nes",
  startedAgo: 14, supervisors: [], log: [],
};

/** The newest cohort: first steps. */
export const THIRD_COHORT: readonly TraineePlan[] = [
  planned, courseIncomplete, supervisorLapsed, twentySevenCycles, courseOnly, stageOneClosed, lateJoiner,
];
