import type { CasePlan } from "../plan.ts";

const DONE = { closedBecause: "work_done", copies: "given", originals: "gone", nextSteps: null } as const;
const goal = (text: string, atStart: number) => [{ place: 1 as const, text, atStart }];

/** What Ailsa told of her families: who the client is, where they met, what they asked for, and how the work ended. */
export const AILSA_CASES: readonly CasePlan[] = [
  {
    client: 1, relation: "parent", setting: "home", helpingQuestion: "What does she tell me before she cries?", goals: goal("Seeing what she asks for", 3),
    closing: { ...DONE, nextSteps: "They watch the film of the changing mat once more in spring." },
  },
  { client: 2, relation: "foster_or_adoptive", setting: "home", helpingQuestion: "How do we find a rhythm together?", goals: goal("Calm bedtimes", 4), closing: DONE },
  { client: 3, relation: "parent", setting: "clinic", goals: goal("Playing without a plan", 4), closing: { ...DONE, closedBecause: "moved_away", copies: "none_wanted" } },
  { client: 4, relation: "grandparent", setting: "online", helpingQuestion: "How can I be near when I am far?", measuredInDcs: true, closing: DONE },
  {
    client: 5, relation: "parent", setting: "home", helpingQuestion: "When is it my turn to speak?",
    goals: [{ place: 1, text: "More turns at meals", atStart: 3 }, { place: 2, text: "Enjoying the walk home", atStart: 5 }],
  },
  { client: 6, relation: "parent", setting: "nursery_or_school", helpingQuestion: "How do I help them both at once?" },
];
