import type { Day } from "#app/platform/clock.ts";
import type { Role } from "#app/people/model.ts";

import type { PersonPlan } from "./plan.ts";

/** Time for which a supervisor was accredited, or in training to become so. */
export interface StandingPlan {
  readonly standing: "accredited" | "in_training";
  readonly fromAgo: number;
  readonly toAgo?: number;
  /** The period began no later than this, whatever the day the demonstration runs. */
  readonly fromBy?: Day;
}

/** Somebody who is no trainee, with the role they hold. */
export interface StaffPlan extends PersonPlan {
  readonly role: Exclude<Role, "trainee">;
  readonly isIndependentReviewer?: true;
  readonly standings?: readonly StandingPlan[];
  /** When they joined, where that is not at the programme's beginning. */
  readonly joinedAgo?: number;
}

/** The programme's first day. */
export const PROGRAMME_STARTED_AGO = 730;

const YEARS_AGO = 365;

/**
 * Six supervisors: the demo supervisor, the independent reviewer, the two whom the tidy sample logbook names, one
 * whose accreditation lapsed and who is in training again, and one outside the programme whom no lead has verified yet.
 */
export const STAFF: readonly StaffPlan[] = [
  { key: "stuart", name: "Stuart Imrie", email: "admin@example.org", role: "administrator" },
  { key: "catriona", name: "Catriona Bell", email: "lead@example.org", role: "lead" },
  { key: "mairi", name: "Mairi MacInnes", email: "supervisor@example.org", role: "supervisor", standings: [{ standing: "accredited", fromAgo: 6 * YEARS_AGO }] },
  {
    key: "ifeoma", name: "Ifeoma Balogun", email: "reviewer@example.org", role: "supervisor", isIndependentReviewer: true,
    standings: [{ standing: "accredited", fromAgo: 9 * YEARS_AGO }],
  },
  {
    key: "agnieszka", name: "Agnieszka Wiśniewska-Reid", email: "agnieszka.wisniewska-reid@example.org", role: "supervisor",
    standings: [{ standing: "accredited", fromAgo: 8 * YEARS_AGO, fromBy: "2016-09-01" }],
  },
  {
    key: "harpreet", name: "Harpreet Kaur Sandhu", email: "harpreet.sandhu@example.scot", role: "supervisor",
    standings: [{ standing: "accredited", fromAgo: 5 * YEARS_AGO, fromBy: "2020-02-29" }],
  },
  {
    key: "fearghas", name: "Fearghas Colquhoun", email: "fearghas.colquhoun@example.scot", role: "supervisor",
    standings: [{ standing: "accredited", fromAgo: 7 * YEARS_AGO, toAgo: 230 }, { standing: "in_training", fromAgo: 120 }],
  },
  {
    key: "hanneke", name: "Hanneke de Vries", email: null, role: "supervisor", joinedAgo: 60,
    standings: [{ standing: "accredited", fromAgo: 10 * YEARS_AGO }],
  },
];

/** The three cohorts by the day of their initial course, the oldest first. */
export const COHORTS_STARTED_AGO = [690, 457, 200] as const;

export const PROGRAMME_NAME = "NES early years VIG (demo)";
