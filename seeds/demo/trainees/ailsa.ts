import type { TraineePlan } from "../plan.ts";
import { cycle, initialCourse, midPoint, session, waitingSession } from "../practice.ts";
import { signed } from "../signing.ts";

/**
 * The trainee who signs in with one press: in stage 2, with five clients, ten cycles that count and one still to be
 * reviewed, 8 h 30 min confirmed and 90 min waiting, no peer supervision yet, and entries that do not count.
 */
export const AILSA: TraineePlan = {
  key: "ailsa", name: "Ailsa Rutherglen", email: "trainee@example.org", board: "Highland", sector: "nhs", cohort: 1, pathway: "nes", startedAgo: 457,
  supervisors: [{ key: "mairi", fromAgo: 455 }],
  signOffs: [signed(1, 252, "mairi")],
  log: [
    initialCourse(455),
    midPoint(157),
    cycle(1, 432, 425, { goalRating: 3, note: "First shared review, a little nervous; the parent named two moments of waiting." }),
    cycle(1, 411, 403, { goalRating: 5 }),
    cycle(1, 385, 378, { goalRating: 7, nextStep: "close", note: "Goal met; the family keeps three stills." }),
    cycle(2, 354, 347, { goalRating: 4 }),
    cycle(2, 319, 311, { goalRating: 6, nextStep: "close" }),
    cycle(3, 290, 282, { goalRating: 4, nextStep: "close", note: "One good cycle before the family moved away." }),
    cycle(4, 213, 204, { goalRating: 5, nextStep: "close", mode: "remote", note: "Remote review; they were ready to go on by themselves." }),
    cycle(5, 102, 94, { goalRating: 3, inTwoSteps: true }),
    cycle(5, 66, 59, { goalRating: 5, inTwoSteps: true, note: "I waited longer after the clip and heard much more." }),
    cycle(5, 24, 15, { goalRating: 6, inTwoSteps: true, clipsChosen: 3, note: "Next time: leave a second turn before I name the feeling." }),
    cycle(6, 66, 59, { voided: { ago: 57, reason: "Logged under the wrong family; the same film stands under the right one." } }),
    cycle(6, 12, null),
    session("mairi", 418, 60),
    session("mairi", 371, 90, { note: "How to open the review with a question about strengths." }),
    session("mairi", 327, 60),
    session("mairi", 276, 90, { note: "Getting ready for the end of stage 1." }),
    session("mairi", 196, 120, { note: "Long session: three clips, and where I activate the client." }),
    session("mairi", 88, 90),
    session("mairi", 129, 120, { format: "group", mode: "remote", note: "Stage 2 group, three of us." }),
    session("fearghas", 73, 60, { mode: "remote", note: "While my own supervisor was on leave." }),
    session("mairi", 52, 60, {
      mode: "remote", decision: { says: "questioned", by: "mairi", ago: 47, note: "Was this the call that the bad line cut short? I have 40 minutes." },
    }),
    waitingSession("mairi", 17, 90, { mode: "in_person", note: "The third cycle with this family: my waiting, and what came of it." }),
  ],
};
