import type { AttemptPlan } from "../plan.ts";
import { SIX_GROUPS } from "./ailsa-reviews.ts";

const SHARED = SIX_GROUPS.filter((moment) => !moment.isPrivate && !moment.isNote);

/** The film that an independent reviewer has before them. */
export const FOR_THE_REVIEWER: readonly AttemptPlan[] = [{
  sent: { way: "excerpt", film: "shared-review" }, sentAgo: 25, supervisor: "harpreet", intention: "The longer wait that I was asked for, with a new family.",
  moments: SHARED,
  end: { says: "reviewed", ago: 20, workingPoint: "Nothing new: go on waiting like this.", nextStep: "Ask for the end of stage 3 again." },
  replies: [{ by: "oluwaseun", ago: 19, text: "It has become easier to say nothing. I look forward to showing this." }],
}];

/** What an accreditation rested on; the film went when its time was over. */
export const ACCREDITED: readonly AttemptPlan[] = [{
  sent: { way: "excerpt", film: "shared-review" }, sentAgo: 120, supervisor: "mairi", intention: "The whole arc, from the first question to the last.",
  moments: SHARED,
  end: { says: "reviewed", ago: 114, workingPoint: "Enjoy it: you may show parents that you do.", nextStep: "Bring your evidence together for the end of stage 3." },
  replies: [{ by: "peigi", ago: 113, text: "Thank you for walking this way with me." }],
}];

/** A film that a supervisor has not opened yet. */
export function waitingFilm(supervisor: string, sentAgo: number, intention: string): readonly AttemptPlan[] {
  return [{ sent: { way: "excerpt", film: "adult-and-child" }, sentAgo, supervisor, intention }];
}

/** A film that was reviewed not long ago, with a word from both sides. */
export const REVIEWED_LATELY: readonly AttemptPlan[] = [{
  sent: { way: "excerpt", film: "shared-review" }, sentAgo: 18, supervisor: "mairi", intention: "What happens in the pauses.",
  moments: [
    { span: [12, 15.8], principle: "encouraging", note: "You ask once, and then the room belongs to her." },
    { span: [16.4, 22.4], principle: "receiving", note: "Her words come back to her from you, warm and unchanged." },
    { span: [28.5, 35.5], principle: "attentive", note: "You watch the clip again as if for the first time, side by side with her." },
    { span: [60, 66], principle: "developing", note: "Both of you smile before anybody speaks; you let her go first." },
  ],
  end: { says: "reviewed", ago: 14, workingPoint: "After the second clip, count to five before you speak.", nextStep: "The two half-days of the course that are missing, and then the end of stage 1." },
  replies: [
    { by: "niamh", ago: 12, moment: 2, text: "I did not know that it shows how much I like that part." },
    { by: "mairi", ago: 7, moment: 2, text: "It shows, and she could see it too." },
  ],
}];

/** A film that was reviewed in stage 3. */
export const STAGE_THREE: readonly AttemptPlan[] = [{
  sent: { way: "excerpt", film: "shared-review" }, sentAgo: 20, supervisor: "agnieszka",
  moments: [
    { span: [9, 12], principle: "attentive", note: "You turn to her before you ask, and your face has asked already." },
    { span: [19.6, 27.5], principle: "receiving", note: "You say back what she saw, and she shows you where." },
    { span: [53, 56], principle: "guiding", note: "One small offer, built on what was hers." },
    { span: [66.8, 70.2], principle: "deepening", note: "There is room for the difficult sentence, and nobody hurries past it." },
  ],
  end: { says: "reviewed", ago: 13, workingPoint: "Let the parent hold the remote once.", nextStep: "A new family; look for a child who is older." },
}];

/** Watched together, and waiting for the supervisor to say so. */
export const WATCHED_TOGETHER: readonly AttemptPlan[] = [
  { sent: { way: "watched_together", watchedAgo: 5 }, sentAgo: 4, supervisor: "mairi", intention: "What we said about my second question." },
];

/** By reference, waiting. */
export const BY_REFERENCE: readonly AttemptPlan[] = [
  { sent: { way: "reference", reference: "VIG/41/7" }, sentAgo: 6, supervisor: "mairi", intention: "Minutes twelve to fourteen: I think that I guide too early there." },
];

/** Returned, and the trainee has not answered. */
export const RETURNED: readonly AttemptPlan[] = [{
  sent: { way: "reference", reference: "VIG/58/3" }, sentAgo: 13, supervisor: "mairi",
  end: { says: "returned", ago: 7, question: "Lovely to have this. What were you hoping for in this review, and which minutes come closest to it?" },
}];

/** Returned, and submitted again in another way. */
export const AGAIN: readonly AttemptPlan[] = [
  { sent: { way: "reference", reference: "VIG/77/1" }, sentAgo: 15, supervisor: "ifeoma", end: { says: "returned", ago: 11, question: "I could not open that one. Would an excerpt of the best minute do?" } },
  { sent: { way: "excerpt", film: "adult-and-child" }, sentAgo: 3, supervisor: "ifeoma", intention: "This is the minute that the parent chose." },
];
