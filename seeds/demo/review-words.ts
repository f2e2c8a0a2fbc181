import type { PrincipleKey } from "#app/review/principles.ts";

/** What supervisors write of a shared review: what they saw somebody do, strengths first, and about nobody who could be known by it. */
export const ATTUNED: readonly [SeenMoment, ...SeenMoment[]] = [
  ["attentive", "You turn towards her with your whole body and let the silence stand."],
  ["attentive", "Your face is friendly before you have said a word, and his shoulders come down."],
  ["attentive", "You look where she looks, and only then at the screen."],
  ["encouraging", "“What do you see?”, and then nothing more. She has all the room she needs."],
  ["encouraging", "You stop the film on the smile and wait for the parent to begin."],
  ["encouraging", "You ask about his idea before you say yours."],
  ["receiving", "You nod, and say her own words back to her. She goes on."],
  ["receiving", "He laughs, you laugh with him, and both of you come back to the picture."],
  ["receiving", "You hear the small “oh” and stay with it."],
  ["developing", "Four turns between you, short ones, and none of them in a hurry."],
  ["developing", "You check that she is still with you before you press play again."],
  ["developing", "She finishes your sentence. That is a shared one."],
  ["guiding", "You offer one thing, small, and build on what he had just said himself."],
  ["guiding", "You say what you saw and leave her to say what it meant."],
  ["deepening", "You name both wishes, the quick morning and the calm one, and let them stand side by side."],
  ["deepening", "You wonder aloud what the little one might be feeling, and the parent finds the word."],
];

/** A group of the principles, and what was seen of it. */
export type SeenMoment = readonly [principle: PrincipleKey, note: string];

/** One thing to grow, at most one a review. */
export const WORKING_POINTS = [
  "Leave a second turn before you name the feeling.",
  "After the clip, count to five before your first question.",
  "Let the parent hold the remote once, and see what they stop on.",
  "Choose one clip fewer; the last one came when everybody was tired.",
  "Say what you see before you ask what it means.",
  "Stay with the parent’s word a little longer before you offer yours.",
] as const;

/** What comes next. */
export const NEXT_STEPS = [
  "Another cycle with this family; bring the minute before she laughs.",
  "Choose two moments of waiting for our next session.",
  "Film at the same time of day again, and look for the second turn.",
  "Bring this clip to your peers; they will enjoy it.",
  "Begin the next review with the still that the parent chose.",
] as const;

/** What trainees would like to be looked at. */
export const INTENTIONS = [
  "How I give space before I speak.",
  "Whether I follow when the parent names what they see.",
  "The two minutes after the second clip: do I guide too early?",
  "How I receive the parent’s worry without answering it at once.",
  "My first question, and what came of it.",
] as const;

/** What trainees answer. */
export const TRAINEE_REPLIES = [
  "Thank you. I had not seen how long I wait there, and it helps to see it.",
  "I watched that half minute again. I will try to keep the second turn.",
  "I was nervous about this one, and I can see now what worked.",
  "The parent said the same about that still. I will tell them.",
] as const;

/** What trainees and supervisors write into a skills record. */
export const STRENGTHS = [
  "Warm, unhurried, and visibly interested in the parent’s own words.",
  "Chooses moments in which the parent is at their best, and lets them speak first.",
  "Receives before anything else; the rest follows from it.",
  "Keeps a friendly rhythm, also when the review becomes difficult.",
] as const;
export const SKILLS_POINTS = [
  "More room after the clip before the first question.",
  "Guiding in smaller steps.",
  "Letting the parent choose where to stop.",
  "Naming two views side by side.",
] as const;
