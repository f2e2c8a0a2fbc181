import type { TraineePlan } from "../plan.ts";
import { cycle, initialCourse, midPoint, peers, session, steadily, waitingSession } from "../practice.ts";
import { signed } from "../signing.ts";
import { reviewed, submitting } from "../submitting.ts";

import { ACCREDITED, BY_REFERENCE, FOR_THE_REVIEWER, STAGE_THREE } from "./reviews.ts";

const COHORT = { cohort: 0, startedAgo: 690 } as const;

const accredited: TraineePlan = {
  ...COHORT, key: "peigi", name: "Peigi NicDhòmhnaill", email: "peigi.nicdhomhnaill@example.scot", board: "Western Isles", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "mairi", fromAgo: 688, toAgo: 95 }],
  signOffs: [
    signed(1, 510, "mairi"), signed(2, 330, "mairi"),
    { stage: 3, askedAgo: 106, recommended: { by: "mairi", ago: 103 }, reviewer: "ifeoma", decided: { by: "ifeoma", ago: 95, says: "accredited" } },
  ],
  consents: [
    { client: 6, role: "client", purposes: ["own_supervisor", "peers", "independent_reviewer"] },
    { client: 6, role: "child", purposes: ["own_supervisor", "independent_reviewer"] },
  ],
  log: [
    initialCourse(688), midPoint(420),
    ...steadily({ of: "peigi", fromAgo: 670, toAgo: 516, clients: [1, 1, 1, 2, 2, 2], supervisor: "mairi", minutes: [60, 60, 60, 60, 60] }),
    ...steadily({ of: "peigi", fromAgo: 505, toAgo: 336, clients: [3, 3, 3, 4, 4, 4], supervisor: "mairi", minutes: [60, 90, 60, 90] }),
    ...submitting(6, () => ACCREDITED, steadily({ of: "peigi", fromAgo: 325, toAgo: 120, clients: [5, 5, 5, 6, 6, 6], supervisor: "mairi", minutes: [60, 60, 90, 60, 60] })),
    peers(["oluwaseun", "ewa"], 450, 75), peers(["ewa"], 240, 60),
  ],
};

const allOverHundred: TraineePlan = {
  ...COHORT, key: "oluwaseun", name: "Oluwaseun Adeyemi", email: "oluwaseun.adeyemi@example.org", board: "Greater Glasgow and Clyde", sector: "council", pathway: "nes",
  supervisors: [{ key: "harpreet", fromAgo: 688 }],
  signOffs: [
    signed(1, 490, "harpreet"), signed(2, 290, "harpreet"),
    {
      stage: 3, askedAgo: 52, recommended: { by: "harpreet", ago: 50 }, reviewer: "ifeoma",
      decided: {
        by: "ifeoma", ago: 43, says: "not_yet",
        actions: "One more family, and a shared review in which you wait longer before you guide. Look at it with your supervisor first, then ask again.",
      },
    },
    { stage: 3, askedAgo: 12, recommended: { by: "harpreet", ago: 5 }, reviewer: "ifeoma" },
  ],
  consents: [
    { client: 7, role: "client", purposes: ["own_supervisor", "independent_reviewer", "wider_training"] },
    { client: 7, role: "child", purposes: ["own_supervisor", "independent_reviewer"] },
  ],
  log: [
    initialCourse(688), midPoint(400),
    ...steadily({ of: "oluwaseun", fromAgo: 668, toAgo: 496, clients: [1, 1, 1, 2, 2, 2], supervisor: "harpreet", minutes: [60, 90, 60, 60, 60] }),
    ...steadily({ of: "oluwaseun", fromAgo: 484, toAgo: 296, clients: [3, 3, 3, 4, 4, 4], supervisor: "harpreet", minutes: [60, 60, 90, 60, 60] }),
    ...steadily({ of: "oluwaseun", fromAgo: 284, toAgo: 60, clients: [5, 5, 5, 6, 6, 6], supervisor: "harpreet", minutes: [90, 60, 60, 90, 60] }),
    cycle(7, 34, 27, { attempts: FOR_THE_REVIEWER }), session("harpreet", 24, 60),
    peers(["peigi", "ewa"], 450, 75), peers(["gurpreet"], 230, 60), peers(["ewa", "gurpreet"], 60, 90),
  ],
};

const stageThreeUnderWay: TraineePlan = {
  ...COHORT, key: "ewa", name: "Ewa Kaczmarek", email: "ewa.kaczmarek@example.org", board: "Lothian", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "agnieszka", fromAgo: 688 }],
  signOffs: [signed(1, 480, "agnieszka"), signed(2, 200, "agnieszka")],
  log: [
    initialCourse(688), midPoint(300),
    ...steadily({ of: "ewa", fromAgo: 660, toAgo: 486, clients: [1, 1, 1, 2, 2, 2], supervisor: "agnieszka", minutes: [60, 60, 90, 60, 60] }),
    ...steadily({ of: "ewa", fromAgo: 474, toAgo: 206, clients: [3, 3, 3, 4, 4, 4], supervisor: "agnieszka", minutes: [60, 90, 60, 60] }),
    ...submitting(5, () => STAGE_THREE, steadily({ of: "ewa", fromAgo: 190, toAgo: 20, clients: [5, 5, 5], supervisor: "agnieszka", minutes: [60, 60] })),
    peers(["peigi", "oluwaseun"], 450, 75), waitingSession("agnieszka", 9, 60),
  ],
};

const stageTwoClosed: TraineePlan = {
  ...COHORT, key: "gurpreet", name: "Gurpreet Singh Bains", email: "gurpreet.bains@example.org", board: "Lanarkshire", sector: "third_sector", pathway: "nes",
  supervisors: [{ key: "ifeoma", fromAgo: 685 }],
  signOffs: [signed(1, 400, "ifeoma"), signed(2, 6, "ifeoma")],
  log: [
    initialCourse(688), midPoint(210),
    ...steadily({ of: "gurpreet", fromAgo: 650, toAgo: 406, clients: [1, 1, 1, 2, 2, 2], supervisor: "ifeoma", minutes: [60, 60, 60, 60, 60] }),
    ...steadily({ of: "gurpreet", fromAgo: 390, toAgo: 13, clients: [3, 3, 3, 4, 4, 4], supervisor: "ifeoma", minutes: [60, 90, 60, 90] }),
    peers(["oluwaseun"], 230, 60),
  ],
};

const reopened: TraineePlan = {
  ...COHORT, key: "iain", name: "Iain Mac an t-Saoir", email: "iain.macantsaoir@example.scot", board: "Highland", sector: "nhs", pathway: "nes",
  supervisors: [{ key: "mairi", fromAgo: 686 }],
  signOffs: [
    signed(1, 460, "mairi"),
    { ...signed(2, 150, "mairi"), reopened: { ago: 40, by: "catriona", reason: "Two sessions were signed with the wrong minutes; to be put right and signed again." } },
    { stage: 2, askedAgo: 4 },
  ],
  log: [
    initialCourse(688), midPoint(260),
    ...steadily({ of: "iain", fromAgo: 655, toAgo: 466, clients: [1, 1, 1, 2, 2, 2], supervisor: "mairi", minutes: [60, 60, 60, 60, 60] }),
    ...steadily({ of: "iain", fromAgo: 450, toAgo: 156, clients: [3, 3, 3, 4, 4, 4], supervisor: "mairi", minutes: [60, 90, 90, 90] }),
    peers(["tomasz"], 330, 60), waitingSession("mairi", 11, 60),
  ],
};

const withdrawn: TraineePlan = {
  ...COHORT, key: "bethan", name: "Bethan Prydderch", email: "bethan.prydderch@example.org", board: "Outwith Scotland", sector: "council", pathway: "aviguk",
  supervisors: [{ key: "agnieszka", fromAgo: 680, toAgo: 210 }],
  ended: { ago: 210, reason: "left_post" },
  log: [
    initialCourse(688),
    ...steadily({ of: "bethan", fromAgo: 640, toAgo: 400, clients: [1, 1, 1, 2], supervisor: "agnieszka", minutes: [60, 60, 60, 60] }),
  ],
};

const twentySevenCycles: TraineePlan = {
  ...COHORT, key: "magnus", name: "Magnus Isbister", email: "magnus.isbister@example.scot", board: "Shetland", sector: "nhs", pathway: "aviguk",
  supervisors: [{ key: "mairi", fromAgo: 686 }],
  signOffs: [{ stage: 1, askedAgo: 434, recommended: { by: "mairi", ago: 432 }, reviewer: "ifeoma", decided: { by: "ifeoma", ago: 430, says: "signed" } }],
  ageBands: ["2_4", "0_2", "5_11", "2_4"],
  log: [
    initialCourse(688),
    ...steadily({ of: "magnus", fromAgo: 660, toAgo: 438, clients: [1, 1, 1, 2, 2, 2], supervisor: "mairi", minutes: [60, 60, 60, 60, 60, 60, 60] }),
    ...reviewed(3, "magnus", "mairi", steadily({ of: "magnus", fromAgo: 420, toAgo: 25, clients: [2, 3, 3, 3, 4], supervisor: "mairi", minutes: [60, 60, 60, 60] })),
    peers(["iain"], 300, 60),
    { kind: "recognised", requirement: "peer_supervision", amount: 1, recognisedAgo: 380, by: "catriona", note: "One session held on the earlier pathway." },
  ],
};

const changedSupervisors: TraineePlan = {
  ...COHORT, key: "tomasz", name: "Tomasz Zieliński", email: "tomasz.zielinski@example.org", board: "Highland", sector: "third_sector", pathway: "nes",
  supervisors: [{ key: "ifeoma", fromAgo: 684, toAgo: 300 }, { key: "mairi", fromAgo: 296 }],
  signOffs: [signed(1, 420, "ifeoma")],
  log: [
    initialCourse(688),
    ...steadily({ of: "tomasz", fromAgo: 650, toAgo: 426, clients: [1, 1, 1, 2, 2, 2], supervisor: "ifeoma", minutes: [60, 60, 60, 60, 60] }),
    session("ifeoma", 350, 60), session("ifeoma", 310, 60, { note: "Our last session; what to hand over, with an interim statement." }),
    ...reviewed(3, "tomasz", "mairi", steadily({ of: "tomasz", fromAgo: 285, toAgo: 60, clients: [3, 3, 3], supervisor: "mairi", minutes: [60, 60] })),
    cycle(4, 26, 19, { attempts: BY_REFERENCE }), peers(["iain"], 330, 60), waitingSession("mairi", 5, 60),
  ],
};

/** The oldest cohort: from withdrawn to accredited. */
export const FIRST_COHORT: readonly TraineePlan[] = [
  accredited, allOverHundred, stageThreeUnderWay, stageTwoClosed, reopened, withdrawn, twentySevenCycles, changedSupervisors,
];
