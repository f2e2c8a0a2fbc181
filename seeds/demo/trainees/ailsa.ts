import type { TraineePlan } from "../plan.ts";
import { cycle, initialCourse, midPoint, session, waitingSession } from "../practice.ts";
import { signed } from "../signing.ts";
import { AILSA_CASES } from "./ailsa-cases.ts";
import { FIFTH_FAMILY_FIRST, FIFTH_FAMILY_SECOND, FIFTH_FAMILY_THIRD, FIRST_FAMILY, FOURTH_FAMILY, SECOND_FAMILY, THIRD_FAMILY } from "./ailsa-reviews.ts";

/**
 * The trainee who signs in with one press: in stage 2, with five clients, ten cycles that count and one still to be
 * reviewed, 8 h 30 min confirmed and 90 min waiting, no peer supervision yet, and entries that do not count.
 */
export const AILSA: TraineePlan = {
  key: "ailsa", name: "Ailsa Rutherglen", email: "trainee@example.org", board: "Highland", sector: "nhs", cohort: 1, pathway: "nes", startedAgo: 457,
  supervisors: [{ key: "mairi", fromAgo: 455 }],
  signOffs: [signed(1, 252, "mairi")],
  consents: [
    { client: 5, role: "client", purposes: ["own_supervisor", "independent_reviewer"] },
    { client: 5, role: "child", purposes: ["own_supervisor", "independent_reviewer"] },
    { client: 5, role: "other_adult", purposes: ["own_supervisor"], withdrawnAgo: 6 },
    { client: 6, role: "client", purposes: ["own_supervisor", "peers"] },
    { client: 6, role: "child", purposes: ["own_supervisor"] },
    { client: 6, role: "other_child", purposes: [] },
  ],
  cases: AILSA_CASES,
  skills: [
    {
      stage: 1, by: "ailsa", ago: 254, levels: [2, 2, 2, 1, 1, "not_seen", 2],
      strengths: "I am friendly, and I wait longer than I did a year ago.", workingPoint: "Fewer questions at once.",
    },
    {
      stage: 1, by: "mairi", ago: 253, levels: [3, 2, 3, 2, 1, "not_seen", 2],
      strengths: "Visibly pleased with what parents find. Receives before anything else.", workingPoint: "More room after the clip before the first question.",
    },
    {
      stage: 2, by: "ailsa", ago: 74, levels: [3, 3, 2, 2, 2, 1, null],
      strengths: "I notice when somebody looks for a word, and I can leave it to them.", workingPoint: "Guiding in smaller steps.",
    },
    {
      stage: 2, by: "mairi", ago: 5, levels: [3, 3, 3, 3, 2, 2, 3],
      strengths: "Calm at the turning points, and always with the parent’s own words.", workingPoint: "Stay with a word one turn longer.",
    },
  ],
  reflections: [
    {
      ago: 203, text: "The remote review asked more of me than I thought. I talked into every pause, because I could not tell whether the line had gone. Next time I will say at the start that silence is welcome.",
    },
    {
      ago: 126, text: "In the group I was slow to show my own film. When I did, somebody named what I had not seen: that I turn my chair a little before I ask. I would like to see more of that.",
      shared: [{ reader: "mairi", ago: 125 }, { reader: "gethin", ago: 125 }],
    },
    {
      ago: 58, text: "I chose the clip for myself and not for them. It went well, and still: whose question was it?",
      shared: [{ reader: "mairi", ago: 57, withdrawnAgo: 50 }],
    },
    {
      ago: 14, text: "Four seconds felt like a minute. What helped me to wait was to breathe out and to look at her hands, not at the screen. I want to keep that.",
      shared: [{ reader: "mairi", ago: 3 }],
    },
    { ago: 4, text: "The film had to go, and I was more relieved than sorry. Something to think about before I bring it to supervision." },
  ],
  log: [
    initialCourse(455),
    midPoint(157),
    cycle(1, 432, 425, { goalRating: 3, note: "First shared review, a little nervous; the parent named two moments of waiting." }),
    cycle(1, 411, 403, { goalRating: 5, attempts: FIRST_FAMILY }),
    cycle(1, 385, 378, { goalRating: 7, nextStep: "close", note: "Goal met; the family keeps three stills." }),
    cycle(2, 354, 347, { goalRating: 4 }),
    cycle(2, 319, 311, { goalRating: 6, nextStep: "close", attempts: SECOND_FAMILY }),
    cycle(3, 290, 282, { goalRating: 4, nextStep: "close", note: "One good cycle before the family moved away.", attempts: THIRD_FAMILY }),
    cycle(4, 213, 204, { goalRating: 5, nextStep: "close", mode: "remote", note: "Remote review; they were ready to go on by themselves.", attempts: FOURTH_FAMILY }),
    cycle(5, 102, 94, { goalRating: 3, inTwoSteps: true, details: { filmedRoles: ["client", "child"], goal2Rating: 5 }, attempts: FIFTH_FAMILY_FIRST }),
    cycle(5, 66, 59, {
      goalRating: 5, inTwoSteps: true,
      details: { filmedRoles: ["client", "child"], reviewFilmed: true, goal2Rating: 6, attunedMoments: "She held out the spoon, and he waited until she let go.", reflection: "I had the next question ready, and kept it to myself. That was the best of it." },
      note: "I waited longer after the clip and heard much more.", attempts: FIFTH_FAMILY_SECOND,
    }),
    cycle(5, 24, 15, {
      goalRating: 6, inTwoSteps: true, clipsChosen: 3,
      details: { filmedRoles: ["client", "child", "other_adult"], reviewFilmed: true, goal2Rating: 7, attunedMoments: "He named what she looked at, and she looked at him." },
      note: "Next time: leave a second turn before I name the feeling.", attempts: FIFTH_FAMILY_THIRD,
    }),
    cycle(6, 66, 59, { voided: { ago: 57, reason: "Logged under the wrong family; the same film stands under the right one." } }),
    cycle(6, 12, null),
    session("mairi", 418, 60, { about: [[1, 432]] }),
    session("mairi", 371, 90, { about: [[1, 411], [1, 385]], note: "How to open the review with a question about strengths." }),
    session("mairi", 327, 60, { about: [[2, 354]] }),
    session("mairi", 276, 90, { note: "Getting ready for the end of stage 1." }),
    session("mairi", 196, 120, { about: [[4, 213]], note: "Long session: three clips, and where I activate the client." }),
    session("mairi", 88, 90, { about: [[5, 102]] }),
    session("mairi", 129, 120, { format: "group", mode: "remote", note: "Stage 2 group, three of us." }),
    session("fearghas", 73, 60, { mode: "remote", note: "While my own supervisor was on leave." }),
    session("mairi", 52, 60, {
      mode: "remote", decision: { says: "questioned", by: "mairi", ago: 47, note: "Was this the call that the bad line cut short? I have 40 minutes." },
    }),
    waitingSession("mairi", 17, 90, { about: [[5, 24]], mode: "in_person", note: "The third cycle with this family: my waiting, and what came of it." }),
  ],
};
